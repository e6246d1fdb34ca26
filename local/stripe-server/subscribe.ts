/**
 * Starts a subscription: its first invoice is finalized and collected at once. A card that refuses leaves it incomplete
 * for 23 hours; a trial starts with an invoice of zero.
 */
import type Stripe from 'stripe';
import type { Subscribe } from '#demo/stripe-act.ts';
import { buildSubscription, buildSubscriptionItem } from './build-subscription.ts';
import { HOUR_SECONDS, nextAnniversary } from './calendar.ts';
import { setCard } from './customers.ts';
import { draftInvoice, periodLine } from './draft-invoice.ts';
import { change, insertWithEvent } from './emit-event.ts';
import { finalizeInvoice } from './finalize-invoice.ts';
import { mustGet, nextId, type World } from './world.ts';

const INCOMPLETE_SECONDS = 23 * HOUR_SECONDS;

export function subscribe(world: World, act: Subscribe): Stripe.Subscription {
  if (act.card !== undefined) setCard(world, act.customer, act.card);
  const subscription = insertSubscription(world, act);
  const item = subscription.items.data[0];
  if (item === undefined) throw new Error(`Subscription ${act.id} has no item`);
  const period = { start: item.current_period_start, end: item.current_period_end };
  const trial = act.trialEndsAt !== undefined;
  const line = periodLine(item, period);
  const first = draftInvoice(world, {
    subscription,
    reason: 'subscription_create',
    lines: [
      trial ? { ...line, amountCents: 0, unitAmountCents: 0, description: `Trial period for ${line.product}` } : line,
    ],
    period: { start: world.nowSeconds, end: world.nowSeconds },
    next: 'finalize-by-caller',
  });
  finalizeInvoice(world, first.id);
  const started = mustGet(world.tables.subscriptions, act.id);
  world.due.push(period.end, { kind: 'renew', id: act.id, periodEnd: period.end });
  if (started.status !== 'incomplete') return started;
  if (act.collection === 'send_invoice') {
    return change(world, world.tables.subscriptions, started, { status: 'active' }, 'customer.subscription.updated');
  }
  world.due.push(world.nowSeconds + INCOMPLETE_SECONDS, { kind: 'expire-incomplete', id: act.id });
  return started;
}

function insertSubscription(world: World, act: Subscribe): Stripe.Subscription {
  const customer = mustGet(world.tables.customers, act.customer);
  const price = mustGet(world.tables.prices, act.price);
  const start = world.nowSeconds;
  const trialEnd = act.trialEndsAt;
  const interval = price.recurring?.interval ?? 'month';
  const end = trialEnd ?? nextAnniversary(start, asInterval(interval), price.recurring?.interval_count ?? 1, start);
  const item = buildSubscriptionItem(world, nextId(world, 'si'), act.id, price, { start, end }, act.quantity ?? 1);
  const sent = act.collection === 'send_invoice';
  const subscription = buildSubscription(world, {
    id: act.id,
    customer,
    item,
    anchor: trialEnd ?? start,
    billingMode: act.billingMode ?? 'flexible',
    collection: act.collection ?? 'charge_automatically',
    daysUntilDue: sent ? (act.daysUntilDue ?? 30) : null,
    status: trialEnd === undefined ? 'incomplete' : 'trialing',
    trial: trialEnd === undefined ? null : { start, end: trialEnd },
    trialWithoutCard: act.trialWithoutCard ?? 'create_invoice',
    metadata: { ...act.metadata },
  });
  if (customer.currency === null) change(world, world.tables.customers, customer, { currency: price.currency });
  return insertWithEvent(world, world.tables.subscriptions, subscription, 'customer.subscription.created');
}

/** The intervals this stand-in bills; a price is only ever made with one of them. */
export function asInterval(interval: string): 'month' | 'year' {
  return interval === 'year' ? 'year' : 'month';
}
