/**
 * The state of one local Stripe account: its settings, its objects, its cards' behaviour and what is due. Only the
 * engine changes it; the HTTP side reads it. It must stay free of I/O and of the system's time.
 */
import type Stripe from 'stripe';
import type { CardBehaviour } from '#demo/stripe-act.ts';
import type { NewLine } from './build-invoice.ts';
import { createDueQueue, type DueEntry, type DueQueue } from './due-queue.ts';
import { mintId } from './mint-id.ts';
import { createTable, type StoredObject, type Table } from './table.ts';

/** What a shop sets in the Dashboard and the API does not show. */
export interface AccountSettings {
  readonly accountId: string;
  readonly accountName: string;
  readonly country: string;
  /** Lower-case ISO code; smallest unit is the cent. */
  readonly currency: string;
  readonly livemode: boolean;
  /** Days between one failed attempt and the next; when they are used up the last attempt has failed. */
  readonly retryDelaysDays: readonly number[];
  readonly afterLastRetry: 'cancel' | 'unpaid' | 'past_due';
  readonly portalLoginUrl: string | null;
  /** What `ending_before` an event older than 30 days does: nobody has documented it, so both can be tried. */
  readonly goneEventCursor: 'refused' | 'from-oldest';
  /** Sent as Stripe-Notice with every answer; the client prints it as a warning. */
  readonly notice: string | null;
}

export const DEFAULT_SETTINGS: AccountSettings = {
  accountId: 'acct_1LocalShop0000001',
  accountName: 'Make the CHANGE',
  country: 'FR',
  currency: 'eur',
  livemode: false,
  retryDelaysDays: [3, 5, 7],
  afterLastRetry: 'cancel',
  portalLoginUrl: 'https://billing.stripe.com/p/login/local_shop',
  goneEventCursor: 'refused',
  notice: null,
};

/** A customer's card as it answers now; `attempts` counts the charges tried on it. */
export interface CardState {
  readonly behaviour: CardBehaviour;
  readonly attempts: number;
}

/** A proration that waits for the subscription's next invoice. */
export interface PendingItem extends Omit<NewLine, 'prorationOf'> {
  readonly id: string;
  readonly creditedInvoice: string | null;
}

export interface StoredEvent extends StoredObject {
  readonly id: string;
  readonly object: 'event';
  readonly type: string;
  readonly api_version: string;
  readonly created: number;
  readonly data: { readonly object: object; readonly previous_attributes?: object };
  readonly livemode: boolean;
  readonly pending_webhooks: number;
  readonly request: Stripe.Event.Request;
}

export interface Tables {
  readonly products: Table<Stripe.Product>;
  readonly prices: Table<Stripe.Price>;
  readonly customers: Table<Stripe.Customer>;
  readonly paymentMethods: Table<Stripe.PaymentMethod>;
  readonly subscriptions: Table<Stripe.Subscription>;
  readonly schedules: Table<Stripe.SubscriptionSchedule>;
  readonly invoices: Table<Stripe.Invoice>;
  readonly invoicePayments: Table<Stripe.InvoicePayment>;
  readonly paymentIntents: Table<Stripe.PaymentIntent>;
  readonly charges: Table<Stripe.Charge>;
  readonly refunds: Table<Stripe.Refund>;
  readonly creditNotes: Table<Stripe.CreditNote>;
  readonly disputes: Table<Stripe.Dispute>;
  readonly balanceTransactions: Table<Stripe.CustomerBalanceTransaction>;
  readonly portalConfigurations: Table<Stripe.BillingPortal.Configuration>;
  readonly checkoutSessions: Table<Stripe.Checkout.Session>;
  readonly events: Table<StoredEvent>;
}

export interface World {
  readonly settings: AccountSettings;
  readonly tables: Tables;
  readonly due: DueQueue;
  readonly cards: Map<string, CardState>;
  readonly pendingItems: Map<string, readonly PendingItem[]>;
  readonly deletedCustomers: Set<string>;
  /** Invoices on whose payment a paused subscription starts again, and whether a failed attempt starts it too. */
  readonly resumptionInvoices: Map<string, 'on-attempt' | 'on-success'>;
  /** Line items by Checkout session: a session shows them only when asked. */
  readonly checkoutItems: Map<string, readonly Stripe.LineItem[]>;
  /** The instant the engine has reached, unix seconds; -Infinity before anything was played. */
  nowSeconds: number;
  counter: number;
  /** The request being answered, which its events name; null while time passes. */
  request: Stripe.Event.Request | null;
}

export function createWorld(settings: AccountSettings, dueEntries: readonly DueEntry[] = []): World {
  return {
    settings,
    tables: createTables(),
    due: createDueQueue(dueEntries),
    cards: new Map(),
    pendingItems: new Map(),
    deletedCustomers: new Set(),
    resumptionInvoices: new Map(),
    checkoutItems: new Map(),
    nowSeconds: Number.NEGATIVE_INFINITY,
    counter: 0,
    request: null,
  };
}

/** The next id with this prefix; deterministic. */
export function nextId(world: World, prefix: string): string {
  world.counter += 1;
  return mintId(prefix, world.counter);
}

function createTables(): Tables {
  return {
    products: createTable('product'),
    prices: createTable('price'),
    customers: createTable('customer'),
    paymentMethods: createTable('payment_method'),
    subscriptions: createTable('subscription', { customer: (row) => idOf(row.customer) }),
    schedules: createTable('subscription_schedule'),
    invoices: createTable('invoice', { subscription: subscriptionOfInvoice }),
    invoicePayments: createTable('invoice_payment', { invoice: (row) => idOf(row.invoice) }),
    paymentIntents: createTable('payment_intent'),
    charges: createTable('charge'),
    refunds: createTable('refund', { charge: (row) => idOf(row.charge) }),
    creditNotes: createTable('credit_note', { invoice: (row) => idOf(row.invoice) }),
    disputes: createTable('dispute'),
    balanceTransactions: createTable('customer_balance_transaction', { customer: (row) => idOf(row.customer) }),
    portalConfigurations: createTable('billing_portal.configuration'),
    checkoutSessions: createTable('checkout.session'),
    events: createTable('event'),
  };
}

/** The id behind a field that may be an id or an expanded object; stored rows always hold ids. */
export function idOf(reference: string | { readonly id: string } | null | undefined): string | null {
  if (reference === null || reference === undefined) return null;
  return typeof reference === 'string' ? reference : reference.id;
}

export function subscriptionOfInvoice(invoice: Stripe.Invoice): string | null {
  return idOf(invoice.parent?.subscription_details?.subscription);
}

/** The row, or an Error that names the bug: for ids the engine itself stored. */
export function mustGet<Row extends StoredObject>(table: Table<Row>, id: string | null): Row {
  const row = id === null ? undefined : table.get(id);
  if (row === undefined) throw new Error(`No ${table.name} ${id} in the local Stripe world`);
  return row;
}
