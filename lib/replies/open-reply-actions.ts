// The forms of what is done with a reply that stands in Envois already: say that it was sent, make its draft again.
import { defineAction, type Selection } from '#lib/actions/action.ts';
import { plannedAction, refusedPlan } from '#lib/actions/action-plan.ts';
import { choiceField, type FieldOption, rowField } from '#lib/actions/field.ts';
import type { RawInput } from '#lib/actions/screen.ts';
import { createDraft } from '#lib/changes/draft.ts';
import type { PlanContext } from '#lib/changes/plan-context.ts';
import { problem } from '#lib/kernel/problem.ts';
import type { RowOf } from '#lib/tables/tables.ts';
import { mailDraftOf } from './hand-over.ts';
import { planMarkReplySent, refusalOf } from './plan-mark-reply-sent.ts';
import type { AfterAnswer } from './send-reply.ts';

type Reply = RowOf<'repliesSent'>;
const AFTER: readonly AfterAnswer[] = ['answered_waiting', 'answered', 'answered_resolved'];
const isOpen = ({ status }: Reply): boolean => status !== 'sent' && status !== 'voided';

export const markReplySentAction = defineAction({
  id: 'mark-reply-sent',
  menu: 'customers',
  startsFrom: ['repliesSent', 'tickets', 'orders'],
  reads: [...(['repliesSent', 'replyTemplates', 'tickets', 'orders', 'incidents', 'customers', 'pointLots'] as const)],
  appends: ['points'],
  fields: {
    replyId: rowField('repliesSent', { required: true, refreshes: true }),
    after: choiceField<AfterAnswer>(),
  },
  prepare: (context, selection, filled) => {
    const { words, workbook } = context;
    const replyId = filled === null ? selectedReply(context, selection) : typed(filled);
    const hasTicket = (workbook.repliesSent.byId.get(replyId ?? '')?.ticketId ?? null) !== null;
    return {
      initial: {
        ...(filled === null && replyId !== null ? { replyId } : {}),
        after: hasTicket ? 'answered_waiting' : null,
      },
      options: {
        replyId: replyOptions(context, isOpen),
        after: AFTER.map((value) => ({ value, label: words.tickets.steps[value] })),
      },
    };
  },
  plan: planMarkReplySent,
});

export const retryDraftAction = defineAction({
  id: 'retry-draft',
  menu: 'customers',
  startsFrom: ['repliesSent'],
  reads: ['repliesSent', 'customers'],
  appends: [],
  fields: { replyId: rowField('repliesSent', { required: true }) },
  prepare: (context, selection) => {
    const replyId = selectedReply(context, selection);
    const isMail = (reply: Reply) => isOpen(reply) && reply.channel === 'email' && reply.body !== null;
    return { initial: replyId === null ? {} : { replyId }, options: { replyId: replyOptions(context, isMail) } };
  },
  plan: (context, { replyId }, meta) => {
    const { workbook, words } = context;
    const { repliesSent } = workbook;
    const reply = repliesSent.byId.get(replyId);
    if (reply === undefined) return refusedPlan(problem('replyRowUnknown', { id: replyId, tab: repliesSent.title }));
    const refusal = refusalOf(reply, context);
    if (refusal !== null) return refusedPlan(refusal);
    if (reply.recipient === null) return refusedPlan(problem('replyAddressBad', { value: '' }));
    const draft = createDraft(workbook, words);
    draft.update(repliesSent, reply, { status: 'prepared', draftId: null, actionId: meta.actionId });
    const warnings = reply.status === 'drafted' ? [problem('replyDraftStands', { reply: reply.id })] : [];
    return plannedAction(draft, {
      summary: words.replies.draftAgain({ reply: reply.id, to: reply.recipient }),
      warnings,
      effects: [mailDraftOf(reply, false)],
    });
  },
});

function typed(filled: RawInput): string | null {
  return typeof filled.replyId === 'string' ? filled.replyId.trim().toUpperCase() : null;
}

/** The selected reply, or the only open one of the selected ticket or order. */
function selectedReply({ workbook }: PlanContext, selection: Selection | null): string | null {
  if (selection === null) return null;
  if (selection.table === 'repliesSent') return selection.id;
  const column = selection.table === 'tickets' ? 'ticketId' : 'orderId';
  const [only, ...others] = workbook.repliesSent.rows.filter(
    (reply) => reply[column] === selection.id && isOpen(reply),
  );
  return only === undefined || others.length > 0 ? null : only.id;
}

/** Lists longer than this are no help; any other reply can be typed. */
const OFFERED = 200;

/** Newest first. */
function replyOptions({ workbook, words }: PlanContext, isOffered: (reply: Reply) => boolean): FieldOption[] {
  return workbook.repliesSent.rows
    .filter(isOffered)
    .slice(-OFFERED)
    .reverse()
    .map(({ id, customerId, subject, status }) => ({
      value: id,
      label: words.replies.option({
        reply: id,
        customer: workbook.customers.byId.get(customerId ?? '')?.name ?? customerId ?? '',
        subject: subject ?? '',
        status: words.choiceLabel(status),
      }),
    }));
}
