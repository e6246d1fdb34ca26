/**
 * Products, prices, customers and payment methods as the API shows them. Builders only fill in fields; they decide nothing.
 */
import type Stripe from 'stripe';
import type { World } from './world.ts';

/** On the wire a decimal is a string; the package's type is what its client turns that string into. */
export function wireDecimal(value: number): Stripe.Decimal {
  return String(value) as unknown as Stripe.Decimal;
}

/** Empty values that stored objects share: there are many objects, and none is ever changed in place. */
export const NO_METADATA: Stripe.Metadata = Object.freeze({});
export const NONE: never[] = [];

export function listOf<Row>(data: Row[], url: string): Stripe.ApiList<Row> {
  return { object: 'list', data, has_more: false, url };
}

export function buildProduct(world: World, fields: Pick<Stripe.Product, 'id' | 'name' | 'metadata'>): Stripe.Product {
  return {
    ...fields,
    object: 'product',
    active: true,
    created: world.nowSeconds,
    default_price: null,
    description: null,
    images: NONE,
    livemode: world.settings.livemode,
    marketing_features: NONE,
    package_dimensions: null,
    shippable: null,
    statement_descriptor: null,
    tax_code: null,
    tax_details: null,
    type: 'service',
    unit_label: null,
    updated: world.nowSeconds,
    url: null,
  };
}

export function buildPrice(
  world: World,
  fields: Pick<Stripe.Price, 'id' | 'product' | 'currency' | 'nickname' | 'metadata'> & {
    readonly unitAmountCents: number;
    readonly interval: 'month' | 'year';
  },
): Stripe.Price {
  const { unitAmountCents, interval, ...shown } = fields;
  return {
    ...shown,
    object: 'price',
    active: true,
    billing_scheme: 'per_unit',
    created: world.nowSeconds,
    custom_unit_amount: null,
    livemode: world.settings.livemode,
    lookup_key: null,
    recurring: { interval, interval_count: 1, meter: null, trial_period_days: null, usage_type: 'licensed' },
    tax_behavior: 'inclusive',
    tiers_mode: null,
    transform_quantity: null,
    type: 'recurring',
    unit_amount: unitAmountCents,
    unit_amount_decimal: wireDecimal(unitAmountCents),
  };
}

/** The older name of a recurring price, still shown on subscription items. */
export function buildPlan(price: Stripe.Price): Stripe.Plan {
  return {
    id: price.id,
    object: 'plan',
    active: price.active,
    amount: price.unit_amount,
    amount_decimal: price.unit_amount_decimal,
    billing_scheme: 'per_unit',
    created: price.created,
    currency: price.currency,
    interval: price.recurring?.interval ?? 'month',
    interval_count: price.recurring?.interval_count ?? 1,
    livemode: price.livemode,
    metadata: price.metadata,
    meter: null,
    nickname: price.nickname,
    product: price.product,
    tiers_mode: null,
    transform_usage: null,
    trial_period_days: null,
    usage_type: 'licensed',
  };
}

export function buildCustomer(
  world: World,
  fields: Pick<Stripe.Customer, 'id' | 'email' | 'metadata'> & Partial<Stripe.Customer>,
): Stripe.Customer {
  return {
    object: 'customer',
    address: null,
    balance: 0,
    created: world.nowSeconds,
    currency: null,
    customer_account: null,
    default_source: null,
    delinquent: false,
    description: null,
    discount: null,
    invoice_prefix: invoicePrefix(fields.id),
    invoice_settings: { custom_fields: null, default_payment_method: null, footer: null, rendering_options: null },
    livemode: world.settings.livemode,
    name: null,
    next_invoice_sequence: 1,
    phone: null,
    preferred_locales: NONE,
    shipping: null,
    tax_exempt: 'none',
    test_clock: null,
    ...fields,
  };
}

/** Eight capitals that depend on the customer's id alone. */
function invoicePrefix(customerId: string): string {
  let hash = 7;
  for (const letter of customerId) hash = (Math.imul(hash, 31) + letter.charCodeAt(0)) >>> 0;
  return hash.toString(16).toUpperCase().padStart(8, '0');
}

const NO_ADDRESS = { city: null, country: null, line1: null, line2: null, postal_code: null, state: null };

const CARD: Stripe.PaymentMethod.Card = {
  brand: 'visa',
  checks: { address_line1_check: null, address_postal_code_check: null, cvc_check: 'pass' },
  country: null,
  display_brand: 'visa',
  exp_month: 12,
  exp_year: 2034,
  fingerprint: 'LocalCard0000001',
  funding: 'credit',
  generated_from: null,
  last4: '4242',
  networks: { available: ['visa'], preferred: null },
  regulated_status: 'unregulated',
  three_d_secure_usage: { supported: true },
  wallet: null,
};

export function buildCardPaymentMethod(world: World, id: string, customer: Stripe.Customer): Stripe.PaymentMethod {
  return {
    id,
    object: 'payment_method',
    allow_redisplay: 'unspecified',
    billing_details: {
      address: NO_ADDRESS,
      email: customer.email,
      name: customer.name ?? null,
      phone: null,
      tax_id: null,
    },
    card: { ...CARD, country: world.settings.country },
    created: world.nowSeconds,
    customer: customer.id,
    customer_account: null,
    livemode: customer.livemode,
    metadata: NO_METADATA,
    type: 'card',
  };
}
