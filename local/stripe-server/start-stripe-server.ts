/**
 * The local Stripe: an HTTP server on 127.0.0.1 that the unmodified `stripe` client talks to. Time comes from the world's
 * clock only; whatever is due by then has happened before a request is answered.
 */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { StripeAct } from '#demo/stripe-act.ts';
import type { MovableClock, WorldClock } from '../clock.ts';
import { type Api, type ApiAnswer, type ApiRequest, answerRequest, endpointOf } from './answer-request.ts';
import { answerControl } from './control-routes.ts';
import { createFaults, type Fault, type Faults, refusalOf } from './faults.ts';
import { createIdempotencyStore } from './idempotency.ts';
import { createRequestLog, type RequestLog } from './request-log.ts';
import { queueActs, runUntil } from './run-world.ts';
import { loadSnapshot, saveSnapshot } from './snapshot-file.ts';
import { type AccountSettings, createWorld, DEFAULT_SETTINGS, type World } from './world.ts';

export interface StripeServerOptions {
  /** 0 or missing: any free port. */
  readonly port?: number;
  readonly clock: WorldClock;
  /** The key that may do everything; `sk_live_…` or `rk_live_…` makes a live account, anything else a test one. */
  readonly apiKey: string;
  /** Restricted keys with their permissions, e.g. `{ rk_test_1: ['subscription_write', 'customer_read'] }`. */
  readonly restrictedKeys?: Readonly<Record<string, readonly string[]>>;
  /** Where the world is kept between two starts; without it, it lives in memory only. */
  readonly file?: string;
  /** Played when the world is new; acts after the clock's now are played when it gets there. */
  readonly seed?: readonly StripeAct[];
  readonly settings?: Partial<AccountSettings>;
}

export interface StripeServer {
  readonly url: string;
  readonly port: number;
  readonly requests: RequestLog;
  readonly faults: Faults;
  /** The stored state, for tests: rows hold ids, never expanded objects. */
  readonly world: World;
  /** Queues acts and plays those that are due; an act in the world's past throws a RangeError. */
  play(acts: readonly StripeAct[]): void;
  /** Runs everything due until `instantMs`, then sets the clock, which must be movable; never back (RangeError). */
  advanceTo(instantMs: number): void;
  close(): Promise<void>;
}

export async function startStripeServer(options: StripeServerOptions): Promise<StripeServer> {
  const api = openApi(options);
  const faults = createFaults();
  const requests = createRequestLog();
  const catchUp = () => runUntil(api.world, Math.floor(options.clock.now() / 1000));
  const saver = createSaver(options.file, api);
  const advanceTo = (instantMs: number) => {
    if (instantMs / 1000 < api.world.nowSeconds) throw new RangeError('A Stripe world does not go back in time');
    runUntil(api.world, Math.floor(instantMs / 1000));
    if (!isMovable(options.clock)) throw new TypeError('advanceTo needs a clock that can be set');
    options.clock.set(instantMs);
    saver.soon();
  };
  const play = (acts: readonly StripeAct[]) => {
    queueActs(api.world, acts);
    catchUp();
    saver.soon();
  };
  const control = { play, advanceTo, faults, requests, world: api.world };
  // As for the Sheets server: an idle connection is never closed under a client that thinks for long.
  const server = createServer({ keepAliveTimeout: 0 }, (request, response) => {
    respond(request, response, { api, faults, requests, catchUp, save: saver.soon, control }).catch(
      (error: unknown) => {
        send(response, answerForBug(error));
      },
    );
  });
  catchUp();
  saver.soon();
  const port = await listen(server, options.port ?? 0);
  return {
    url: `http://127.0.0.1:${port}`,
    port,
    requests,
    faults,
    world: api.world,
    play,
    advanceTo,
    close: async () => {
      saver.now();
      server.closeAllConnections();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}

/** Many changes in a row are written once; closing the server writes what is not written yet. */
const SAVE_DELAY_MS = 200;

function createSaver(file: string | undefined, api: Api): { readonly soon: () => void; readonly now: () => void } {
  let timer: NodeJS.Timeout | undefined;
  const now = () => {
    clearTimeout(timer);
    timer = undefined;
    if (file === undefined) return;
    const { world, idempotency, requestCount } = api;
    saveSnapshot(file, { world, answers: idempotency.all(), requestCount });
  };
  return {
    now,
    soon: () => {
      if (file !== undefined) timer ??= setTimeout(now, SAVE_DELAY_MS);
    },
  };
}

function openApi(options: StripeServerOptions): Api {
  const saved = options.file === undefined ? null : loadSnapshot(options.file);
  const livemode = /^[sr]k_live_/.test(options.apiKey);
  const world = saved?.world ?? createWorld({ ...DEFAULT_SETTINGS, livemode, ...options.settings });
  if (saved === null) queueActs(world, options.seed ?? []);
  return {
    world,
    keys: { full: options.apiKey, restricted: options.restrictedKeys ?? {} },
    idempotency: createIdempotencyStore(saved?.answers),
    requestCount: saved?.requestCount ?? 0,
  };
}

function isMovable(clock: WorldClock): clock is MovableClock {
  return 'set' in clock;
}

async function listen(server: Server, port: number): Promise<number> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  return (server.address() as AddressInfo).port;
}

interface Serving {
  readonly api: Api;
  readonly faults: Faults;
  readonly requests: RequestLog;
  readonly catchUp: () => void;
  readonly save: () => void;
  readonly control: Parameters<typeof answerControl>[0];
}

async function respond(request: IncomingMessage, response: ServerResponse, serving: Serving): Promise<void> {
  const body = await readBody(request);
  const method = request.method ?? 'GET';
  const [path = '/', query = ''] = (request.url ?? '/').split('?');
  if (path.startsWith('/_local/')) {
    send(response, answerControl(serving.control, method, path, body));
    return;
  }
  serving.catchUp();
  const form = method === 'POST' ? body : query;
  const asked = { method, path, form, key: keyOf(request), idempotencyKey: headerOf(request, 'idempotency-key') };
  const fault = serving.faults.strike(method, path);
  const answer = answerWithFault(serving, asked, fault);
  serving.requests.count(endpointOf(method, path), body.length, answer?.text.length ?? 0);
  if (method !== 'GET') serving.save();
  if (answer !== null) send(response, answer);
  else if (fault?.kind === 'cut' || fault?.kind === 'applied-then-cut') request.socket.destroy();
}

/** Null when the client gets no answer. */
function answerWithFault(serving: Serving, asked: ApiRequest, fault: Fault | null): ApiAnswer | null {
  const applies = fault === null || fault.kind.startsWith('applied');
  const answer = applies ? answerRequest(serving.api, asked) : null;
  if (fault === null) return answer;
  if (/cut$|hang$/.test(fault.kind)) return null;
  const refusal = refusalOf(fault);
  return { status: refusal.status, text: JSON.stringify({ error: refusal.body }), headers: refusal.headers };
}

/** A script that cannot be played, or a bug of this server: told in full, under a code that is not Stripe's. */
function answerForBug(error: unknown): ApiAnswer {
  const message = error instanceof Error ? error.message : String(error);
  const text = JSON.stringify({ error: { type: 'api_error', code: 'local_world_failed', message } });
  return { status: 500, text, headers: { 'stripe-should-retry': 'false' } };
}

function send(response: ServerResponse, answer: ApiAnswer): void {
  response.writeHead(answer.status, { 'content-type': 'application/json', ...answer.headers });
  response.end(answer.text);
}

async function readBody(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
}

/** Bearer, or the user name of Basic authentication. */
function keyOf(request: IncomingMessage): string {
  const [scheme = '', value = ''] = (headerOf(request, 'authorization') ?? '').split(' ');
  if (scheme === 'Basic') return Buffer.from(value, 'base64').toString('utf8').split(':')[0] ?? '';
  return scheme === 'Bearer' ? value : '';
}

function headerOf(request: IncomingMessage, name: string): string | null {
  const value = request.headers[name];
  return typeof value === 'string' ? value : null;
}
