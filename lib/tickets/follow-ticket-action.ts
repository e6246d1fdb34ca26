// The form of what happened to a ticket outside the workbook: the steps that fit its state, and its clock as of now.
import { defineAction, type Selection } from '#lib/actions/action.ts';
import { choiceField, flagField, rowField, textField } from '#lib/actions/field.ts';
import type { RawInput } from '#lib/actions/screen.ts';
import type { PlanContext } from '#lib/changes/plan-context.ts';
import { typedId } from '#lib/customers/chosen-customer.ts';
import type { TicketsRow } from '#lib/tables/tickets.ts';
import { ticketOptions } from './list-tickets.ts';
import { planFollowTicket, type TicketFollowUp } from './plan-follow-ticket.ts';
import { createTicketClocks } from './ticket-clock.ts';
import { clockSentence } from './ticket-words.ts';

/** The likeliest first. */
const followUps: Readonly<Record<TicketsRow['status'], readonly TicketFollowUp[]>> = {
  open: ['answered_waiting', 'answered_resolved', 'answered', 'customer_wrote', 'wait', 'resolve', 'assign'],
  waiting_customer: ['customer_wrote', 'answered_waiting', 'answered_resolved', 'resolve', 'assign'],
  resolved: ['reopen', 'customer_wrote', 'answered', 'assign'],
  voided: ['assign'],
};

export const followTicketAction = defineAction({
  id: 'follow-ticket',
  menu: 'customers',
  startsFrom: ['tickets'],
  reads: ['tickets', 'customers'],
  appends: [],
  fields: {
    ticketId: rowField('tickets', { required: true, refreshes: true }),
    step: choiceField<TicketFollowUp, { readonly required: true }>({ required: true }),
    happenedAt: textField(),
    assignee: textField(),
    note: textField({ long: true }),
    givesSurvey: flagField(),
  },
  prepare: (context, selection, filled) => {
    const { words } = context;
    const ticket = chosenTicket(context, selection, filled);
    const steps = followUps[ticket?.status ?? 'open'];
    const sentence = ticket === undefined ? '' : clockSentence(context, ticket, createTicketClocks(context)(ticket));
    return {
      initial: {
        ...(filled === null ? { ticketId: ticket?.id ?? '' } : {}),
        assignee: ticket?.assignee ?? null,
        givesSurvey: givesSurvey(context, ticket),
      },
      options: {
        ticketId: ticketOptions(context),
        step: steps.map((value) => ({ value, label: words.tickets.steps[value] })),
      },
      hints: sentence === '' ? [] : [sentence],
    };
  },
  plan: planFollowTicket,
});

/** The ticket typed or picked so far, else the one selected. */
export function chosenTicket(
  { workbook }: PlanContext,
  selection: Selection | null,
  filled: RawInput | null,
): TicketsRow | undefined {
  const selected = selection?.table === 'tickets' ? selection.id : '';
  return workbook.tickets.byId.get(filled === null ? selected : (typedId(filled, 'ticketId') ?? ''));
}

function givesSurvey({ settings }: PlanContext, ticket: TicketsRow | undefined): boolean {
  return settings['links.survey'] !== '' && ticket?.surveyedOn === null;
}
