/**
 * Tries to collect an open invoice with the customer's card, and runs the dunning when it fails: retries by the
 * account's schedule, then what the account has chosen. The Dashboard's rules live in AccountSettings, nowhere else.
 */
import type Stripe from 'stripe';
import { buildCharge, type ChargeEnd, declineMessage } from './build-payment.ts';
import { DAY_SECONDS } from './calendar.ts';
import { cancelSubscription } from './cancel-subscription.ts';
import { markPaid, openPaymentOf } from './close-invoice.ts';
import { change, emitEvent } from './emit-event.ts';
import { activateResumed } from './settle-subscription.ts';
import { type StartedPayment, startPayment } from './start-payment.ts';
import { idOf, mustGet, subscriptionOfInvoice, type World } from './world.ts';

/** `manual` is a payment somebody asked for: it counts as an attempt only when it is the first. */
export function collectInvoice(world: World, id: string, how: 'automatic' | 'manual'): Stripe.Invoice {
  const invoice = mustGet(world.tables.invoices, id);
  if (invoice.status !== 'open' && invoice.status !== 'uncollectible') return invoice;
  const open = openPaymentOf(world, id) ?? startPayment(world, invoice);
  const answer = how === 'automatic' ? tryCard(world, invoice, open.intent) : chargeCard(world, invoice);
  if (answer === 'not-charged') return recordFailure(world, invoice, how);
  const charge = buildCharge(world, open.intent, invoice, answer);
  world.tables.charges.insert(charge);
  if (!answer.paid) {
    failIntent(world, open.intent, charge, answer.declineCode);
    return recordFailure(world, invoice, how);
  }
  return recordPayment(world, invoice, open, charge, how);
}

/** A retry after a decline that forbids retrying makes no charge until the card has been replaced. */
function tryCard(world: World, invoice: Stripe.Invoice, intent: Stripe.PaymentIntent): ChargeEnd | 'not-charged' {
  const last = idOf(intent.latest_charge);
  const declined = last === null ? null : mustGet(world.tables.charges, last);
  const customer = mustGet(world.tables.customers, idOf(invoice.customer));
  const method = idOf(customer.invoice_settings.default_payment_method);
  if (declined?.outcome?.advice_code === 'do_not_try_again' && declined.payment_method === method) return 'not-charged';
  return chargeCard(world, invoice);
}

function chargeCard(world: World, invoice: Stripe.Invoice): ChargeEnd | 'not-charged' {
  const customer = idOf(invoice.customer) ?? '';
  const card = world.cards.get(customer);
  if (card === undefined || card.behaviour.kind === 'none') return 'not-charged';
  const attempts = card.attempts + 1;
  world.cards.set(customer, { ...card, attempts });
  const { behaviour } = card;
  if (behaviour.kind === 'always-declines') {
    return { paid: false, declineCode: behaviour.hard === true ? 'lost_card' : 'insufficient_funds' };
  }
  const declines =
    (behaviour.kind === 'declines-until' && world.nowSeconds < behaviour.until) ||
    (behaviour.kind === 'first-attempts-decline' && attempts <= behaviour.attempts);
  return declines ? { paid: false, declineCode: 'insufficient_funds' } : { paid: true };
}

function failIntent(world: World, intent: Stripe.PaymentIntent, charge: Stripe.Charge, declineCode: string): void {
  emitEvent(world, 'charge.failed', charge);
  const method = charge.payment_method === null ? undefined : world.tables.paymentMethods.get(charge.payment_method);
  const failed = change(world, world.tables.paymentIntents, intent, {
    last_payment_error: {
      charge: charge.id,
      code: 'card_declined',
      decline_code: declineCode,
      doc_url: 'https://stripe.com/docs/error-codes/card-declined',
      message: declineMessage(declineCode),
      ...(method === undefined ? {} : { payment_method: method }),
      type: 'card_error',
    },
    latest_charge: charge.id,
    payment_method: null,
    status: 'requires_payment_method',
  });
  emitEvent(world, 'payment_intent.payment_failed', failed);
}

function recordPayment(
  world: World,
  invoice: Stripe.Invoice,
  open: StartedPayment,
  charge: Stripe.Charge,
  how: 'automatic' | 'manual',
): Stripe.Invoice {
  emitEvent(world, 'charge.succeeded', charge);
  const intent = change(world, world.tables.paymentIntents, open.intent, {
    amount_received: charge.amount,
    last_payment_error: null,
    latest_charge: charge.id,
    payment_method: charge.payment_method,
    status: 'succeeded',
  });
  emitEvent(world, 'payment_intent.succeeded', intent);
  const payment = change(world, world.tables.invoicePayments, open.payment, {
    amount_paid: charge.amount,
    status: 'paid',
    status_transitions: { ...open.payment.status_transitions, paid_at: world.nowSeconds },
  });
  emitEvent(world, 'invoice_payment.paid', payment);
  const counted = change(world, world.tables.invoices, invoice, { attempt_count: nextAttemptCount(invoice, how) });
  return markPaid(world, counted, charge.amount);
}

function nextAttemptCount(invoice: Stripe.Invoice, how: 'automatic' | 'manual'): number {
  return how === 'automatic' ? invoice.attempt_count + 1 : Math.max(1, invoice.attempt_count);
}

function recordFailure(world: World, invoice: Stripe.Invoice, how: 'automatic' | 'manual'): Stripe.Invoice {
  const attemptCount = nextAttemptCount(invoice, how);
  const subscriptionId = subscriptionOfInvoice(invoice);
  const subscription = subscriptionId === null ? undefined : world.tables.subscriptions.get(subscriptionId);
  const retries = how === 'automatic' && subscription?.status !== 'incomplete';
  const delayDays = retries ? world.settings.retryDelaysDays[attemptCount - 1] : undefined;
  const nextAttempt = delayDays === undefined ? null : world.nowSeconds + delayDays * DAY_SECONDS;
  const failed = change(
    world,
    world.tables.invoices,
    invoice,
    {
      attempt_count: attemptCount,
      attempted: true,
      next_payment_attempt: how === 'manual' ? invoice.next_payment_attempt : nextAttempt,
    },
    'invoice.updated',
  );
  emitEvent(world, 'invoice.payment_failed', failed);
  if (nextAttempt !== null) world.due.push(nextAttempt, { kind: 'retry', id: invoice.id, attemptAt: nextAttempt });
  if (subscription === undefined) return failed;
  if (subscription.status === 'paused') {
    if (world.resumptionInvoices.get(invoice.id) === 'on-attempt') activateResumed(world, subscription, 'past_due');
  } else if (retries && nextAttempt === null) afterLastRetry(world, subscription);
  else if (subscription.status === 'active' && how === 'automatic') {
    change(world, world.tables.subscriptions, subscription, { status: 'past_due' }, 'customer.subscription.updated');
  }
  return failed;
}

function afterLastRetry(world: World, subscription: Stripe.Subscription): void {
  const end = world.settings.afterLastRetry;
  if (end === 'cancel') cancelSubscription(world, subscription.id, 'payment_failed');
  else if (subscription.status !== end && subscription.status !== 'canceled') {
    change(world, world.tables.subscriptions, subscription, { status: end }, 'customer.subscription.updated');
  }
}

/** An automatic retry that came up: done only when the invoice still waits for exactly this one. */
export function retryInvoice(world: World, id: string, attemptAt: number): void {
  const invoice = mustGet(world.tables.invoices, id);
  if (invoice.status === 'open' && invoice.next_payment_attempt === attemptAt) collectInvoice(world, id, 'automatic');
}
