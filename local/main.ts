/**
 * `npm start`: the demo shop on this machine, one night run and its report, then the workbook as a page in the browser.
 * `--once` ends after the report; `--scale N` multiplies the shop; `--seed N` makes another one; `--today DAY` sets the
 * day; `--port N` the page's port.
 */
import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { builtAddOn } from './apps-script-host/built-add-on.ts';
import { startAddOn } from './apps-script-host/start-add-on.ts';
import { startPageServer } from './web/start-page-server.ts';
import { runCli } from './world/run-cli.ts';
import { beforeHistory, nightOf, seedDemo } from './world/seed-demo.ts';
import { removeWorldFile, startWorld, type World, writeWorldFile } from './world/start-world.ts';

const { values } = parseArgs({
  options: {
    once: { type: 'boolean', default: false },
    scale: { type: 'string', default: '1' },
    seed: { type: 'string', default: '1' },
    port: { type: 'string', default: '0' },
    today: { type: 'string', default: new Date().toISOString().slice(0, 10) },
  },
});
const today = values.today as `${number}-${number}-${number}`;
const options = { seed: Number(values.seed), scale: Number(values.scale), today };
const WORLD_FILE = fileURLToPath(new URL('../.local/world.json', import.meta.url));
const say = (line: string) => void process.stdout.write(`${line}\n`);

const quiet = () => undefined;
const port = Number(values.port) || (await freePort());
let world = await freshWorld(say, true);
if (values.once) await stop(0);
else {
  const files = await builtAddOn();
  const page = await startPageServer({
    world,
    addOn: (current) => startAddOn(current, files),
    freshWorld: async () => {
      world = await freshWorld(quiet, false);
      return world;
    },
    port,
  });
  say('');
  say(`Le classeur            ${page.url}`);
  say('');
  say(`Google Sheets (API)   ${world.sheets.url}/v4/spreadsheets/${world.sheets.spreadsheetId}`);
  say(`Stripe (API)          ${world.stripe.url}/v1`);
  say('Le monde local reste ouvert. Dans un autre terminal : npm run ops -- night --local');
  say('Ctrl+C pour l’arrêter.');
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.once(signal, () => void page.close().then(() => stop(0)));
}

/** The demo shop the morning after its last night; `npm run ops -- … --local` finds it from here on. */
async function freshWorld(tell: (line: string) => void, showNight: boolean): Promise<World> {
  const made = await startWorld({
    folder: null,
    startMs: beforeHistory(today),
    pageUrl: `http://127.0.0.1:${port}`,
  });
  await seedDemo(made, options, tell);
  tell('Un jour passe…');
  made.advanceTo(nightOf(today));
  writeWorldFile(WORLD_FILE, made);
  const { code } = await runCli(['night'], made.environment(), showNight);
  if (code !== 0) process.exitCode = code;
  return made;
}

/** Found before the page listens, because the night's report already says where the workbook is. */
async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port: free } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return free;
}

async function stop(exitCode: number): Promise<void> {
  removeWorldFile(WORLD_FILE, world);
  await world.close();
  process.exitCode ??= exitCode;
}
