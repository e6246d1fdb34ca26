// How one of Stripe's objects becomes a fact: only the fields we use, checked at run time, because Stripe's types promise
// more than an answer must hold. An object of another shape becomes a Problem; it never stops the night and is never guessed.
import { z } from 'zod';
import type { Day } from '#lib/kernel/day.ts';
import { type Problem, problem } from '#lib/kernel/problem.ts';

/** Stripe's unix seconds → the day in the shop's zone. */
export type ToDay = (seconds: number) => Day;

export type Decoded<Fact> =
  | { readonly ok: true; readonly fact: Fact }
  | { readonly ok: false; readonly problem: Problem };

export type StripeKind =
  | 'customer'
  | 'subscription'
  | 'invoice'
  | 'refund'
  | 'credit_note'
  | 'dispute'
  | 'event'
  | 'checkout_session';

/** What an object is called in a sentence of French, article included. */
const frenchNames: Readonly<Record<StripeKind, string>> = {
  customer: 'le client',
  subscription: 'l’abonnement',
  invoice: 'la facture',
  refund: 'le remboursement',
  credit_note: 'l’avoir',
  dispute: 'le litige',
  event: 'l’événement',
  checkout_session: 'la session Checkout',
};

/** A reference: an id, or the whole object when it was expanded. */
export const reference = z.union([z.string(), z.object({ id: z.string() }).transform(({ id }) => id)]);

export const seconds = z.int().nonnegative();
export const cents = z.int();

export function decodeObject<Shape, Fact>(
  kind: StripeKind,
  schema: z.ZodType<Shape>,
  object: unknown,
  make: (shape: Shape) => Fact,
): Decoded<Fact> {
  const parsed = schema.safeParse(object);
  if (parsed.success) return { ok: true, fact: make(parsed.data) };
  const id = z.object({ id: z.string() }).safeParse(object).data?.id ?? '?';
  const field = parsed.error.issues.map((issue) => issue.path.join('.') || '.').join(', ');
  return { ok: false, problem: problem('stripeUnreadable', { object: frenchNames[kind], id, field }) };
}

export function dayOrNull(time: number | null | undefined, toDay: ToDay): Day | null {
  return time === null || time === undefined || time === 0 ? null : toDay(time);
}
