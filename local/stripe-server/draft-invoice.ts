/**
 * Makes the draft invoice of a subscription: its own lines after the prorations that were waiting for it. It neither
 * numbers nor collects; what follows is scheduled here and done by finalize-invoice.
 */
import type Stripe from 'stripe';
import { buildInvoice, buildLine, type NewLine } from './build-invoice.ts';
import { HOUR_SECONDS } from './calendar.ts';
import { change, insertWithEvent } from './emit-event.ts';
import { idOf, mustGet, nextId, type PendingItem, type World } from './world.ts';

export interface DraftRequest {
  readonly subscription: Stripe.Subscription;
  readonly reason: Stripe.Invoice.BillingReason;
  readonly lines: readonly NewLine[];
  readonly period: { readonly start: number; readonly end: number };
  /** A renewal waits an hour; what a person asked for does not; a draft that is kept never goes on by itself. */
  readonly next: 'finalize-in-an-hour' | 'finalize-by-caller' | 'keep';
}

/** Adds the invoice and makes it the subscription's latest, without announcing the subscription's change. */
export function draftInvoice(world: World, request: DraftRequest): Stripe.Invoice {
  const { subscription } = request;
  const customer = mustGet(world.tables.customers, idOf(subscription.customer));
  const id = nextId(world, 'in');
  const waits = request.next === 'finalize-in-an-hour';
  const finalizesAt = waits ? world.nowSeconds + HOUR_SECONDS : null;
  const lines = [...takePendingLines(world, subscription.id), ...request.lines].map((line) =>
    buildLine(world, id, subscription, line),
  );
  const invoice = buildInvoice(world, {
    id,
    customer,
    subscription,
    reason: request.reason,
    lines,
    period: request.period,
    autoAdvance: request.next !== 'keep',
    finalizesAt,
  });
  insertWithEvent(world, world.tables.invoices, invoice, 'invoice.created');
  const current = mustGet(world.tables.subscriptions, subscription.id);
  change(world, world.tables.subscriptions, current, { latest_invoice: id });
  if (finalizesAt !== null) world.due.push(finalizesAt, { kind: 'finalize', id });
  return invoice;
}

/** The line that bills a whole period of the subscription's price. */
export function periodLine(
  item: Stripe.SubscriptionItem,
  period: { readonly start: number; readonly end: number },
): NewLine {
  const quantity = item.quantity ?? 1;
  const unitAmountCents = item.price.unit_amount ?? 0;
  const product = idOf(item.price.product) ?? '';
  return {
    amountCents: unitAmountCents * quantity,
    description: `${quantity} × ${item.price.nickname ?? product} (at €${(unitAmountCents / 100).toFixed(2)} / ${item.price.recurring?.interval ?? 'month'})`,
    period,
    price: item.price.id,
    product,
    unitAmountCents,
    quantity,
    subscriptionItem: item.id,
    prorationOf: null,
  };
}

function takePendingLines(world: World, subscription: string): readonly NewLine[] {
  const pending = world.pendingItems.get(subscription) ?? [];
  world.pendingItems.delete(subscription);
  return pending.map(pendingLine);
}

function pendingLine(item: PendingItem): NewLine {
  const { id, creditedInvoice, ...line } = item;
  return { ...line, prorationOf: { invoiceItem: id, creditedInvoice } };
}
