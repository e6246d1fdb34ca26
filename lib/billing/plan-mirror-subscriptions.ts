// The mirror of Stripe's subscriptions: one row each, never lost. A subscription that is not in tonight's facts is left as
// it stands; the Rapprochement says so when it should have been there.
import type { ChangeSet } from '#lib/changes/change-set.ts';
import { createDraft } from '#lib/changes/draft.ts';
import type { PlanContext } from '#lib/changes/plan-context.ts';
import { problem } from '#lib/kernel/problem.ts';
import { canRun } from './can-run.ts';
import { indexCustomers } from './customer-index.ts';
import { distinctFacts } from './distinct-facts.ts';
import { createMirror } from './mirror-rows.ts';
import { EURO, indexPlans } from './plan-index.ts';
import { reportOddities } from './report-oddities.ts';
import type { StripeFacts } from './stripe-facts.ts';

/** In another currency the price and the plan stay empty: nothing counts it as euros. */
export function planMirrorSubscriptions(context: PlanContext, facts: StripeFacts): ChangeSet {
  const { workbook, words } = context;
  const draft = createDraft(workbook, words);
  if (!canRun(context, draft, 'mirrorSubscriptions', ['customers', 'subscriptions'])) return draft.changeSet();
  const customers = indexCustomers(workbook);
  const plans = indexPlans(workbook, facts);
  const mirror = createMirror(context, draft, workbook.subscriptions, ['customerId', 'startedOn']);
  const unknownPrices = new Set<string>();
  for (const fact of distinctFacts(facts.subscriptions, ({ id }) => id)) {
    reportOddities(draft, fact);
    if (fact.interval === 'unknown')
      draft.report(problem('stripeValueUnknown', { object: fact.id, value: words.choiceLabel('unknown') }));
    const known = mirror.cellsOf(fact.id);
    const customerId = customers.idOf(fact.stripeCustomer) ?? known?.customerId;
    if (customerId === undefined) continue;
    const inEuros = fact.currency === EURO;
    const planId = inEuros ? plans.planOf(fact.stripePrice) : null;
    if (inEuros && planId === null && fact.stripePrice !== null) unknownPrices.add(fact.stripePrice);
    const { id, status, interval, startedOn, periodStartOn, periodEndOn } = fact;
    const { resumesOn, cancelOn, endedOn, latestInvoiceId } = fact;
    const priceCents = inEuros ? fact.priceCents : null;
    const cells = { id, customerId, status, priceCents, interval, startedOn, periodStartOn, periodEndOn };
    const plan = workbook.plans.usable ? { planId } : {};
    mirror.put({ ...cells, ...plan, resumesOn, cancelOn, endedOn, latestInvoiceId });
  }
  for (const price of unknownPrices) draft.report(problem('stripePriceUnknown', { price }));
  return draft.changeSet();
}
