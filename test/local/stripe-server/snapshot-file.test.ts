/**
 * A world on disk: after a restart it is the same world, goes on alike, and remembers what it answered.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createWorldClock } from '#local/clock.ts';
import { startStripeServer } from '#local/stripe-server/start-stripe-server.ts';
import { CUSTOMER, clientOf, instant, SUBSCRIPTION, shopSeed } from './tell-story.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'stripe-world-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const at = instant('2026-01-10 10:00');
const seed = [
  ...shopSeed,
  { act: 'subscribe', at, id: SUBSCRIPTION, customer: CUSTOMER, price: 'price_month' },
  { act: 'set-card', at: at + 60, customer: CUSTOMER, card: { kind: 'first-attempts-decline', attempts: 1 } },
] as const;

const start = (nowSeconds: number, file?: string) =>
  startStripeServer({
    clock: createWorldClock(nowSeconds * 1000),
    apiKey: 'sk_test_shop',
    seed,
    ...(file === undefined ? {} : { file }),
  });

test('a restart in the middle of dunning changes nothing', async () => {
  const file = join(folder, 'world.ndjson');
  const end = instant('2026-03-10 11:00');
  const first = await start(instant('2026-02-11 00:00'), file);
  await first.close();
  const restarted = await start(end, file);
  const whole = await start(end);
  const rows = (server: typeof whole) => JSON.stringify(Object.values(server.world.tables).map((table) => table.all()));
  expect(rows(restarted)).toBe(rows(whole));
  expect(restarted.world.tables.invoices.all()).toHaveLength(3);
  await Promise.all([restarted.close(), whole.close()]);
});

test('idempotency keys and fresh ids survive a restart', async () => {
  const file = join(folder, 'world.ndjson');
  const request = { amount: -500, currency: 'eur' };
  const first = await start(at, file);
  const created = await clientOf(first).customers.createBalanceTransaction(CUSTOMER, request, { idempotencyKey: 'n1' });
  await first.close();
  const second = await start(at, file);
  const stripe = clientOf(second);
  const replayed = await stripe.customers.createBalanceTransaction(CUSTOMER, request, { idempotencyKey: 'n1' });
  const fresh = await stripe.customers.createBalanceTransaction(CUSTOMER, request, { idempotencyKey: 'n2' });
  expect(replayed.id).toBe(created.id);
  expect(fresh.id).not.toBe(created.id);
  await second.close();
});

test('a file of another format is refused', async () => {
  const file = join(folder, 'world.ndjson');
  writeFileSync(file, '{"format":99}\n');
  await expect(start(at, file)).rejects.toThrow('has format 99');
});
