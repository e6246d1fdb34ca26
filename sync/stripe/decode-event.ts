// Stripe's event → what must be remembered, and which objects to read again. An event holds its object as it was, in the
// API version of its day: only ids are taken from it, and whether a pause began or ended.
import { z } from 'zod';
import type { EventFact } from '#lib/billing/stripe-facts.ts';
import { type Decoded, decodeObject, reference, seconds, type ToDay } from './decode-object.ts';

/** At most 20 fit into one list (docs.stripe.com/api/events/list). */
export const eventTypes = [
  'billing_portal.session.created',
  'invoice.payment_failed',
  'customer.subscription.paused',
  'customer.subscription.resumed',
  'customer.subscription.updated',
  'customer.subscription.deleted',
  'customer.deleted',
  'invoice.paid',
  'invoice.voided',
  'invoice.marked_uncollectible',
  'refund.updated',
  'refund.failed',
  'credit_note.voided',
  'charge.dispute.updated',
  'charge.dispute.closed',
  'charge.dispute.funds_reinstated',
] as const;

const eventSchema = z.object({
  id: z.string(),
  type: z.string(),
  created: seconds,
  data: z.object({
    object: z.object({
      id: z.string(),
      customer: reference.nullish(),
      pause_collection: z.unknown().optional(),
      test_clock: reference.nullish(),
    }),
    previous_attributes: z.object({ pause_collection: z.unknown().optional() }).nullish(),
  }),
});

type EventShape = z.infer<typeof eventSchema>;

export interface DecodedEvent {
  readonly id: string;
  readonly fact: EventFact | null;
  /** The object to read again when no list held it. */
  readonly pointer: EventPointer | null;
}

export interface EventPointer {
  readonly to: 'subscription' | 'invoice' | 'refund' | 'credit_note' | 'dispute' | 'deleted-customer';
  readonly id: string;
}

export function decodeEvent(object: unknown, toDay: ToDay): Decoded<DecodedEvent> {
  return decodeObject('event', eventSchema, object, (event) => {
    // What a developer plays on a test clock is in no list; its events must not bring it into the workbook.
    if (event.data.object.test_clock) return { id: event.id, fact: null, pointer: null };
    return { id: event.id, fact: factOf(event, toDay), pointer: pointerOf(event) };
  });
}

function factOf(event: EventShape, toDay: ToDay): EventFact | null {
  const kind = factKindOf(event);
  if (kind === null) return null;
  const { object } = event.data;
  const subject = kind === 'portal_visit' ? null : object.id;
  return { id: event.id, kind, stripeCustomer: object.customer ?? null, subject, on: toDay(event.created) };
}

function factKindOf({ type, data }: EventShape): EventFact['kind'] | null {
  if (type === 'billing_portal.session.created') return 'portal_visit';
  if (type === 'invoice.payment_failed') return 'payment_failed';
  if (type === 'customer.subscription.paused') return 'pause_started';
  if (type === 'customer.subscription.resumed') return 'pause_ended';
  // A suspended collection has no event of its own: the attribute appears, or disappears.
  const before = data.previous_attributes?.pause_collection;
  if (type !== 'customer.subscription.updated' || before === undefined) return null;
  const now = data.object.pause_collection ?? null;
  if (before === null && now !== null) return 'pause_started';
  return before !== null && now === null ? 'pause_ended' : null;
}

function pointerOf({ type, data }: EventShape): EventPointer | null {
  const { id } = data.object;
  if (type === 'customer.deleted') return { to: 'deleted-customer', id };
  if (type.startsWith('customer.subscription.')) return { to: 'subscription', id };
  if (type.startsWith('invoice.')) return { to: 'invoice', id };
  if (type.startsWith('refund.')) return { to: 'refund', id };
  if (type.startsWith('credit_note.')) return { to: 'credit_note', id };
  return type.startsWith('charge.dispute.') ? { to: 'dispute', id } : null;
}
