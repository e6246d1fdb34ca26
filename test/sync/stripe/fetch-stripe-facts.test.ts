// The night's reading of Stripe, through the unmodified client, against the local Stripe server. The law: what last night
// knew, with what tonight reads laid over it, is what reading everything would give.
import { afterEach, describe, expect, test } from 'vitest';
import { buildBenchShop } from '#demo/build-bench-shop.ts';
import { buildDemoShop } from '#demo/build-demo-shop.ts';
import type { StripeFacts } from '#lib/billing/stripe-facts.ts';
import { fetchStripeFacts } from '#sync/stripe/fetch-stripe-facts.ts';
import type { KnownFacts } from '#sync/stripe/known-facts.ts';
import { openStripeWorld, type StripeWorld } from '../../support/stripe-world.ts';

const everything: KnownFacts = {
  fullHistory: true,
  windowDays: 45,
  recentDays: 2,
  liveSubscriptionIds: [],
  openInvoiceIds: [],
  pendingRefundIds: [],
  openDisputeIds: [],
  lastEventId: null,
};

type Mirror = Readonly<
  Record<'customers' | 'subscriptions' | 'invoices' | 'refunds' | 'disputes', Readonly<Record<string, object>>>
>;

const byId = <Fact extends object>(facts: readonly Fact[], idOf: (fact: Fact) => string) =>
  Object.fromEntries(facts.map((fact) => [idOf(fact), fact]));

function mirrorOf(facts: StripeFacts): Mirror {
  return {
    customers: byId(facts.customers, ({ stripeId }) => stripeId),
    subscriptions: byId(facts.subscriptions, ({ id }) => id),
    invoices: byId(facts.invoices, ({ id }) => id),
    refunds: byId(facts.refunds, ({ id }) => id),
    disputes: byId(facts.disputes, ({ id }) => id),
  };
}

const laidOver = (before: Mirror, tonight: Mirror): Mirror => ({
  customers: { ...before.customers, ...tonight.customers },
  subscriptions: { ...before.subscriptions, ...tonight.subscriptions },
  invoices: { ...before.invoices, ...tonight.invoices },
  refunds: { ...before.refunds, ...tonight.refunds },
  disputes: { ...before.disputes, ...tonight.disputes },
});

/** What a workbook that holds this mirror knows; see knownFacts. */
function knownOf(mirror: Mirror, lastEventId: string | null, windowDays: number): KnownFacts {
  const unsettled = (rows: object, isUnsettled: (status: string) => boolean) =>
    Object.entries(rows as Record<string, { status: string }>).flatMap(([id, row]) =>
      isUnsettled(row.status) ? [id] : [],
    );
  return {
    fullHistory: false,
    windowDays,
    recentDays: 2,
    liveSubscriptionIds: unsettled(
      mirror.subscriptions,
      (status) => !['canceled', 'incomplete_expired'].includes(status),
    ),
    openInvoiceIds: unsettled(mirror.invoices, (status) => ['draft', 'open', 'unknown'].includes(status)),
    pendingRefundIds: unsettled(mirror.refunds, (status) => ['pending', 'requires_action', 'unknown'].includes(status)),
    openDisputeIds: unsettled(
      mirror.disputes,
      (status) => !['won', 'lost', 'prevented', 'warning_closed'].includes(status),
    ),
    lastEventId,
  };
}

const customerOf = (mirror: Mirror, id: string, fact: { readonly stripeCustomer?: string }) =>
  mirror.customers[fact.stripeCustomer ?? id];

let world: StripeWorld | null = null;
afterEach(async () => {
  await world?.close();
  world = null;
});

const isoOf = (ms: number) => new Date(ms).toISOString();
const DAY_MS = 86_400_000;

describe('night after night', () => {
  const shop = buildDemoShop({ seed: 7, today: '2026-11-22', scale: 1 });
  const END_MS = Date.parse('2026-11-22T03:00:00Z');

  test.each([
    ['every night, the usual window', 45, 1, 12],
    ['every night, a window of three days', 3, 1, 24],
    ['every tenth night', 14, 10, 150],
  ])('%s', async (_, windowDays, step, days) => {
    const startMs = END_MS - days * DAY_MS;
    world = await openStripeWorld(shop.stripeActs, isoOf(startMs));
    let { facts } = await fetchStripeFacts(world.client, everything, world.clock());
    let mirror = mirrorOf(facts);
    const kinds = new Set(facts.events.map(({ kind }) => kind));
    for (let ms = startMs + step * DAY_MS; ms <= END_MS; ms += step * DAY_MS) {
      world.advanceTo(isoOf(ms));
      const known = { ...knownOf(mirror, facts.lastEventId, windowDays), recentDays: step + 2 };
      const tonight = await fetchStripeFacts(world.client, known, world.clock());
      expect(tonight.problems).toEqual([]);
      facts = tonight.facts;
      for (const { kind } of facts.events) kinds.add(kind);
      mirror = laidOver(mirror, mirrorOf(facts));
    }
    const whole = await fetchStripeFacts(world.client, everything, world.clock());
    const expected = mirrorOf(whole.facts);
    for (const kind of ['customers', 'subscriptions', 'invoices', 'refunds', 'disputes'] as const) {
      expect(mirror[kind], kind).toMatchObject(expected[kind]);
      // Stripe no longer lists a deleted customer nor what was theirs; the mirror keeps it.
      const kept = Object.entries(mirror[kind]).filter(([id]) => !(id in expected[kind]));
      for (const [id, fact] of kept) expect(customerOf(mirror, id, fact), id).toMatchObject({ deleted: true });
    }
    expect(facts.lastEventId).toBe(whole.facts.lastEventId);
    const seen = ['payment_failed', 'portal_visit', ...(days > 100 ? ['pause_started', 'pause_ended'] : [])];
    expect([...kinds]).toEqual(expect.arrayContaining(seen));
  });
});

test('reads every object of the account when nothing is known', async () => {
  const { stripeActs } = buildDemoShop({ seed: 3, today: '2026-11-22', scale: 1 });
  world = await openStripeWorld(stripeActs, '2026-11-22T03:00:00Z');
  const { facts, problems } = await fetchStripeFacts(world.client, everything, world.clock());
  const { api } = world.client;
  const count = async (list: AsyncIterable<unknown>) => {
    let total = 0;
    for await (const _ of list) total += 1;
    return total;
  };
  expect(problems).toEqual([]);
  const live = await count(api.subscriptions.list({ limit: 100 }));
  // Not `all`, which leaves out what belonged to deleted customers.
  const ended = await count(api.subscriptions.list({ status: 'canceled', limit: 100 }));
  expect(facts.subscriptions).toHaveLength(live + ended);
  expect(facts.invoices).toHaveLength(await count(api.invoices.list({ limit: 100 })));
  expect(facts.disputes).toHaveLength(await count(api.disputes.list({ limit: 100 })));
  const moneyBack =
    (await count(api.refunds.list({ limit: 100 }))) + (await count(api.creditNotes.list({ limit: 100 })));
  expect(facts.refunds).toHaveLength(moneyBack);
  expect(facts.subscriptions.filter(({ status }) => status === 'unknown').length).toBeGreaterThan(0);
});

test('a cursor that Stripe does not know costs the thirty days it still has, and no event twice', async () => {
  const { stripeActs } = buildDemoShop({ seed: 3, today: '2026-11-22', scale: 1 });
  world = await openStripeWorld(stripeActs, '2026-11-22T03:00:00Z');
  const whole = await fetchStripeFacts(world.client, everything, world.clock());
  const lost = { ...knownOf(mirrorOf(whole.facts), 'evt_ofanotherworld', 45) };
  const again = await fetchStripeFacts(world.client, lost, world.clock());
  expect(again.facts.events).toEqual(whole.facts.events);
  expect(new Set(again.facts.events.map(({ id }) => id)).size).toBe(again.facts.events.length);
  expect(again.facts.lastEventId).toBe(whole.facts.lastEventId);
});

test('reads a bounded number of objects one by one, and says how many are left', async () => {
  world = await openStripeWorld([], '2026-11-22T03:00:00Z');
  const openDisputeIds = Array.from({ length: 305 }, (_, index) => `dp_${index}`);
  const known = { ...everything, fullHistory: false, openDisputeIds };
  const { problems } = await fetchStripeFacts(world.client, known, world.clock());
  expect(problems).toEqual([{ code: 'stripeTooMany', params: { what: 'litiges', count: 305, limit: 300 } }]);
});

test('a night with 5,000 live subscriptions costs at most 130 calls', async () => {
  const shop = buildBenchShop({ seed: 1, today: '2026-11-22', subscriptions: 5000, months: 2 });
  const startMs = shop.historyEndsAt * 1000 + 3 * 3_600_000;
  world = await openStripeWorld(shop.stripeActs, isoOf(startMs));
  const first = await fetchStripeFacts(world.client, everything, world.clock());
  world.advanceTo(isoOf(startMs + DAY_MS));
  const before = world.client.traffic.calls;
  const known = knownOf(mirrorOf(first.facts), first.facts.lastEventId, 45);
  const { facts } = await fetchStripeFacts(world.client, known, world.clock());
  const calls = world.client.traffic.calls - before;
  expect(facts.subscriptions.length).toBeGreaterThanOrEqual(4900);
  expect(calls).toBeLessThanOrEqual(130);
  expect(calls).toBeGreaterThan(50);
});
