// What a customer answered to the survey of a ticket; what is left empty in the form stays as it was.
import type { ActionMeta, ActionPlan } from '#lib/actions/action.ts';
import { plannedAction, refusedPlan } from '#lib/actions/action-plan.ts';
import { createDraft } from '#lib/changes/draft.ts';
import type { PlanContext } from '#lib/changes/plan-context.ts';
import { problem } from '#lib/kernel/problem.ts';
import { unknownRow } from '#lib/stock/plan-with-stock.ts';

export interface RecordSurveyInput {
  readonly ticketId: string;
  readonly csat: number | null;
  readonly nps: number | null;
  readonly comment: string | null;
}

export function planRecordSurvey(context: PlanContext, input: RecordSurveyInput, meta: ActionMeta): ActionPlan {
  const { workbook, words } = context;
  const { tickets } = workbook;
  const { csat, nps, comment } = input;
  const ticket = tickets.byId.get(input.ticketId);
  if (!tickets.usable) return refusedPlan(problem('ticketTabUnusable', { tab: tickets.title }));
  if (ticket === undefined) return refusedPlan(unknownRow(tickets, input.ticketId));
  if (csat === null && nps === null && comment === null) return refusedPlan(problem('surveyWithoutAnswer', {}));
  const draft = createDraft(workbook, words);
  draft.update(tickets, ticket, {
    ...(csat === null ? {} : { csat }),
    ...(nps === null ? {} : { nps }),
    ...(comment === null ? {} : { surveyComment: comment }),
    actionId: meta.actionId,
  });
  const { survey } = words.tickets;
  const scores = [
    ...(csat === null ? [] : [survey.csat(csat)]),
    ...(nps === null ? [] : [survey.nps(nps)]),
    ...(comment === null ? [] : [survey.comment]),
  ].join(', ');
  const wasAnswered =
    (csat !== null && ticket.csat !== null) ||
    (nps !== null && ticket.nps !== null) ||
    (comment !== null && ticket.surveyComment !== null);
  const warnings = wasAnswered ? [problem('surveyAnsweredBefore', { ticket: ticket.id })] : [];
  return plannedAction(draft, { summary: survey.recorded({ ticket: ticket.id, scores }), warnings });
}
