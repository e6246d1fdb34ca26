// What an invoice is worth: shares, refunds, credit, terms edited since, and what cannot be known.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type PointsDue, pointsDue } from '#lib/points/points-due.ts';
import type { RowOf } from '#lib/tables/tables.ts';

const plan = { points: 100, priceCents: 1800 };

function invoiceOf(over: Partial<RowOf<'invoices'>>): RowOf<'invoices'> {
  return {
    id: 'in_1',
    number: null,
    customerId: 'CLI-1',
    subscriptionId: 'sub_1',
    planId: 'FOR-1',
    status: 'paid',
    reason: null,
    createdOn: '2026-11-01',
    paidOn: '2026-11-01',
    totalCents: 1800,
    paidCents: 1800,
    paidBackCents: 0,
    withheldCents: 0,
    attempts: 1,
    firstFailedOn: null,
    retryOn: null,
    graceUntil: null,
    recovery: null,
    paymentIntents: null,
    rowIndex: 2,
    ...over,
  };
}

const known = (points: number, gross: number): PointsDue => ({ known: true, points, gross });

const cases: readonly (readonly [string, Partial<RowOf<'invoices'>>, number, PointsDue])[] = [
  ['paid in full', {}, 0, known(100, 100)],
  ['a share is rounded down: 999 of 1800 cents are 55.5 points', { paidCents: 999 }, 0, known(55, 55)],
  ['customer credit gives nothing: paid with amount_paid 0', { paidCents: 0 }, 0, known(0, 0)],
  ['half refunded', { paidBackCents: 900 }, 0, known(50, 100)],
  ['withheld by a dispute', { withheldCents: 1800 }, 100, known(0, 100)],
  ['refunded and disputed: never below 0', { paidBackCents: 1800, withheldCents: 1800 }, 100, known(0, 100)],
  ['refund of one cent costs one point', { paidBackCents: 1 }, 100, known(99, 100)],
  ['open', { status: 'open', paidCents: 0 }, 0, known(0, 0)],
  ['open, partly paid: earned when it is paid', { status: 'open', paidCents: 900, paidOn: null }, 0, known(0, 0)],
  ['a proration above the price', { paidCents: 18_000 }, 0, known(1000, 1000)],
  ['earned at other terms: they stand', {}, 80, known(80, 80)],
  ['earned at other terms, half refunded', { paidBackCents: 900 }, 81, known(40, 81)],
  ['state never seen', { status: 'unknown' }, 100, { known: false, why: 'status' }],
  ['paid, day unknown', { paidOn: null }, 0, { known: false, why: 'paid-day' }],
];

test.each(cases)('%s', (_, over, earned, expected) => {
  expect(pointsDue(invoiceOf(over), plan, earned)).toEqual(expected);
});

const withoutPlan: readonly (readonly [string, Partial<RowOf<'invoices'>>, number, PointsDue])[] = [
  ['its plan is gone', {}, 0, { known: false, why: 'plan-unknown' }],
  ['its plan is gone, but the points were earned: they stand', {}, 100, known(100, 100)],
  ['its plan is gone and half refunded', { paidBackCents: 900 }, 100, known(50, 100)],
  ['its plan is gone and nothing stands', { paidBackCents: 1800 }, 0, known(0, 0)],
  ['of a subscription, without a plan', { planId: null }, 0, { known: false, why: 'plan-missing' }],
  ['of no subscription: worth nothing', { planId: null, subscriptionId: null }, 0, known(0, 0)],
];

test.each(withoutPlan)('%s', (_, over, earned, expected) => {
  expect(pointsDue(invoiceOf(over), undefined, earned)).toEqual(expected);
});

test('a plan priced 0 cannot be shared out', () => {
  expect(pointsDue(invoiceOf({}), { points: 100, priceCents: 0 }, 0)).toEqual({ known: false, why: 'plan-price' });
});

test('law: between 0 and what was earned, falling as more is paid back', () => {
  const cents = fc.integer({ min: 0, max: 40_000 });
  fc.assert(
    fc.property(cents, cents, cents, fc.integer({ min: 0, max: 3000 }), (paidCents, back, more, points) => {
      const terms = { points, priceCents: 1800 };
      const whole = pointsDue(invoiceOf({ paidCents }), terms, 0);
      const less = pointsDue(invoiceOf({ paidCents, paidBackCents: back }), terms, 0);
      const least = pointsDue(invoiceOf({ paidCents, paidBackCents: back, withheldCents: more }), terms, 0);
      if (!whole.known || !less.known || !least.known) throw new Error('all of these are known');
      return 0 <= least.points && least.points <= less.points && less.points <= whole.points;
    }),
    { seed: 6 },
  );
});
