// Stripe's invoice as a fact: statuses and reasons of the installed types, its subscription, its plan, its payments.
import { describe, expect, test } from 'vitest';
import type { InvoiceFact } from '#lib/billing/stripe-facts.ts';
import { instantFromMs } from '#lib/kernel/day.ts';
import { createClock } from '#sync/clock.ts';
import { decodeInvoice, paymentIntentOf } from '#sync/stripe/decode-invoice.ts';
import { stripeEnum } from '../../support/stripe-enum.ts';

const clock = createClock('2026-11-22T03:00:00Z', 'Europe/Paris');
const toDay = (seconds: number) => clock.dayOf(instantFromMs(seconds * 1000));
const at = (instant: string) => Date.parse(instant) / 1000;

const line = (price: string, amount: number, proration = false) => ({
  id: `il_${price}_${amount}`,
  amount,
  pricing: { type: 'price_details', price_details: { price, product: 'prod_1' } },
  parent: { type: 'subscription_item_details', subscription_item_details: { proration } },
});
const payment = (intent: unknown, status = 'paid') => ({
  id: 'inpay_1',
  status,
  payment: { type: 'payment_intent', payment_intent: intent },
});
const invoice = {
  id: 'in_1',
  object: 'invoice',
  number: 'A-0001',
  customer: 'cus_1',
  parent: { type: 'subscription_details', subscription_details: { subscription: 'sub_1', metadata: {} } },
  status: 'paid',
  billing_reason: 'subscription_cycle',
  currency: 'eur',
  created: at('2026-11-05T23:30:00Z'),
  status_transitions: { paid_at: at('2026-11-06T00:31:00Z') },
  total: 1800,
  amount_paid: 1800,
  attempt_count: 1,
  next_payment_attempt: null,
  lines: { object: 'list', data: [line('price_month', 1800)] },
  payments: { object: 'list', data: [payment('pi_1')], has_more: false },
};

function decode(changes: object): InvoiceFact {
  const decoded = decodeInvoice({ ...invoice, ...changes }, toDay);
  if (!decoded.ok) throw new Error(String(decoded.problem.params.field));
  return decoded.fact.invoice;
}

test('a paid renewal', () => {
  expect(decode({})).toEqual({
    id: 'in_1',
    number: 'A-0001',
    stripeCustomer: 'cus_1',
    subscriptionId: 'sub_1',
    stripePrice: 'price_month',
    status: 'paid',
    stripeStatus: 'paid',
    reason: 'renewal',
    currency: 'eur',
    createdOn: '2026-11-06',
    paidOn: '2026-11-06',
    totalCents: 1800,
    paidCents: 1800,
    attempts: 1,
    nextAttemptOn: null,
    paymentIntents: ['pi_1'],
  });
});

describe('words', () => {
  const statuses = { draft: 'draft', open: 'open', paid: 'paid', uncollectible: 'uncollectible', void: 'void' };
  const reasons: Readonly<Record<string, InvoiceFact['reason']>> = {
    automatic_pending_invoice_item_invoice: 'other',
    manual: 'manual',
    quote_accept: 'other',
    subscription: 'other',
    subscription_create: 'first',
    subscription_cycle: 'renewal',
    subscription_threshold: 'other',
    subscription_update: 'change',
    upcoming: 'other',
  };

  test('every status of the installed types', () => {
    expect([...stripeEnum('Invoices', 'Status')].sort()).toEqual(Object.keys(statuses).sort());
    for (const [status, word] of Object.entries(statuses)) expect(decode({ status }).status).toBe(word);
  });

  test('every reason of the installed types', () => {
    expect([...stripeEnum('Invoices', 'BillingReason')].sort()).toEqual(Object.keys(reasons).sort());
    for (const [billing_reason, word] of Object.entries(reasons)) expect(decode({ billing_reason }).reason).toBe(word);
  });

  test.each([
    ['a status nobody knows', { status: 'frobnicated' }, { status: 'unknown', stripeStatus: 'frobnicated' }],
    ['no status', { status: null }, { status: 'unknown', stripeStatus: 'null' }],
    ['a reason nobody knows', { billing_reason: 'whim' }, { reason: 'other' }],
    ['no reason', { billing_reason: null }, { reason: 'other' }],
  ])('%s', (_, changes, expected) => {
    expect(decode(changes)).toMatchObject(expected);
  });
});

describe('parts', () => {
  test.each([
    ['no parent', { parent: null }, null],
    ['of a quote', { parent: { type: 'quote_details', subscription_details: null } }, null],
    ['expanded', { parent: { subscription_details: { subscription: { id: 'sub_2' } } } }, 'sub_2'],
  ])('subscription: %s', (_, changes, id) => {
    expect(decode(changes).subscriptionId).toBe(id);
  });

  test.each<[string, object, readonly string[]]>([
    ['not asked for', { payments: undefined }, []],
    [
      'several, one given up',
      { payments: { data: [payment('pi_1'), payment('pi_2', 'canceled'), payment('pi_3', 'open')], has_more: false } },
      ['pi_1', 'pi_3'],
    ],
    [
      'expanded',
      { payments: { data: [payment({ id: 'pi_4', object: 'payment_intent' })], has_more: false } },
      ['pi_4'],
    ],
    [
      'outside Stripe',
      { payments: { data: [{ status: 'paid', payment: { type: 'payment_record' } }], has_more: false } },
      [],
    ],
  ])('payments: %s', (_, changes, intents) => {
    expect(decode(changes).paymentIntents).toEqual(intents);
  });

  test('more payments than came with it', () => {
    const payments = { data: [payment('pi_1')], has_more: true };
    expect(decodeInvoice({ ...invoice, payments }, toDay)).toMatchObject({ fact: { hasMorePayments: true } });
    expect(paymentIntentOf(payment('pi_9'))).toEqual(['pi_9']);
    expect(paymentIntentOf('something else')).toEqual([]);
  });
});

describe('what was sold', () => {
  test.each([
    ['one line', [line('price_month', 1800)], 'price_month'],
    ['a change to yearly', [line('price_month', -900, true), line('price_year', 18000)], 'price_year'],
    ['a change within the period', [line('price_a', -900, true), line('price_b', 1200, true)], 'price_b'],
    ['a whole period beside a share', [line('price_a', 500, true), line('price_b', 400)], 'price_b'],
    ['two whole periods', [line('price_a', 400), line('price_b', 500)], 'price_b'],
    ['a free trial', [line('price_month', 0)], 'price_month'],
    ['money given back only', [line('price_month', -900, true)], 'price_month'],
    ['a line without price', [{ amount: 300, pricing: null, parent: null }, line('price_a', 100)], 'price_a'],
    ['no line', [], null],
  ])('%s', (_, data, price) => {
    expect(decode({ lines: { data } }).stripePrice).toBe(price);
    expect(decode({ lines: { data: [...data].reverse() } }).stripePrice).toBe(price);
  });
});

test.each([
  ['a customer that is not there', { customer: null }, 'customer'],
  ['a fraction of a cent', { total: 17.5 }, 'total'],
])('an invoice that cannot be read is a Problem: %s', (_, changes, field) => {
  expect(decodeInvoice({ ...invoice, ...changes }, toDay)).toMatchObject({
    ok: false,
    problem: { code: 'stripeUnreadable', params: { id: 'in_1', field } },
  });
});
