// Requests carried out at the local Stripe through the unmodified client: each kind does what it says, twice does no more,
// and every way of failing has its answer.
import { afterEach, describe, expect, test } from 'vitest';
import type { StripeAct } from '#demo/stripe-act.ts';
import type { RequestCall } from '#lib/billing/request-call.ts';
import { createClock } from '#sync/clock.ts';
import { performRequest, startOfDaySeconds } from '#sync/stripe/perform-request.ts';
import { openStripeWorld, type StripeWorld, stripeClientFor } from '../../support/stripe-world.ts';

const at = (instant: string) => Date.parse(instant) / 1000;
const START = '2026-10-05T09:00:00Z';
const NOW = '2026-11-22T03:00:00Z';
const shop: readonly StripeAct[] = [
  { act: 'create-product', at: at(START), id: 'prod_1', name: 'Abonnement' },
  {
    act: 'create-price',
    at: at(START),
    id: 'price_month',
    product: 'prod_1',
    unitAmountCents: 1800,
    interval: 'month',
  },
  { act: 'create-price', at: at(START), id: 'price_year', product: 'prod_1', unitAmountCents: 18000, interval: 'year' },
  { act: 'create-customer', at: at(START), id: 'cus_1', card: { kind: 'ok' } },
  { act: 'subscribe', at: at(START), id: 'sub_1', customer: 'cus_1', price: 'price_month' },
];
const id = 'sub_1';

let world: StripeWorld;
afterEach(() => world.close());

const open = async (acts: readonly StripeAct[] = []) => {
  world = await openStripeWorld([...shop, ...acts], NOW, { rk_test_reader: ['subscription_read', 'customer_read'] });
};
const perform = (call: RequestCall, requestId = 'DEM-000001') =>
  performRequest(world.client, call, requestId, world.clock());
const subscription = () => world.client.api.subscriptions.retrieve(id);

describe('done', () => {
  test('a pause of the collection until the first moment of a day in the shop', async () => {
    await open();
    expect(await perform({ kind: 'pause_collection', subscriptionId: id, resumesOn: '2027-02-22' })).toEqual({
      kind: 'accepted',
    });
    expect((await subscription()).pause_collection).toMatchObject({
      behavior: 'void',
      resumes_at: at('2027-02-21T23:00:00Z'),
    });
  });

  test('the collection goes on', async () => {
    await open([{ act: 'pause-collection', at: at('2026-11-01T09:00:00Z'), subscription: id, behaviour: 'void' }]);
    expect((await subscription()).pause_collection).not.toBeNull();
    expect(await perform({ kind: 'resume_collection', subscriptionId: id })).toEqual({ kind: 'accepted' });
    expect((await subscription()).pause_collection).toBeNull();
  });

  test('a paused subscription resumes once it is paid', async () => {
    await open([{ act: 'pause', at: at('2026-11-01T09:00:00Z'), subscription: id }]);
    expect((await subscription()).status).toBe('paused');
    expect(await perform({ kind: 'resume', subscriptionId: id })).toEqual({ kind: 'accepted' });
    expect((await subscription()).status).toBe('active');
  });

  test('a switch to yearly, and none the second time', async () => {
    await open();
    const call = {
      kind: 'switch_price',
      subscriptionId: id,
      fromPrice: 'price_month',
      stripePrice: 'price_year',
    } as const;
    expect(await perform(call)).toEqual({ kind: 'accepted' });
    const { items } = await subscription();
    expect(items.data.map(({ price }) => price.id)).toEqual(['price_year']);
    const { data: before } = await world.client.api.invoices.list({ subscription: id, limit: 100 });
    expect(await perform(call, 'DEM-000002')).toEqual({ kind: 'accepted' });
    const { data: after } = await world.client.api.invoices.list({ subscription: id, limit: 100 });
    expect(after).toHaveLength(before.length);
  });

  test('the end of the period ends it', async () => {
    await open();
    expect(await perform({ kind: 'cancel_at_period_end', subscriptionId: id })).toEqual({ kind: 'accepted' });
    const { cancel_at_period_end, cancel_at } = await subscription();
    expect(cancel_at_period_end || cancel_at !== null).toBe(true);
  });

  test('asked twice under one key, it is done once', async () => {
    await open();
    const call = { kind: 'cancel_at_period_end', subscriptionId: id } as const;
    await perform(call);
    const events = async () => (await world.client.api.events.list({ limit: 100 })).data.length;
    const before = await events();
    expect(await perform(call)).toEqual({ kind: 'accepted' });
    expect(await events()).toBe(before);
  });
});

describe('not done', () => {
  test('a subscription that does not exist is a refusal, in the words of Stripe', async () => {
    await open();
    expect(await perform({ kind: 'cancel_at_period_end', subscriptionId: 'sub_none' })).toMatchObject({
      kind: 'rejected',
      message: expect.stringContaining('sub_none'),
    });
  });

  test('a key without the right names it', async () => {
    await open();
    const client = stripeClientFor(world.server.url, 'rk_test_reader');
    const call = { kind: 'cancel_at_period_end', subscriptionId: id } as const;
    expect(await performRequest(client, call, 'DEM-000001', world.clock())).toMatchObject({
      kind: 'rejected',
      message: expect.stringContaining('subscription_write'),
    });
  });

  test('the same key with another content stays for the next night', async () => {
    await open();
    await perform({ kind: 'pause_collection', subscriptionId: id, resumesOn: '2027-02-22' });
    expect(await perform({ kind: 'pause_collection', subscriptionId: id, resumesOn: '2027-02-23' })).toEqual({
      kind: 'unanswered',
    });
  });

  test('no answer is no answer', async () => {
    await open();
    const client = stripeClientFor('http://127.0.0.1:9');
    const call = { kind: 'cancel_at_period_end', subscriptionId: id } as const;
    expect(await performRequest(client, call, 'DEM-000001', world.clock())).toEqual({ kind: 'unanswered' });
  });
});

test.each([
  ['2027-02-22', 'Europe/Paris', '2027-02-21T23:00:00Z'],
  ['2026-07-14', 'Europe/Paris', '2026-07-13T22:00:00Z'],
  ['2026-03-29', 'Europe/Paris', '2026-03-28T23:00:00Z'],
  ['2026-03-30', 'Europe/Paris', '2026-03-29T22:00:00Z'],
  ['2026-10-25', 'Europe/Paris', '2026-10-24T22:00:00Z'],
  ['2026-10-26', 'Europe/Paris', '2026-10-25T23:00:00Z'],
  ['2026-11-22', 'America/Guadeloupe', '2026-11-22T04:00:00Z'],
] as const)('%s begins in %s at %s', async (day, zone, expected) => {
  world = await openStripeWorld([], NOW);
  expect(startOfDaySeconds(day, createClock(NOW, zone))).toBe(at(expected));
});
