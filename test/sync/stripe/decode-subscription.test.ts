// Stripe's subscription as a fact: every status of the installed types, both pauses, the three homes of the cancel date.
import { describe, expect, test } from 'vitest';
import type { SubscriptionFact } from '#lib/billing/stripe-facts.ts';
import type { Instant } from '#lib/kernel/day.ts';
import { instantFromMs } from '#lib/kernel/day.ts';
import { createClock } from '#sync/clock.ts';
import { decodeSubscription } from '#sync/stripe/decode-subscription.ts';
import { stripeEnum } from '../../support/stripe-enum.ts';

const clock = createClock('2026-11-22T03:00:00Z', 'Europe/Paris');
const toDay = (seconds: number) => clock.dayOf(instantFromMs(seconds * 1000));
const at = (instant: Instant) => Date.parse(instant) / 1000;

const item = {
  id: 'si_1',
  current_period_start: at('2026-11-05T09:00:00Z'),
  current_period_end: at('2026-12-05T09:00:00Z'),
  price: { id: 'price_month', unit_amount: 1800, recurring: { interval: 'month', interval_count: 1 } },
};
const yearlyItem = {
  ...item,
  id: 'si_2',
  current_period_end: at('2027-11-05T09:00:00Z'),
  price: { id: 'price_year', unit_amount: 18000, recurring: { interval: 'year', interval_count: 1 } },
};
const subscription = {
  id: 'sub_1',
  object: 'subscription',
  customer: 'cus_1',
  status: 'active',
  pause_collection: null,
  currency: 'eur',
  items: { object: 'list', data: [item], has_more: false },
  start_date: at('2026-10-05T09:00:00Z'),
  ended_at: null,
  cancel_at: null,
  cancel_at_period_end: false,
  latest_invoice: 'in_1',
  schedule: null,
  metadata: {},
};

function decode(changes: object) {
  const decoded = decodeSubscription({ ...subscription, ...changes }, toDay);
  if (!decoded.ok) throw new Error(String(decoded.problem.params.field));
  return decoded.fact;
}

test('an active monthly subscription', () => {
  expect(decode({})).toEqual({
    subscription: {
      id: 'sub_1',
      stripeCustomer: 'cus_1',
      status: 'active',
      stripeStatus: 'active',
      stripePrice: 'price_month',
      priceCents: 1800,
      currency: 'eur',
      interval: 'month',
      startedOn: '2026-10-05',
      periodStartOn: '2026-11-05',
      periodEndOn: '2026-12-05',
      resumesOn: null,
      cancelOn: null,
      endedOn: null,
      latestInvoiceId: 'in_1',
      lastRequestId: null,
    },
    customer: null,
    latestInvoice: null,
  });
});

describe('status', () => {
  const expected: Readonly<Record<string, SubscriptionFact['status']>> = {
    active: 'active',
    canceled: 'canceled',
    incomplete: 'incomplete',
    incomplete_expired: 'incomplete_expired',
    past_due: 'past_due',
    paused: 'paused',
    trialing: 'trialing',
    unpaid: 'unpaid',
  };

  test('every one of the installed types has its own word', () => {
    expect([...stripeEnum('Subscriptions', 'Status')].sort()).toEqual(Object.keys(expected).sort());
    for (const [status, word] of Object.entries(expected)) {
      expect(decode({ status }).subscription).toMatchObject({ status: word, stripeStatus: status });
    }
  });

  test.each([
    ['active', 'collection_paused'],
    ['trialing', 'collection_paused'],
    ['past_due', 'collection_paused'],
    ['unpaid', 'collection_paused'],
    ['paused', 'paused'],
    ['canceled', 'canceled'],
    ['incomplete_expired', 'incomplete_expired'],
    ['frobnicated', 'unknown'],
  ])('%s with its collection paused is %s', (status, word) => {
    const pause_collection = { behavior: 'void', resumes_at: null };
    expect(decode({ status, pause_collection }).subscription.status).toBe(word);
  });

  test('a word nobody knows is kept beside', () => {
    expect(decode({ status: 'frobnicated' }).subscription).toMatchObject({
      status: 'unknown',
      stripeStatus: 'frobnicated',
    });
  });
});

describe('days', () => {
  const soon = at('2026-12-31T23:30:00Z');
  test.each([
    ['nothing set', {}, null],
    ['at period end', { cancel_at_period_end: true }, '2026-12-05'],
    [
      'at period end, the last of several items',
      { cancel_at_period_end: true, items: { data: [item, yearlyItem] } },
      '2027-11-05',
    ],
    ['on a day, as the portal sets it', { cancel_at: soon }, '2027-01-01'],
    ['the day wins over the period end', { cancel_at: soon, cancel_at_period_end: true }, '2027-01-01'],
    ['ended wins over both', { ended_at: at('2026-11-20T08:00:00Z'), cancel_at: soon }, '2026-11-20'],
    ['at period end without an item', { cancel_at_period_end: true, items: { data: [] } }, null],
  ])('cancels: %s', (_, changes, day) => {
    expect(decode(changes).subscription.cancelOn).toBe(day);
  });

  const resume = (type: string, instant: Instant) => ({ resume: { resume_at: at(instant), status: { type } } });
  test.each([
    ['collection paused until a day', { pause_collection: { resumes_at: at('2027-02-22T00:00:00Z') } }, '2027-02-22'],
    ['collection paused without end', { pause_collection: { resumes_at: null } }, null],
    ['paused without a schedule', { status: 'paused' }, null],
    ['paused, its schedule not expanded', { status: 'paused', schedule: 'sub_sched_1' }, null],
    [
      'paused, resumes by its schedule',
      {
        status: 'paused',
        schedule: {
          id: 'sub_sched_1',
          pause_schedules: [
            resume('succeeded', '2026-11-01T00:00:00Z'),
            resume('scheduled', '2027-03-01T00:00:00Z'),
            resume('scheduled', '2027-02-01T00:00:00Z'),
            { resume: null },
          ],
        },
      },
      '2027-02-01',
    ],
    [
      'running, a pause planned later',
      { schedule: { id: 'sub_sched_1', pause_schedules: [resume('scheduled', '2027-02-01T00:00:00Z')] } },
      null,
    ],
  ])('resumes: %s', (_, changes, day) => {
    expect(decode(changes).subscription.resumesOn).toBe(day);
  });
});

describe('what is sold', () => {
  const priced = (recurring: object | null, unit_amount: number | null = 100) => ({
    items: { data: [{ ...item, price: { id: 'price_x', unit_amount, recurring } }] },
  });
  test.each([
    ['a month', priced({ interval: 'month', interval_count: 1 }), 'month'],
    ['a year', priced({ interval: 'year', interval_count: 1 }), 'year'],
    ['twelve months', priced({ interval: 'month', interval_count: 12 }), 'year'],
    ['a quarter', priced({ interval: 'month', interval_count: 3 }), 'unknown'],
    ['two years', priced({ interval: 'year', interval_count: 2 }), 'unknown'],
    ['an interval nobody knows', priced({ interval: 'fortnight', interval_count: 1 }), 'unknown'],
    ['once', priced(null), 'unknown'],
    ['nothing', { items: { data: [] } }, 'unknown'],
  ])('%s', (_, changes, interval) => {
    expect(decode(changes).subscription.interval).toBe(interval);
  });

  test('every interval of the installed types is looked at', () => {
    expect([...stripeEnum('Plans', 'Interval')].sort()).toEqual(['day', 'month', 'week', 'year']);
  });

  test('the first recurring item speaks for several', () => {
    const once = { ...item, price: { id: 'price_once', unit_amount: 500, recurring: null } };
    expect(decode({ items: { data: [once, yearlyItem, item] } }).subscription).toMatchObject({
      stripePrice: 'price_year',
      priceCents: 18000,
      interval: 'year',
      periodEndOn: '2027-11-05',
    });
  });

  test('a price without one amount has none', () => {
    expect(decode(priced({ interval: 'month', interval_count: 1 }, null)).subscription.priceCents).toBeNull();
  });
});

describe('expanded parts', () => {
  test('the customer comes as a fact', () => {
    const customer = { id: 'cus_9', created: at('2025-01-02T12:00:00Z'), name: 'Zoé', email: null };
    const decoded = decode({ customer });
    expect(decoded.subscription.stripeCustomer).toBe('cus_9');
    expect(decoded.customer).toEqual({
      stripeId: 'cus_9',
      name: 'Zoé',
      email: null,
      createdOn: '2025-01-02',
      deleted: false,
    });
  });

  test('a deleted customer keeps its id only', () => {
    expect(decode({ customer: { id: 'cus_9', object: 'customer', deleted: true } }).customer).toEqual({
      stripeId: 'cus_9',
      name: null,
      email: null,
      createdOn: null,
      deleted: true,
    });
  });

  test('the last invoice is handed on as it came', () => {
    const latest_invoice = { id: 'in_7', anything: { at: 'all' } };
    const decoded = decode({ latest_invoice });
    expect(decoded.latestInvoice).toEqual(latest_invoice);
    expect(decoded.subscription.latestInvoiceId).toBe('in_7');
  });
});

test.each([
  ['no id', { id: undefined }, '?', 'id'],
  ['items of another shape', { items: [] }, 'sub_1', 'items'],
  ['a date as text', { start_date: '2026-10-05' }, 'sub_1', 'start_date'],
  ['a broken price', { items: { data: [{ ...item, price: 'price_1' }] } }, 'sub_1', 'items.data.0.price'],
])('an object that cannot be read is a Problem: %s', (_, changes, id, field) => {
  const decoded = decodeSubscription({ ...subscription, ...changes }, toDay);
  expect(decoded).toEqual({
    ok: false,
    problem: { code: 'stripeUnreadable', params: { object: 'l’abonnement', id, field } },
  });
});
