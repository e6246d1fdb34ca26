/**
 * Prorations to the second: what is left of a period that was billed, and what a new price costs for the rest of it.
 */
import type Stripe from 'stripe';
import { itemOf } from './build-subscription.ts';
import { idOf, mustGet, nextId, type PendingItem, type World } from './world.ts';

export interface Span {
  readonly start: number;
  readonly end: number;
}

/** `amount` times the part of `period` after `from`, rounded to the cent, halves away from zero. */
export function proratedCents(amountCents: number, period: Span, from: number): number {
  const share = (period.end - Math.max(from, period.start)) / (period.end - period.start);
  return Math.sign(amountCents) * Math.round(Math.abs(amountCents) * Math.min(1, Math.max(0, share)));
}

/** The credit for the time after `from` that the current price has billed already; null when there is none. */
export function unusedTimeCredit(world: World, subscription: Stripe.Subscription, from: number): PendingItem | null {
  const item = itemOf(subscription);
  const period = { start: item.current_period_start, end: item.current_period_end };
  const billedCents = (item.price.unit_amount ?? 0) * (item.quantity ?? 1);
  const cents = subscription.status === 'trialing' ? 0 : proratedCents(billedCents, period, from);
  if (cents === 0) return null;
  return prorationItem(
    world,
    item,
    -cents,
    `Unused time on ${priceName(item.price)}`,
    { start: from, end: period.end },
    billingInvoice(world, subscription),
  );
}

/** The charge for a price over the rest of a period. */
export function remainingTimeDebit(
  world: World,
  item: Stripe.SubscriptionItem,
  period: Span,
  from: number,
): PendingItem {
  const cents = proratedCents((item.price.unit_amount ?? 0) * (item.quantity ?? 1), period, from);
  return prorationItem(
    world,
    item,
    cents,
    `Remaining time on ${priceName(item.price)}`,
    { start: from, end: period.end },
    null,
  );
}

function priceName(price: Stripe.Price): string {
  return price.nickname ?? idOf(price.product) ?? price.id;
}

/** Keeps a proration for the subscription's next invoice. */
export function keepPending(world: World, subscription: string, items: readonly PendingItem[]): void {
  if (items.length === 0) return;
  world.pendingItems.set(subscription, [...(world.pendingItems.get(subscription) ?? []), ...items]);
}

function prorationItem(
  world: World,
  item: Stripe.SubscriptionItem,
  amountCents: number,
  description: string,
  period: Span,
  creditedInvoice: string | null,
): PendingItem {
  return {
    id: nextId(world, 'ii'),
    amountCents,
    description,
    period,
    price: item.price.id,
    product: idOf(item.price.product) ?? '',
    unitAmountCents: item.price.unit_amount ?? 0,
    quantity: item.quantity ?? 1,
    subscriptionItem: item.id,
    creditedInvoice,
  };
}

/** The invoice that billed the current period: the newest one with a line of it that is no proration. */
function billingInvoice(world: World, subscription: Stripe.Subscription): string | null {
  const start = itemOf(subscription).current_period_start;
  const ids = world.tables.invoices.idsBy('subscription', subscription.id);
  return (
    ids.findLast((id) =>
      mustGet(world.tables.invoices, id).lines.data.some(
        (line) => line.period.start === start && line.parent?.subscription_item_details?.proration === false,
      ),
    ) ?? null
  );
}
