// Writes what became of the requests the night handled. A request that Stripe did not answer stays queued; one that a person
// withdrew meanwhile is only overwritten by what was really done. A row broken meanwhile is not written: once it is put
// right, the next night finds the subscription already as asked.
import type { ChangeSet } from '#lib/changes/change-set.ts';
import { createDraft } from '#lib/changes/draft.ts';
import type { PlanContext } from '#lib/changes/plan-context.ts';
import type { Day } from '#lib/kernel/day.ts';
import { problem } from '#lib/kernel/problem.ts';
import { maskEmailsIn } from '#lib/text/mask-email.ts';
import type { Words } from '#lib/text/words.ts';
import { canRun } from './can-run.ts';
import type { DecidedRequest } from './decide-request.ts';
import { distinctFacts } from './distinct-facts.ts';

/** `rejected`: Stripe answered no, in its words. `unanswered`: nobody knows whether it was done. */
export type StripeAnswer =
  | { readonly kind: 'accepted' }
  | { readonly kind: 'rejected'; readonly message: string }
  | { readonly kind: 'unanswered' };

export interface RequestResult {
  readonly requestId: string;
  /** `queued`: to be taken up again by the next night. */
  readonly status: 'done' | 'refused' | 'failed' | 'queued';
  readonly effectiveOn: Day | null;
  /** For the result cell. */
  readonly text: string;
}

/** @param answer to the decision's call; null when there was none to make. */
export function requestResult(
  { request, decision }: DecidedRequest,
  answer: StripeAnswer | null,
  words: Words,
): RequestResult {
  const requestId = request.id;
  const says = words.requestResults;
  if (decision.kind === 'refuse') return { requestId, status: 'refused', effectiveOn: null, text: decision.text };
  const { text, effectiveOn } = decision;
  if (decision.kind === 'wait') return { requestId, status: 'queued', effectiveOn, text };
  if (decision.kind === 'already' || answer?.kind === 'accepted')
    return { requestId, status: 'done', effectiveOn, text };
  if (answer?.kind !== 'rejected') return { requestId, status: 'queued', effectiveOn: null, text: says.unanswered };
  const reason = maskEmailsIn(answer.message);
  return { requestId, status: 'failed', effectiveOn: null, text: says.failed({ reason }) };
}

export function planRequestResults(context: PlanContext, results: readonly RequestResult[]): ChangeSet {
  const { workbook, words, clock } = context;
  const { requests, subscriptions } = workbook;
  const draft = createDraft(workbook, words);
  if (results.length === 0 || !canRun(context, draft, 'requests', ['requests'])) return draft.changeSet();
  for (const result of distinctFacts(results, ({ requestId }) => requestId)) {
    const { requestId: id, status, effectiveOn, text } = result;
    const row = requests.byId.get(id);
    if (row === undefined) {
      if (status === 'done') draft.report(problem('requestRowGone', { id, result: text }));
      continue;
    }
    const wasTakenBack = row.status !== 'queued' && row.status !== status;
    if (wasTakenBack && status !== 'done') continue;
    const customerId = row.customerId ?? subscriptions.byId.get(row.subscriptionId)?.customerId ?? null;
    const doneOn = status === 'queued' ? null : clock.today;
    draft.update(requests, row, { status, effectiveOn, result: text, doneOn, customerId });
  }
  return draft.changeSet();
}
