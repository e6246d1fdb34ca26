/**
 * Ends a subscription, and the ways of planning its end. A cancelled subscription is never billed again, and automatic
 * collection of its open invoices stops.
 */
import type Stripe from 'stripe';
import { itemOf } from './build-subscription.ts';
import { change, emitEvent } from './emit-event.ts';
import { mustGet, type World } from './world.ts';

export type CancellationReason = 'cancellation_requested' | 'payment_failed';

const ENDED: readonly string[] = ['canceled', 'incomplete_expired'];

export function hasEnded(subscription: Stripe.Subscription): boolean {
  return ENDED.includes(subscription.status);
}

/** Cancels now. `canceled_at` keeps the instant of an earlier request, `ended_at` is now. */
export function cancelSubscription(world: World, id: string, reason: CancellationReason): Stripe.Subscription {
  const before = mustGet(world.tables.subscriptions, id);
  if (hasEnded(before)) return before;
  const { status_details: _noLonger, ...rest } = before;
  const ended: Stripe.Subscription = {
    ...rest,
    canceled_at: before.canceled_at ?? world.nowSeconds,
    cancellation_details: withReason(before, reason),
    ended_at: world.nowSeconds,
    pause_collection: null,
    status: 'canceled',
  };
  world.tables.subscriptions.replace(ended);
  world.pendingItems.delete(id);
  stopCollection(world, id);
  emitEvent(world, 'customer.subscription.deleted', ended);
  return ended;
}

/** The first invoice was not paid in 23 hours. */
export function expireIncomplete(world: World, subscription: Stripe.Subscription): void {
  change(
    world,
    world.tables.subscriptions,
    subscription,
    { status: 'incomplete_expired', ended_at: world.nowSeconds },
    'customer.subscription.updated',
  );
}

function stopCollection(world: World, subscription: string): void {
  for (const id of world.tables.invoices.idsBy('subscription', subscription)) {
    const invoice = mustGet(world.tables.invoices, id);
    if (invoice.status !== 'open' && invoice.status !== 'draft') continue;
    const patch = { auto_advance: false, next_payment_attempt: null, automatically_finalizes_at: null };
    change(world, world.tables.invoices, invoice, patch, 'invoice.updated');
  }
}

/** How the end was asked for: with the flag, or by date alone as the portal does under flexible billing. */
export function cancelAtPeriodEnd(world: World, id: string, flag: boolean): Stripe.Subscription {
  const before = mustGet(world.tables.subscriptions, id);
  return planCancel(world, before, itemOf(before).current_period_end, flag);
}

export function cancelAt(world: World, id: string, instant: number): Stripe.Subscription {
  return planCancel(world, mustGet(world.tables.subscriptions, id), instant, false);
}

function planCancel(world: World, before: Stripe.Subscription, instant: number, flag: boolean): Stripe.Subscription {
  world.due.push(instant, { kind: 'cancel-at', id: before.id, cancelAt: instant });
  const patch: Partial<Stripe.Subscription> = {
    cancel_at: instant,
    cancel_at_period_end: flag,
    canceled_at: world.nowSeconds,
    cancellation_details: withReason(before, 'cancellation_requested'),
  };
  return change(world, world.tables.subscriptions, before, patch, 'customer.subscription.updated');
}

export function undoCancel(world: World, id: string): Stripe.Subscription {
  const before = mustGet(world.tables.subscriptions, id);
  const patch: Partial<Stripe.Subscription> = {
    cancel_at: null,
    cancel_at_period_end: false,
    canceled_at: null,
    cancellation_details: { comment: null, feedback: null, feedback_option: null, reason: null },
  };
  return change(world, world.tables.subscriptions, before, patch, 'customer.subscription.updated');
}

function withReason(
  subscription: Stripe.Subscription,
  reason: CancellationReason,
): Stripe.Subscription.CancellationDetails {
  const details = subscription.cancellation_details;
  return {
    comment: details?.comment ?? null,
    feedback: details?.feedback ?? null,
    feedback_option: details?.feedback_option ?? null,
    reason: reason === 'payment_failed' ? reason : (details?.reason ?? reason),
  };
}
