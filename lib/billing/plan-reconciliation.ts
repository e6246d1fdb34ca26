// The Rapprochement: every disagreement of tonight is one open row, kept with the night it was first seen, settled the
// night it is gone; one that comes back is a new row. One more row sums the state up. It corrects nothing itself.
import type { ChangeSet } from '#lib/changes/change-set.ts';
import { createDraft, type Draft } from '#lib/changes/draft.ts';
import type { PlanContext } from '#lib/changes/plan-context.ts';
import { compareText } from '#lib/kernel/compare.ts';
import type { Problem } from '#lib/kernel/problem.ts';
import { canRun } from './can-run.ts';
import { type Disagreement, subjectOf } from './reconciliation/disagreement.ts';
import { indexFacts } from './reconciliation/facts-index.ts';
import { findCustomerDisagreements } from './reconciliation/find-customer-disagreements.ts';
import { findMirrorDisagreements } from './reconciliation/find-mirror-disagreements.ts';
import { findPaymentDisagreements } from './reconciliation/find-payment-disagreements.ts';
import { findProblemRows } from './reconciliation/find-problem-rows.ts';
import { type OpenRow, readOpenRows } from './reconciliation/open-rows.ts';
import { planSummary } from './reconciliation/plan-summary.ts';
import { sayObject } from './reconciliation/say-object.ts';
import { wasNotSeen } from './reconciliation/was-not-seen.ts';
import type { StripeFacts } from './stripe-facts.ts';

/** Runs last: on the workbook as every other plan of the night leaves it, with the Problems of all of them. */
export function planReconciliation(context: PlanContext, facts: StripeFacts, problems: readonly Problem[]): ChangeSet {
  const { workbook, words } = context;
  const draft = createDraft(workbook, words);
  if (!canRun(context, draft, 'reconciliation', ['reconciliation'])) return draft.changeSet();
  const index = indexFacts(facts);
  const found = bySubject([
    ...findCustomerDisagreements(context, index),
    ...findMirrorDisagreements(context, index),
    ...findPaymentDisagreements(context),
    ...findProblemRows(context, problems),
  ]);
  const { open, doubled, frozen } = readOpenRows(workbook.reconciliation);
  const gone = [...open].filter(([subject]) => !found.has(subject));
  const unseen = new Map(gone.filter(([subject]) => wasNotSeen(context, index, subject)));
  const kinds = [...found.values(), ...unseen.values()].map(({ kind }) => kind);
  // First of all, so that in a new workbook it is the first row.
  planSummary(context, draft, kinds);
  for (const [subject, disagreement] of found) {
    if (!frozen.has(subject)) keepOpen(context, draft, subject, disagreement, open.get(subject));
  }
  for (const [subject, row] of gone) if (!unseen.has(subject)) settle(context, draft, row);
  for (const row of doubled) settle(context, draft, row);
  return draft.changeSet();
}

function bySubject(found: readonly Disagreement[]): ReadonlyMap<string, Disagreement> {
  const sorted = found.map((one) => [subjectOf(one), one] as const).sort(([a], [b]) => compareText(a, b));
  return new Map(sorted);
}

function keepOpen(
  context: PlanContext,
  draft: Draft,
  subject: string,
  disagreement: Disagreement,
  row: OpenRow | undefined,
): void {
  const { clock } = context;
  const { reconciliation } = context.workbook;
  const { kind, object, what, workbookSays, stripeSays, rightSide, done } = disagreement;
  const about = sayObject(context, object);
  const cells = { kind, subject, about, what, workbookSays, rightSide, done, status: 'open' as const };
  if (row === undefined) {
    const id = draft.nextId(reconciliation);
    draft.append(reconciliation, { id, ...cells, stripeSays: stripeSays ?? null, since: clock.today });
    return;
  }
  const since = row.since ?? clock.today;
  draft.update(reconciliation, row, { ...cells, since, ...(stripeSays === undefined ? {} : { stripeSays }) });
}

function settle({ workbook, clock, words }: PlanContext, draft: Draft, row: OpenRow): void {
  const { kind } = row;
  const what = row.what ?? words.reconciliation.nothing;
  const since = row.since ?? clock.today;
  draft.update(workbook.reconciliation, row, { kind, what, since, status: 'settled', settledOn: clock.today });
}
