/**
 * The dated script of the shop's Stripe side: what people did, never what Stripe made of it. The local Stripe server
 * plays it through its own billing engine, so invoices, payments and events are consistent by construction.
 * Pure types and tiny constructors; this file imports nothing.
 */

/** How a customer's card answers. `hard` means a decline that must not be retried (lost card): retries are counted but not charged. */
export type CardBehaviour =
  | { readonly kind: 'ok' }
  | { readonly kind: 'none' }
  | { readonly kind: 'declines-until'; readonly until: number }
  | { readonly kind: 'always-declines'; readonly hard?: boolean }
  | { readonly kind: 'first-attempts-decline'; readonly attempts: number };

export const okCard: CardBehaviour = { kind: 'ok' };
export const noCard: CardBehaviour = { kind: 'none' };
export const alwaysDeclines: CardBehaviour = { kind: 'always-declines' };
export const declinesUntil = (until: number): CardBehaviour => ({ kind: 'declines-until', until });
export const firstAttemptsDecline = (attempts: number): CardBehaviour => ({ kind: 'first-attempts-decline', attempts });

/** Which invoice of a subscription: its nth by creation (1 is the first), the newest, or the newest that is paid. */
export type InvoiceChoice = number | 'latest' | 'latest-paid';

export type PauseBehaviour = 'void' | 'keep_as_draft' | 'mark_uncollectible';
export type ProrationBehaviour = 'create_prorations' | 'always_invoice' | 'none';
export type RefundOutcome =
  | { readonly kind: 'succeeded' }
  | { readonly kind: 'succeeds-after'; readonly delaySeconds: number }
  | { readonly kind: 'fails-after'; readonly delaySeconds: number };
export type DisputeOutcome = 'won' | 'lost' | 'open';

/** Every act has `at`, unix seconds. Ids are used as they are given; money is in cents. */
interface Dated {
  readonly at: number;
}
interface OnSubscription extends Dated {
  readonly subscription: string;
}
interface OnInvoice extends OnSubscription {
  readonly invoice: InvoiceChoice;
}

export type Metadata = Readonly<Record<string, string>>;

export interface CreateProduct extends Dated {
  readonly act: 'create-product';
  readonly id: string;
  readonly name: string;
  readonly metadata?: Metadata;
}
export interface CreatePrice extends Dated {
  readonly act: 'create-price';
  readonly id: string;
  readonly product: string;
  readonly unitAmountCents: number;
  readonly interval: 'month' | 'year';
  /** Three lower-case letters; the shop's own currency when left out. */
  readonly currency?: string;
  readonly nickname?: string;
  readonly metadata?: Metadata;
}
export interface CreateCustomer extends Dated {
  readonly act: 'create-customer';
  readonly id: string;
  readonly name?: string | null;
  readonly email?: string | null;
  readonly phone?: string | null;
  readonly metadata?: Metadata;
  readonly card?: CardBehaviour;
  /** Belongs to a test clock: absent from unfiltered lists, as its subscriptions and invoices are. */
  readonly testClock?: string;
  /** Another mode than the account's, for quarantine tests only. */
  readonly livemode?: boolean;
}
export interface UpdateCustomer extends Dated {
  readonly act: 'update-customer';
  readonly customer: string;
  readonly name?: string;
  readonly email?: string;
  readonly metadata?: Metadata;
}
export interface DeleteCustomer extends Dated {
  readonly act: 'delete-customer';
  readonly customer: string;
}
export interface SetCard extends Dated {
  readonly act: 'set-card';
  readonly customer: string;
  readonly card: CardBehaviour;
}
export interface Subscribe extends Dated {
  readonly act: 'subscribe';
  readonly id: string;
  readonly customer: string;
  readonly price: string;
  /** Replaces the customer's card before the first invoice is collected. */
  readonly card?: CardBehaviour;
  readonly trialEndsAt?: number;
  /** What happens when the trial ends and there is no card. Default: an invoice that fails. */
  readonly trialWithoutCard?: 'create_invoice' | 'pause' | 'cancel';
  /** Default: flexible, as Stripe does since 2025-09-30. */
  readonly billingMode?: 'classic' | 'flexible';
  readonly collection?: 'charge_automatically' | 'send_invoice';
  /** Only with `send_invoice`; default 30. */
  readonly daysUntilDue?: number;
  readonly quantity?: number;
  readonly metadata?: Metadata;
}
export interface SwitchPrice extends OnSubscription {
  readonly act: 'switch-price';
  readonly price: string;
  /** Default: create_prorations. */
  readonly proration?: ProrationBehaviour;
}
export interface PauseCollection extends OnSubscription {
  readonly act: 'pause-collection';
  readonly behaviour: PauseBehaviour;
  readonly resumesAt?: number;
}
export interface ResumeCollection extends OnSubscription {
  readonly act: 'resume-collection';
}
/** `subscriptions.pause`: status `paused`. With `resumesAt` it goes through a subscription schedule. */
export interface Pause extends OnSubscription {
  readonly act: 'pause';
  readonly resumesAt?: number;
  /** Default: now. */
  readonly creditUnusedTimeFrom?: 'now' | 'item_current_period_start' | 'none';
}
export interface Resume extends OnSubscription {
  readonly act: 'resume';
  /** Default: now. */
  readonly anchor?: 'now' | 'unchanged';
  /** Default: resume_on_payment_success, as the Dashboard proposes. */
  readonly payment?: 'resume_on_payment_attempt' | 'resume_on_payment_success';
}
export interface CancelAtPeriodEnd extends OnSubscription {
  readonly act: 'cancel-at-period-end';
  /** The portal sets `cancel_at` alone on a flexible subscription. Default: api. */
  readonly via?: 'api' | 'portal';
  readonly feedback?: string;
}
export interface CancelAt extends OnSubscription {
  readonly act: 'cancel-at';
  readonly cancelAt: number;
}
export interface CancelNow extends OnSubscription {
  readonly act: 'cancel-now';
}
export interface UndoCancel extends OnSubscription {
  readonly act: 'undo-cancel';
}
export interface RefundInvoice extends OnInvoice {
  readonly act: 'refund';
  /** Cents; everything that is left of the charge when missing. */
  readonly amountCents?: number;
  readonly outcome?: RefundOutcome;
  readonly id?: string;
}
export interface CreditNote extends OnInvoice {
  readonly act: 'credit-note';
  readonly amountCents: number;
  /** Where the money of a paid invoice goes; on an open invoice the credit note simply lowers what is due. */
  readonly to?: 'refund' | 'customer-balance' | 'out-of-band';
  readonly reason?: 'duplicate' | 'fraudulent' | 'order_change' | 'product_unsatisfactory';
}
/** Takes back the newest credit note of an invoice that is still open. */
export interface VoidCreditNote extends OnInvoice {
  readonly act: 'void-credit-note';
}
export interface Dispute extends OnInvoice {
  readonly act: 'dispute';
  readonly id?: string;
  readonly outcome: DisputeOutcome;
  /** When evidence goes out (status under_review) and when it is decided, unix seconds. */
  readonly submittedAt?: number;
  readonly closedAt?: number;
  /** An inquiry (warning_*): no money moves. */
  readonly inquiry?: boolean;
  readonly amountCents?: number;
  readonly reason?: string;
}
export interface AdjustCustomerBalance extends Dated {
  readonly act: 'adjust-customer-balance';
  readonly customer: string;
  /** Stripe's sign: negative is credit the customer has, positive is debt. */
  readonly amountCents: number;
  readonly description?: string;
}
export interface PayInvoice extends OnInvoice {
  readonly act: 'pay-invoice';
  readonly outOfBand?: boolean;
}
export interface VoidInvoice extends OnInvoice {
  readonly act: 'void-invoice';
}
export interface MarkUncollectible extends OnInvoice {
  readonly act: 'mark-uncollectible';
}
export interface FinalizeInvoice extends OnInvoice {
  readonly act: 'finalize-invoice';
}
/** Someone opened the customer portal. */
export interface PortalSession extends Dated {
  readonly act: 'portal-session';
  readonly customer: string;
}
export interface CheckoutAddress {
  readonly line1: string;
  readonly line2?: string;
  readonly postalCode: string;
  readonly city: string;
  /** Two capital letters. */
  readonly country: string;
}
export interface CheckoutItem {
  readonly product: string;
  /** Tax included. */
  readonly unitAmountCents: number;
  readonly quantity: number;
  /** Of the whole line. */
  readonly discountCents?: number;
}
/** Products bought in a Checkout session, which ends at that moment. */
export interface Checkout extends Dated {
  readonly act: 'checkout';
  readonly id: string;
  /** Absent: a guest. */
  readonly customer?: string;
  readonly name: string;
  readonly email: string;
  readonly phone?: string;
  readonly address: CheckoutAddress;
  readonly items: readonly CheckoutItem[];
  readonly shippingCents?: number;
  /** false: the payment (a direct debit) takes days. Default: true. */
  readonly isPaid?: boolean;
}
/** Forces a value nobody has seen yet, e.g. `status: 'frobnicated'`, to test what is done with it. */
export interface SetFieldToUnknown extends Dated {
  readonly act: 'set-field-to-unknown';
  readonly object: string;
  /** Dotted path inside the object; numbers index lists. */
  readonly field: string;
  readonly value: string | number | boolean | null;
}

export type StripeAct =
  | CreateProduct
  | CreatePrice
  | CreateCustomer
  | UpdateCustomer
  | DeleteCustomer
  | SetCard
  | Subscribe
  | SwitchPrice
  | PauseCollection
  | ResumeCollection
  | Pause
  | Resume
  | CancelAtPeriodEnd
  | CancelAt
  | CancelNow
  | UndoCancel
  | RefundInvoice
  | CreditNote
  | VoidCreditNote
  | Dispute
  | AdjustCustomerBalance
  | PayInvoice
  | VoidInvoice
  | MarkUncollectible
  | FinalizeInvoice
  | PortalSession
  | Checkout
  | SetFieldToUnknown;
