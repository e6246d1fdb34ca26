// Tickets with their clocks as of now, the most urgent first: what lists and forms offer.
import type { FieldOption } from '#lib/actions/field.ts';
import type { PlanContext } from '#lib/changes/plan-context.ts';
import type { TicketsRow } from '#lib/tables/tickets.ts';
import { byUrgency, createTicketClocks, type TicketClock } from './ticket-clock.ts';
import { ticketLabel } from './ticket-words.ts';

export interface ListedTicket {
  readonly id: string;
  readonly ticket: TicketsRow;
  readonly clock: TicketClock;
}

/** Lists longer than this are no help; any other ticket can be typed. */
const OFFERED = 200;

/** Tickets that are neither solved nor taken out of use. */
export function listTickets(context: PlanContext): ListedTicket[] {
  const clockOf = createTicketClocks(context);
  return context.workbook.tickets.rows
    .filter(({ status }) => status === 'open' || status === 'waiting_customer')
    .map((ticket) => ({ id: ticket.id, ticket, clock: clockOf(ticket) }))
    .sort(byUrgency);
}

/** What is to be treated first, then the solved ones, newest first. */
export function ticketOptions(context: PlanContext): FieldOption[] {
  const { workbook, words } = context;
  const solved = workbook.tickets.rows.filter(({ status }) => status === 'resolved').slice(-OFFERED);
  const tickets = [...listTickets(context).map(({ ticket }) => ticket), ...solved.reverse()];
  return tickets
    .slice(0, OFFERED)
    .map((ticket) => ({ value: ticket.id, label: ticketLabel(context, ticket, words.choiceLabel(ticket.status)) }));
}

/** The people who follow tickets that are not solved, by name. */
export function assignees({ workbook }: PlanContext): string[] {
  const names = workbook.tickets.rows.flatMap(({ assignee, status }) =>
    assignee === null || status === 'resolved' || status === 'voided' ? [] : [assignee],
  );
  return [...new Set(names)].sort();
}
