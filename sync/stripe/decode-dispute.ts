// Stripe's dispute → fact. An appeal is a dispute still going on, with the same work for the shop.
import { z } from 'zod';
import type { DisputeFact } from '#lib/billing/stripe-facts.ts';
import { cents, type Decoded, dayOrNull, decodeObject, reference, seconds, type ToDay } from './decode-object.ts';

const disputeSchema = z.object({
  id: z.string(),
  payment_intent: reference.nullable(),
  amount: cents,
  status: z.string(),
  reason: z.string(),
  currency: z.string(),
  created: seconds,
  // 0 when the bank takes no answer (docs.stripe.com/api/disputes/object, evidence_details.due_by).
  evidence_details: z.object({ due_by: seconds.nullable() }),
});

export function decodeDispute(object: unknown, toDay: ToDay): Decoded<DisputeFact> {
  return decodeObject('dispute', disputeSchema, object, (dispute) => ({
    id: dispute.id,
    paymentIntent: dispute.payment_intent,
    amountCents: dispute.amount,
    status: statuses.get(dispute.status) ?? 'unknown',
    stripeStatus: dispute.status,
    reason: dispute.reason,
    currency: dispute.currency,
    openedOn: toDay(dispute.created),
    evidenceDueOn: dayOrNull(dispute.evidence_details.due_by, toDay),
  }));
}

const statuses: ReadonlyMap<string, DisputeFact['status']> = new Map<string, DisputeFact['status']>([
  ['warning_needs_response', 'warning_needs_response'],
  ['warning_under_review', 'warning_under_review'],
  ['warning_closed', 'warning_closed'],
  ['needs_response', 'needs_response'],
  ['under_review', 'under_review'],
  ['appeal_needs_response', 'needs_response'],
  ['appeal_under_review', 'under_review'],
  ['won', 'won'],
  ['lost', 'lost'],
  ['prevented', 'prevented'],
]);
