// Where the night's facts are put together: one of each id, the newest reading wins, what could not be read is a Problem.
import type { CheckoutFact, StripeFacts } from '#lib/billing/stripe-facts.ts';
import { type Problem, problemKey } from '#lib/kernel/problem.ts';
import { decodeCustomer, deletedCustomerFact } from './decode-customer.ts';
import { decodeDispute } from './decode-dispute.ts';
import { type DecodedEvent, decodeEvent } from './decode-event.ts';
import { decodeInvoice } from './decode-invoice.ts';
import type { Decoded, ToDay } from './decode-object.ts';
import { decodeCreditNote, decodeRefund } from './decode-refund.ts';
import { decodeSubscription } from './decode-subscription.ts';

type FactOf<Kind extends keyof StripeFacts> = StripeFacts[Kind] extends readonly (infer Fact)[] ? Fact : never;
type ById<Kind extends keyof StripeFacts> = Map<string, FactOf<Kind>>;

export interface CollectedFacts {
  readonly customers: ReadonlyMap<string, unknown>;
  readonly subscriptions: ReadonlyMap<string, unknown>;
  readonly invoices: ReadonlyMap<string, unknown>;
  readonly refunds: ReadonlyMap<string, unknown>;
  readonly disputes: ReadonlyMap<string, unknown>;
  readonly addCustomer: (object: unknown) => void;
  readonly addDeletedCustomer: (id: string) => void;
  /** With the customer and the last invoice that came expanded in it. */
  readonly addSubscription: (object: unknown) => void;
  readonly addInvoice: (object: unknown) => void;
  readonly addPaymentIntents: (invoiceId: string, intents: readonly string[]) => void;
  readonly addRefund: (object: unknown) => void;
  readonly addCreditNote: (object: unknown) => void;
  readonly addDispute: (object: unknown) => void;
  readonly addCheckout: (checkout: CheckoutFact) => void;
  readonly addEvent: (object: unknown) => DecodedEvent | null;
  readonly report: (problem: Problem) => void;
  /** Invoices that hold more payments than came with them. */
  readonly invoicesWithMorePayments: ReadonlySet<string>;
  readonly result: (lastEventId: string | null) => {
    readonly facts: StripeFacts;
    readonly problems: readonly Problem[];
  };
}

export function createCollectedFacts(toDay: ToDay): CollectedFacts {
  const customers: ById<'customers'> = new Map();
  const subscriptions: ById<'subscriptions'> = new Map();
  const invoices: ById<'invoices'> = new Map();
  const refunds: ById<'refunds'> = new Map();
  const disputes: ById<'disputes'> = new Map();
  const events: ById<'events'> = new Map();
  const checkouts: ById<'checkouts'> = new Map();
  const problems = new Map<string, Problem>();
  const invoicesWithMorePayments = new Set<string>();
  const report = (problem: Problem) => void problems.set(problemKey(problem), problem);
  const put = <Fact>(decoded: Decoded<Fact>, store: (fact: Fact) => void) =>
    decoded.ok ? store(decoded.fact) : report(decoded.problem);

  const addInvoice = (object: unknown) =>
    put(decodeInvoice(object, toDay), ({ invoice, hasMorePayments }) => {
      invoices.set(invoice.id, invoice);
      if (hasMorePayments) invoicesWithMorePayments.add(invoice.id);
    });
  return {
    customers,
    subscriptions,
    invoices,
    refunds,
    disputes,
    invoicesWithMorePayments,
    report,
    addInvoice,
    addCustomer: (object) => put(decodeCustomer(object, toDay), (fact) => customers.set(fact.stripeId, fact)),
    addDeletedCustomer: (id) => customers.set(id, deletedCustomerFact(id)),
    addSubscription: (object) =>
      put(decodeSubscription(object, toDay), ({ subscription, customer, latestInvoice }) => {
        subscriptions.set(subscription.id, subscription);
        if (customer !== null) customers.set(customer.stripeId, customer);
        if (latestInvoice !== null) addInvoice(latestInvoice);
      }),
    addPaymentIntents(invoiceId, intents) {
      const invoice = invoices.get(invoiceId);
      if (invoice) invoices.set(invoiceId, { ...invoice, paymentIntents: [...new Set(intents)] });
    },
    addRefund: (object) => put(decodeRefund(object, toDay), (fact) => refunds.set(fact.id, fact)),
    addCreditNote: (object) => put(decodeCreditNote(object, toDay), (fact) => refunds.set(fact.id, fact)),
    addDispute: (object) => put(decodeDispute(object, toDay), (fact) => disputes.set(fact.id, fact)),
    addCheckout: (checkout) => checkouts.set(checkout.id, checkout),
    addEvent(object) {
      const decoded = decodeEvent(object, toDay);
      if (!decoded.ok) report(decoded.problem);
      else if (decoded.fact.fact !== null) events.set(decoded.fact.id, decoded.fact.fact);
      return decoded.ok ? decoded.fact : null;
    },
    result: (lastEventId) => ({
      facts: {
        customers: [...customers.values()],
        subscriptions: [...subscriptions.values()],
        invoices: [...invoices.values()],
        refunds: [...refunds.values()],
        disputes: [...disputes.values()],
        events: [...events.values()],
        checkouts: [...checkouts.values()],
        lastEventId,
      },
      problems: [...problems.values()],
    }),
  };
}
