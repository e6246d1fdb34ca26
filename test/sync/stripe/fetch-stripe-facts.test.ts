// The night's reading of Stripe, through the unmodified client, against the local Stripe server: what is found, what is
// found again after a change, and how many calls it costs.
import { afterEach, expect, test } from 'vitest';
import { buildBenchShop } from '#demo/build-bench-shop.ts';
import { instantFromMs } from '#lib/kernel/day.ts';
import { createWorldClock } from '#local/clock.ts';
import { startStripeServer } from '#local/stripe-server/start-stripe-server.ts';
import { createClock } from '#sync/clock.ts';
import { createStripeClient } from '#sync/stripe/create-stripe-client.ts';
import { fetchStripeFacts } from '#sync/stripe/fetch-stripe-facts.ts';
import type { KnownFacts } from '#sync/stripe/known-facts.ts';

test('smoke', async () => {
  const shop = buildBenchShop({ seed: 1, today: '2026-11-22', subscriptions: 300, months: 3 });
  const clock = createWorldClock(shop.historyEndsAt * 1000);
  const key = 'rk_test_local123';
  const server = await startStripeServer({ clock, apiKey: key, seed: shop.stripeActs });
  const client = createStripeClient({ key, mode: 'test', url: new URL(server.url) }, { callsPerSecond: 1000 });
  const known: KnownFacts = {
    fullHistory: true,
    windowDays: 45,
    recentDays: 2,
    liveSubscriptionIds: [],
    openInvoiceIds: [],
    pendingRefundIds: [],
    openDisputeIds: [],
    lastEventId: null,
  };
  const now = createClock(instantFromMs(clock.now()), 'Europe/Paris');
  const t = performance.now();
  const { facts, problems } = await fetchStripeFacts(client, known, now);
  console.log(
    Object.entries(facts).map(([k, v]) => `${k} ${Array.isArray(v) ? v.length : v}`),
    problems.slice(0, 5),
    client.traffic,
    performance.now() - t,
  );
  console.log(
    facts.subscriptions[0],
    facts.invoices[0],
    facts.refunds[0],
    facts.disputes[0],
    facts.events.slice(0, 3),
    facts.customers[0],
  );
  await server.close();
  expect(facts.subscriptions.length).toBeGreaterThan(200);
});
