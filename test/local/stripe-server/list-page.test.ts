/**
 * Pages and cursors, above all with objects of the same second.
 */
import fc from 'fast-check';
import type Stripe from 'stripe';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { instant, openShop, type Shop } from './tell-story.ts';

const SAME_SECOND = instant('2026-01-02 00:00');
const names = Array.from({ length: 25 }, (_, index) => `cus_${String(index).padStart(2, '0')}`);

let shop: Shop;
beforeAll(async () => {
  shop = await openShop();
  shop.server.advanceTo(SAME_SECOND * 1000);
  shop.server.play(names.map((id) => ({ act: 'create-customer', at: SAME_SECOND, id, email: `${id}@example.org` })));
});
afterAll(() => shop.server.close());

const newestFirst = [...names].reverse();

test('pages of any size hold every customer once, newest first, though all were created in the same second', async () => {
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 1, max: 30 }), async (limit) => {
      const seen: string[] = [];
      for await (const customer of shop.stripe.customers.list({ limit, created: { gte: SAME_SECOND } })) {
        seen.push(customer.id);
      }
      expect(seen).toEqual(newestFirst);
    }),
    { numRuns: 10 },
  );
});

test('ending_before gives what is just newer than the cursor, still newest first', async () => {
  const page = await shop.stripe.customers.list({ limit: 3, ending_before: 'cus_10' });
  expect(page.data.map((customer) => customer.id)).toEqual(['cus_13', 'cus_12', 'cus_11']);
  expect(page.has_more).toBe(true);
  const last = await shop.stripe.customers.list({ limit: 100, ending_before: 'cus_22' });
  expect(last.data.map((customer) => customer.id)).toEqual(['cus_24', 'cus_23']);
  expect(last.has_more).toBe(false);
});

test.each<[string, Stripe.CustomerListParams, number]>([
  ['after a second, exclusive', { created: { gt: SAME_SECOND } }, 0],
  ['from a second', { created: { gte: SAME_SECOND } }, 25],
  ['before a second', { created: { lt: SAME_SECOND } }, 1],
  ['up to a second', { created: { lte: SAME_SECOND } }, 26],
  ['exactly a second', { created: SAME_SECOND }, 25],
  ['by e-mail', { email: 'cus_03@example.org' }, 1],
])('filters: %s', async (_name, params, count) => {
  const page = await shop.stripe.customers.list({ limit: 100, ...params });
  expect(page.data).toHaveLength(count);
});

test('ten by default', async () => {
  const page = await shop.stripe.customers.list();
  expect(page).toMatchObject({ object: 'list', has_more: true, url: '/v1/customers' });
  expect(page.data).toHaveLength(10);
});

test.each<[string, Stripe.CustomerListParams, object]>([
  ['an unknown cursor', { starting_after: 'cus_none' }, { code: 'resource_missing', param: 'starting_after' }],
  ['an unknown cursor backwards', { ending_before: 'cus_none' }, { code: 'resource_missing', param: 'ending_before' }],
  ['two cursors', { starting_after: 'cus_01', ending_before: 'cus_02' }, { type: 'StripeInvalidRequestError' }],
  ['a page of 101', { limit: 101 }, { param: 'limit' }],
  ['a page of none', { limit: 0 }, { param: 'limit' }],
])('refuses %s', async (_name, params, error) => {
  await expect(shop.stripe.customers.list(params)).rejects.toMatchObject({ statusCode: 400, ...error });
});

test('objects of a test clock and deleted customers are absent from plain lists', async () => {
  const at = instant('2026-01-03 00:00');
  shop.server.advanceTo(at * 1000);
  shop.server.play([
    { act: 'create-customer', at, id: 'cus_clock', testClock: 'clock_1', card: { kind: 'ok' } },
    { act: 'subscribe', at, id: 'sub_clock', customer: 'cus_clock', price: 'price_month' },
    { act: 'delete-customer', at, customer: 'cus_00' },
  ]);
  const customers = await shop.stripe.customers.list({ limit: 100 });
  expect(customers.data.map((customer) => customer.id)).not.toContain('cus_clock');
  expect(customers.data.map((customer) => customer.id)).not.toContain('cus_00');
  expect((await shop.stripe.subscriptions.list()).data).toEqual([]);
  expect((await shop.stripe.subscriptions.list({ customer: 'cus_clock' })).data).toHaveLength(1);
  expect((await shop.stripe.subscriptions.list({ test_clock: 'clock_1' })).data).toHaveLength(1);
  expect(await shop.stripe.customers.retrieve('cus_00')).toMatchObject({ id: 'cus_00', deleted: true });
});
