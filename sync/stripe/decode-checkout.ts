// Stripe's Checkout session → fact. Only paid sessions that sold products are orders; every other one gives no fact and is no
// problem: a subscription is told by its own objects, an unpaid session by a later night.
import { z } from 'zod';
import type { CheckoutFact } from '#lib/billing/stripe-facts.ts';
import type { Clock } from '#lib/kernel/clock.ts';
import { instantFromMs } from '#lib/kernel/day.ts';
import { cents, type Decoded, decodeObject, reference, seconds } from './decode-object.ts';

const addressSchema = z
  .object({
    line1: z.string().nullish(),
    line2: z.string().nullish(),
    postal_code: z.string().nullish(),
    city: z.string().nullish(),
    country: z.string().nullish(),
  })
  .nullish();

const itemSchema = z.object({
  id: z.string(),
  description: z.string().nullish(),
  quantity: z.int().nullable(),
  amount_subtotal: cents,
  amount_discount: cents,
  price: z.object({ product: reference, unit_amount: cents.nullable() }).nullable(),
});

const sessionSchema = z.object({
  id: z.string(),
  created: seconds,
  mode: z.string(),
  status: z.string().nullable(),
  payment_status: z.string(),
  customer: reference.nullish(),
  customer_details: z
    .object({
      name: z.string().nullish(),
      email: z.string().nullish(),
      phone: z.string().nullish(),
      address: addressSchema,
    })
    .nullish(),
  collected_information: z
    .object({ shipping_details: z.object({ name: z.string().nullish(), address: addressSchema }).nullish() })
    .nullish(),
  currency: z.string().nullable(),
  amount_total: cents.nullable(),
  total_details: z.object({ amount_shipping: cents.nullish() }).nullish(),
  line_items: z.object({ data: z.array(itemSchema), has_more: z.boolean() }).optional(),
});

type SessionShape = z.infer<typeof sessionSchema>;
type ItemShape = z.infer<typeof itemSchema>;

export interface DecodedCheckout {
  /** null: no order. */
  readonly checkout: CheckoutFact | null;
  /** More line items than came with the session. */
  readonly hasMoreItems: boolean;
}

export function decodeCheckout(object: unknown, clock: Clock): Decoded<DecodedCheckout> {
  return decodeObject('checkout_session', sessionSchema, object, (session) => ({
    checkout: isOrder(session) ? checkoutOf(session, clock) : null,
    hasMoreItems: session.line_items?.has_more ?? true,
  }));
}

/** Line items read apart from their session. */
export function withAllItems(checkout: CheckoutFact, items: readonly unknown[]): Decoded<CheckoutFact> {
  const session = { id: checkout.id, items };
  return decodeObject('checkout_session', z.object({ items: z.array(itemSchema) }), session, (shape) => ({
    ...checkout,
    lines: shape.items.map(lineOf),
  }));
}

function isOrder({ mode, status, payment_status }: SessionShape): boolean {
  return mode === 'payment' && status === 'complete' && payment_status !== 'unpaid';
}

function checkoutOf(session: SessionShape, clock: Clock): CheckoutFact {
  const { customer_details: customer, collected_information: collected } = session;
  const shipTo = collected?.shipping_details;
  const address = shipTo?.address ?? customer?.address;
  const street = [address?.line1, address?.line2].filter((line) => line !== null && line !== undefined && line !== '');
  const orderedAt = instantFromMs(session.created * 1000);
  return {
    id: session.id,
    orderedAt: clock.wallTimeOf(orderedAt),
    stripeCustomer: session.customer ?? null,
    name: shipTo?.name ?? customer?.name ?? null,
    email: customer?.email ?? null,
    phone: customer?.phone ?? null,
    address: street.length === 0 ? null : street.join(', '),
    postalCode: address?.postal_code ?? null,
    city: address?.city ?? null,
    country: address?.country ?? null,
    currency: session.currency ?? '',
    totalCents: session.amount_total ?? 0,
    shippingCents: session.total_details?.amount_shipping ?? 0,
    paidOn: clock.dayOf(orderedAt),
    lines: (session.line_items?.data ?? []).map(lineOf),
  };
}

function lineOf({ description, quantity, amount_subtotal, amount_discount, price }: ItemShape) {
  const units = quantity ?? 1;
  return {
    stripeProduct: price?.product ?? null,
    name: description ?? '',
    quantity: units,
    unitPriceCents: price?.unit_amount ?? Math.round(amount_subtotal / Math.max(1, units)),
    discountCents: amount_discount,
  };
}
