/**
 * Laws of time: how far one step goes does not matter, and the same script gives the same world, byte for byte.
 */
import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { StripeAct } from '#demo/stripe-act.ts';
import { queueActs, runUntil } from '#local/stripe-server/run-world.ts';
import { createWorld, DEFAULT_SETTINGS, type World } from '#local/stripe-server/world.ts';
import { instant, shopSeed } from './tell-story.ts';

const START = instant('2026-01-02');
const DAY = 86_400;
const END = START + 200 * DAY;

/** Acts that are possible whatever happened before, on three subscriptions. */
const actOf = (subscription: string) => {
  const customer = subscription.replace('sub', 'cus');
  return fc.oneof(
    fc
      .constantFrom('month', 'plus', 'year')
      .map((plan) => ({ act: 'switch-price', subscription, price: `price_${plan}` })),
    fc
      .constantFrom('void', 'keep_as_draft', 'mark_uncollectible')
      .map((behaviour) => ({ act: 'pause-collection', subscription, behaviour })),
    fc.constant({ act: 'resume-collection', subscription }),
    {
      weight: 4,
      arbitrary: fc
        .constantFrom(
          { kind: 'ok' },
          { kind: 'none' },
          { kind: 'always-declines' },
          { kind: 'first-attempts-decline', attempts: 2 },
        )
        .map((card) => ({ act: 'set-card', customer, card })),
    },
    fc
      .integer({ min: -3000, max: 3000 })
      .map((amountCents) => ({ act: 'adjust-customer-balance', customer, amountCents })),
    fc.constant({ act: 'cancel-at', subscription, cancelAt: END + DAY }),
    fc.constant({ act: 'undo-cancel', subscription }),
  );
};

const script = fc
  .array(
    fc.tuple(
      fc.integer({ min: 0, max: 150 * DAY }),
      fc.constantFrom('sub_a', 'sub_b', 'sub_c').chain((subscription) => actOf(subscription)),
    ),
    { minLength: 10, maxLength: 25 },
  )
  .map((dated) => {
    const acts = dated
      .map(([after, act]) => ({ ...act, at: START + after }) as unknown as StripeAct)
      .sort((left, right) => left.at - right.at);
    const openings = ['a', 'b', 'c'].flatMap((name, index): StripeAct[] => [
      { act: 'create-customer', at: START - 1, id: `cus_${name}`, card: { kind: 'ok' } },
      {
        act: 'subscribe',
        at: START - 1,
        id: `sub_${name}`,
        customer: `cus_${name}`,
        price: index === 2 ? 'price_year' : 'price_month',
      },
    ]);
    const endings: readonly StripeAct[] = [
      { act: 'cancel-at-period-end', at: START + 151 * DAY, subscription: 'sub_a' },
      { act: 'cancel-now', at: START + 152 * DAY, subscription: 'sub_b' },
    ];
    return [...shopSeed, ...openings, ...acts, ...endings];
  });

/** Dunning ends no subscription here, so that every act of the script stays possible. */
function play(acts: readonly StripeAct[], stops: readonly number[]): World {
  const world = createWorld({ ...DEFAULT_SETTINGS, afterLastRetry: 'past_due' });
  queueActs(world, acts);
  for (const stop of stops) runUntil(world, stop);
  return world;
}

/** The whole world as one short text, so that a difference stays readable. */
function shown(world: World): string {
  const tables = Object.entries(world.tables).map(([name, table]) => [name, table.all()]);
  const cards = [...world.cards];
  const due = world.due.entries().map(({ at, due: what }) => [at, what]);
  const whole = JSON.stringify({ tables, cards, due, counter: world.counter, pending: [...world.pendingItems] });
  const sizes = Object.entries(world.tables).map(([name, table]) => `${name} ${table.all().length}`);
  return `${sizes.join(', ')}, sha256 ${createHash('sha256').update(whole).digest('hex')}`;
}

const daily = Array.from({ length: 200 }, (_, index) => START + (index + 1) * DAY);

test('going day by day is going in one jump', () => {
  let retries = 0;
  let credits = 0;
  let closedByPause = 0;
  fc.assert(
    fc.property(script, (acts) => {
      const jumped = play(acts, [END]);
      expect(shown(play(acts, daily))).toBe(shown(jumped));
      const invoices = jumped.tables.invoices.all();
      retries += invoices.filter((invoice) => invoice.attempt_count > 1).length;
      credits += invoices.filter((invoice) => invoice.total < 0).length;
      closedByPause += invoices.filter((invoice) => invoice.status === 'void').length;
    }),
    { numRuns: 60, seed: 20_260_101 },
  );
  const reached = `${retries} retried, ${credits} negative, ${closedByPause} void`;
  expect(Math.min(retries / 10, credits, closedByPause), reached).toBeGreaterThan(5);
});

test('any stops on the way lead to the same world', () => {
  fc.assert(
    fc.property(script, fc.array(fc.integer({ min: START, max: END }), { maxLength: 30 }), (acts, stops) => {
      const ordered = [...stops.sort((left, right) => left - right), END];
      expect(shown(play(acts, ordered))).toBe(shown(play(acts, [END])));
    }),
    { numRuns: 40 },
  );
});

test('money is conserved: what an invoice says was paid is what its payments collected', () => {
  fc.assert(
    fc.property(script, (acts) => {
      const { tables } = play(acts, [END]);
      for (const invoice of tables.invoices.all()) {
        const payments = tables.invoicePayments
          .idsBy('invoice', invoice.id)
          .map((id) => tables.invoicePayments.get(id));
        const collected = payments.reduce((sum, payment) => sum + (payment?.amount_paid ?? 0), 0);
        expect(invoice.amount_paid).toBe(collected);
        expect(invoice.amount_remaining).toBe(invoice.amount_due - invoice.amount_paid);
        if (invoice.status === 'paid') expect(invoice.amount_remaining).toBe(0);
      }
      for (const customer of tables.customers.all()) {
        const ids = tables.balanceTransactions.idsBy('customer', customer.id);
        const moved = ids.reduce((sum, id) => sum + (tables.balanceTransactions.get(id)?.amount ?? 0), 0);
        expect(customer.balance).toBe(moved);
      }
    }),
    { numRuns: 40 },
  );
});

test('periods follow one another without gap or overlap', () => {
  fc.assert(
    fc.property(script, (acts) => {
      const { tables } = play(acts, [END]);
      for (const subscription of tables.subscriptions.all()) {
        const item = subscription.items.data[0];
        const lines = tables.invoices
          .idsBy('subscription', subscription.id)
          .flatMap((id) => tables.invoices.get(id)?.lines.data ?? [])
          .filter((line) => line.parent?.subscription_item_details?.proration === false);
        expect(lines.at(-1)?.period).toEqual({ start: item?.current_period_start, end: item?.current_period_end });
        for (const [index, line] of lines.entries()) {
          const next = lines[index + 1];
          if (next !== undefined) expect(next.period.start).toBeLessThanOrEqual(line.period.end);
        }
      }
    }),
    { numRuns: 40 },
  );
});

test('an act in the past is refused before anything is queued', () => {
  const world = createWorld(DEFAULT_SETTINGS);
  runUntil(world, END);
  expect(() => queueActs(world, shopSeed)).toThrow(RangeError);
  expect(world.due.entries()).toEqual([]);
});
