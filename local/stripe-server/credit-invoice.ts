/**
 * Credit notes. On an open invoice they lower what is due; on a paid one the money goes to a refund, to the customer's
 * balance, or elsewhere (out of band), and the invoice only remembers the sum.
 */
import type Stripe from 'stripe';
import { adjustBalance } from './adjust-balance.ts';
import { listOf } from './build-catalogue.ts';
import { cancelPayments, markPaid, openPaymentOf } from './close-invoice.ts';
import { change, emitEvent, insertWithEvent } from './emit-event.ts';
import { refundCharge } from './refund-charge.ts';
import { idOf, mustGet, nextId, type World } from './world.ts';

export interface CreditRequest {
  readonly invoice: string;
  readonly amountCents: number;
  /** How a paid invoice's sum is split; must add up to the amount. All zero on an open invoice. */
  readonly refundCents: number;
  readonly balanceCents: number;
  readonly outOfBandCents: number;
  readonly reason: Stripe.CreditNote.Reason | null;
  readonly memo: string | null;
  readonly metadata: Stripe.Metadata;
}

export function creditInvoice(world: World, request: CreditRequest): Stripe.CreditNote {
  const invoice = mustGet(world.tables.invoices, request.invoice);
  const prePayment = invoice.status === 'open';
  const id = nextId(world, 'cn');
  const refund = request.refundCents > 0 ? refundOf(world, invoice, request.refundCents) : null;
  const transaction =
    request.balanceCents > 0
      ? adjustBalance(world, {
          customer: idOf(invoice.customer) ?? '',
          amountCents: -request.balanceCents,
          type: 'credit_note',
          creditNote: id,
          invoice: invoice.id,
        })
      : null;
  const note = buildCreditNote(world, invoice, id, request, refund, transaction?.id ?? null);
  insertWithEvent(world, world.tables.creditNotes, note, 'credit_note.created');
  if (prePayment) lowerDue(world, invoice, request.amountCents);
  else {
    const credited = invoice.post_payment_credit_notes_amount + request.amountCents;
    change(world, world.tables.invoices, invoice, { post_payment_credit_notes_amount: credited }, 'invoice.updated');
  }
  return note;
}

/** What a credit note may still take from an invoice, in cents. */
export function creditableCents(invoice: Stripe.Invoice): number {
  return invoice.status === 'open'
    ? invoice.amount_remaining
    : invoice.total - invoice.post_payment_credit_notes_amount - invoice.pre_payment_credit_notes_amount;
}

/** The charge that paid an invoice, found the only way there is: over its payments' PaymentIntent. */
export function paidChargeOf(world: World, invoice: string): Stripe.Charge | null {
  for (const id of world.tables.invoicePayments.idsBy('invoice', invoice)) {
    const payment = mustGet(world.tables.invoicePayments, id);
    if (payment.status !== 'paid') continue;
    const intent = mustGet(world.tables.paymentIntents, idOf(payment.payment.payment_intent));
    return mustGet(world.tables.charges, idOf(intent.latest_charge));
  }
  return null;
}

function refundOf(world: World, invoice: Stripe.Invoice, amountCents: number): Stripe.Refund {
  const charge = paidChargeOf(world, invoice.id);
  if (charge === null) throw new Error(`Invoice ${invoice.id} has no charge to refund`);
  return refundCharge(world, { charge: charge.id, amountCents, end: { kind: 'succeeded' } });
}

/** Voids a credit note of an invoice that is still open: its amount is due again. */
export function voidCreditNote(world: World, note: Stripe.CreditNote): Stripe.CreditNote {
  const invoice = mustGet(world.tables.invoices, idOf(note.invoice));
  const voided = change(world, world.tables.creditNotes, note, { status: 'void', voided_at: world.nowSeconds });
  emitEvent(world, 'credit_note.voided', voided);
  lowerDue(world, invoice, -note.amount);
  return voided;
}

function lowerDue(world: World, invoice: Stripe.Invoice, cents: number): void {
  const lowered = change(
    world,
    world.tables.invoices,
    invoice,
    {
      amount_due: invoice.amount_due - cents,
      amount_remaining: invoice.amount_remaining - cents,
      pre_payment_credit_notes_amount: invoice.pre_payment_credit_notes_amount + cents,
    },
    'invoice.updated',
  );
  if (lowered.amount_remaining === 0) {
    cancelPayments(world, invoice.id);
    markPaid(world, lowered, 0);
    return;
  }
  const open = openPaymentOf(world, invoice.id);
  if (open === null) return;
  change(world, world.tables.invoicePayments, open.payment, { amount_requested: lowered.amount_remaining });
  change(world, world.tables.paymentIntents, open.intent, { amount: lowered.amount_remaining });
}

function buildCreditNote(
  world: World,
  invoice: Stripe.Invoice,
  id: string,
  request: CreditRequest,
  refund: Stripe.Refund | null,
  transaction: string | null,
): Stripe.CreditNote {
  const prePayment = invoice.status === 'open';
  const sequence = world.tables.creditNotes.idsBy('invoice', invoice.id).length + 1;
  const amount = request.amountCents;
  return {
    id,
    object: 'credit_note',
    amount,
    amount_shipping: 0,
    created: world.nowSeconds,
    currency: invoice.currency,
    customer: idOf(invoice.customer) ?? '',
    customer_account: null,
    customer_balance_transaction: transaction,
    discount_amount: 0,
    discount_amounts: [],
    effective_at: world.nowSeconds,
    invoice: invoice.id,
    lines: listOf([buildCreditLine(world, invoice, amount)], `/v1/credit_notes/${id}/lines`),
    livemode: invoice.livemode,
    memo: request.memo,
    metadata: request.metadata,
    number: `${invoice.number ?? 'DRAFT'}-CN-${String(sequence).padStart(2, '0')}`,
    out_of_band_amount: request.outOfBandCents === 0 ? null : request.outOfBandCents,
    pdf: `https://pay.stripe.com/credit_notes/${world.settings.accountId}/${id}/pdf`,
    post_payment_amount: prePayment ? 0 : amount,
    pre_payment_amount: prePayment ? amount : 0,
    pretax_credit_amounts: [],
    reason: request.reason,
    refunds:
      refund === null
        ? []
        : [{ amount_refunded: refund.amount, payment_record_refund: null, refund: refund.id, type: 'refund' }],
    shipping_cost: null,
    status: 'issued',
    subtotal: amount,
    subtotal_excluding_tax: amount,
    total: amount,
    total_excluding_tax: amount,
    total_taxes: [],
    type: prePayment ? 'pre_payment' : 'post_payment',
    voided_at: null,
  };
}

function buildCreditLine(world: World, invoice: Stripe.Invoice, amount: number): Stripe.CreditNoteLineItem {
  const line = invoice.lines.data[0];
  return {
    id: nextId(world, 'cnli'),
    object: 'credit_note_line_item',
    amount,
    description: line?.description ?? null,
    discount_amount: 0,
    discount_amounts: [],
    ...(line === undefined ? {} : { invoice_line_item: line.id }),
    livemode: invoice.livemode,
    metadata: {},
    pretax_credit_amounts: [],
    quantity: null,
    tax_rates: [],
    taxes: [],
    type: line === undefined ? 'custom_line_item' : 'invoice_line_item',
    unit_amount: null,
    unit_amount_decimal: null,
  };
}
