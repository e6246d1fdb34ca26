// Checkout sessions through the unmodified client, against the local Stripe server.
import { afterEach, describe, expect, it, test } from 'vitest';
import type { StripeAct } from '#demo/stripe-act.ts';
import type { CheckoutFact } from '#lib/billing/stripe-facts.ts';
import type { Problem } from '#lib/kernel/problem.ts';
import { fetchCheckouts } from '#sync/stripe/fetch-checkouts.ts';
import { openStripeWorld, type StripeWorld, stripeClientFor } from '../../support/stripe-world.ts';

const at = (instant: string) => Date.parse(instant) / 1000;
const session = (id: string, count: number, more: object = {}): StripeAct =>
  ({
    ...{ act: 'checkout', at: at('2026-11-20T10:00:00Z'), id, name: 'Tom Petit', email: 'tom@example.com' },
    address: { line1: '5 quai', line2: 'bât. B', postalCode: '44000', city: 'Nantes', country: 'FR' },
    items: Array.from({ length: count }, (_, index) => ({
      ...{ product: 'prod_miel', unitAmountCents: 1200, quantity: index + 1, discountCents: 100 },
    })),
    ...more,
  }) as StripeAct;
const acts: readonly StripeAct[] = [
  { act: 'create-product', at: at('2026-01-01T00:00:00Z'), id: 'prod_miel', name: 'Miel' },
  session('cs_old', 1, { at: at('2026-02-01T10:00:00Z') }),
  session('cs_1', 2, { shippingCents: 490 }),
  session('cs_long', 13),
  session('cs_unpaid', 1, { isPaid: false }),
];

let world: StripeWorld | null = null;
afterEach(async () => {
  await world?.close();
  world = null;
});

async function fetched(gte: string | null, key?: string) {
  world = await openStripeWorld(acts, '2026-11-22T03:00:00Z', { rk_test_narrow12: ['customer_read'] });
  const client = key === undefined ? world.client : stripeClientFor(world.server.url, key);
  const checkouts = new Map<string, CheckoutFact>();
  const problems: Problem[] = [];
  const collected = {
    addCheckout: (fact: CheckoutFact) => void checkouts.set(fact.id, fact),
    report: (found: Problem) => void problems.push(found),
  };
  const created = gte === null ? {} : { created: { gte: at(gte) } };
  await fetchCheckouts(client, world.clock(), created, collected, () => {});
  return { checkouts, problems };
}

describe('the sessions of the window', () => {
  it('come with address, amounts and lines; those not paid yet stay out', async () => {
    const { checkouts, problems } = await fetched('2026-11-01T00:00:00Z');
    expect(problems).toEqual([]);
    expect([...checkouts.keys()].sort()).toEqual(['cs_1', 'cs_long']);
    const line = { stripeProduct: 'prod_miel', name: 'Miel', unitPriceCents: 1200, discountCents: 100 };
    expect(checkouts.get('cs_1')).toEqual({
      ...{ id: 'cs_1', orderedAt: '2026-11-20T11:00:00', paidOn: '2026-11-20', stripeCustomer: null },
      ...{ name: 'Tom Petit', email: 'tom@example.com', phone: null, address: '5 quai, bât. B' },
      ...{ postalCode: '44000', city: 'Nantes', country: 'FR', currency: 'eur' },
      ...{ totalCents: 3890, shippingCents: 490 },
      lines: [
        { ...line, quantity: 1 },
        { ...line, quantity: 2 },
      ],
    });
  });

  it('a long session has all its lines, in their order', async () => {
    const { checkouts } = await fetched('2026-11-01T00:00:00Z');
    expect(checkouts.get('cs_long')?.lines.map(({ quantity }) => quantity)).toEqual([
      1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13,
    ]);
  });

  it('without a window, all of them', async () => {
    const { checkouts } = await fetched(null);
    expect([...checkouts.keys()].sort()).toEqual(['cs_1', 'cs_long', 'cs_old']);
  });
});

test('a key without the right loses these orders, not the night', async () => {
  const { checkouts, problems } = await fetched(null, 'rk_test_narrow12');
  expect(checkouts.size).toBe(0);
  expect(problems).toEqual([{ code: 'stripeCheckoutForbidden', params: { permission: 'checkout_session_read' } }]);
});
