/**
 * The script: its ids are kept, its mistakes are told, and it can force what Stripe has never sent before.
 */
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { StripeAct } from '#demo/stripe-act.ts';
import { createWorldClock } from '#local/clock.ts';
import { mintId } from '#local/stripe-server/mint-id.ts';
import { startStripeServer } from '#local/stripe-server/start-stripe-server.ts';
import { CUSTOMER, clientOf, instant, openShop, type Shop, SUBSCRIPTION, tellStory } from './tell-story.ts';

let shop: Shop;
beforeEach(async () => {
  shop = await openShop();
  await tellStory(shop, 'date | what\n2026-01-10 10:00 | subscribe month');
});
afterEach(() => shop.server.close());

const at = instant('2026-01-10 10:00');

test('a value nobody has seen is shown as it is, listed, and announced', async () => {
  shop.server.play([
    { act: 'set-field-to-unknown', at, object: SUBSCRIPTION, field: 'status', value: 'frobnicated' },
    {
      act: 'set-field-to-unknown',
      at,
      object: SUBSCRIPTION,
      field: 'items.data.0.price.recurring.interval',
      value: 'decade',
    },
  ]);
  const [subscription] = (await shop.stripe.subscriptions.list()).data;
  expect(subscription).toMatchObject({
    status: 'frobnicated',
    items: { data: [{ price: { recurring: { interval: 'decade' } } }] },
  });
  const events = await shop.stripe.events.list({ type: 'customer.subscription.updated', limit: 2 });
  expect(events.data[1]?.data).toMatchObject({ previous_attributes: { status: 'active' } });
});

test.each<[string, object, string]>([
  ['a refund of what was never paid', { act: 'refund', invoice: 2 }, 'has no invoice "2"'],
  ['a price that is not there', { act: 'switch-price', price: 'price_none' }, 'No price price_none'],
  ['a resumption of what is not paused', { act: 'resume' }, 'is active'],
  [
    'an object that is not there',
    { act: 'set-field-to-unknown', object: 'in_none', field: 'status', value: 'x' },
    'No object in_none',
  ],
])('refuses %s', (_name, act, message) => {
  expect(() => shop.server.play([{ at, subscription: SUBSCRIPTION, ...act } as unknown as StripeAct])).toThrow(message);
});

test('an act that fails when its time comes is told to whoever asks then, as no error of Stripe', async () => {
  const clock = createWorldClock(at * 1000);
  const seed: readonly StripeAct[] = [{ act: 'delete-customer', at: at + 60, customer: 'cus_none' }];
  const server = await startStripeServer({ clock, apiKey: 'sk_test_shop', seed });
  clock.advance(60_000);
  await expect(clientOf(server).customers.list()).rejects.toMatchObject({
    statusCode: 500,
    code: 'local_world_failed',
    message: 'No customer cus_none in the local Stripe world',
  });
  await server.close();
});

test('time does not go back', () => {
  expect(() => shop.server.advanceTo((at - 1) * 1000)).toThrow(RangeError);
});

test('refuses acts on a subscription that is over, except those about its money', async () => {
  shop.server.play([{ act: 'cancel-now', at, subscription: SUBSCRIPTION }]);
  expect(() => shop.server.play([{ act: 'undo-cancel', at, subscription: SUBSCRIPTION }])).toThrow('is canceled');
  shop.server.play([{ act: 'refund', at, subscription: SUBSCRIPTION, invoice: 1, id: 're_chosen' }]);
  expect((await shop.stripe.refunds.retrieve('re_chosen')).status).toBe('succeeded');
});

test('customers can be renamed and another currency billed', async () => {
  shop.server.play([
    { act: 'update-customer', at, customer: CUSTOMER, name: 'Anne', metadata: { sheet: 'CLI-000001' } },
    {
      act: 'create-price',
      at,
      id: 'price_chf',
      product: 'prod_box',
      unitAmountCents: 2000,
      interval: 'month',
      currency: 'chf',
    },
    { act: 'create-customer', at, id: 'cus_swiss', card: { kind: 'ok' } },
    { act: 'subscribe', at, id: 'sub_swiss', customer: 'cus_swiss', price: 'price_chf' },
  ]);
  expect(await shop.stripe.customers.retrieve(CUSTOMER)).toMatchObject({
    name: 'Anne',
    metadata: { sheet: 'CLI-000001' },
  });
  const swiss = await shop.stripe.invoices.list({ customer: 'cus_swiss' });
  expect(swiss.data).toMatchObject([{ currency: 'chf', status: 'paid', amount_paid: 2000 }]);
});

test('minted ids look like ids and do not repeat', () => {
  const ids = Array.from({ length: 20_000 }, (_, counter) => mintId('in', counter));
  expect(new Set(ids).size).toBe(ids.length);
  expect(ids.every((id) => /^in_1[0-9A-Za-z]{23}$/.test(id))).toBe(true);
});
