/**
 * Faults as the client sees them, and whether the request had been applied.
 */
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Fault } from '#local/stripe-server/faults.ts';
import { CUSTOMER, clientOf, openShop, type Shop } from './tell-story.ts';

let shop: Shop;
beforeEach(async () => {
  shop = await openShop();
});
afterEach(() => shop.server.close());

const rename = (name: string) => shop.stripe.customers.update(CUSTOMER, { name }, { timeout: 200 });

test.each<[Fault, object, string]>([
  [{ kind: 'rate-limit' }, { statusCode: 429, type: 'StripeRateLimitError', code: 'rate_limit' }, 'Anna'],
  [{ kind: 'lock-timeout', status: 409 }, { statusCode: 409, code: 'lock_timeout' }, 'Anna'],
  [{ kind: 'lock-timeout' }, { statusCode: 429, code: 'lock_timeout' }, 'Anna'],
  [{ kind: 'key-in-use' }, { statusCode: 409, code: 'idempotency_key_in_use' }, 'Anna'],
  [{ kind: 'server-error' }, { statusCode: 500, type: 'StripeAPIError' }, 'Anna'],
  [{ kind: 'server-error', status: 503 }, { statusCode: 503 }, 'Anna'],
  [{ kind: 'cut', times: 2 }, { type: 'StripeConnectionError' }, 'Anna'],
  [{ kind: 'hang' }, { type: 'StripeConnectionError', message: expect.stringContaining('timeout') }, 'Anna'],
  [{ kind: 'applied-then-error' }, { statusCode: 500 }, 'Anne'],
  [{ kind: 'applied-then-cut', times: 2 }, { type: 'StripeConnectionError' }, 'Anne'],
  [{ kind: 'applied-then-hang' }, { type: 'StripeConnectionError' }, 'Anne'],
])('%j', async (fault, error, nameAfterwards) => {
  shop.server.faults.add({ on: 'POST /v1/customers', ...fault });
  await expect(rename('Anne')).rejects.toMatchObject(error);
  expect(shop.server.faults.pending).toEqual([]);
  expect(await shop.stripe.customers.retrieve(CUSTOMER)).toMatchObject({ name: nameAfterwards });
});

test('a rate limit says why, and when to come back only if it was told to', async () => {
  const headersOf = async (fault: Fault) => {
    shop.server.faults.add(fault);
    return await shop.stripe.customers.list().catch((error: { headers: Record<string, string> }) => error.headers);
  };
  const plain = await headersOf({ kind: 'rate-limit' });
  expect(plain).toMatchObject({ 'stripe-rate-limited-reason': 'global-rate' });
  expect(plain).not.toHaveProperty('retry-after');
  const kind = await headersOf({ kind: 'rate-limit', reason: 'endpoint-rate', retryAfterSeconds: 7 });
  expect(kind).toMatchObject({ 'stripe-rate-limited-reason': 'endpoint-rate', 'retry-after': '7' });
});

test('faults pass the requests they were told to pass, strike as often as told, and leave other endpoints alone', async () => {
  shop.server.faults.add({ kind: 'server-error', on: 'GET /v1/customers', after: 1, times: 2 });
  const outcomes: string[] = [];
  for (let call = 0; call < 4; call += 1) {
    await shop.stripe.products.list();
    outcomes.push(
      await shop.stripe.customers.list().then(
        () => 'answered',
        () => 'failed',
      ),
    );
  }
  expect(outcomes).toEqual(['answered', 'failed', 'failed', 'answered']);
});

test("the client's own retries get through a cut and a server error, once only, thanks to the key it sends", async () => {
  const patient = clientOf(shop.server, 'sk_test_shop', 2);
  shop.server.faults.add({ kind: 'applied-then-cut', on: 'POST /v1/customers' });
  shop.server.faults.add({ kind: 'server-error', on: 'POST /v1/customers' });
  await patient.customers.createBalanceTransaction(CUSTOMER, { amount: -500, currency: 'eur' });
  expect(await shop.stripe.customers.retrieve(CUSTOMER)).toMatchObject({ balance: -500 });
});

test('faults, acts, the clock and the counts are also there over HTTP, apart from the API', async () => {
  const post = (path: string, body: object) =>
    fetch(`${shop.server.url}/_local/${path}`, { method: 'POST', body: JSON.stringify(body) });
  await post('faults', { kind: 'server-error', on: 'GET /v1/products' });
  await expect(shop.stripe.products.list()).rejects.toMatchObject({ statusCode: 500 });
  const at = Date.parse('2026-02-01T00:00:00Z');
  await post('acts', [{ act: 'set-card', at: at / 1000, customer: CUSTOMER, card: { kind: 'none' } }]);
  expect(await (await post('clock', { nowMs: at })).json()).toEqual({ nowSeconds: at / 1000 });
  const customer = await shop.stripe.customers.retrieve(CUSTOMER);
  expect(customer).toMatchObject({ invoice_settings: { default_payment_method: null } });
  const stats = await (await fetch(`${shop.server.url}/_local/stats`)).json();
  expect(stats).toMatchObject({ requests: 2, objects: { customers: 1, prices: 3 } });
  expect((await post('clock', { nowMs: 'soon' })).status).toBe(400);
  expect((await fetch(`${shop.server.url}/_local/nothing`)).status).toBe(404);
});
