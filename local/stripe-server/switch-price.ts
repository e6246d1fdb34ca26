/**
 * Moves a subscription to another price. Another interval resets the anchor, credits unused time and bills the new
 * period at once; what the credit leaves over becomes the customer's balance. The same interval only prorates.
 */
import type Stripe from 'stripe';
import { buildPlan } from './build-catalogue.ts';
import { itemList, itemOf } from './build-subscription.ts';
import { nextAnniversary } from './calendar.ts';
import { closeWhilePaused } from './close-while-paused.ts';
import { draftInvoice, periodLine } from './draft-invoice.ts';
import { change, emitEvent, previousAttributes } from './emit-event.ts';
import { finalizeInvoice } from './finalize-invoice.ts';
import { keepPending, remainingTimeDebit, unusedTimeCredit } from './prorate.ts';
import { asInterval } from './subscribe.ts';
import { mustGet, type World } from './world.ts';

export type Proration = 'create_prorations' | 'always_invoice' | 'none';

export interface PriceSwitch {
  readonly price: string;
  readonly proration: Proration;
  readonly quantity?: number;
}

export function switchPrice(world: World, id: string, wanted: PriceSwitch): Stripe.Subscription {
  const before = mustGet(world.tables.subscriptions, id);
  const item = itemOf(before);
  const price = mustGet(world.tables.prices, wanted.price);
  const quantity = wanted.quantity ?? item.quantity ?? 1;
  if (price.id === item.price.id && quantity === item.quantity) return before;
  const moved = { ...item, price, plan: buildPlan(price), quantity };
  const resets = price.recurring?.interval !== item.price.recurring?.interval && before.status !== 'trialing';
  return resets
    ? switchInterval(world, before, moved, wanted.proration)
    : switchWithinPeriod(world, before, moved, wanted.proration);
}

function switchInterval(
  world: World,
  before: Stripe.Subscription,
  moved: Stripe.SubscriptionItem,
  proration: Proration,
): Stripe.Subscription {
  const start = world.nowSeconds;
  const credit = proration === 'none' ? null : unusedTimeCredit(world, before, start);
  if (credit !== null) keepPending(world, before.id, [credit]);
  const end = nextAnniversary(start, asInterval(moved.price.recurring?.interval ?? 'month'), 1, start);
  const item = { ...moved, current_period_start: start, current_period_end: end };
  const switched: Stripe.Subscription = {
    ...before,
    billing_cycle_anchor: start,
    cancel_at: before.cancel_at_period_end ? end : before.cancel_at,
    items: itemList(before.id, item),
  };
  world.tables.subscriptions.replace(switched);
  const invoice = draftInvoice(world, {
    subscription: switched,
    reason: 'subscription_update',
    lines: [periodLine(item, { start, end })],
    period: { start, end: start },
    next: nextStep(switched),
  });
  const billed = mustGet(world.tables.subscriptions, before.id);
  emitEvent(world, 'customer.subscription.updated', billed, previousAttributes(before, billed));
  world.due.push(end, { kind: 'renew', id: before.id, periodEnd: end });
  finishInvoice(world, billed, invoice);
  return mustGet(world.tables.subscriptions, before.id);
}

function nextStep(subscription: Stripe.Subscription): 'keep' | 'finalize-by-caller' {
  return subscription.pause_collection === null && subscription.status !== 'unpaid' ? 'finalize-by-caller' : 'keep';
}

function finishInvoice(world: World, subscription: Stripe.Subscription, invoice: Stripe.Invoice): void {
  if (nextStep(subscription) === 'finalize-by-caller') finalizeInvoice(world, invoice.id);
  else closeWhilePaused(world, subscription, invoice);
}

function switchWithinPeriod(
  world: World,
  before: Stripe.Subscription,
  moved: Stripe.SubscriptionItem,
  proration: Proration,
): Stripe.Subscription {
  const period = { start: moved.current_period_start, end: moved.current_period_end };
  if (proration !== 'none' && before.status !== 'trialing') {
    const credit = unusedTimeCredit(world, before, world.nowSeconds);
    const debit = remainingTimeDebit(world, moved, period, world.nowSeconds);
    keepPending(world, before.id, credit === null ? [debit] : [credit, debit]);
  }
  const patch = { items: itemList(before.id, moved) };
  const switched = change(world, world.tables.subscriptions, before, patch, 'customer.subscription.updated');
  if (proration !== 'always_invoice') return switched;
  const invoice = draftInvoice(world, {
    subscription: switched,
    reason: 'subscription_update',
    lines: [],
    period: { start: world.nowSeconds, end: world.nowSeconds },
    next: nextStep(switched),
  });
  finishInvoice(world, switched, invoice);
  return mustGet(world.tables.subscriptions, before.id);
}
