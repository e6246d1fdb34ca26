// What the demo's Checkout sessions hold, and when they are paid.
import { expect, test } from 'vitest';
import { buildDemoShop } from '#demo/build-demo-shop.ts';
import type { Checkout } from '#demo/stripe-act.ts';

const today = '2026-11-22';
const DAY_SECONDS = 86_400;
const shop = buildDemoShop({ seed: 1, today, scale: 1 });
const sessions = shop.checkoutActs.filter((act): act is Checkout => act.act === 'checkout');
const startOfToday = Date.parse(`${today}T00:00:00Z`) / 1000;

test('every day from the day before yesterday to the fortieth after today brings at least one', () => {
  const days = new Set(sessions.map(({ at }) => Math.floor((at - startOfToday) / DAY_SECONDS)));
  expect([...days]).toEqual(Array.from({ length: 43 }, (_, index) => index - 2));
});

test('the first days show stock, partners, both in one basket, a guest and a product the workbook does not know', () => {
  const models = new Map(shop.rows.products.map(({ stripeProduct, model }) => [stripeProduct, model]));
  const early = sessions.filter(({ at }) => at < startOfToday + DAY_SECONDS);
  const baskets = early.map(({ items, customer }) => [
    ...items.map(({ product }) => models.get(product) ?? 'unknown'),
    customer === undefined ? 'guest' : 'subscriber',
  ]);
  expect(baskets).toEqual([
    ['hero', 'hero', 'subscriber'],
    ['dropship', 'guest'],
    ['dropship', 'subscriber'],
    ['unknown', 'guest'],
    ['hero', 'dropship', 'subscriber'],
  ]);
});

test('a session costs what the catalogue says', () => {
  const prices = new Map(shop.rows.products.map(({ stripeProduct, priceCents }) => [stripeProduct, priceCents]));
  const items = sessions.flatMap((session) => session.items).filter(({ product }) => prices.has(product));
  expect(items.length).toBeGreaterThan(40);
  for (const { product, unitAmountCents } of items) expect(unitAmountCents).toBe(prices.get(product));
});
