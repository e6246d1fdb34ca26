// What happened to a ticket outside the workbook, noted on its row with its clocks; and, when it is solved, the link of its
// survey. Nothing is sent from here.
import type { ActionMeta, ActionPlan, Effect } from '#lib/actions/action.ts';
import { plannedAction, refusedPlan } from '#lib/actions/action-plan.ts';
import { createDraft } from '#lib/changes/draft.ts';
import type { PlanContext } from '#lib/changes/plan-context.ts';
import { problem } from '#lib/kernel/problem.ts';
import { unknownRow } from '#lib/stock/plan-with-stock.ts';
import type { TicketsRow } from '#lib/tables/tickets.ts';
import { createTicketSteps, type TicketCells, type TicketStep } from './step-ticket.ts';
import { createTicketClocks } from './ticket-clock.ts';
import { clockSentence } from './ticket-words.ts';
import { readMoment } from './typed-moment.ts';

/** `assign` changes who follows it, or adds a note, and nothing else. */
export type TicketFollowUp = TicketStep | 'assign';

export interface FollowTicketInput {
  readonly ticketId: string;
  readonly step: TicketFollowUp;
  readonly happenedAt: string | null;
  readonly assignee: string | null;
  readonly note: string | null;
  readonly givesSurvey: boolean;
}

export function planFollowTicket(context: PlanContext, input: FollowTicketInput, meta: ActionMeta): ActionPlan {
  const { workbook, words } = context;
  const { tickets } = workbook;
  const ticket = tickets.byId.get(input.ticketId);
  if (!tickets.usable) return refusedPlan(problem('ticketTabUnusable', { tab: tickets.title }));
  if (ticket === undefined) return refusedPlan(unknownRow(tickets, input.ticketId));
  if (ticket.status === 'voided') return refusedPlan(problem('ticketVoided', { ticket: ticket.id }));
  const moment = readMoment(context, input.happenedAt, ticket.receivedAt);
  if (!moment.ok) return refusedPlan(moment.refusal);
  const steps = createTicketSteps(context);
  const stepped = input.step === 'assign' ? steps.settle(ticket) : steps.step(ticket, input.step, moment.at);
  const asksSurvey = input.givesSurvey && stepped.status === 'resolved';
  if (asksSurvey && context.settings['links.survey'] === '') return refusedPlan(problem('surveyLinkMissing', {}));
  const cells: TicketCells = {
    ...stepped,
    assignee: input.assignee,
    ...(input.note === null ? {} : { note: notesWith(context, ticket, input.note, meta) }),
    ...(asksSurvey ? { surveyedOn: context.clock.today } : {}),
    actionId: meta.actionId,
  };
  const draft = createDraft(workbook, words);
  draft.update(tickets, ticket, cells);
  const after = { ...ticket, ...cells };
  const clock = clockSentence(context, after, createTicketClocks(context)(after));
  return plannedAction(draft, {
    summary: words.tickets.followed({ ticket: ticket.id, step: words.tickets.stepsDone[input.step], clock }),
    effects: asksSurvey ? [surveyEffect(context, ticket)] : [],
  });
}

function notesWith({ words, clock }: PlanContext, ticket: TicketsRow, note: string, { who }: ActionMeta): string {
  const line = `${words.formatWallTime(clock.wallTimeOf(clock.now))} ${who} : ${note}`;
  return ticket.note === null ? line : `${ticket.note}\n${line}`;
}

function surveyEffect({ settings, words }: PlanContext, { id }: TicketsRow): Effect {
  const link = settings['links.survey'].split('{{ticket}}').join(id);
  return { kind: 'copy', label: words.tickets.survey.copyLabel, text: words.tickets.survey.message(link) };
}
