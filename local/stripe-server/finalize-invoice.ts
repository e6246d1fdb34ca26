/**
 * Numbers a draft, lets the customer's balance pay what it can, and hands the rest to collection. What is due after that
 * is zero or a sum a card can be charged.
 */
import type Stripe from 'stripe';
import { adjustBalance } from './adjust-balance.ts';
import { DAY_SECONDS } from './calendar.ts';
import { markPaid } from './close-invoice.ts';
import { collectInvoice } from './collect-invoice.ts';
import { change, emitEvent } from './emit-event.ts';
import { startPayment } from './start-payment.ts';
import { idOf, mustGet, subscriptionOfInvoice, type World } from './world.ts';

/** Stripe's smallest charge in euros; less than that is left on the customer's balance. */
const SMALLEST_CHARGE_CENTS = 50;

/** `balance: 'ignored'` for invoices born closed under a paused collection, which must not eat the customer's credit. */
export interface FinalizeOptions {
  readonly balance: 'applied' | 'ignored';
}

/** Finalizes a draft and, when it collects automatically, tries to collect it at once. Other states are left alone. */
export function finalizeInvoice(world: World, id: string): Stripe.Invoice {
  const draft = mustGet(world.tables.invoices, id);
  if (draft.status !== 'draft') return draft;
  const open = openInvoice(world, draft, { balance: 'applied' });
  if (open.amount_due === 0) return markPaid(world, open, 0);
  startPayment(world, open);
  if (open.collection_method === 'send_invoice' || open.auto_advance !== true) return open;
  return collectInvoice(world, id, 'automatic');
}

/** Gives a draft its number and its sum due; nothing is collected. */
export function openInvoice(world: World, draft: Stripe.Invoice, options: FinalizeOptions): Stripe.Invoice {
  const settled =
    options.balance === 'applied'
      ? applyBalance(world, draft)
      : { amountDueCents: Math.max(0, draft.total), startingBalance: draft.starting_balance };
  const customer = mustGet(world.tables.customers, idOf(draft.customer));
  const sequence = customer.next_invoice_sequence ?? 1;
  change(world, world.tables.customers, customer, { next_invoice_sequence: sequence + 1 });
  const sent = draft.collection_method === 'send_invoice';
  const dueDays = sent ? (daysUntilDue(world, draft) ?? 30) : 0;
  const dueDate = sent ? world.nowSeconds + dueDays * DAY_SECONDS : null;
  if (dueDate !== null) world.due.push(dueDate, { kind: 'overdue', id: draft.id });
  const open = change(world, world.tables.invoices, draft, {
    amount_due: settled.amountDueCents,
    amount_remaining: settled.amountDueCents,
    automatically_finalizes_at: null,
    due_date: dueDate,
    effective_at: world.nowSeconds,
    ending_balance: customer.balance,
    hosted_invoice_url: ['https://invoice.stripe.com/i', world.settings.accountId, draft.id].join('/'),
    invoice_pdf: ['https://pay.stripe.com/invoice', world.settings.accountId, draft.id, 'pdf'].join('/'),
    number: [customer.invoice_prefix ?? 'LOCAL', String(sequence).padStart(4, '0')].join('-'),
    starting_balance: settled.startingBalance,
    status: 'open',
    status_transitions: { ...draft.status_transitions, finalized_at: world.nowSeconds },
  });
  emitEvent(world, 'invoice.finalized', open);
  return open;
}

function applyBalance(world: World, draft: Stripe.Invoice): { amountDueCents: number; startingBalance: number } {
  const customer = mustGet(world.tables.customers, idOf(draft.customer));
  const startingBalance = customer.balance;
  const owedCents = draft.total + startingBalance;
  const movedCents = owedCents <= 0 ? draft.total : -startingBalance;
  const common = { customer: customer.id, invoice: draft.id };
  if (movedCents !== 0) adjustBalance(world, { ...common, amountCents: movedCents, type: 'applied_to_invoice' });
  if (owedCents <= 0) return { amountDueCents: 0, startingBalance };
  if (owedCents >= SMALLEST_CHARGE_CENTS) return { amountDueCents: owedCents, startingBalance };
  adjustBalance(world, { ...common, amountCents: owedCents, type: 'invoice_too_small' });
  return { amountDueCents: 0, startingBalance };
}

function daysUntilDue(world: World, invoice: Stripe.Invoice): number | null {
  const subscription = subscriptionOfInvoice(invoice);
  return subscription === null ? null : mustGet(world.tables.subscriptions, subscription).days_until_due;
}
