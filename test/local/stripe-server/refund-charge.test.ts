/**
 * Refunds, credit notes after payment, disputes: what they change and what they leave alone.
 */
import type Stripe from 'stripe';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { StripeAct } from '#demo/stripe-act.ts';
import { CUSTOMER, instant, openShop, type Shop, SUBSCRIPTION, tellStory } from './tell-story.ts';

let shop: Shop;
let charge: Stripe.Charge;
beforeEach(async () => {
  shop = await openShop();
  await tellStory(shop, 'date | what\n2026-01-10 10:00 | subscribe month');
  charge = (await shop.stripe.charges.list()).data[0] as Stripe.Charge;
});
afterEach(() => shop.server.close());

const START = instant('2026-01-10 10:00');
const DAY = 86_400;
const play = (act: object) =>
  shop.server.play([{ subscription: SUBSCRIPTION, at: START, invoice: 1, ...act } as unknown as StripeAct]);
const after = (days: number) => shop.server.advanceTo((START + days * DAY) * 1000);
const eventTypes = async (...types: string[]) => {
  const events = await shop.stripe.events.list({ types, limit: 100 });
  return events.data.map((event) => event.type).reverse();
};

test.each([
  ['succeeded', undefined, ['succeeded', 1800, true], ['succeeded', 1800, true]],
  [
    'pending, then succeeded',
    { kind: 'succeeds-after', delaySeconds: DAY },
    ['pending', 1800, true],
    ['succeeded', 1800, true],
  ],
  [
    'pending, then failed: the charge gets its amount back',
    { kind: 'fails-after', delaySeconds: DAY },
    ['pending', 1800, true],
    ['failed', 0, false],
  ],
])('a refund that is %s', async (_name, outcome, before, later) => {
  play({ act: 'refund', ...(outcome === undefined ? {} : { outcome }) });
  const read = async () => {
    const [refund] = (await shop.stripe.refunds.list({ charge: charge.id })).data;
    const now = await shop.stripe.charges.retrieve(charge.id);
    return [refund?.status, now.amount_refunded, now.refunded];
  };
  expect(await read()).toEqual(before);
  after(1);
  expect(await read()).toEqual(later);
  const [invoice] = (await shop.stripe.invoices.list()).data;
  expect(invoice).toMatchObject({ status: 'paid', amount_paid: 1800 });
});

test('a failed refund announces itself in every way Stripe has', async () => {
  play({ act: 'refund', outcome: { kind: 'fails-after', delaySeconds: DAY } });
  after(1);
  const types = [
    'refund.created',
    'charge.refunded',
    'refund.updated',
    'charge.refund.updated',
    'refund.failed',
    'charge.updated',
  ];
  expect(await eventTypes(...types)).toEqual(types);
});

test('refunds by the API: partly, then too much, then the rest, then nothing left', async () => {
  const refund = (params: Stripe.RefundCreateParams) => shop.stripe.refunds.create(params);
  const intent = charge.payment_intent as string;
  expect(await refund({ payment_intent: intent, amount: 500, metadata: { ticket: 'T1' } })).toMatchObject({
    amount: 500,
    status: 'succeeded',
    charge: charge.id,
    metadata: { ticket: 'T1' },
  });
  await expect(refund({ charge: charge.id, amount: 1400 })).rejects.toMatchObject({ param: 'amount' });
  expect(await refund({ charge: charge.id })).toMatchObject({ amount: 1300 });
  await expect(refund({ charge: charge.id })).rejects.toMatchObject({ code: 'charge_already_refunded' });
  await expect(refund({ charge: 'ch_none' })).rejects.toMatchObject({ code: 'resource_missing', param: 'charge' });
  await expect(refund({})).rejects.toMatchObject({ code: 'parameter_missing' });
});

test.each([
  ['refund', { amount_refunded: 700 }, 0],
  ['customer-balance', { amount_refunded: 0 }, -700],
  ['out-of-band', { amount_refunded: 0 }, 0],
])('a credit note on a paid invoice goes to %s; the invoice only remembers it', async (to, chargeAfter, balance) => {
  play({ act: 'credit-note', amountCents: 700, to });
  const [note] = (await shop.stripe.creditNotes.list({ customer: CUSTOMER })).data;
  expect(note).toMatchObject({ type: 'post_payment', post_payment_amount: 700, pre_payment_amount: 0, total: 700 });
  const invoice = await shop.stripe.invoices.retrieve(note?.invoice as string);
  expect(invoice).toMatchObject({ status: 'paid', amount_paid: 1800, post_payment_credit_notes_amount: 700 });
  expect(await shop.stripe.charges.retrieve(charge.id)).toMatchObject(chargeAfter);
  expect(await shop.stripe.customers.retrieve(CUSTOMER)).toMatchObject({ balance });
  expect((await shop.stripe.creditNotes.listLineItems(note?.id as string)).data).toMatchObject([{ amount: 700 }]);
});

test('a credit note by the API must be split exactly and not exceed the invoice', async () => {
  const invoice = (await shop.stripe.invoices.list()).data[0]?.id as string;
  await expect(shop.stripe.creditNotes.create({ invoice, amount: 700, refund_amount: 600 })).rejects.toMatchObject({
    statusCode: 400,
  });
  await expect(shop.stripe.creditNotes.create({ invoice, credit_amount: 1801 })).rejects.toMatchObject({
    param: 'amount',
  });
  const note = await shop.stripe.creditNotes.create({ invoice, amount: 700, refund_amount: 600, credit_amount: 100 });
  expect(note).toMatchObject({
    refunds: [{ amount_refunded: 600 }],
    customer_balance_transaction: expect.stringMatching(/^cbtxn_/),
  });
  const transactions = await shop.stripe.customers.listBalanceTransactions(CUSTOMER);
  expect(transactions.data).toMatchObject([
    { type: 'credit_note', amount: -100, ending_balance: -100, credit_note: note.id },
  ]);
});

test.each([
  ['won', false, ['needs_response', 'under_review', 'won'], [-1800, 1800]],
  ['lost', false, ['needs_response', 'under_review', 'lost'], [-1800]],
  ['open', false, ['needs_response', 'under_review', 'under_review'], [-1800]],
  ['won', true, ['warning_needs_response', 'warning_under_review', 'warning_closed'], []],
])('a dispute that ends %s (inquiry: %s)', async (outcome, inquiry, statuses, moved) => {
  play({ act: 'dispute', outcome, inquiry, submittedAt: START + 2 * DAY, closedAt: START + 20 * DAY });
  const read = async () => (await shop.stripe.disputes.list({ charge: charge.id })).data[0] as Stripe.Dispute;
  const seen: string[] = [(await read()).status];
  for (const days of [2, 20]) {
    after(days);
    seen.push((await read()).status);
  }
  expect(seen).toEqual(statuses);
  expect((await read()).balance_transactions.map((transaction) => transaction.amount)).toEqual(moved);
  expect(await shop.stripe.charges.retrieve(charge.id)).toMatchObject({ disputed: true, amount_refunded: 0 });
});

test('the money of a dispute is announced apart from the dispute', async () => {
  play({ act: 'dispute', outcome: 'won', closedAt: START + DAY });
  after(1);
  const types = [
    'charge.dispute.created',
    'charge.dispute.funds_withdrawn',
    'charge.dispute.funds_reinstated',
    'charge.dispute.closed',
  ];
  expect(await eventTypes(...types)).toEqual(types);
});
