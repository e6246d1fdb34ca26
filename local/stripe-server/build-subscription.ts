/**
 * Subscriptions, their items and their schedules as the API shows them: the billing period is on the items, nowhere else.
 */
import type Stripe from 'stripe';
import { buildPlan, listOf, NO_METADATA, NONE } from './build-catalogue.ts';
import type { World } from './world.ts';

export interface NewSubscription {
  readonly id: string;
  readonly customer: Stripe.Customer;
  readonly item: Stripe.SubscriptionItem;
  readonly anchor: number;
  readonly billingMode: 'classic' | 'flexible';
  readonly collection: 'charge_automatically' | 'send_invoice';
  readonly daysUntilDue: number | null;
  readonly status: Stripe.Subscription.Status;
  readonly trial: { readonly start: number; readonly end: number } | null;
  readonly trialWithoutCard: 'create_invoice' | 'pause' | 'cancel';
  readonly metadata: Stripe.Metadata;
}

export function buildSubscriptionItem(
  world: World,
  id: string,
  subscription: string,
  price: Stripe.Price,
  period: { readonly start: number; readonly end: number },
  quantity: number,
): Stripe.SubscriptionItem {
  return {
    id,
    object: 'subscription_item',
    billing_thresholds: null,
    created: world.nowSeconds,
    current_period_end: period.end,
    current_period_start: period.start,
    current_trial: null,
    discounts: NONE,
    metadata: NO_METADATA,
    plan: buildPlan(price),
    price,
    quantity,
    subscription,
    tax_rates: NONE,
  };
}

export function itemList(subscription: string, item: Stripe.SubscriptionItem): Stripe.ApiList<Stripe.SubscriptionItem> {
  return listOf([item], `/v1/subscription_items?subscription=${subscription}`);
}

/** The one item of a local subscription. */
export function itemOf(subscription: Stripe.Subscription): Stripe.SubscriptionItem {
  const item = subscription.items.data[0];
  if (item === undefined) throw new Error(`Subscription ${subscription.id} has no item`);
  return item;
}

export function buildSubscription(world: World, fields: NewSubscription): Stripe.Subscription {
  const issuer = { type: 'self' } as const;
  return {
    id: fields.id,
    object: 'subscription',
    application: null,
    application_fee_percent: null,
    automatic_tax: { disabled_reason: null, enabled: false, liability: null },
    billing_cycle_anchor: fields.anchor,
    billing_cycle_anchor_config: null,
    billing_mode:
      fields.billingMode === 'flexible'
        ? { flexible: { proration_discounts: 'included' }, type: 'flexible' }
        : { flexible: null, type: 'classic' },
    billing_schedules: NONE,
    billing_thresholds: null,
    cancel_at: null,
    cancel_at_period_end: false,
    canceled_at: null,
    cancellation_details: { comment: null, feedback: null, feedback_option: null, reason: null },
    collection_method: fields.collection,
    created: world.nowSeconds,
    currency: fields.item.price.currency,
    customer: fields.customer.id,
    customer_account: null,
    days_until_due: fields.daysUntilDue,
    default_payment_method: null,
    default_source: null,
    default_tax_rates: NONE,
    description: null,
    discounts: NONE,
    ended_at: null,
    invoice_settings: { account_tax_ids: null, custom_fields: null, description: null, footer: null, issuer },
    items: itemList(fields.id, fields.item),
    latest_invoice: null,
    livemode: fields.customer.livemode,
    managed_payments: null,
    metadata: fields.metadata,
    next_pending_invoice_item_invoice: null,
    on_behalf_of: null,
    pause_collection: null,
    payment_settings: { payment_method_options: null, payment_method_types: null, save_default_payment_method: 'off' },
    pending_invoice_item_interval: null,
    pending_setup_intent: null,
    pending_update: null,
    schedule: null,
    start_date: world.nowSeconds,
    status: fields.status,
    test_clock: fields.customer.test_clock ?? null,
    transfer_data: null,
    trial_end: fields.trial?.end ?? null,
    trial_settings: {
      end_behavior: { billing_cycle_anchor: null, missing_payment_method: fields.trialWithoutCard },
    },
    trial_start: fields.trial?.start ?? null,
  };
}
