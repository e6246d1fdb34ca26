// How each failed payment stands: when it first failed (Stripe does not keep it), when Stripe tries again, until when the
// account stays active, and how it ended. A first failure that was noted is never taken back.
import type { ChangeSet } from '#lib/changes/change-set.ts';
import { createDraft } from '#lib/changes/draft.ts';
import type { PlanContext } from '#lib/changes/plan-context.ts';
import { addDays, type Day } from '#lib/kernel/day.ts';
import type { RowOf } from '#lib/tables/tables.ts';
import { canRun } from './can-run.ts';
import { distinctFacts } from './distinct-facts.ts';
import type { InvoiceFact, StripeFacts } from './stripe-facts.ts';
import { isEnded } from './subscription-state.ts';

type Invoice = RowOf<'invoices'>;

/**
 * Concerns open invoices that were attempted and every invoice with a failure on record. First failure: the earliest event
 * in Faits, else the night it is first seen. The retry is Stripe's own next attempt. Recovery: `grace` through the last day
 * of grace, `overdue` after it, `recovered` once paid, `lost` when the invoice or its subscription ended unpaid.
 */
export function planFailedPayments(context: PlanContext, facts: StripeFacts): ChangeSet {
  const { workbook, words } = context;
  const draft = createDraft(workbook, words);
  if (!canRun(context, draft, 'failedPayments', ['invoices', 'facts'])) return draft.changeSet();
  const failedOnByInvoice = firstFailures(context);
  const factById = new Map(distinctFacts(facts.invoices, ({ id }) => id).map((fact) => [fact.id, fact]));
  for (const row of workbook.invoices.rows) {
    const isFailing = row.status === 'open' && row.attempts >= 1;
    const noted = earlier(row.firstFailedOn, failedOnByInvoice.get(row.id) ?? null);
    const firstFailedOn = noted ?? (isFailing ? context.clock.today : null);
    if (firstFailedOn === null) continue;
    const retryOn = retryOf(row, factById.get(row.id));
    const graceUntil = graceOf(context, row, firstFailedOn);
    const recovery = recoveryOf(context, row, graceUntil);
    draft.update(workbook.invoices, row, { firstFailedOn, retryOn, graceUntil, recovery });
  }
  return draft.changeSet();
}

function firstFailures({ workbook }: PlanContext): ReadonlyMap<string, Day> {
  const failedOn = new Map<string, Day>();
  for (const { kind, subject, on } of workbook.facts.rows) {
    if (kind !== 'payment_failed' || subject === null) continue;
    failedOn.set(subject, earlier(failedOn.get(subject) ?? null, on) ?? on);
  }
  return failedOn;
}

function earlier(a: Day | null, b: Day | null): Day | null {
  if (a === null || b === null) return a ?? b;
  return a < b ? a : b;
}

function retryOf(row: Invoice, fact: InvoiceFact | undefined): Day | null {
  if (row.status !== 'open') return null;
  return fact === undefined ? row.retryOn : fact.nextAttemptOn;
}

/** Settled invoices keep the grace they had: a changed setting does not rewrite the past. */
function graceOf({ settings }: PlanContext, row: Invoice, firstFailedOn: Day): Day {
  const grace = addDays(firstFailedOn, settings['billing.graceDays']);
  return row.status === 'open' ? grace : (row.graceUntil ?? grace);
}

function recoveryOf({ workbook, clock }: PlanContext, row: Invoice, graceUntil: Day): Invoice['recovery'] {
  switch (row.status) {
    case 'paid':
      return 'recovered';
    case 'void':
    case 'uncollectible':
      return 'lost';
    case 'open': {
      const subscription = workbook.subscriptions.byId.get(row.subscriptionId ?? '');
      if (subscription !== undefined && isEnded(subscription.status)) return 'lost';
      return clock.today > graceUntil ? 'overdue' : 'grace';
    }
    default:
      return row.recovery;
  }
}
