// What contradicts itself in a ticket that people fill in by hand: said beside the row, changed by nobody but them.
import type { PlanContext } from '#lib/changes/plan-context.ts';
import { type Problem, problem } from '#lib/kernel/problem.ts';
import { placeOf } from '#lib/tables/definition/place-of.ts';
import type { TicketsRow } from '#lib/tables/tickets.ts';

export const HIGHEST_CSAT = 5;
export const HIGHEST_NPS = 10;

const TIMES = ['firstReplyAt', 'lastReplyAt', 'lastCustomerAt', 'waitingSince', 'resolvedAt'] as const;

export function findTicketProblems({ workbook, clock, words }: PlanContext): Problem[] {
  const { tickets } = workbook;
  const now = clock.wallTimeOf(clock.now);
  return tickets.rows.flatMap((ticket) => {
    if (ticket.status === 'voided') return [];
    const at = (name: keyof TicketsRow) => placeOf(tickets, ticket, name);
    const header = (name: string) => words.header('tickets', name);
    const found: Problem[] = [];
    for (const name of TIMES) {
      const time = ticket[name];
      if (time === null) continue;
      if (time < ticket.receivedAt) found.push(problem('ticketTimeBeforeStart', { header: header(name) }, at(name)));
      else if (time > now) found.push(problem('ticketTimeAhead', { header: header(name) }, at(name)));
    }
    if (ticket.receivedAt > now)
      found.push(problem('ticketTimeAhead', { header: header('receivedAt') }, at('receivedAt')));
    if (ticket.status === 'waiting_customer' && (ticket.lastCustomerAt ?? '') > (ticket.waitingSince ?? '9')) {
      found.push(problem('ticketCustomerCameBack', {}, at('status')));
    }
    if ((ticket.csat ?? 0) > HIGHEST_CSAT) found.push(tooHigh('csat', HIGHEST_CSAT));
    if ((ticket.nps ?? 0) > HIGHEST_NPS) found.push(tooHigh('nps', HIGHEST_NPS));
    return found;

    function tooHigh(name: 'csat' | 'nps', max: number): Problem {
      return problem(
        'ticketScoreTooHigh',
        { header: header(name), value: String(ticket[name]), max: String(max) },
        at(name),
      );
    }
  });
}
