/**
 * Expansion: what may be asked for, what is refused, and what stays hidden unless asked for.
 */
import type Stripe from 'stripe';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { CUSTOMER, instant, openShop, type Shop, SUBSCRIPTION, tellStory } from './tell-story.ts';

let shop: Shop;
beforeAll(async () => {
  shop = await openShop();
  await tellStory(
    shop,
    `date | what
     2026-01-10 10:00 | subscribe month
     2026-01-12 10:00 | refund latest`,
  );
});
afterAll(() => shop.server.close());

test.each([
  ['data.customer'],
  ['data.latest_invoice'],
  ['data.latest_invoice.payments'],
  ['data.latest_invoice.payments.data'],
  ['data.schedule'],
  ['data.items'],
  ['data.items.data.price'],
  ['data.default_payment_method'],
  ['data.discounts'],
])('a list of subscriptions expands %s', async (path) => {
  const page = await shop.stripe.subscriptions.list({ expand: [path] });
  expect(page.data).toHaveLength(1);
});

test.each([
  ['customer', "This property cannot be expanded (customer). You may want to try expanding 'data.customer' instead."],
  ['data.nonsense', 'This property cannot be expanded (data.nonsense).'],
  ['data.status', 'This property cannot be expanded (data.status).'],
  ['data.customer.nonsense', 'This property cannot be expanded (data.customer.nonsense).'],
  [
    'data.latest_invoice.payments.data.payment',
    'You cannot expand more than 4 levels of a property. Property: data.latest_invoice.payments.data.payment',
  ],
])('a list of subscriptions refuses %s, even an empty one', async (path, message) => {
  for (const status of ['all', 'unpaid'] as const) {
    await expect(shop.stripe.subscriptions.list({ status, expand: [path] })).rejects.toMatchObject({
      statusCode: 400,
      type: 'StripeInvalidRequestError',
      message,
    });
  }
});

test('nothing is expanded unasked, and payments are not even a key', async () => {
  const subscription = await shop.stripe.subscriptions.retrieve(SUBSCRIPTION);
  expect(subscription).toMatchObject({ customer: CUSTOMER, latest_invoice: expect.stringMatching(/^in_/) });
  const invoice = await shop.stripe.invoices.retrieve(subscription.latest_invoice as string);
  expect(invoice).not.toHaveProperty('payments');
  expect(invoice).not.toHaveProperty('subscription');
  expect(invoice).not.toHaveProperty('charge');
  expect(invoice.parent?.subscription_details?.subscription).toBe(SUBSCRIPTION);
  expect(subscription).not.toHaveProperty('current_period_end');
});

test('from a refund to its invoice there is only the way over the payment intent of the expanded payments', async () => {
  const [refund] = (await shop.stripe.refunds.list()).data;
  const invoices = await shop.stripe.invoices.list({ expand: ['data.payments'] });
  const paidWith = invoices.data.map((invoice) => invoice.payments?.data[0]?.payment.payment_intent);
  expect(paidWith).toEqual([refund?.payment_intent]);
  const payments = await shop.stripe.invoicePayments.list({
    payment: { type: 'payment_intent', payment_intent: refund?.payment_intent as string },
  });
  expect(payments.data[0]?.invoice).toBe(invoices.data[0]?.id);
});

test('two paths through the same object both hold', async () => {
  const page = await shop.stripe.invoices.list({
    expand: ['data.customer', 'data.payments.data.payment', 'data.parent.subscription_details.subscription'],
  });
  expect(page.data[0]).toMatchObject({
    customer: { object: 'customer', id: CUSTOMER },
    parent: { subscription_details: { subscription: { object: 'subscription', id: SUBSCRIPTION } } },
    payments: { object: 'list', data: [{ object: 'invoice_payment' }] },
  });
});

test('a deleted customer expands to its stub', async () => {
  const at = instant('2026-01-13 00:00');
  shop.server.advanceTo(at * 1000);
  shop.server.play([{ act: 'delete-customer', at, customer: CUSTOMER }]);
  const page = await shop.stripe.subscriptions.list({ status: 'canceled', expand: ['data.customer'] });
  expect(page.data.map((subscription: Stripe.Subscription) => subscription.customer)).toEqual([
    { id: CUSTOMER, object: 'customer', deleted: true },
  ]);
});
