/**
 * Plays one act of the script through the engine. An act that cannot happen (a refund of an unpaid invoice, say) is a
 * mistake of the script and throws.
 */
import type Stripe from 'stripe';
import type { InvoiceChoice, StripeAct } from '#demo/stripe-act.ts';
import { adjustBalance } from './adjust-balance.ts';
import { buildPrice, buildProduct } from './build-catalogue.ts';
import { cancelAt, cancelAtPeriodEnd, cancelSubscription, hasEnded, undoCancel } from './cancel-subscription.ts';
import { checkOut } from './checkout.ts';
import { markUncollectible, voidInvoice } from './close-invoice.ts';
import { creditInvoice, paidChargeOf, voidCreditNote } from './credit-invoice.ts';
import { createCustomer, deleteCustomer, setCard } from './customers.ts';
import { disputeCharge } from './dispute-charge.ts';
import { change, insertWithEvent } from './emit-event.ts';
import { finalizeInvoice } from './finalize-invoice.ts';
import { forceField } from './force-field.ts';
import { openPortal } from './open-portal.ts';
import { pauseCollection, resumeCollection } from './pause-collection.ts';
import { createSchedule, DEFAULT_RESUME, planPause } from './pause-schedule.ts';
import { pauseNow, resumeNow } from './pause-subscription.ts';
import { payInvoice } from './pay-invoice.ts';
import { refundableCents, refundCharge } from './refund-charge.ts';
import { subscribe } from './subscribe.ts';
import { switchPrice } from './switch-price.ts';
import { mustGet, type World } from './world.ts';

type Players = { readonly [Name in StripeAct['act']]: (world: World, act: Extract<StripeAct, { act: Name }>) => void };

/** Acts that make no sense on a subscription that is over; money may still be given back on one. */
const LIVING_ONLY: ReadonlySet<StripeAct['act']> = new Set([
  'switch-price',
  'pause-collection',
  'resume-collection',
  'pause',
  'resume',
  'cancel-at-period-end',
  'cancel-at',
  'cancel-now',
  'undo-cancel',
]);

export function playAct(world: World, act: StripeAct): void {
  if ('subscription' in act && LIVING_ONLY.has(act.act)) {
    const subscription = mustGet(world.tables.subscriptions, act.subscription);
    if (hasEnded(subscription)) {
      throw new Error(`Act ${act.act} at ${act.at}: subscription ${act.subscription} is ${subscription.status}`);
    }
  }
  const play = PLAYERS[act.act] as (world: World, act: StripeAct) => void;
  play(world, act);
}

const PLAYERS: Players = {
  'create-product': (world, { id, name, metadata }) => {
    const product = buildProduct(world, { id, name, metadata: { ...metadata } });
    insertWithEvent(world, world.tables.products, product, 'product.created');
  },
  'create-price': (world, { act: _act, at: _at, metadata, currency, nickname, ...fields }) => {
    const price = buildPrice(world, {
      ...fields,
      currency: currency ?? world.settings.currency,
      nickname: nickname ?? null,
      metadata: { ...metadata },
    });
    insertWithEvent(world, world.tables.prices, price, 'price.created');
  },
  'create-customer': createCustomer,
  'update-customer': (world, { customer, name, email, metadata }) => {
    const before = mustGet(world.tables.customers, customer);
    const patch: Partial<Stripe.Customer> = {
      ...(name === undefined ? {} : { name }),
      ...(email === undefined ? {} : { email }),
      ...(metadata === undefined ? {} : { metadata: { ...before.metadata, ...metadata } }),
    };
    change(world, world.tables.customers, before, patch, 'customer.updated');
  },
  'delete-customer': (world, { customer }) => deleteCustomer(world, customer),
  checkout: (world, act) => void checkOut(world, act),
  'set-card': (world, { customer, card }) => setCard(world, customer, card),
  subscribe,
  'switch-price': (world, act) => {
    switchPrice(world, act.subscription, { price: act.price, proration: act.proration ?? 'create_prorations' });
  },
  'pause-collection': (world, act) => {
    pauseCollection(world, act.subscription, act.behaviour, act.resumesAt ?? null);
  },
  'resume-collection': (world, act) => {
    resumeCollection(world, act.subscription);
  },
  pause: (world, act) => {
    const subscription = mustGet(world.tables.subscriptions, act.subscription);
    const creditFrom = act.creditUnusedTimeFrom ?? 'now';
    if (subscription.billing_mode.type !== 'flexible') {
      throw new Error(`Act pause at ${act.at}: subscription ${act.subscription} has classic billing`);
    }
    if (act.resumesAt === undefined) {
      pauseNow(world, subscription, 'pause_requested', creditFrom);
      return;
    }
    const schedule = createSchedule(world, subscription);
    const plan = { key: null, pauseAt: world.nowSeconds, creditFrom, resumeAt: act.resumesAt, resume: DEFAULT_RESUME };
    planPause(world, schedule.id, plan);
  },
  resume: (world, act) => {
    const { status } = mustGet(world.tables.subscriptions, act.subscription);
    if (status !== 'paused') throw new Error(`Act resume at ${act.at}: subscription ${act.subscription} is ${status}`);
    resumeNow(world, act.subscription, {
      anchor: act.anchor ?? 'now',
      payment: act.payment ?? 'resume_on_payment_success',
      proration: 'create_prorations',
    });
  },
  'cancel-at-period-end': (world, act) => {
    const subscription = mustGet(world.tables.subscriptions, act.subscription);
    const feedback = act.feedback ?? null;
    const details = { comment: null, feedback, feedback_option: null, reason: null };
    change(world, world.tables.subscriptions, subscription, { cancellation_details: details });
    const byDateAlone = act.via === 'portal' && subscription.billing_mode.type === 'flexible';
    cancelAtPeriodEnd(world, act.subscription, !byDateAlone);
  },
  'cancel-at': (world, act) => {
    cancelAt(world, act.subscription, act.cancelAt);
  },
  'cancel-now': (world, act) => {
    cancelSubscription(world, act.subscription, 'cancellation_requested');
  },
  'undo-cancel': (world, act) => {
    undoCancel(world, act.subscription);
  },
  refund: (world, act) => {
    const charge = chargeFor(world, act.subscription, act.invoice);
    refundCharge(world, {
      ...(act.id === undefined ? {} : { id: act.id }),
      charge: charge.id,
      amountCents: act.amountCents ?? refundableCents(charge),
      end: act.outcome ?? { kind: 'succeeded' },
      reason: 'requested_by_customer',
    });
  },
  'credit-note': (world, act) => {
    const invoice = chooseInvoice(world, act.subscription, act.invoice);
    const paid = invoice.status === 'paid';
    const to = act.to ?? 'customer-balance';
    creditInvoice(world, {
      invoice: invoice.id,
      amountCents: act.amountCents,
      refundCents: paid && to === 'refund' ? act.amountCents : 0,
      balanceCents: paid && to === 'customer-balance' ? act.amountCents : 0,
      outOfBandCents: paid && to === 'out-of-band' ? act.amountCents : 0,
      reason: act.reason ?? null,
      memo: null,
      metadata: {},
    });
  },
  'void-credit-note': (world, act) => {
    const invoice = chooseInvoice(world, act.subscription, act.invoice);
    const id = world.tables.creditNotes.idsBy('invoice', invoice.id).at(-1);
    if (id === undefined || invoice.status !== 'open') {
      throw new Error(
        `Act void-credit-note at ${act.at}: invoice ${invoice.id} is ${invoice.status}, or has no credit note`,
      );
    }
    voidCreditNote(world, mustGet(world.tables.creditNotes, id));
  },
  dispute: (world, act) => {
    const charge = chargeFor(world, act.subscription, act.invoice);
    disputeCharge(world, {
      ...(act.id === undefined ? {} : { id: act.id }),
      charge: charge.id,
      amountCents: act.amountCents ?? charge.amount,
      reason: act.reason ?? 'product_not_received',
      inquiry: act.inquiry ?? false,
      submittedAt: act.submittedAt ?? null,
      closedAt: act.closedAt ?? null,
      outcome: act.outcome,
    });
  },
  'adjust-customer-balance': (world, act) => {
    const description = act.description === undefined ? {} : { description: act.description };
    adjustBalance(world, { customer: act.customer, amountCents: act.amountCents, type: 'adjustment', ...description });
  },
  'pay-invoice': (world, act) => {
    const invoice = chooseInvoice(world, act.subscription, act.invoice);
    if (invoice.status === 'paid' || invoice.status === 'void') {
      throw new Error(`Act pay-invoice at ${act.at}: invoice ${invoice.id} is ${invoice.status}`);
    }
    payInvoice(world, invoice.id, act.outOfBand ?? false);
  },
  'void-invoice': (world, act) => {
    voidInvoice(world, chooseInvoice(world, act.subscription, act.invoice));
  },
  'mark-uncollectible': (world, act) => {
    markUncollectible(world, chooseInvoice(world, act.subscription, act.invoice), 'user_forgiven');
  },
  'finalize-invoice': (world, act) => {
    finalizeInvoice(world, chooseInvoice(world, act.subscription, act.invoice).id);
  },
  'portal-session': (world, act) => {
    openPortal(world, { customer: act.customer, configuration: null, returnUrl: null, locale: null });
  },
  'set-field-to-unknown': (world, act) => forceField(world, act.object, act.field, act.value),
};

function chooseInvoice(world: World, subscription: string, choice: InvoiceChoice): Stripe.Invoice {
  const ids = world.tables.invoices.idsBy('subscription', subscription);
  const invoices = ids.map((id) => mustGet(world.tables.invoices, id));
  const chosen =
    choice === 'latest'
      ? invoices.at(-1)
      : choice === 'latest-paid'
        ? invoices.findLast((invoice) => invoice.status === 'paid' && invoice.amount_paid > 0)
        : invoices[choice - 1];
  if (chosen === undefined) throw new Error(`Subscription ${subscription} has no invoice "${choice}"`);
  return chosen;
}

function chargeFor(world: World, subscription: string, choice: InvoiceChoice): Stripe.Charge {
  const invoice = chooseInvoice(world, subscription, choice);
  const charge = paidChargeOf(world, invoice.id);
  if (charge === null) throw new Error(`Invoice ${invoice.id} (${invoice.status}) was not paid by a charge`);
  return charge;
}
