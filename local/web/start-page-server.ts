/**
 * The workbook in a browser: one address on 127.0.0.1 for the page, its changes, the add-on's runs, the time machine and the
 * download. It holds no state of the shop; the worlds' servers do.
 */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { AddOn } from '../apps-script-host/start-add-on.ts';
import type { World } from '../world/start-world.ts';
import { createAddOnSide, type RunBody } from './add-on-side.ts';
import { exportXlsx } from './export-xlsx.ts';
import { LivePages, type PageEvent } from './live-pages.ts';
import { pageFile } from './page-files.ts';
import type { PageMessage } from './sheet/page-commands.ts';
import { advanceTime, type TimeStep } from './time-machine.ts';

export interface PageServerOptions {
  readonly world: World;
  readonly addOn: (world: () => World) => AddOn;
  /** Makes a fresh demo world; absent, the page has nothing to reset. */
  readonly freshWorld?: () => Promise<World>;
  readonly port?: number;
}

export interface PageServer {
  readonly url: string;
  readonly world: () => World;
  close(): Promise<void>;
}

const MAX_BODY_BYTES = 20_000_000;
const XLSX_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

export async function startPageServer(options: PageServerOptions): Promise<PageServer> {
  let world = options.world;
  let isBusy = false;
  const pages = new LivePages(world.sheets);
  const addOn = createAddOnSide(
    () => options.addOn(() => world),
    () => pages.note({ kind: 'mail' }),
  );

  /** One long act at a time; a second one is refused while it runs. */
  function startLong(act: () => Promise<void>): object {
    if (isBusy) return { started: false };
    isBusy = true;
    void act()
      .catch((error: Error) => pages.note({ kind: 'reset', text: error.message, state: 'failed' }))
      .finally(() => {
        isBusy = false;
      });
    return { started: true };
  }

  async function reset(): Promise<void> {
    const { freshWorld } = options;
    if (freshWorld === undefined) return;
    pages.note({ kind: 'reset', text: 'La démo est remise à zéro…', state: 'running' });
    const old = world;
    world = await freshWorld();
    addOn.forget();
    pages.note({ kind: 'reset', text: 'La démo est remise à zéro.', state: 'ended' });
    pages.follow(world.sheets);
    await old.close();
  }

  const routes: Readonly<Record<string, (body: never) => unknown>> = {
    'GET /workbook/state': async () => ({ ...pages.state(), nowMs: world.clock.now(), menus: await addOn.menus }),
    'POST /workbook/edit': (message: PageMessage) => ({ accepted: pages.accept(message) }),
    'GET /mailbox': () => addOn.mailbox(),
    'POST /add-on/run': (body: RunBody) => addOn.run(body),
    'POST /time': ({ step }: { readonly step: TimeStep }) =>
      startLong(() => advanceTime(world, step, (progress) => pages.note(progress))),
    'POST /reset': () => startLong(reset),
  };

  const http = createServer((request, response) => {
    answer(request, response).catch((error: unknown) => {
      process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
      if (!response.headersSent) send(response, 500, 'text/plain', String(error));
    });
  });

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', 'http://localhost');
    if (url.pathname === '/workbook/events') return listen(request, response, url);
    if (url.pathname === '/workbook.xlsx') {
      return send(response, 200, XLSX_TYPE, Buffer.from(await exportXlsx(world.sheets.session)));
    }
    const route = routes[`${request.method} ${url.pathname}`];
    if (route !== undefined) {
      if (request.method === 'POST' && !isOwnPage(request)) return send(response, 403, 'text/plain', 'Forbidden');
      const body = request.method === 'POST' ? await readJson(request) : {};
      return send(response, 200, 'application/json', JSON.stringify(await route(body as never)));
    }
    const file = await pageFile(url.pathname);
    if (file === undefined) return send(response, 404, 'text/plain', 'Not found');
    send(response, 200, file.type, file.body);
  }

  function listen(request: IncomingMessage, response: ServerResponse, url: URL): void {
    response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
    response.write(':\n\n');
    const since = String(request.headers['last-event-id'] ?? url.searchParams.get('since') ?? '');
    const stop = pages.subscribe(since, url.searchParams.get('client') ?? '', ({ id, name, data }: PageEvent) => {
      const idLine = id === undefined ? '' : `id: ${id}\n`;
      response.write(`event: ${name}\n${idLine}data: ${JSON.stringify(data)}\n\n`);
    });
    request.on('close', stop);
  }

  await new Promise<void>((resolve, reject) => {
    http.once('error', reject);
    http.listen(options.port ?? 0, '127.0.0.1', resolve);
  });
  return {
    url: `http://127.0.0.1:${(http.address() as AddressInfo).port}`,
    world: () => world,
    close: async () => {
      pages.close();
      http.closeAllConnections();
      await new Promise<void>((resolve) => {
        http.close(() => resolve());
      });
    },
  };
}

/** Another site open in the same browser must not be able to write here. */
function isOwnPage({ headers }: IncomingMessage): boolean {
  return headers.origin === undefined || headers.origin === `http://${headers.host}`;
}

async function readJson(request: IncomingMessage): Promise<unknown> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    if (bytes > MAX_BODY_BYTES) throw new Error('The body is too large');
    chunks.push(chunk);
  }
  return JSON.parse(Buffer.concat(chunks).toString('utf8'));
}

function send(response: ServerResponse, status: number, type: string, body: string | Buffer): void {
  response.writeHead(status, { 'content-type': type, 'cache-control': 'no-store' });
  response.end(body);
}
