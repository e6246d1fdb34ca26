// What the job learned from Stripe tonight, in the shop's terms: days in the shop's zone, cents, our own state names. Hosts
// make these from Stripe's objects; an enum value never seen becomes 'unknown' with its text kept, never a guess.
import type { Day, WallTime } from '#lib/kernel/day.ts';
import type { RowOf } from '#lib/tables/tables.ts';

export interface CustomerFact {
  readonly stripeId: string;
  readonly name: string | null;
  readonly email: string | null;
  /** Stripe no longer tells it of a deleted customer. */
  readonly createdOn: Day | null;
  readonly deleted: boolean;
}

export interface SubscriptionFact {
  readonly id: string;
  readonly stripeCustomer: string;
  readonly status: RowOf<'subscriptions'>['status'];
  /** Stripe's own word, shown when we do not know it. */
  readonly stripeStatus: string;
  readonly stripePrice: string | null;
  readonly priceCents: number | null;
  readonly currency: string;
  readonly interval: 'month' | 'year' | 'unknown';
  readonly startedOn: Day;
  readonly periodStartOn: Day | null;
  readonly periodEndOn: Day | null;
  /** First day it runs again after a pause, when Stripe tells it. */
  readonly resumesOn: Day | null;
  readonly cancelOn: Day | null;
  readonly endedOn: Day | null;
  readonly latestInvoiceId: string | null;
  /** The last request of ours that changed it, as its metadata say (`ops_request`). */
  readonly lastRequestId: string | null;
}

export interface InvoiceFact {
  readonly id: string;
  readonly number: string | null;
  readonly stripeCustomer: string;
  readonly subscriptionId: string | null;
  readonly stripePrice: string | null;
  readonly status: RowOf<'invoices'>['status'];
  readonly stripeStatus: string;
  readonly reason: NonNullable<RowOf<'invoices'>['reason']>;
  readonly currency: string;
  readonly createdOn: Day;
  readonly paidOn: Day | null;
  readonly totalCents: number;
  readonly paidCents: number;
  readonly attempts: number;
  readonly nextAttemptOn: Day | null;
  /** The PaymentIntents that paid it: how a refund or dispute finds its invoice. */
  readonly paymentIntents: readonly string[];
}

export interface RefundFact {
  readonly id: string;
  readonly type: 'refund' | 'credit_note';
  /** A credit note names its invoice; a refund only its PaymentIntent. */
  readonly invoiceId: string | null;
  readonly paymentIntent: string | null;
  readonly stripeCustomer: string | null;
  readonly amountCents: number;
  /** What left the shop for good: a succeeded refund's amount, a credit note's part settled out of band; never both. */
  readonly paidBackCents: number;
  readonly status: RowOf<'refunds'>['status'];
  readonly stripeStatus: string;
  readonly reason: string | null;
  readonly currency: string;
  readonly createdOn: Day;
}

export interface DisputeFact {
  readonly id: string;
  readonly paymentIntent: string | null;
  readonly amountCents: number;
  readonly status: RowOf<'disputes'>['status'];
  readonly stripeStatus: string;
  readonly reason: string | null;
  readonly currency: string;
  readonly openedOn: Day;
  readonly evidenceDueOn: Day | null;
}

export interface EventFact {
  readonly id: string;
  readonly kind: 'portal_visit' | 'payment_failed' | 'pause_started' | 'pause_ended';
  readonly stripeCustomer: string | null;
  /** The invoice of a failure, the subscription of a pause. */
  readonly subject: string | null;
  readonly on: Day;
}

/** A line of a Checkout session; amounts include tax. */
export interface CheckoutLineFact {
  readonly stripeProduct: string | null;
  /** What the customer saw. */
  readonly name: string;
  readonly quantity: number;
  readonly unitPriceCents: number;
  /** Of the whole line. */
  readonly discountCents: number;
}

/** A Checkout session by which products were bought and paid; subscriptions are told by their own facts. */
export interface CheckoutFact {
  readonly id: string;
  readonly orderedAt: WallTime;
  /** null for a guest. */
  readonly stripeCustomer: string | null;
  readonly name: string | null;
  readonly email: string | null;
  readonly phone: string | null;
  readonly address: string | null;
  readonly postalCode: string | null;
  readonly city: string | null;
  readonly country: string | null;
  readonly currency: string;
  readonly totalCents: number;
  readonly shippingCents: number;
  readonly paidOn: Day;
  readonly lines: readonly CheckoutLineFact[];
}

/** One night's facts. Order never matters: plans sort by id. */
export interface StripeFacts {
  readonly customers: readonly CustomerFact[];
  /** Every subscription that has not ended, and those that ended within the window or vanished from the list. */
  readonly subscriptions: readonly SubscriptionFact[];
  readonly invoices: readonly InvoiceFact[];
  readonly refunds: readonly RefundFact[];
  readonly disputes: readonly DisputeFact[];
  readonly events: readonly EventFact[];
  readonly checkouts: readonly CheckoutFact[];
  /** Cursor for the next night's events: the newest event seen. */
  readonly lastEventId: string | null;
}
