// Checkout sessions → orders: once a session, whole or not at all, for the right customer.
import { describe, expect, it, test } from 'vitest';
import type { CheckoutFact } from '#lib/billing/stripe-facts.ts';
import { applyChanges } from '#lib/changes/apply.ts';
import { messageOf } from '#lib/kernel/problem.ts';
import { planImportCheckouts } from '#lib/orders/plan-import-checkouts.ts';
import type { WorkbookState } from '#lib/tables/tables.ts';
import { fr } from '#lib/text/fr.ts';
import { rowsAsText } from '../../support/rows-as-text.ts';
import { factsOf } from '../../support/stripe-facts-of.ts';
import { contextAt, drawLines, shopWith } from './order-shop.ts';

const honey = { stripeProduct: 'prod_miel', name: 'Miel', quantity: 2, unitPriceCents: 1200, discountCents: 0 };
const session = (id: string, fields: Partial<CheckoutFact> = {}): CheckoutFact => ({
  ...{ id, orderedAt: '2026-11-22T18:00:00', stripeCustomer: null, name: 'Tom Petit', email: 'tom@example.com' },
  ...{ phone: null, address: '5 quai', postalCode: '44000', city: 'Nantes', country: 'FR', currency: 'eur' },
  ...{ totalCents: 2890, shippingCents: 490, paidOn: '2026-11-22', lines: [honey], ...fields },
});
const base = shopWith();
const shop = shopWith({
  products: base.products.rows.map((row) => (row.id === 'MIEL' ? { ...row, stripeProduct: 'prod_miel' } : row)),
});
const night = (workbook: WorkbookState, ...checkouts: CheckoutFact[]) => {
  const { changes, problems } = planImportCheckouts(contextAt(workbook), factsOf({ checkouts }));
  const after = applyChanges(workbook, changes, fr);
  return { after, changes, problems: problems.map((found) => messageOf(found, fr)) };
};
const drawn = (workbook: WorkbookState) =>
  rowsAsText(
    workbook.orders.rows,
    ...([
      'sourceId',
      'source',
      'customerId',
      'totalCents',
      'shippingPaidCents',
      'discountCents',
      'paidCents',
      'shipCity',
    ] as const),
  );

describe('a session', () => {
  const { after, changes, problems } = night(shop, session('cs_1'));

  it('becomes an order that waits to be routed, and its guest a customer', () => {
    expect(problems).toEqual([]);
    expect(drawn(after)).toEqual(['cs_1 | stripe_checkout | CLI-000002 | 2890 | 490 | 0 | 2890 | Nantes']);
    expect(drawLines(after)).toEqual(['LIG-000001 | MIEL | 2 | to_route | - | - | - | - | -']);
    expect(rowsAsText(after.customers.rows, 'id', 'name', 'email')).toEqual([
      'CLI-000001 | Léa Roux | lea@example.com',
      'CLI-000002 | Tom Petit | tom@example.com',
    ]);
  });

  it('is imported once, whatever became of its order', () => {
    expect(night(after, session('cs_1'), session('cs_1')).changes).toEqual([]);
    const orders = after.orders.rows.map((row) => ({ ...row, status: 'voided' as const }));
    expect(night(shopWith({ orders }), session('cs_1')).changes).toEqual([]);
  });

  it('is written in one piece', () => {
    expect(new Set(changes.map(({ group }) => group))).toEqual(new Set(['checkout/cs_1']));
  });
});

test('the order of the facts does not matter', () => {
  const two = [session('cs_1'), session('cs_2', { orderedAt: '2026-11-21T10:00:00' })];
  expect(drawn(night(shop, ...two).after)).toEqual(drawn(night(shop, ...[...two].reverse()).after));
});

test('two sessions of one new guest make one customer', () => {
  const { after } = night(shop, session('cs_1'), session('cs_2', { email: 'TOM@example.com' }));
  expect(after.orders.rows.map(({ customerId }) => customerId)).toEqual(['CLI-000002', 'CLI-000002']);
});

test.each([
  ['a known address', { email: 'LEA@example.com' }, 'CLI-000001'],
  ['a known Stripe customer', { stripeCustomer: 'cus_7', email: 'other@example.com' }, 'CLI-000007'],
])('%s finds its customer', (_, fields, customerId) => {
  const customers = [...shop.customers.rows, { id: 'CLI-000007', stripeCustomer: 'cus_7' }];
  const known = shopWith({ customers, products: shop.products.rows });
  expect(night(known, session('cs_1', fields)).after.orders.rows[0]?.customerId).toBe(customerId);
});

test('a reduction that is on no line becomes the order’s own', () => {
  const { after } = night(shop, session('cs_1', { totalCents: 2590 }));
  expect(drawn(after)[0]).toContain('2590 | 490 | 300 | 2590');
});

test.each([
  [
    'a product nobody knows',
    { lines: [honey, { ...honey, stripeProduct: 'prod_x', name: 'Bougie' }] },
    'Bougie prod_x',
  ],
  ['another currency', { currency: 'chf' }, 'CHF'],
  ['nobody', { email: null }, 'invité'],
])('a session with %s is told and left out whole', (_, fields, message) => {
  const { changes, problems } = night(shop, session('cs_1', fields));
  expect(changes).toEqual([]);
  expect(problems.join()).toContain(message);
});
