// A purchase is given up: what has not come is no longer expected, what was received stays. The partner is told when it was
// sent. A draft disappears quietly.
import type { ActionMeta, ActionPlan } from '#lib/actions/action.ts';
import { plannedAction, refusedPlan } from '#lib/actions/action-plan.ts';
import { createDraft } from '#lib/changes/draft.ts';
import type { PlanContext } from '#lib/changes/plan-context.ts';
import { problem } from '#lib/kernel/problem.ts';
import { stillToCome } from '#lib/stock/reorder/stock-position.ts';
import type { PurchasesRow } from '#lib/tables/purchases.ts';
import { findWaitingLines } from './find-waiting-lines.ts';
import { noteWith, type OpenPurchase, openPurchase } from './open-purchase.ts';
import { messageEffects, messageFacts } from './purchase-message.ts';

export interface CancelPurchaseInput {
  readonly purchaseId: string;
  /** The other rows of its bundle too. */
  readonly wholeBundle: boolean;
  readonly reason: string;
}

export function planCancelPurchase(context: PlanContext, input: CancelPurchaseInput, meta: ActionMeta): ActionPlan {
  const { workbook, words } = context;
  const found = openPurchase(context, input.purchaseId, ['draft', 'sent', 'partly_received']);
  if ('refusals' in found) return refusedPlan(...found.refusals);
  const reason = input.reason.trim();
  if (reason === '') return refusedPlan(problem('stockReasonMissing', {}));
  const rows = input.wholeBundle ? found.bundle : [found.purchase];
  const draft = createDraft(workbook, words);
  for (const row of rows) {
    const rest = stillToCome(row);
    const isPartly = row.status === 'partly_received';
    const note = isPartly ? words.purchases.restNote({ quantity: rest, reason }) : words.purchases.cancelNote(reason);
    draft.update(workbook.purchases, row, {
      status: isPartly ? 'received' : 'voided',
      note: noteWith(row.note, note),
      actionId: meta.actionId,
    });
  }
  return plannedAction(draft, {
    summary: summaryOf(context, rows),
    warnings: findWaitingLines(context, rows),
    effects: effectsOf(context, found, rows, reason),
  });
}

function summaryOf({ words }: PlanContext, rows: readonly PurchasesRow[]): string {
  const whole = rows.filter(({ status }) => status !== 'partly_received').map(({ id }) => id);
  const partly = rows.filter(({ status }) => status === 'partly_received');
  const sentences = partly.map((row) => words.purchases.restGivenUp({ purchase: row.id, quantity: stillToCome(row) }));
  return [...(whole.length === 0 ? [] : [words.purchases.cancelled(whole)]), ...sentences].join(' ');
}

/** Nobody is told of a draft. */
function effectsOf(
  context: PlanContext,
  { partner, purchase }: OpenPurchase,
  rows: readonly PurchasesRow[],
  reason: string,
) {
  const told = rows.filter((row) => stillToCome(row) > 0);
  if (partner === undefined || told.length === 0) return [];
  const { purchases } = context.words;
  const facts = messageFacts(
    context,
    partner,
    told.map((row) => ({ purchase: row, quantity: stillToCome(row) })),
  );
  const subject = purchases.cancelSubject({ shop: facts.shop, bundle: purchase.bundle ?? purchase.id });
  return messageEffects(context, {
    partner,
    subject,
    text: purchases.cancelMessage({ ...facts, reason }),
    mailDraft: context.settings['support.sendFromGmail'],
  });
}
