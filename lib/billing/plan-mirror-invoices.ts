// The mirror of Stripe's invoices. What was paid back or withheld and how a failed payment stands are other plans' columns:
// they are only given a value when the row is new or the cell is broken.
import type { ChangeSet } from '#lib/changes/change-set.ts';
import { createDraft } from '#lib/changes/draft.ts';
import type { PlanContext } from '#lib/changes/plan-context.ts';
import { problem } from '#lib/kernel/problem.ts';
import type { RowOf } from '#lib/tables/tables.ts';
import { canRun } from './can-run.ts';
import { indexCustomers } from './customer-index.ts';
import { distinctFacts } from './distinct-facts.ts';
import { createMirror } from './mirror-rows.ts';
import { joinIntents, splitIntents } from './payment-intents.ts';
import { EURO, indexPlans, type PlanIndex } from './plan-index.ts';
import { reportOddities } from './report-oddities.ts';
import type { InvoiceFact, StripeFacts } from './stripe-facts.ts';

/** In another currency the amounts are mirrored as 0, so that no point, margin or KPI counts them as euros. */
export function planMirrorInvoices(context: PlanContext, facts: StripeFacts): ChangeSet {
  const { workbook, words } = context;
  const draft = createDraft(workbook, words);
  if (!canRun(context, draft, 'mirrorInvoices', ['customers', 'invoices'])) return draft.changeSet();
  const customers = indexCustomers(workbook);
  const plans = indexPlans(workbook, facts);
  const mirror = createMirror(context, draft, workbook.invoices, ['customerId', 'subscriptionId', 'createdOn']);
  const unknownPrices = new Set<string>();
  for (const fact of distinctFacts(facts.invoices, ({ id }) => id)) {
    reportOddities(draft, fact);
    const known = mirror.cellsOf(fact.id);
    const customerId = customers.idOf(fact.stripeCustomer) ?? known?.customerId;
    if (customerId === undefined) continue;
    const { id, status, reason, createdOn, paidOn, attempts } = fact;
    const inEuros = fact.currency === EURO;
    const amounts = { totalCents: inEuros ? fact.totalCents : 0, paidCents: inEuros ? fact.paidCents : 0 };
    const planId = planOfInvoice(fact, known, plans);
    if (inEuros && planId === null && fact.stripePrice !== null) unknownPrices.add(fact.stripePrice);
    mirror.put(
      {
        id,
        customerId,
        status,
        reason,
        createdOn,
        paidOn,
        ...amounts,
        attempts,
        number: fact.number ?? known?.number ?? null,
        subscriptionId: fact.subscriptionId ?? known?.subscriptionId ?? null,
        ...(workbook.plans.usable ? { planId } : {}),
        paymentIntents: joinIntents([...splitIntents(known?.paymentIntents ?? null), ...fact.paymentIntents]),
      },
      { paidBackCents: 0, withheldCents: 0 },
    );
  }
  for (const price of unknownPrices) draft.report(problem('stripePriceUnknown', { price }));
  return draft.changeSet();
}

/** A plan found once stays when tonight's facts no longer tell what the price costs. */
function planOfInvoice(fact: InvoiceFact, known: Partial<RowOf<'invoices'>> | undefined, plans: PlanIndex) {
  if (fact.currency !== EURO) return null;
  const kept = known?.planId ?? null;
  return plans.planOf(fact.stripePrice) ?? (kept !== null && plans.has(kept) ? kept : null);
}
