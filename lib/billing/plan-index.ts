// Which row of Formules a Stripe price stands for: the one that names the price, else the only one of that amount and
// interval. Never a guess between two.
import type { RowOf, WorkbookState } from '#lib/tables/tables.ts';
import { distinctFacts } from './distinct-facts.ts';
import type { StripeFacts } from './stripe-facts.ts';

export interface PlanIndex {
  /** null when no plan fits, or more than one. */
  readonly planOf: (stripePrice: string | null) => string | null;
  /** Whether a plan of this id stands in the tab, even frozen. */
  readonly has: (planId: string) => boolean;
}

/** What a price costs is known from the subscriptions that use it. */
export function indexPlans({ plans }: WorkbookState, facts: StripeFacts): PlanIndex {
  const planByPrice = new Map<string, string>();
  const frozenIds = new Set<string>();
  for (const row of plans.setAside) {
    if (row.id === null) continue;
    frozenIds.add(row.id);
    if (typeof row.cells.stripePrice === 'string') planByPrice.set(row.cells.stripePrice, row.id);
  }
  for (const row of [...plans.rows].reverse()) if (row.stripePrice !== null) planByPrice.set(row.stripePrice, row.id);
  for (const fact of distinctFacts(facts.subscriptions, ({ id }) => id)) {
    if (fact.stripePrice === null || planByPrice.has(fact.stripePrice)) continue;
    const fitting = plans.rows.filter((row) => costsLike(row, fact));
    if (fact.currency === EURO && fitting.length === 1) planByPrice.set(fact.stripePrice, fitting[0]?.id ?? '');
  }
  return {
    planOf: (stripePrice) => (stripePrice === null ? null : (planByPrice.get(stripePrice) ?? null)),
    has: (planId) => plans.byId.has(planId) || frozenIds.has(planId),
  };
}

export const EURO = 'eur';

function costsLike(row: RowOf<'plans'>, fact: StripeFacts['subscriptions'][number]): boolean {
  return row.priceCents === fact.priceCents && row.interval === fact.interval;
}
