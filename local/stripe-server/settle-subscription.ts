/**
 * What an invoice's end means for its subscription. Stripe looks at the latest invoice only: an older one that is paid
 * leaves a past-due subscription past due.
 */
import type Stripe from 'stripe';
import { change, emitEvent } from './emit-event.ts';
import { mustGet, subscriptionOfInvoice, type World } from './world.ts';

/** After an invoice was paid or given up (uncollectible), or voided (`voided`, which does not resume a pause). */
export function settleSubscription(world: World, invoice: Stripe.Invoice, end: 'closed' | 'voided'): void {
  const subscriptionId = subscriptionOfInvoice(invoice);
  if (subscriptionId === null) return;
  const subscription = mustGet(world.tables.subscriptions, subscriptionId);
  if (subscription.latest_invoice !== invoice.id) return;
  if (subscription.status === 'paused') {
    if (world.resumptionInvoices.delete(invoice.id) && end === 'closed') activateResumed(world, subscription);
    return;
  }
  if (['incomplete', 'past_due', 'unpaid'].includes(subscription.status)) {
    change(world, world.tables.subscriptions, subscription, { status: 'active' }, 'customer.subscription.updated');
  }
}

/** Ends a pause; the field that told about it goes, as it is shown only while paused. */
export function activateResumed(
  world: World,
  subscription: Stripe.Subscription,
  status: 'active' | 'past_due' = 'active',
): Stripe.Subscription {
  const { status_details: _ended, ...rest } = subscription;
  const resumed: Stripe.Subscription = { ...rest, status };
  world.tables.subscriptions.replace(resumed);
  emitEvent(world, 'customer.subscription.updated', resumed, { status: 'paused' });
  emitEvent(world, 'customer.subscription.resumed', resumed);
  return resumed;
}
