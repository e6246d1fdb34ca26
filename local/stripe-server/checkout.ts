/**
 * Checkout sessions that were paid: the session with its line items as the API shows them. Prices are made for the session,
 * as with `price_data`. How the payment went is not modelled: the session has no PaymentIntent here.
 */
import type Stripe from 'stripe';
import type { Checkout, CheckoutAddress, CheckoutItem } from '#demo/stripe-act.ts';
import { buildPrice, listOf, NO_METADATA, NONE, wireDecimal } from './build-catalogue.ts';
import { insertWithEvent } from './emit-event.ts';
import { mustGet, nextId, type World } from './world.ts';

/** A session shows only its first items (A: ten, as any list does); the rest is listed. */
const ITEMS_SHOWN = 10;
const DAY_SECONDS = 86_400;

export function checkOut(world: World, act: Checkout): Stripe.Checkout.Session {
  const items = act.items.map((item) => buildItem(world, item));
  world.checkoutItems.set(act.id, items);
  return insertWithEvent(
    world,
    world.tables.checkoutSessions,
    buildSession(world, act, items),
    'checkout.session.completed',
  );
}

/** What `line_items` is when it is expanded. */
export function itemsOf(world: World, sessionId: string): Stripe.ApiList<Stripe.LineItem> {
  const items = world.checkoutItems.get(sessionId) ?? [];
  const list = listOf(items.slice(0, ITEMS_SHOWN), `/v1/checkout/sessions/${sessionId}/line_items`);
  return { ...list, has_more: items.length > ITEMS_SHOWN };
}

function buildItem(world: World, item: CheckoutItem): Stripe.LineItem {
  const product = mustGet(world.tables.products, item.product);
  const { currency } = world.settings;
  const fields = { id: nextId(world, 'price'), product: product.id, currency, nickname: null, metadata: NO_METADATA };
  const recurring = buildPrice(world, { ...fields, unitAmountCents: item.unitAmountCents, interval: 'month' });
  const discount = item.discountCents ?? 0;
  const subtotal = item.unitAmountCents * item.quantity;
  return {
    id: nextId(world, 'li'),
    object: 'item',
    adjustable_quantity: null,
    amount_discount: discount,
    amount_subtotal: subtotal,
    amount_tax: 0,
    amount_total: subtotal - discount,
    currency,
    description: product.name,
    metadata: NO_METADATA,
    price: {
      ...recurring,
      active: false,
      recurring: null,
      type: 'one_time',
      unit_amount_decimal: wireDecimal(item.unitAmountCents),
    },
    quantity: item.quantity,
  };
}

function buildSession(world: World, act: Checkout, items: readonly Stripe.LineItem[]): Stripe.Checkout.Session {
  const total = (amount: (item: Stripe.LineItem) => number) => items.reduce((sum, item) => sum + amount(item), 0);
  const subtotal = total((item) => item.amount_subtotal);
  const discount = total((item) => item.amount_discount);
  const shipping = act.shippingCents ?? 0;
  return {
    ...emptySession(world),
    id: act.id,
    amount_subtotal: subtotal,
    amount_total: subtotal - discount + shipping,
    collected_information: {
      business_name: null,
      individual_name: null,
      shipping_details: { address: addressOf(act.address), name: act.name },
    },
    customer: act.customer ?? null,
    customer_creation: act.customer === undefined ? 'if_required' : null,
    customer_details: {
      address: addressOf(act.address),
      business_name: null,
      email: act.email,
      individual_name: null,
      name: act.name,
      phone: act.phone ?? null,
      tax_exempt: 'none',
      tax_ids: NONE,
    },
    payment_status: act.isPaid === false ? 'unpaid' : 'paid',
    shipping_cost: { amount_subtotal: shipping, amount_tax: 0, amount_total: shipping, shipping_rate: null },
    total_details: { amount_discount: discount, amount_shipping: shipping, amount_tax: 0 },
  };
}

function addressOf({ line1, line2, postalCode, city, country }: CheckoutAddress): Stripe.Address {
  return { city, country, line1, line2: line2 ?? null, postal_code: postalCode, state: null };
}

type Told =
  | 'id'
  | 'amount_subtotal'
  | 'amount_total'
  | 'collected_information'
  | 'customer'
  | 'customer_creation'
  | 'customer_details'
  | 'payment_status'
  | 'shipping_cost'
  | 'total_details';

/** What is the same for every session of this world. */
function emptySession(world: World): Omit<Stripe.Checkout.Session, Told> {
  return {
    object: 'checkout.session',
    adaptive_pricing: null,
    after_expiration: null,
    allow_promotion_codes: null,
    allowed_payment_method_types: null,
    automatic_tax: { enabled: false, liability: null, provider: null, status: null },
    billing_address_collection: null,
    cancel_url: null,
    client_reference_id: null,
    client_secret: null,
    consent: null,
    consent_collection: null,
    created: world.nowSeconds,
    currency: world.settings.currency,
    currency_conversion: null,
    custom_fields: NONE,
    custom_text: { after_submit: null, shipping_address: null, submit: null, terms_of_service_acceptance: null },
    customer_account: null,
    customer_email: null,
    discounts: NONE,
    expires_at: world.nowSeconds + DAY_SECONDS,
    integration_identifier: null,
    invoice: null,
    invoice_creation: null,
    livemode: world.settings.livemode,
    locale: 'fr',
    managed_payments: null,
    metadata: NO_METADATA,
    mode: 'payment',
    origin_context: null,
    payment_intent: null,
    payment_link: null,
    payment_method_collection: 'always',
    payment_method_configuration_details: null,
    payment_method_options: null,
    payment_method_types: ['card'],
    permissions: null,
    recovered_from: null,
    saved_payment_method_options: null,
    setup_intent: null,
    shipping_address_collection: null,
    shipping_options: NONE,
    status: 'complete',
    submit_type: null,
    subscription: null,
    success_url: null,
    ui_mode: null,
    url: null,
    wallet_options: null,
  };
}
