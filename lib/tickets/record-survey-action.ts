// The form of what a customer answered to the survey of a ticket.
import { defineAction } from '#lib/actions/action.ts';
import { integerField, rowField, textField } from '#lib/actions/field.ts';
import { HIGHEST_CSAT, HIGHEST_NPS } from './find-ticket-problems.ts';
import { chosenTicket } from './follow-ticket-action.ts';
import { ticketOptions } from './list-tickets.ts';
import { planRecordSurvey } from './plan-record-survey.ts';

export const recordSurveyAction = defineAction({
  id: 'record-survey',
  menu: 'customers',
  startsFrom: ['tickets'],
  reads: ['tickets', 'customers'],
  appends: [],
  fields: {
    ticketId: rowField('tickets', { required: true }),
    csat: integerField({ min: 1, max: HIGHEST_CSAT }),
    nps: integerField({ min: 0, max: HIGHEST_NPS }),
    comment: textField({ long: true }),
  },
  prepare: (context, selection) => ({
    initial: { ticketId: chosenTicket(context, selection, null)?.id ?? '' },
    options: { ticketId: ticketOptions(context) },
  }),
  plan: planRecordSurvey,
});
