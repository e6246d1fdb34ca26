// A message for each payment that failed and can still be saved, once an invoice. It is dropped when the payment comes in, or
// is lost, before it was sent: nobody is asked for what they have paid.
import type { ChangeSet } from '#lib/changes/change-set.ts';
import { createDraft } from '#lib/changes/draft.ts';
import type { PlanContext } from '#lib/changes/plan-context.ts';
import {
  canBeWrittenTo,
  type DueReply,
  dropOutdatedReplies,
  prepareReplies,
} from '#lib/replies/plan-prepare-replies.ts';
import type { RowOf } from '#lib/tables/tables.ts';

const TEMPLATE = 'REP-ECHEC';

/** @param actionId null in the night. */
export function planFailureMessages(context: PlanContext, actionId: string | null = null): ChangeSet {
  const { workbook, words } = context;
  const draft = createDraft(workbook, words);
  if (!workbook.invoices.usable || !workbook.customers.usable || !workbook.repliesSent.usable) return draft.changeSet();
  prepareReplies(context, draft, TEMPLATE, findDueMessages(context), actionId);
  dropOutdatedReplies(context, draft, TEMPLATE, ({ key }) => {
    const invoice = workbook.invoices.byId.get(key.split('/')[0] ?? '');
    return invoice === undefined || isInGrace(invoice);
  });
  return draft.changeSet();
}

/** The key of the message about an invoice. */
export function failureMessageKey(invoiceId: string): string {
  return `${invoiceId}/${TEMPLATE}`;
}

function findDueMessages({ workbook }: PlanContext): readonly DueReply[] {
  return workbook.invoices.rows.filter(isInGrace).flatMap(({ id, customerId, subscriptionId }) => {
    const customer = workbook.customers.byId.get(customerId);
    return canBeWrittenTo(customer) ? [{ key: failureMessageKey(id), customer, subscriptionId }] : [];
  });
}

/** After the days of grace the text no longer holds: what it announces is past. */
function isInGrace({ recovery }: RowOf<'invoices'>): boolean {
  return recovery === 'grace';
}
