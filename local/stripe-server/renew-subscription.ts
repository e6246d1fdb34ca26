/**
 * The end of a billing period: the subscription ends, pauses, or moves to its next period with a draft invoice that is
 * finalized an hour later. The invoice's own period is the one that ended; its line's period is the one that starts.
 */
import type Stripe from 'stripe';
import { itemList, itemOf } from './build-subscription.ts';
import { nextAnniversary } from './calendar.ts';
import { cancelSubscription, hasEnded } from './cancel-subscription.ts';
import { closeWhilePaused } from './close-while-paused.ts';
import { draftInvoice, periodLine } from './draft-invoice.ts';
import { emitEvent, previousAttributes } from './emit-event.ts';
import { pauseNow } from './pause-subscription.ts';
import { asInterval } from './subscribe.ts';
import { idOf, mustGet, type World } from './world.ts';

export function renewSubscription(world: World, id: string, periodEnd: number): void {
  const before = mustGet(world.tables.subscriptions, id);
  if (hasEnded(before) || before.status === 'paused' || before.status === 'incomplete') return;
  const item = itemOf(before);
  if (item.current_period_end !== periodEnd) return;
  if (before.cancel_at !== null && before.cancel_at <= periodEnd) {
    cancelSubscription(world, id, 'cancellation_requested');
    return;
  }
  if (before.status === 'trialing' && endTrialWithoutCard(world, before)) return;
  startPeriod(world, before, item, periodEnd);
}

function startPeriod(world: World, before: Stripe.Subscription, item: Stripe.SubscriptionItem, start: number): void {
  const interval = asInterval(item.price.recurring?.interval ?? 'month');
  const end = nextAnniversary(before.billing_cycle_anchor, interval, item.price.recurring?.interval_count ?? 1, start);
  const renewedItem = { ...item, current_period_start: start, current_period_end: end };
  const renewed: Stripe.Subscription = {
    ...before,
    items: itemList(before.id, renewedItem),
    status: before.status === 'trialing' ? 'active' : before.status,
  };
  world.tables.subscriptions.replace(renewed);
  const invoice = draftInvoice(world, {
    subscription: renewed,
    reason: 'subscription_cycle',
    lines: [periodLine(renewedItem, { start, end })],
    period: { start: item.current_period_start, end: start },
    next: renewed.pause_collection !== null || renewed.status === 'unpaid' ? 'keep' : 'finalize-in-an-hour',
  });
  const after = mustGet(world.tables.subscriptions, before.id);
  emitEvent(world, 'customer.subscription.updated', after, previousAttributes(before, after));
  world.due.push(end, { kind: 'renew', id: before.id, periodEnd: end });
  closeWhilePaused(world, after, invoice);
}

/** True when the trial's own rule decided the subscription's fate. */
function endTrialWithoutCard(world: World, subscription: Stripe.Subscription): boolean {
  const customer = mustGet(world.tables.customers, idOf(subscription.customer));
  if (customer.invoice_settings.default_payment_method !== null) return false;
  const rule = subscription.trial_settings?.end_behavior.missing_payment_method;
  if (rule === 'cancel') cancelSubscription(world, subscription.id, 'cancellation_requested');
  else if (rule === 'pause') pauseNow(world, subscription, 'trial_end_without_payment_method', 'none');
  else return false;
  return true;
}
