// The mirror of Stripe's disputes. Money is withheld from the day the bank takes it until the dispute is won; an inquiry
// (warning) or a prevented dispute withholds nothing.
import type { ChangeSet } from '#lib/changes/change-set.ts';
import { createDraft } from '#lib/changes/draft.ts';
import type { PlanContext } from '#lib/changes/plan-context.ts';
import { canRun } from './can-run.ts';
import { distinctFacts } from './distinct-facts.ts';
import { createMirror } from './mirror-rows.ts';
import { indexIntents } from './payment-intents.ts';
import { EURO } from './plan-index.ts';
import { reportOddities } from './report-oddities.ts';
import type { DisputeFact, StripeFacts } from './stripe-facts.ts';

const WITHHOLDING: ReadonlySet<DisputeFact['status']> = new Set(['needs_response', 'under_review', 'lost']);

/** A state never seen keeps what was withheld before. In another currency the amounts are 0. */
export function planMirrorDisputes(context: PlanContext, facts: StripeFacts): ChangeSet {
  const { workbook, words } = context;
  const draft = createDraft(workbook, words);
  if (!canRun(context, draft, 'mirrorDisputes', ['customers', 'invoices', 'disputes'])) return draft.changeSet();
  const invoiceByIntent = indexIntents(workbook);
  const mirror = createMirror(context, draft, workbook.disputes, ['openedOn']);
  for (const fact of distinctFacts(facts.disputes, ({ id }) => id)) {
    reportOddities(draft, fact);
    const known = mirror.cellsOf(fact.id);
    const { id, status, openedOn, evidenceDueOn } = fact;
    const reason = fact.reason === null ? null : words.stripeReason(fact.reason);
    const invoiceId = invoiceByIntent.get(fact.paymentIntent ?? '') ?? known?.invoiceId ?? null;
    const customerId = workbook.invoices.byId.get(invoiceId ?? '')?.customerId ?? known?.customerId ?? null;
    const amountCents = fact.currency === EURO ? fact.amountCents : 0;
    const before = status === 'unknown' ? (known?.withheldCents ?? 0) : 0;
    const withheldCents = WITHHOLDING.has(status) ? amountCents : before;
    mirror.put({ id, customerId, invoiceId, amountCents, withheldCents, status, reason, openedOn, evidenceDueOn });
  }
  return draft.changeSet();
}
