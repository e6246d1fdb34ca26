// Stripe's invoice → fact. Its subscription stands under `parent`, its payments only come when asked for, its plan is the
// price of the line that says what was sold (docs.stripe.com/api/invoices/object, API 2026-10-28.endive).
import { z } from 'zod';
import type { InvoiceFact } from '#lib/billing/stripe-facts.ts';
import { cents, type Decoded, dayOrNull, decodeObject, reference, seconds, type ToDay } from './decode-object.ts';

const lineSchema = z.object({
  amount: cents,
  pricing: z.object({ price_details: z.object({ price: reference }).nullish() }).nullish(),
  parent: z.object({ subscription_item_details: z.object({ proration: z.boolean() }).nullish() }).nullish(),
});

const paymentSchema = z.object({
  status: z.string(),
  payment: z.object({ payment_intent: reference.nullish() }),
});

const invoiceSchema = z.object({
  id: z.string(),
  number: z.string().nullable(),
  customer: reference,
  parent: z.object({ subscription_details: z.object({ subscription: reference }).nullish() }).nullable(),
  status: z.string().nullable(),
  billing_reason: z.string().nullable(),
  currency: z.string(),
  created: seconds,
  status_transitions: z.object({ paid_at: seconds.nullable() }),
  total: cents,
  amount_paid: cents,
  attempt_count: z.int().nonnegative(),
  next_payment_attempt: seconds.nullable(),
  lines: z.object({ data: z.array(lineSchema) }).optional(),
  payments: z.object({ data: z.array(paymentSchema), has_more: z.boolean() }).optional(),
});

type InvoiceShape = z.infer<typeof invoiceSchema>;
type Line = z.infer<typeof lineSchema>;

export interface DecodedInvoice {
  readonly invoice: InvoiceFact;
  /** More payments exist than Stripe put into the invoice: they must be listed. */
  readonly hasMorePayments: boolean;
}

export function decodeInvoice(object: unknown, toDay: ToDay): Decoded<DecodedInvoice> {
  return decodeObject('invoice', invoiceSchema, object, (shape) => ({
    invoice: invoiceFact(shape, toDay),
    hasMorePayments: shape.payments?.has_more ?? false,
  }));
}

function invoiceFact(shape: InvoiceShape, toDay: ToDay): InvoiceFact {
  return {
    id: shape.id,
    number: shape.number,
    stripeCustomer: shape.customer,
    subscriptionId: shape.parent?.subscription_details?.subscription ?? null,
    stripePrice: soldPrice(shape.lines?.data ?? []),
    status: knownStatuses.get(shape.status ?? '') ?? 'unknown',
    stripeStatus: shape.status ?? 'null',
    reason: knownReasons.get(shape.billing_reason ?? '') ?? 'other',
    currency: shape.currency,
    createdOn: toDay(shape.created),
    paidOn: dayOrNull(shape.status_transitions.paid_at, toDay),
    totalCents: shape.total,
    paidCents: shape.amount_paid,
    attempts: shape.attempt_count,
    nextAttemptOn: dayOrNull(shape.next_payment_attempt, toDay),
    paymentIntents: (shape.payments?.data ?? []).flatMap(paymentIntentOf),
  };
}

/** The PaymentIntent of a payment that was made or may still be; none when it was given up or made outside Stripe. */
export function paymentIntentOf(payment: unknown): readonly string[] {
  const shape = paymentSchema.safeParse(payment).data;
  const intent = shape?.payment.payment_intent;
  return shape === undefined || shape.status === 'canceled' || !intent ? [] : [intent];
}

const knownStatuses = new Map<string, InvoiceFact['status']>(
  (['draft', 'open', 'paid', 'void', 'uncollectible'] as const).map((status) => [status, status]),
);

const knownReasons: ReadonlyMap<string, InvoiceFact['reason']> = new Map([
  ['subscription_create', 'first'],
  ['subscription_cycle', 'renewal'],
  ['subscription_update', 'change'],
  ['manual', 'manual'],
]);

/** What was sold: a change of plan also holds lines that give back the old price, and shares of a period. */
function soldPrice(lines: readonly Line[]): string | null {
  let best: { readonly price: string; readonly rank: readonly number[] } | null = null;
  for (const line of lines) {
    const price = line.pricing?.price_details?.price;
    if (price === undefined) continue;
    const isShare = line.parent?.subscription_item_details?.proration ?? false;
    const rank = [line.amount >= 0 ? 1 : 0, isShare ? 0 : 1, line.amount];
    if (best === null || isHigher(rank, best.rank)) best = { price, rank };
  }
  return best?.price ?? null;
}

function isHigher(a: readonly number[], b: readonly number[]): boolean {
  const index = a.findIndex((value, position) => value !== b[position]);
  return index >= 0 && (a[index] ?? 0) > (b[index] ?? 0);
}
