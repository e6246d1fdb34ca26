/**
 * Idempotency keys: the same request once, another request never, and 24 hours.
 */
import { afterEach, beforeEach, expect, test } from 'vitest';
import { CUSTOMER, instant, openShop, type Shop } from './tell-story.ts';

let shop: Shop;
beforeEach(async () => {
  shop = await openShop();
});
afterEach(() => shop.server.close());

const credit = (cents: number, idempotencyKey: string) =>
  shop.stripe.customers.createBalanceTransaction(CUSTOMER, { amount: cents, currency: 'eur' }, { idempotencyKey });

test('the same request is carried out once and answered alike, marked as a replay', async () => {
  const first = await credit(-500, 'night-1');
  const second = await credit(-500, 'night-1');
  expect(second).toEqual(first);
  expect(first.lastResponse.headers['idempotent-replayed']).toBeUndefined();
  expect(second.lastResponse.headers['idempotent-replayed']).toBe('true');
  expect(await shop.stripe.customers.retrieve(CUSTOMER)).toMatchObject({ balance: -500 });
});

test('another request under the same key is refused', async () => {
  await credit(-500, 'night-1');
  await expect(credit(-600, 'night-1')).rejects.toMatchObject({
    statusCode: 400,
    type: 'StripeIdempotencyError',
    message: expect.stringContaining('Keys for idempotent requests can only be used with the same parameters'),
  });
});

test('after 24 hours of the world the key is forgotten and the request is carried out again', async () => {
  await credit(-500, 'night-1');
  shop.server.advanceTo((instant('2026-01-01 00:00') + 86_399) * 1000);
  await credit(-500, 'night-1');
  shop.server.advanceTo((instant('2026-01-01 00:00') + 86_400) * 1000);
  await credit(-500, 'night-1');
  expect(await shop.stripe.customers.retrieve(CUSTOMER)).toMatchObject({ balance: -1000 });
});

test('a request with wrong parameters does not use its key up', async () => {
  const wrong = { amount: -500, currency: 'eur', colour: 'red' };
  const options = { idempotencyKey: 'night-1' };
  await expect(shop.stripe.customers.createBalanceTransaction(CUSTOMER, wrong, options)).rejects.toMatchObject({
    code: 'parameter_unknown',
  });
  await expect(credit(-500, 'night-1')).resolves.toMatchObject({ amount: -500 });
});
