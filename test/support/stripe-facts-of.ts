// One night's Stripe facts from the few fields a test is about; the rest is an ordinary monthly subscriber's.
import type {
  CustomerFact,
  DisputeFact,
  EventFact,
  InvoiceFact,
  RefundFact,
  StripeFacts,
  SubscriptionFact,
} from '#lib/billing/stripe-facts.ts';

export function factsOf(facts: Partial<StripeFacts>): StripeFacts {
  return {
    customers: [],
    subscriptions: [],
    invoices: [],
    refunds: [],
    disputes: [],
    events: [],
    checkouts: [],
    lastEventId: null,
    ...facts,
  };
}

export function customerFact(stripeId: string, fields: Partial<CustomerFact> = {}): CustomerFact {
  const name = `Personne ${stripeId}`;
  return { stripeId, name, email: `${stripeId}@example.com`, createdOn: '2026-01-05', deleted: false, ...fields };
}

export function subscriptionFact(id: string, fields: Partial<SubscriptionFact> = {}): SubscriptionFact {
  const status = fields.status ?? 'active';
  return {
    id,
    stripeCustomer: 'cus_1',
    status,
    stripeStatus: status,
    stripePrice: 'price_month',
    priceCents: 1800,
    currency: 'eur',
    interval: 'month',
    startedOn: '2026-01-05',
    periodStartOn: '2026-11-05',
    periodEndOn: '2026-12-05',
    resumesOn: null,
    cancelOn: null,
    endedOn: null,
    latestInvoiceId: null,
    lastRequestId: null,
    ...fields,
  };
}

export function invoiceFact(id: string, fields: Partial<InvoiceFact> = {}): InvoiceFact {
  const status = fields.status ?? 'paid';
  return {
    id,
    number: `N-${id}`,
    stripeCustomer: 'cus_1',
    subscriptionId: 'sub_1',
    stripePrice: 'price_month',
    status,
    stripeStatus: status,
    reason: 'renewal',
    currency: 'eur',
    createdOn: '2026-11-05',
    paidOn: status === 'paid' ? '2026-11-05' : null,
    totalCents: 1800,
    paidCents: status === 'paid' ? 1800 : 0,
    attempts: 1,
    nextAttemptOn: null,
    paymentIntents: status === 'paid' ? [`pi_${id}`] : [],
    ...fields,
  };
}

export function refundFact(id: string, fields: Partial<RefundFact> = {}): RefundFact {
  const status = fields.status ?? 'succeeded';
  const amountCents = fields.amountCents ?? 1800;
  return {
    id,
    type: 'refund',
    invoiceId: null,
    paymentIntent: null,
    stripeCustomer: null,
    amountCents,
    paidBackCents: status === 'succeeded' ? amountCents : 0,
    status,
    stripeStatus: status,
    reason: null,
    currency: 'eur',
    createdOn: '2026-11-10',
    ...fields,
  };
}

export function disputeFact(id: string, fields: Partial<DisputeFact> = {}): DisputeFact {
  const status = fields.status ?? 'needs_response';
  return {
    id,
    paymentIntent: null,
    amountCents: 1800,
    status,
    stripeStatus: status,
    reason: 'fraudulent',
    currency: 'eur',
    openedOn: '2026-11-12',
    evidenceDueOn: '2026-11-30',
    ...fields,
  };
}

export function eventFact(id: string, kind: EventFact['kind'], fields: Partial<EventFact> = {}): EventFact {
  return { id, kind, stripeCustomer: 'cus_1', subject: null, on: '2026-11-20', ...fields };
}
