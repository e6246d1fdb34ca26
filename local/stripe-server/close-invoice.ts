/**
 * The three ends of an invoice: paid, void, uncollectible. It closes the PaymentIntent with it and tells the subscription.
 */
import type Stripe from 'stripe';
import { adjustBalance } from './adjust-balance.ts';
import { change, emitEvent } from './emit-event.ts';
import { settleSubscription } from './settle-subscription.ts';
import type { StartedPayment } from './start-payment.ts';
import { idOf, mustGet, subscriptionOfInvoice, type World } from './world.ts';

/** `paidCents` is what was collected; the remainder was paid out of band. Zero when nothing was due. */
export function markPaid(world: World, open: Stripe.Invoice, paidCents: number, outOfBand = false): Stripe.Invoice {
  const paidNow = outOfBand ? open.amount_remaining : paidCents;
  const patch: Partial<Stripe.Invoice> = {
    amount_paid: open.amount_paid + paidNow,
    amount_remaining: open.amount_due - open.amount_paid - paidNow,
    attempted: true,
    auto_advance: false,
    next_payment_attempt: null,
    status: 'paid',
    status_transitions: { ...open.status_transitions, paid_at: world.nowSeconds },
  };
  if (outOfBand) patch.amount_paid_off_stripe = paidNow;
  const paid = change(world, world.tables.invoices, open, patch, 'invoice.updated');
  emitEvent(world, 'invoice.paid', paid);
  emitEvent(world, 'invoice.payment_succeeded', paid);
  settleSubscription(world, paid, 'closed');
  return paid;
}

/** Voids an open or uncollectible invoice and gives the balance it had used back to the customer. */
export function voidInvoice(world: World, invoice: Stripe.Invoice): Stripe.Invoice {
  const voided = change(world, world.tables.invoices, invoice, {
    auto_advance: false,
    next_payment_attempt: null,
    status: 'void',
    status_transitions: { ...invoice.status_transitions, voided_at: world.nowSeconds },
  });
  emitEvent(world, 'invoice.voided', voided);
  const usedCents = (invoice.ending_balance ?? invoice.starting_balance) - invoice.starting_balance;
  if (usedCents !== 0) {
    adjustBalance(world, {
      customer: idOf(invoice.customer) ?? '',
      amountCents: -usedCents,
      type: 'unapplied_from_invoice',
      invoice: invoice.id,
    });
  }
  cancelPayments(world, invoice.id);
  settleSubscription(world, voided, 'voided');
  return voided;
}

export function markUncollectible(
  world: World,
  open: Stripe.Invoice,
  reason: Stripe.Invoice.StatusDetails.Uncollectible.Reason,
): Stripe.Invoice {
  const given = change(world, world.tables.invoices, open, {
    auto_advance: false,
    next_payment_attempt: null,
    status: 'uncollectible',
    status_details: { uncollectible: { reason } },
    status_transitions: { ...open.status_transitions, marked_uncollectible_at: world.nowSeconds },
  });
  emitEvent(world, 'invoice.marked_uncollectible', given);
  settleSubscription(world, given, 'closed');
  return given;
}

/** The invoice's payment that is still open, with its PaymentIntent. */
export function openPaymentOf(world: World, invoice: string): StartedPayment | null {
  for (const id of world.tables.invoicePayments.idsBy('invoice', invoice)) {
    const payment = mustGet(world.tables.invoicePayments, id);
    if (payment.status !== 'open') continue;
    return { payment, intent: mustGet(world.tables.paymentIntents, idOf(payment.payment.payment_intent)) };
  }
  return null;
}

/** Cancels what was to collect the invoice, as voiding and out-of-band payment do. */
export function cancelPayments(world: World, invoice: string): void {
  const open = openPaymentOf(world, invoice);
  if (open === null) return;
  change(world, world.tables.invoicePayments, open.payment, {
    status: 'canceled',
    status_transitions: { ...open.payment.status_transitions, canceled_at: world.nowSeconds },
  });
  const intent = change(world, world.tables.paymentIntents, open.intent, {
    canceled_at: world.nowSeconds,
    cancellation_reason: 'void_invoice',
    status: 'canceled',
  });
  emitEvent(world, 'payment_intent.canceled', intent);
}

/** An invoice that is sent for payment has passed its due date. */
export function markOverdue(world: World, id: string): void {
  const invoice = mustGet(world.tables.invoices, id);
  const subscriptionId = subscriptionOfInvoice(invoice);
  if (invoice.status !== 'open' || subscriptionId === null) return;
  emitEvent(world, 'invoice.overdue', invoice);
  const subscription = mustGet(world.tables.subscriptions, subscriptionId);
  if (subscription.status !== 'active') return;
  change(world, world.tables.subscriptions, subscription, { status: 'past_due' }, 'customer.subscription.updated');
}
