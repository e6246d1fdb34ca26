/**
 * The HTTP side: bodies, faults, quota, hooks, answers. Calls run one after the other from the moment their body is in;
 * each runs to its end without waiting, so no caller ever sees half a batch.
 */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { ApiError, invalid } from '../schema/api-error.ts';
import type { CallCounts } from './call-counts.ts';
import type { CallHooks } from './call-hooks.ts';
import { type Fault, type FaultQueue, quotaError, refusalOf, unavailable } from './faults.ts';
import type { Quota } from './quota.ts';
import { prepareCall } from './run-call.ts';
import type { WorkbookSession } from './workbook-session.ts';

export interface HttpParts {
  readonly session: WorkbookSession;
  readonly faults: FaultQueue;
  readonly hooks: CallHooks;
  readonly counts: CallCounts;
  /** Calls that hang and are applied later; cleared when the server closes. */
  readonly lateCalls: Set<NodeJS.Timeout>;
  readonly quota: () => Quota | undefined;
  /** Answers /_local/…; undefined when there is no such control. */
  control(verb: string, path: string, bodyText: string): object | undefined;
}

const maxBodyBytes = 10_485_760;

export function createHttpServer(parts: HttpParts): Server {
  // A client in this very process may think for longer than Node keeps an idle connection, and then meet it being closed.
  return createServer({ keepAliveTimeout: 0 }, (request, response) => {
    respond(parts, request, response).catch((error: unknown) => {
      sendError(parts, response, error);
    });
  });
}

async function respond(parts: HttpParts, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const verb = request.method ?? 'GET';
  const url = new URL(request.url ?? '/', 'http://localhost');
  const bodyText = await readBody(parts, request);
  if (url.pathname.startsWith('/_local/')) {
    const answer = parts.control(verb, url.pathname, bodyText);
    if (answer === undefined) throw new ApiError('NOT_FOUND', `No local control ${verb} ${url.pathname}`);
    send(parts, response, 200, answer);
    return;
  }
  await answerCall(parts, verb, url, bodyText, response);
}

async function answerCall(
  parts: HttpParts,
  verb: string,
  url: URL,
  bodyText: string,
  response: ServerResponse,
): Promise<void> {
  const { session, faults, hooks, counts } = parts;
  const call = prepareCall(session, verb, url, bodyText);
  const { kind } = call.method;
  const name = call.route.method;
  counts[kind === 'read' ? 'reads' : 'writes'] += 1;
  counts.byMethod[name] = (counts.byMethod[name] ?? 0) + 1;
  if (parts.quota()?.admit(kind) === false) throw quotaError(kind);
  await hooks.run(name, kind);
  const fault = faults.take(name, kind);
  const refusal = fault && refusalOf(fault.kind, kind);
  if (refusal !== undefined) throw refusal;
  if (fault?.kind === 'hang-then-apply') {
    applyLater(parts, fault, call.run);
    return;
  }
  const answer = call.run();
  if (fault?.kind === 'applied-then-cut') response.destroy();
  else if (fault?.kind === 'applied-then-unavailable') throw unavailable();
  else send(parts, response, 200, answer);
}

/** The client is left waiting; what the late call answers, or why it is refused, reaches nobody. */
function applyLater({ lateCalls }: HttpParts, fault: Fault, run: () => object): void {
  const timer = setTimeout(() => {
    lateCalls.delete(timer);
    try {
      run();
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
    }
  }, fault.afterMs);
  lateCalls.add(timer);
}

async function readBody(parts: HttpParts, request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    if (bytes <= maxBodyBytes) chunks.push(chunk);
  }
  parts.counts.bytesIn += bytes;
  if (bytes > maxBodyBytes) throw invalid(`Request payload size exceeds the limit: ${maxBodyBytes} bytes.`);
  return Buffer.concat(chunks).toString('utf8');
}

function send(parts: HttpParts, response: ServerResponse, code: number, answer: object): void {
  const body = Buffer.from(JSON.stringify(answer));
  parts.counts.bytesOut += body.length;
  response.writeHead(code, { 'content-type': 'application/json; charset=UTF-8', 'content-length': body.length });
  response.end(body);
}

function sendError(parts: HttpParts, response: ServerResponse, error: unknown): void {
  if (response.headersSent || response.destroyed) return;
  if (error instanceof ApiError) {
    send(parts, response, error.code, error.toBody());
    return;
  }
  // A bug of this server: its trace must reach whoever runs the test, its caller gets what Google would say.
  process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
  send(parts, response, 500, new ApiError('INTERNAL', 'Internal error encountered.').toBody());
}
