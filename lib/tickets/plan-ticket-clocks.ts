// The night's look at every ticket: what hand-typed ones lack is filled in, every clock stands as of now, and what contradicts
// itself is reported. Planned again at the same moment it plans nothing.
import type { ChangeSet } from '#lib/changes/change-set.ts';
import { createDraft } from '#lib/changes/draft.ts';
import type { PlanContext } from '#lib/changes/plan-context.ts';
import { findTicketProblems } from './find-ticket-problems.ts';
import { createTicketSteps } from './step-ticket.ts';

export function planTicketClocks(context: PlanContext): ChangeSet {
  const { tickets } = context.workbook;
  const draft = createDraft(context.workbook, context.words);
  const { settle } = createTicketSteps(context);
  for (const ticket of tickets.rows) draft.update(tickets, ticket, settle(ticket));
  draft.report(...findTicketProblems(context));
  return draft.changeSet();
}
