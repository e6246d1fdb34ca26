// Tonight's facts by what they are about, made once for every check.
import { distinctFacts } from '../distinct-facts.ts';
import type {
  CustomerFact,
  DisputeFact,
  InvoiceFact,
  RefundFact,
  StripeFacts,
  SubscriptionFact,
} from '../stripe-facts.ts';

export interface FactsIndex {
  readonly customers: ReadonlyMap<string, CustomerFact>;
  readonly subscriptions: ReadonlyMap<string, SubscriptionFact>;
  readonly invoices: ReadonlyMap<string, InvoiceFact>;
  readonly refunds: ReadonlyMap<string, RefundFact>;
  readonly disputes: ReadonlyMap<string, DisputeFact>;
  /** Stripe price → a subscription that has it. */
  readonly byPrice: ReadonlyMap<string, SubscriptionFact>;
  /** Every Stripe customer that a fact names. */
  readonly customersNamed: ReadonlySet<string>;
  readonly pricesNamed: ReadonlySet<string>;
}

export function indexFacts(facts: StripeFacts): FactsIndex {
  const subscriptions = distinctFacts(facts.subscriptions, ({ id }) => id);
  const customersNamed = new Set(facts.customers.map(({ stripeId }) => stripeId));
  const pricesNamed = new Set<string>();
  const byPrice = new Map<string, SubscriptionFact>();
  for (const { stripeCustomer, stripePrice } of [...subscriptions, ...facts.invoices]) {
    customersNamed.add(stripeCustomer);
    if (stripePrice !== null) pricesNamed.add(stripePrice);
  }
  for (const { stripeCustomer } of facts.refunds) if (stripeCustomer !== null) customersNamed.add(stripeCustomer);
  for (const fact of subscriptions) if (fact.stripePrice !== null) byPrice.set(fact.stripePrice, fact);
  const byId = <Fact extends { readonly id: string }>(list: readonly Fact[]) =>
    new Map(distinctFacts(list, ({ id }) => id).map((fact) => [fact.id, fact]));
  return {
    customers: new Map(distinctFacts(facts.customers, ({ stripeId }) => stripeId).map((fact) => [fact.stripeId, fact])),
    subscriptions: new Map(subscriptions.map((fact) => [fact.id, fact])),
    invoices: byId(facts.invoices),
    refunds: byId(facts.refunds),
    disputes: byId(facts.disputes),
    byPrice,
    customersNamed,
    pricesNamed,
  };
}
