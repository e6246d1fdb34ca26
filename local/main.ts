/**
 * `npm start`: the demo shop on this machine, one night run and its report, then the servers stay up.
 * `--once` ends after the report; `--scale N` multiplies the shop; `--seed N` makes another one; `--today DAY` sets the day.
 */
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { runCli } from './world/run-cli.ts';
import { beforeHistory, nightOf, seedDemo } from './world/seed-demo.ts';
import { removeWorldFile, startWorld, writeWorldFile } from './world/start-world.ts';

const { values } = parseArgs({
  options: {
    once: { type: 'boolean', default: false },
    scale: { type: 'string', default: '1' },
    seed: { type: 'string', default: '1' },
    today: { type: 'string', default: new Date().toISOString().slice(0, 10) },
  },
});
const today = values.today as `${number}-${number}-${number}`;
const options = { seed: Number(values.seed), scale: Number(values.scale), today };
const WORLD_FILE = fileURLToPath(new URL('../.local/world.json', import.meta.url));
const say = (line: string) => void process.stdout.write(`${line}\n`);

const world = await startWorld({ folder: null, startMs: beforeHistory(today) });
await seedDemo(world, options, say);
say('Un jour passe…');
world.advanceTo(nightOf(today));
writeWorldFile(WORLD_FILE, world);
const { code } = await runCli(['night'], world.environment(), true);
if (values.once) await stop(code);
else {
  say('');
  say(`Google Sheets (API)   ${world.sheets.url}/v4/spreadsheets/${world.sheets.spreadsheetId}`);
  say(`Stripe (API)          ${world.stripe.url}/v1`);
  say('Le monde local reste ouvert. Dans un autre terminal : npm run ops -- night --local');
  say('Ctrl+C pour l’arrêter.');
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void stop(0));
}

async function stop(exitCode: number): Promise<void> {
  removeWorldFile(WORLD_FILE);
  await world.close();
  process.exitCode = exitCode;
}
