/**
 * The local Stripe as a process of its own: `node local/stripe-server/main.ts --port 4010 --key sk_test_local
 * [--seed acts.json] [--file world.ndjson] [--now 2026-01-01T00:00:00Z]`. Prints one JSON line `{ "url": … }` when it listens.
 */
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import type { StripeAct } from '#demo/stripe-act.ts';
import { createWorldClock } from '../clock.ts';
import { startStripeServer } from './start-stripe-server.ts';

const { values } = parseArgs({
  options: {
    port: { type: 'string', default: '0' },
    key: { type: 'string', default: 'sk_test_local' },
    seed: { type: 'string' },
    file: { type: 'string' },
    now: { type: 'string' },
  },
});

const seed = values.seed === undefined ? [] : (JSON.parse(readFileSync(values.seed, 'utf8')) as readonly StripeAct[]);
const newestAct = seed.reduce((newest, act) => Math.max(newest, act.at), 0) * 1000;
const startMs = values.now === undefined ? newestAct : Date.parse(values.now);
if (Number.isNaN(startMs)) throw new Error(`--now ${values.now} is not an instant`);

const server = await startStripeServer({
  port: Number(values.port),
  clock: createWorldClock(startMs),
  apiKey: values.key,
  seed,
  ...(values.file === undefined ? {} : { file: values.file }),
});
process.stdout.write(`${JSON.stringify({ url: server.url, port: server.port })}\n`);

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => {
    server.close().then(() => process.exit(0));
  });
}
