/**
 * `subscriptions.pause` and `resume`: status `paused`, no invoice, no period running. Not to be confused with a paused
 * collection, which keeps the status active and lives in subscription updates.
 */
import type Stripe from 'stripe';
import { itemList, itemOf } from './build-subscription.ts';
import { HOUR_SECONDS, nextAnniversary } from './calendar.ts';
import { markPaid, voidInvoice } from './close-invoice.ts';
import { collectInvoice } from './collect-invoice.ts';
import { draftInvoice, periodLine } from './draft-invoice.ts';
import { emitEvent } from './emit-event.ts';
import { finalizeInvoice, openInvoice } from './finalize-invoice.ts';
import { keepPending, remainingTimeDebit, unusedTimeCredit } from './prorate.ts';
import { activateResumed } from './settle-subscription.ts';
import { startPayment } from './start-payment.ts';
import { asInterval } from './subscribe.ts';
import { mustGet, type World } from './world.ts';

export type UnusedTimeFrom = 'now' | 'item_current_period_start' | 'none';
type PauseReason = 'pause_requested' | 'trial_end_without_payment_method';

const RESUMPTION_SECONDS = 23 * HOUR_SECONDS;

/**
 * Pauses now; the unused time, from now or from the period's start, becomes a credit on the next invoice, or on one of its
 * own at once (`invoiceNow`), whose negative total goes to the customer's balance.
 */
export function pauseNow(
  world: World,
  before: Stripe.Subscription,
  reason: PauseReason,
  creditFrom: UnusedTimeFrom,
  invoiceNow = false,
): Stripe.Subscription {
  const periodStart = itemOf(before).current_period_start;
  const from = creditFrom === 'item_current_period_start' ? periodStart : world.nowSeconds;
  const credit = creditFrom === 'none' ? null : unusedTimeCredit(world, before, from);
  if (credit !== null) keepPending(world, before.id, [credit]);
  if (credit !== null && invoiceNow) billCredit(world, before);
  const paused: Stripe.Subscription = {
    ...mustGet(world.tables.subscriptions, before.id),
    status: 'paused',
    status_details: {
      paused: { subscription: { type: reason }, transitioned_at: world.nowSeconds, type: 'subscription' },
    },
  };
  world.tables.subscriptions.replace(paused);
  emitEvent(world, 'customer.subscription.updated', paused, { status: before.status });
  emitEvent(world, 'customer.subscription.paused', paused);
  return paused;
}

function billCredit(world: World, subscription: Stripe.Subscription): void {
  const invoice = draftInvoice(world, {
    subscription,
    reason: 'subscription_update',
    lines: [],
    period: { start: world.nowSeconds, end: world.nowSeconds },
    next: 'finalize-by-caller',
  });
  finalizeInvoice(world, invoice.id);
}

export interface ResumeOptions {
  readonly anchor: 'now' | 'unchanged';
  readonly payment: 'resume_on_payment_attempt' | 'resume_on_payment_success';
  readonly proration: 'create_prorations' | 'always_invoice' | 'none';
}

/** Starts the resumption: at once when nothing is due, otherwise with an invoice whose payment ends the pause. */
export function resumeNow(world: World, id: string, options: ResumeOptions): Stripe.Subscription {
  const before = mustGet(world.tables.subscriptions, id);
  const period = resumedPeriod(world, before, options);
  const item = { ...itemOf(before), current_period_start: period.start, current_period_end: period.end };
  const stillPaid = options.anchor === 'unchanged' && world.nowSeconds < itemOf(before).current_period_end;
  const bills = !(stillPaid && !world.pendingItems.has(id));
  const anchor = options.anchor === 'now' ? world.nowSeconds : before.billing_cycle_anchor;
  const moved: Stripe.Subscription = { ...before, billing_cycle_anchor: anchor, items: itemList(id, item) };
  world.tables.subscriptions.replace(moved);
  world.due.push(period.end, { kind: 'renew', id, periodEnd: period.end });
  if (!bills) return activateResumed(world, moved);
  if (options.anchor === 'unchanged' && options.proration !== 'none') {
    keepPending(world, id, [remainingTimeDebit(world, item, period, world.nowSeconds)]);
  }
  return billResumption(world, moved, options);
}

function resumedPeriod(
  world: World,
  subscription: Stripe.Subscription,
  options: ResumeOptions,
): { readonly start: number; readonly end: number } {
  const item = itemOf(subscription);
  const interval = asInterval(item.price.recurring?.interval ?? 'month');
  const now = world.nowSeconds;
  if (options.anchor === 'now') return { start: now, end: nextAnniversary(now, interval, 1, now) };
  const anchor = subscription.billing_cycle_anchor;
  let start = anchor;
  for (let end = start; end <= now; end = nextAnniversary(anchor, interval, 1, end)) start = end;
  return { start, end: nextAnniversary(anchor, interval, 1, start) };
}

function billResumption(world: World, moved: Stripe.Subscription, options: ResumeOptions): Stripe.Subscription {
  const item = itemOf(moved);
  const period = { start: item.current_period_start, end: item.current_period_end };
  const draft = draftInvoice(world, {
    subscription: moved,
    reason: 'subscription_update',
    lines: options.anchor === 'now' ? [periodLine(item, period)] : [],
    period: { start: world.nowSeconds, end: world.nowSeconds },
    next: options.payment === 'resume_on_payment_success' ? 'finalize-by-caller' : 'keep',
  });
  const onSuccess = options.payment === 'resume_on_payment_success';
  world.resumptionInvoices.set(draft.id, onSuccess ? 'on-success' : 'on-attempt');
  const open = openInvoice(world, draft, { balance: 'applied' });
  if (open.amount_due === 0) markPaid(world, open, 0);
  else {
    startPayment(world, open);
    if (onSuccess) collectInvoice(world, open.id, 'automatic');
    else world.due.push(world.nowSeconds + RESUMPTION_SECONDS, { kind: 'expire-resumption', id: open.id });
  }
  return mustGet(world.tables.subscriptions, moved.id);
}

/** Nobody tried to pay the resumption invoice in 23 hours: it is void and the pause goes on. */
export function expireResumption(world: World, invoiceId: string): void {
  const invoice = mustGet(world.tables.invoices, invoiceId);
  if (invoice.status !== 'open' || invoice.attempted) return;
  voidInvoice(world, invoice);
}
