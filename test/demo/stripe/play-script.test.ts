// What the local Stripe engine makes of the demo shop's script: every state and history the mission names is there on the
// morning of the first night, and the last day brings news of every kind.
import type Stripe from 'stripe';
import { describe, expect, test } from 'vitest';
import { buildBenchShop } from '#demo/build-bench-shop.ts';
import type { LifeKindName } from '#demo/stripe/life-kinds.ts';
import type { StripeAct } from '#demo/stripe-act.ts';
import type { Day } from '#lib/kernel/day.ts';
import { queueActs, runUntil } from '#local/stripe-server/run-world.ts';
import { createWorld, DEFAULT_SETTINGS, type World } from '#local/stripe-server/world.ts';
import { demoShop, LAST_DAY } from '../demo-workbook.ts';

/** The world at 02:00 UTC of a day. */
function play(acts: readonly StripeAct[], day: Day): World {
  const world = createWorld(DEFAULT_SETTINGS);
  queueActs(world, acts);
  runUntil(world, Date.parse(`${day}T02:00:00Z`) / 1000);
  return world;
}

function countBy<Row>(rows: readonly Row[], nameOf: (row: Row) => string): Readonly<Record<string, number>> {
  const counts = new Map<string, number>();
  for (const row of rows) counts.set(nameOf(row), (counts.get(nameOf(row)) ?? 0) + 1);
  return Object.fromEntries([...counts].sort(([a], [b]) => (a < b ? -1 : 1)));
}

function stateOf(subscription: Stripe.Subscription): string {
  const marks = [
    subscription.pause_collection === null ? '' : ` · collection ${subscription.pause_collection?.behavior}`,
    subscription.cancel_at_period_end ? ' · leaves at period end' : '',
    !subscription.cancel_at_period_end && subscription.cancel_at !== null && subscription.ended_at === null
      ? ' · leaves at a date'
      : '',
  ];
  return `${subscription.status}${marks.join('')}`;
}

describe('the demo shop played', () => {
  const shop = demoShop();
  const world = play(shop.stripeActs, LAST_DAY);
  const { tables } = world;
  const kindOf = new Map(
    shop.stripeMembers.flatMap(({ subscriptions, kind }) => subscriptions.map((id) => [id, kind])),
  );

  test('subscriptions, invoices, refunds, credit notes and disputes of every state', () => {
    const yearOf = (row: Stripe.Subscription) => row.items.data[0]?.price.recurring?.interval ?? '';
    expect({
      subscriptions: countBy(tables.subscriptions.all(), stateOf),
      running: countBy(
        tables.subscriptions.all().filter((row) => row.status === 'active'),
        yearOf,
      ),
      modes: countBy(tables.subscriptions.all(), (row) => row.billing_mode.type),
      invoices: countBy(tables.invoices.all(), (row) => String(row.status)),
      paidWithCredit: tables.invoices.all().filter((row) => row.status === 'paid' && row.amount_paid === 0).length,
      refunds: countBy(tables.refunds.all(), (row) => String(row.status)),
      creditNotes: countBy(tables.creditNotes.all(), (row) => row.type),
      disputes: countBy(tables.disputes.all(), (row) => row.status),
      customersWithCredit: tables.customers.all().filter((row) => row.balance < 0).length,
      currencies: countBy(tables.subscriptions.all(), (row) => row.currency),
      portalVisits: tables.events.all().filter((row) => row.type === 'billing_portal.session.created').length,
    }).toMatchInlineSnapshot(`
      {
        "creditNotes": {
          "post_payment": 3,
          "pre_payment": 1,
        },
        "currencies": {
          "chf": 1,
          "eur": 259,
        },
        "customersWithCredit": 3,
        "disputes": {
          "lost": 2,
          "needs_response": 2,
          "under_review": 1,
          "warning_closed": 1,
          "warning_needs_response": 1,
          "won": 2,
        },
        "invoices": {
          "draft": 7,
          "open": 21,
          "paid": 1174,
          "uncollectible": 7,
          "void": 9,
        },
        "modes": {
          "classic": 5,
          "flexible": 255,
        },
        "paidWithCredit": 32,
        "portalVisits": 163,
        "refunds": {
          "failed": 1,
          "pending": 1,
          "succeeded": 9,
        },
        "running": {
          "month": 163,
          "year": 38,
        },
        "subscriptions": {
          "active": 186,
          "active · collection keep_as_draft": 1,
          "active · collection mark_uncollectible": 1,
          "active · collection void": 3,
          "active · leaves at a date": 6,
          "active · leaves at period end": 4,
          "canceled": 25,
          "canceled · leaves at period end": 8,
          "frobnicated": 1,
          "incomplete": 2,
          "incomplete_expired": 2,
          "past_due": 8,
          "paused": 7,
          "trialing": 4,
          "unpaid": 2,
        },
      }
    `);
  });

  const expected: Partial<Record<LifeKindName, string>> = {
    activeMonthly: 'active',
    yearlyRenewed: 'active',
    trialing: 'trialing',
    trialConverted: 'active',
    pastDueInGrace: 'past_due',
    pastDueBeyondGrace: 'past_due',
    recoveredByRetry: 'active',
    recoveredByNewCard: 'active',
    recoveredTwice: 'active',
    lost: 'canceled',
    unpaid: 'unpaid',
    incompleteExpired: 'incomplete_expired',
    collectionResumed: 'active',
    pausedUntil: 'paused',
    pausedOpen: 'paused',
    pausedInvoluntarily: 'paused',
    pausedThenResumed: 'active',
    pausedThenBack: 'active',
    cancelsThroughPortal: 'active · leaves at a date',
    cancelsAtPeriodEnd: 'active · leaves at period end',
    cancelUndone: 'active',
    leftAtOnce: 'canceled',
    leftAtDate: 'canceled',
    switchedToYearly: 'active',
    switchedToMonthly: 'active',
    unknownStatus: 'frobnicated',
    failsYesterday: 'past_due',
    recoversYesterday: 'active',
    incompleteSinceYesterday: 'incomplete',
    leavesYesterday: 'active · leaves at a date',
  };

  test.each(Object.entries(expected))('a life of kind %s ends %s', (kind, state) => {
    const lives = tables.subscriptions.all().filter((row) => kindOf.get(row.id) === kind);
    expect(lives.length).toBeGreaterThan(0);
    expect(countBy(lives, stateOf)).toEqual({ [state]: lives.length });
  });

  test('two subscriptions and more began in the same second', () => {
    const seconds = countBy(tables.subscriptions.all(), (row) => String(row.created));
    expect(Math.max(...Object.values(seconds))).toBeGreaterThanOrEqual(2);
  });

  test('failures were recovered and lost, within grace and beyond it', () => {
    const failed = tables.invoices.all().filter((row) => row.attempt_count > 1);
    expect(failed.filter((row) => row.status === 'paid').length).toBeGreaterThan(10);
    expect(failed.filter((row) => row.status === 'open').length).toBeGreaterThan(2);
  });

  test('the last day brings a payment, a failure, a recovery, a refund, a switch, a dispute and a newcomer', () => {
    const since = shop.lastDayStartsAt;
    const types = new Set(
      tables.events
        .all()
        .filter((row) => row.created >= since)
        .map((row) => row.type),
    );
    for (const type of [
      'invoice.paid',
      'invoice.payment_failed',
      'charge.refunded',
      'charge.dispute.created',
      'customer.subscription.created',
      'customer.subscription.updated',
      'billing_portal.session.created',
    ]) {
      expect([...types]).toContain(type);
    }
  });
});

test('most of the states are there on any other day too', () => {
  const world = play(demoShop('2027-03-31', 1, 5).stripeActs, '2027-03-31');
  const states = new Set(world.tables.subscriptions.all().map((row) => row.status));
  for (const status of [
    'active',
    'trialing',
    'past_due',
    'unpaid',
    'paused',
    'canceled',
    'incomplete',
    'incomplete_expired',
  ]) {
    expect([...states]).toContain(status);
  }
});

test('a shop for benchmarks: all subscriptions live, four fifths monthly, some failing', () => {
  const today: Day = '2026-11-22';
  const { stripeActs, historyEndsAt } = buildBenchShop({ seed: 1, today, subscriptions: 1000, months: 6 });
  expect(stripeActs.every((act) => act.at < historyEndsAt)).toBe(true);
  const { tables } = play(stripeActs, today);
  const subscriptions = tables.subscriptions.all();
  const live = subscriptions.filter((row) => row.ended_at === null);
  expect(live).toHaveLength(1000);
  const monthly = subscriptions.filter((row) => row.items.data[0]?.price.recurring?.interval === 'month');
  expect(monthly.length).toBeGreaterThan(750);
  expect(monthly.length).toBeLessThan(850);
  const pastDue = subscriptions.filter((row) => row.status === 'past_due').length;
  expect(pastDue).toBeGreaterThan(2);
  const invoices = tables.invoices.all().filter((row) => row.status === 'paid');
  expect(invoices.length).toBeGreaterThan(1000 * 0.8 * 6);
  expect(tables.refunds.all().length).toBeGreaterThan(2);
});
