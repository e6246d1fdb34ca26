// Stripe's refunds and credit notes → one kind of fact. Money is counted once: a credit note that was paid out by a refund
// is counted by that refund, and one kept as the customer's credit pays a later invoice instead.
import { z } from 'zod';
import type { RefundFact } from '#lib/billing/stripe-facts.ts';
import { cents, type Decoded, decodeObject, reference, seconds, type ToDay } from './decode-object.ts';

const refundSchema = z.object({
  id: z.string(),
  payment_intent: reference.nullable(),
  customer: reference.nullish(),
  amount: cents,
  status: z.string().nullable(),
  reason: z.string().nullable(),
  currency: z.string(),
  created: seconds,
});

export function decodeRefund(object: unknown, toDay: ToDay): Decoded<RefundFact> {
  return decodeObject('refund', refundSchema, object, (refund) => ({
    id: refund.id,
    type: 'refund',
    invoiceId: null,
    paymentIntent: refund.payment_intent,
    stripeCustomer: refund.customer ?? null,
    amountCents: refund.amount,
    paidBackCents: refund.status === 'succeeded' ? refund.amount : 0,
    status: refundStatuses.get(refund.status ?? '') ?? 'unknown',
    stripeStatus: refund.status ?? 'null',
    reason: refund.reason,
    currency: refund.currency,
    createdOn: toDay(refund.created),
  }));
}

const creditNoteSchema = z.object({
  id: z.string(),
  invoice: reference,
  customer: reference,
  total: cents,
  out_of_band_amount: cents.nullable(),
  status: z.string(),
  reason: z.string().nullable(),
  currency: z.string(),
  created: seconds,
});

export function decodeCreditNote(object: unknown, toDay: ToDay): Decoded<RefundFact> {
  return decodeObject('credit_note', creditNoteSchema, object, (note) => ({
    id: note.id,
    type: 'credit_note',
    invoiceId: note.invoice,
    paymentIntent: null,
    stripeCustomer: note.customer,
    amountCents: note.total,
    paidBackCents: note.status === 'issued' ? (note.out_of_band_amount ?? 0) : 0,
    status: creditNoteStatuses.get(note.status) ?? 'unknown',
    stripeStatus: note.status,
    reason: note.reason,
    currency: note.currency,
    createdOn: toDay(note.created),
  }));
}

const refundStatuses = new Map<string, RefundFact['status']>(
  (['pending', 'requires_action', 'succeeded', 'failed', 'canceled'] as const).map((status) => [status, status]),
);

const creditNoteStatuses = new Map<string, RefundFact['status']>(
  (['issued', 'void'] as const).map((status) => [status, status]),
);
