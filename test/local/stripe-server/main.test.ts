/**
 * The server as a process of its own, as the bench runs it.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Stripe from 'stripe';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { CUSTOMER, instant, SUBSCRIPTION, shopSeed } from './tell-story.ts';

const MAIN = join(import.meta.dirname, '../../../local/stripe-server/main.ts');

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'stripe-main-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

async function run(args: readonly string[]): Promise<{ readonly child: ChildProcess; readonly port: number }> {
  const child = spawn(process.execPath, [MAIN, ...args], { stdio: ['ignore', 'pipe', 'inherit'] });
  const [line] = (await once(child.stdout as NonNullable<ChildProcess['stdout']>, 'data')) as [Buffer];
  return { child, port: (JSON.parse(line.toString()) as { readonly port: number }).port };
}

async function stop(child: ChildProcess): Promise<unknown> {
  child.kill('SIGTERM');
  const [code] = await once(child, 'exit');
  return code;
}

test('plays a seed up to --now, keeps its world over a restart, and ends when asked to', async () => {
  const at = instant('2026-01-10 10:00');
  const seed = [...shopSeed, { act: 'subscribe', at, id: SUBSCRIPTION, customer: CUSTOMER, price: 'price_month' }];
  writeFileSync(join(folder, 'acts.json'), JSON.stringify(seed));
  const args = ['--key', 'sk_test_main', '--seed', join(folder, 'acts.json'), '--file', join(folder, 'world.ndjson')];
  for (const [now, invoices] of [
    ['2026-01-15', 1],
    ['2026-02-15', 2],
  ] as const) {
    const { child, port } = await run([...args, '--now', `${now}T00:00:00Z`]);
    const stripe = new Stripe('sk_test_main', { host: '127.0.0.1', port, protocol: 'http' });
    expect((await stripe.invoices.list({ status: 'paid' })).data).toHaveLength(invoices);
    expect(await stop(child)).toBe(0);
  }
});
