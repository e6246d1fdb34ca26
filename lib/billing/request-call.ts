// The few things the night ever asks Stripe to change, as plain data: what to ask, never how. Each sets a state rather than
// adding to one, so asking twice changes nothing more.
import type { Day } from '#lib/kernel/day.ts';
import type { RowOf } from '#lib/tables/tables.ts';

export type RequestCall =
  /** `pause_collection`, behaviour `void`: periods run on, their invoices are voided. @see resumesOn first day it runs again */
  | { readonly kind: 'pause_collection'; readonly subscriptionId: string; readonly resumesOn: Day }
  /** Unset `pause_collection`. */
  | { readonly kind: 'resume_collection'; readonly subscriptionId: string }
  /** Resume a subscription whose status is `paused`. */
  | { readonly kind: 'resume'; readonly subscriptionId: string }
  /** Replace the price of the subscription's item `fromPrice`, prorated; a change of interval starts a new period at once. */
  | {
      readonly kind: 'switch_price';
      readonly subscriptionId: string;
      readonly fromPrice: string | null;
      readonly stripePrice: string;
    }
  | { readonly kind: 'cancel_at_period_end'; readonly subscriptionId: string };

/** Metadata key of a subscription: which request changed it last, so that a repeat is recognised however late it comes. */
export const REQUEST_METADATA = 'ops_request';

/**
 * Sent with every attempt of the request, so that a repeat within Stripe's 24 hours is answered and not done again. Later
 * the key is forgotten: the state is read again each night and decides (`already`).
 */
export function idempotencyKeyOf(request: Pick<RowOf<'requests'>, 'id'>): string {
  return `ops-${request.id}`;
}
