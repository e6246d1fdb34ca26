/**
 * Payments somebody asks for, through the API: drafts, open, uncollectible and void invoices, cards that refuse.
 */
import type Stripe from 'stripe';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openShop, type Shop, SUBSCRIPTION, tellStory } from './tell-story.ts';

let shop: Shop;
beforeEach(async () => {
  shop = await openShop();
});
afterEach(() => shop.server.close());

const latest = async () =>
  (await shop.stripe.invoices.list({ subscription: SUBSCRIPTION, limit: 1 })).data[0] as Stripe.Invoice;
const chargesOf = async () => (await shop.stripe.charges.list({ limit: 100 })).data.length;

test('a draft kept by a paused collection is finalized and charged once', async () => {
  await tellStory(
    shop,
    `date | what
     2026-01-10 10:00 | subscribe month
     2026-01-12 10:00 | pause collection keep_as_draft
     2026-02-10 12:00 |`,
  );
  const paid = await shop.stripe.invoices.pay((await latest()).id);
  expect(paid).toMatchObject({ status: 'paid', amount_paid: 1800, attempt_count: 1 });
  expect(await chargesOf()).toBe(2);
});

test('an invoice that was born uncollectible can still be paid', async () => {
  await tellStory(
    shop,
    `date | what
     2026-01-10 10:00 | subscribe month
     2026-01-12 10:00 | pause collection mark_uncollectible
     2026-02-10 12:00 |`,
  );
  const invoice = await latest();
  expect(invoice).toMatchObject({
    status: 'uncollectible',
    status_details: { uncollectible: { reason: 'subscription_paused' } },
  });
  expect(await shop.stripe.invoices.pay(invoice.id)).toMatchObject({ status: 'paid', amount_paid: 1800 });
});

test('a refusal is a card error, counts on the charge, and moves neither the attempts nor the next retry', async () => {
  await tellStory(
    shop,
    `date | what
     2026-01-10 10:00 | subscribe month
     2026-02-01 00:00 | card refuses
     2026-02-10 11:00 |`,
  );
  const before = await latest();
  await expect(shop.stripe.invoices.pay(before.id)).rejects.toMatchObject({
    statusCode: 402,
    type: 'StripeCardError',
    code: 'card_declined',
    decline_code: 'insufficient_funds',
  });
  const after = await latest();
  expect([after.attempt_count, after.next_payment_attempt]).toEqual([
    before.attempt_count,
    before.next_payment_attempt,
  ]);
  expect(await chargesOf()).toBe(3);
  expect(await shop.stripe.invoices.pay(before.id, { paid_out_of_band: true })).toMatchObject({
    status: 'paid',
    amount_paid: 1800,
    amount_paid_off_stripe: 1800,
  });
  await expect(shop.stripe.invoices.pay(before.id)).rejects.toMatchObject({ message: 'Invoice is already paid' });
});

test('without a card nothing is charged, and the answer says why', async () => {
  await tellStory(
    shop,
    `date | what
     2026-01-10 10:00 | subscribe month
     2026-02-01 00:00 | card none
     2026-02-10 11:00 |`,
  );
  await expect(shop.stripe.invoices.pay((await latest()).id)).rejects.toMatchObject({ statusCode: 400 });
  expect(await chargesOf()).toBe(1);
});

test('void, finalize and give up refuse what is in another state', async () => {
  await tellStory(shop, 'date | what\n2026-01-10 10:00 | subscribe month');
  const { id } = await latest();
  const { invoices } = shop.stripe;
  for (const call of [invoices.voidInvoice(id), invoices.finalizeInvoice(id), invoices.markUncollectible(id)]) {
    await expect(call).rejects.toMatchObject({ statusCode: 400 });
  }
});
