// What a subscription's state means: ended, paused, live; and which of a person's several subscriptions speaks for them.
import type { RowOf } from '#lib/tables/tables.ts';

export type SubscriptionStatus = RowOf<'subscriptions'>['status'];
export type SubscriptionSummary = RowOf<'customers'>['subscription'];

export function isEnded(status: SubscriptionStatus): boolean {
  return status === 'canceled' || status === 'incomplete_expired';
}

/** By either of Stripe's two pauses. */
export function isPaused(status: SubscriptionStatus): boolean {
  return status === 'paused' || status === 'collection_paused';
}

// Best first. A state that is not known stands for nothing, but it is no end either: it ranks above the ended ones.
const RANKS: readonly (readonly [SubscriptionStatus, SubscriptionSummary])[] = [
  ['active', 'active'],
  ['trialing', 'trialing'],
  ['past_due', 'past_due'],
  ['collection_paused', 'paused'],
  ['paused', 'paused'],
  ['unpaid', 'unpaid'],
  ['incomplete', 'incomplete'],
  ['unknown', null],
  ['canceled', 'canceled'],
  ['incomplete_expired', 'none'],
];

/** The best state of a person's subscriptions; a first payment that never came through counts as none. */
export function summaryOf(statuses: ReadonlySet<SubscriptionStatus>): SubscriptionSummary {
  const best = RANKS.find(([status]) => statuses.has(status));
  return best === undefined ? 'none' : best[1];
}
