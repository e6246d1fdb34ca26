// The mirror of Stripe's refunds and credit notes, each tied to its invoice: a credit note names it, a refund is found
// through its PaymentIntent on an invoice row, of tonight or of any earlier night.
import type { ChangeSet } from '#lib/changes/change-set.ts';
import { createDraft } from '#lib/changes/draft.ts';
import type { PlanContext } from '#lib/changes/plan-context.ts';
import { canRun } from './can-run.ts';
import { indexCustomers } from './customer-index.ts';
import { distinctFacts } from './distinct-facts.ts';
import { createMirror } from './mirror-rows.ts';
import { indexIntents } from './payment-intents.ts';
import { EURO } from './plan-index.ts';
import { reportOddities } from './report-oddities.ts';
import type { RefundFact, StripeFacts } from './stripe-facts.ts';

/** In another currency the amounts are 0; the currency is told. */
export function planMirrorRefunds(context: PlanContext, facts: StripeFacts): ChangeSet {
  const { workbook, words } = context;
  const draft = createDraft(workbook, words);
  if (!canRun(context, draft, 'mirrorRefunds', ['customers', 'invoices', 'refunds'])) return draft.changeSet();
  const customers = indexCustomers(workbook);
  const invoiceByIntent = indexIntents(workbook);
  const mirror = createMirror(context, draft, workbook.refunds, ['type', 'createdOn']);
  for (const fact of distinctFacts(facts.refunds, ({ id }) => id)) {
    reportOddities(draft, fact);
    const known = mirror.cellsOf(fact.id);
    const { id, type, status, createdOn } = fact;
    const reason = fact.reason === null ? null : words.stripeReason(fact.reason);
    const invoiceId = fact.invoiceId ?? invoiceByIntent.get(fact.paymentIntent ?? '') ?? known?.invoiceId ?? null;
    const ofInvoice = workbook.invoices.byId.get(invoiceId ?? '')?.customerId;
    const customerId = customers.idOf(fact.stripeCustomer) ?? ofInvoice ?? known?.customerId ?? null;
    const amountCents = fact.currency === EURO ? fact.amountCents : 0;
    mirror.put({
      id,
      type,
      customerId,
      invoiceId,
      amountCents,
      paidBackCents: paidBack(fact),
      status,
      reason,
      createdOn,
    });
  }
  return draft.changeSet();
}

/** A pending, failed or unknown refund has given nothing back, whatever its amount. */
function paidBack(fact: RefundFact): number {
  const isGone = fact.status === 'succeeded' || fact.status === 'issued';
  return isGone && fact.currency === EURO ? fact.paidBackCents : 0;
}
