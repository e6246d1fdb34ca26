/**
 * Invoices, their lines and their payments as the API shows them. The subscription stands under
 * `parent.subscription_details`; `payments` is not stored here: it is shown only when a reader expands it.
 */
import type Stripe from 'stripe';
import { listOf, NO_METADATA, NONE, wireDecimal } from './build-catalogue.ts';
import { nextId, type World } from './world.ts';

export interface NewInvoice {
  readonly id: string;
  readonly customer: Stripe.Customer;
  readonly subscription: Stripe.Subscription;
  readonly reason: Stripe.Invoice.BillingReason;
  readonly lines: Stripe.InvoiceLineItem[];
  /** The usage period, which for a renewal is the period before the one it bills. */
  readonly period: { readonly start: number; readonly end: number };
  readonly autoAdvance: boolean;
  readonly finalizesAt: number | null;
}

export interface NewLine {
  readonly amountCents: number;
  readonly description: string;
  readonly period: { readonly start: number; readonly end: number };
  readonly price: string;
  readonly product: string;
  readonly unitAmountCents: number;
  readonly quantity: number;
  readonly subscriptionItem: string;
  readonly prorationOf: { readonly invoiceItem: string; readonly creditedInvoice: string | null } | null;
}

const NOT_CREDITED = { credited_items: null };
const UNPAID = { canceled_at: null, paid_at: null };

export function buildLine(
  world: World,
  invoice: string,
  subscription: Stripe.Subscription,
  line: NewLine,
): Stripe.InvoiceLineItem {
  const credited = line.prorationOf?.creditedInvoice ?? null;
  return {
    id: nextId(world, 'il'),
    object: 'line_item',
    amount: line.amountCents,
    currency: subscription.currency,
    description: line.description,
    discount_amounts: NONE,
    discountable: line.prorationOf === null,
    discounts: NONE,
    invoice,
    livemode: subscription.livemode,
    metadata: subscription.metadata,
    parent: {
      invoice_item_details: null,
      subscription_item_details: {
        invoice_item: line.prorationOf?.invoiceItem ?? null,
        proration: line.prorationOf !== null,
        proration_details:
          credited === null ? NOT_CREDITED : { credited_items: { invoice: credited, invoice_line_items: [] } },
        subscription: subscription.id,
        subscription_item: line.subscriptionItem,
      },
      type: 'subscription_item_details',
    },
    period: line.period,
    pretax_credit_amounts: NONE,
    pricing: {
      price_details: { price: line.price, product: line.product },
      type: 'price_details',
      unit_amount_decimal: wireDecimal(line.unitAmountCents),
    },
    quantity: line.quantity,
    quantity_decimal: wireDecimal(line.quantity),
    subscription: subscription.id,
    subtotal: line.amountCents,
    taxes: NONE,
  };
}

/**
 * What every new invoice has alike: what this shop never uses, and what is filled in when the draft goes on. The nested
 * values are shared by all invoices, as stored objects are never changed in place.
 */
const NEW_INVOICE = {
  id: '',
  object: 'invoice',
  account_tax_ids: null,
  amount_overpaid: 0,
  amount_shipping: 0,
  application: null,
  automatic_tax: { disabled_reason: null, enabled: false, liability: null, provider: null, status: null },
  custom_fields: null,
  customer_account: null,
  customer_address: null,
  customer_shipping: null,
  customer_tax_exempt: 'none',
  customer_tax_ids: NONE,
  default_payment_method: null,
  default_source: null,
  default_tax_rates: NONE,
  description: null,
  discounts: NONE,
  footer: null,
  from_invoice: null,
  issuer: { type: 'self' },
  last_finalization_error: null,
  latest_revision: null,
  metadata: NO_METADATA,
  on_behalf_of: null,
  payment_settings: { default_mandate: null, payment_method_options: null, payment_method_types: null },
  receipt_number: null,
  rendering: null,
  shipping_cost: null,
  shipping_details: null,
  statement_descriptor: null,
  total_discount_amounts: NONE,
  total_pretax_credit_amounts: NONE,
  total_taxes: NONE,
  webhooks_delivered_at: null,
  amount_paid: 0,
  attempt_count: 0,
  attempted: false,
  due_date: null,
  effective_at: null,
  ending_balance: null,
  hosted_invoice_url: null,
  invoice_pdf: null,
  next_payment_attempt: null,
  number: null,
  post_payment_credit_notes_amount: 0,
  pre_payment_credit_notes_amount: 0,
  status: 'draft',
  status_transitions: { finalized_at: null, marked_uncollectible_at: null, paid_at: null, voided_at: null },
} as const;

export function buildInvoice(world: World, fields: NewInvoice): Stripe.Invoice {
  const { customer, subscription } = fields;
  const total = fields.lines.reduce((sum, line) => sum + line.amount, 0);
  const amountDue = Math.max(0, total + customer.balance);
  return {
    ...NEW_INVOICE,
    id: fields.id,
    account_country: world.settings.country,
    account_name: world.settings.accountName,
    amount_due: amountDue,
    amount_remaining: amountDue,
    auto_advance: fields.autoAdvance,
    automatically_finalizes_at: fields.finalizesAt,
    billing_reason: fields.reason,
    collection_method: subscription.collection_method,
    created: world.nowSeconds,
    currency: subscription.currency,
    customer: customer.id,
    customer_email: customer.email,
    customer_name: customer.name ?? null,
    customer_phone: customer.phone ?? null,
    lines: listOf(fields.lines, ['/v1/invoices', fields.id, 'lines'].join('/')),
    livemode: customer.livemode,
    parent: {
      quote_details: null,
      subscription_details: { metadata: subscription.metadata, subscription: subscription.id },
      type: 'subscription_details',
    },
    period_end: fields.period.end,
    period_start: fields.period.start,
    starting_balance: customer.balance,
    subtotal: total,
    subtotal_excluding_tax: total,
    test_clock: customer.test_clock ?? null,
    total,
    total_excluding_tax: total,
  };
}

export function buildInvoicePayment(
  world: World,
  invoice: Stripe.Invoice,
  paymentIntent: string,
): Stripe.InvoicePayment {
  return {
    id: nextId(world, 'inpay'),
    object: 'invoice_payment',
    amount_paid: null,
    amount_requested: invoice.amount_remaining,
    created: world.nowSeconds,
    currency: invoice.currency,
    invoice: invoice.id,
    is_default: true,
    livemode: invoice.livemode,
    payment: { payment_intent: paymentIntent, type: 'payment_intent' },
    status: 'open',
    status_transitions: UNPAID,
  };
}
