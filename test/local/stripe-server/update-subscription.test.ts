/**
 * What the job asks of a subscription through the API, and what Stripe refuses.
 */
import type Stripe from 'stripe';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { CUSTOMER, instant, openShop, type Shop, SUBSCRIPTION, tellStory } from './tell-story.ts';

let shop: Shop;
let itemId: string;
beforeEach(async () => {
  shop = await openShop();
  await tellStory(shop, 'date | what\n2026-01-10 10:00 | subscribe month');
  itemId = (await shop.stripe.subscriptions.retrieve(SUBSCRIPTION)).items.data[0]?.id as string;
});
afterEach(() => shop.server.close());

const update = (params: Stripe.SubscriptionUpdateParams) => shop.stripe.subscriptions.update(SUBSCRIPTION, params);
const APRIL = instant('2026-04-10 10:00');

test('pauses collection for three months, and ends the pause with an empty string', async () => {
  expect(await update({ pause_collection: { behavior: 'void', resumes_at: APRIL } })).toMatchObject({
    status: 'active',
    pause_collection: { behavior: 'void', resumes_at: APRIL },
  });
  expect(await update({ pause_collection: '' })).toMatchObject({ pause_collection: null });
});

test('switches the price of the one item, with a proration invoice when the interval changes', async () => {
  shop.server.advanceTo(instant('2026-01-25 10:00') * 1000);
  const switched = await update({
    items: [{ id: itemId, price: 'price_year' }],
    proration_behavior: 'create_prorations',
    expand: ['latest_invoice'],
  });
  const invoice = switched.latest_invoice as Stripe.Invoice;
  expect(switched.billing_cycle_anchor).toBe(instant('2026-01-25 10:00'));
  expect(switched.items.data[0]).toMatchObject({ id: itemId, price: { id: 'price_year' }, plan: { id: 'price_year' } });
  expect(invoice).toMatchObject({ billing_reason: 'subscription_update', status: 'paid', total: 17071 });
  expect(invoice.lines.data.map((line) => [line.amount, line.parent?.subscription_item_details?.proration])).toEqual([
    [-929, true],
    [18000, false],
  ]);
});

test('plans an end, takes it back, and plans it by date', async () => {
  const end = instant('2026-02-10 10:00');
  expect(await update({ cancel_at_period_end: true })).toMatchObject({
    cancel_at_period_end: true,
    cancel_at: end,
    canceled_at: instant('2026-01-10 10:00'),
    ended_at: null,
    cancellation_details: { reason: 'cancellation_requested' },
  });
  expect(await update({ cancel_at_period_end: false })).toMatchObject({
    cancel_at_period_end: false,
    cancel_at: null,
    canceled_at: null,
  });
  expect(await update({ cancel_at: 'max_period_end' })).toMatchObject({ cancel_at_period_end: false, cancel_at: end });
  expect(await update({ cancel_at: '' })).toMatchObject({ cancel_at: null });
});

test('the portal ends a flexible subscription by date alone, a classic one by flag', async () => {
  const at = instant('2026-01-11 10:00');
  shop.server.advanceTo(at * 1000);
  shop.server.play([
    { act: 'subscribe', at, id: 'sub_classic', customer: CUSTOMER, price: 'price_month', billingMode: 'classic' },
    { act: 'cancel-at-period-end', at, subscription: 'sub_classic', via: 'portal', feedback: 'unused' },
    { act: 'cancel-at-period-end', at, subscription: SUBSCRIPTION, via: 'portal' },
  ]);
  expect(await shop.stripe.subscriptions.retrieve(SUBSCRIPTION)).toMatchObject({
    cancel_at: instant('2026-02-10 10:00'),
    cancel_at_period_end: false,
  });
  expect(await shop.stripe.subscriptions.retrieve('sub_classic')).toMatchObject({
    cancel_at_period_end: true,
    cancellation_details: { feedback: 'unused', reason: 'cancellation_requested' },
  });
});

test('metadata is merged, an empty value removes a key', async () => {
  await update({ metadata: { source: 'sheet', note: 'x' } });
  expect((await update({ metadata: { note: '', request: 'R1' } })).metadata).toEqual({
    source: 'sheet',
    request: 'R1',
  });
  expect((await update({ metadata: '' })).metadata).toEqual({});
});

test('a cancelled subscription leaves the plain list and takes metadata only', async () => {
  const ended = await shop.stripe.subscriptions.cancel(SUBSCRIPTION, { cancellation_details: { comment: 'moved' } });
  expect(ended).toMatchObject({ status: 'canceled', ended_at: instant('2026-01-10 10:00') });
  expect(ended.cancellation_details).toMatchObject({ comment: 'moved', reason: 'cancellation_requested' });
  expect((await shop.stripe.subscriptions.list()).data).toEqual([]);
  expect((await shop.stripe.subscriptions.list({ status: 'canceled' })).data).toHaveLength(1);
  expect((await shop.stripe.subscriptions.list({ status: 'ended' })).data).toHaveLength(1);
  await expect(update({ cancel_at_period_end: true })).rejects.toMatchObject({ statusCode: 400 });
  await expect(update({ metadata: { seen: 'yes' } })).resolves.toMatchObject({ metadata: { seen: 'yes' } });
  await expect(shop.stripe.subscriptions.cancel(SUBSCRIPTION)).rejects.toMatchObject({ statusCode: 404 });
});

test.each<[string, () => Stripe.SubscriptionUpdateParams, object]>([
  [
    'an item of another subscription',
    () => ({ items: [{ id: 'si_none', price: 'price_year' }] }),
    { param: 'items[0][id]' },
  ],
  ['a price that is not there', () => ({ items: [{ id: itemId, price: 'price_none' }] }), { param: 'items[0][price]' }],
  ['a second item', () => ({ items: [{ price: 'price_year' }] }), { param: 'items' }],
  ['two ends at once', () => ({ cancel_at: APRIL, cancel_at_period_end: true }), { type: 'StripeInvalidRequestError' }],
])('refuses %s and changes nothing', async (_name, params, error) => {
  const before = await shop.stripe.subscriptions.retrieve(SUBSCRIPTION);
  await expect(update({ metadata: { changed: 'yes' }, ...params() })).rejects.toMatchObject({
    statusCode: 400,
    ...error,
  });
  expect(await shop.stripe.subscriptions.retrieve(SUBSCRIPTION)).toEqual(before);
});

test('the filters of the list', async () => {
  const count = async (params: Stripe.SubscriptionListParams) =>
    (await shop.stripe.subscriptions.list(params)).data.length;
  expect(await count({ status: 'active', customer: CUSTOMER, price: 'price_month' })).toBe(1);
  expect(await count({ price: 'price_year' })).toBe(0);
  expect(await count({ collection_method: 'send_invoice' })).toBe(0);
  expect(await count({ current_period_end: { lte: instant('2026-02-10 10:00') } })).toBe(1);
  expect(await count({ current_period_end: { lt: instant('2026-02-10 10:00') } })).toBe(0);
  expect(await count({ current_period_start: { gte: instant('2026-01-10 10:00') } })).toBe(1);
});
