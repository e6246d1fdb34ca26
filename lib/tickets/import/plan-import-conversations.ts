// An exported list of conversations → tickets with their clocks. The same conversation is never imported twice; what is sound
// is planned, every refused row is told.
import type { ActionPlan } from '#lib/actions/action.ts';
import { refusedPlan } from '#lib/actions/action-plan.ts';
import { createDraft } from '#lib/changes/draft.ts';
import type { PlanContext } from '#lib/changes/plan-context.ts';
import { problem } from '#lib/kernel/problem.ts';
import { parseImportTable } from '#lib/orders/import/parse-import-table.ts';
import type { TicketsRow } from '#lib/tables/tickets.ts';
import { createTicketSteps } from '../step-ticket.ts';
import { type Conversation, type ConversationColumn, readConversations } from './read-conversations.ts';

const REQUIRED: readonly ConversationColumn[] = ['sourceId', 'receivedAt'];

export interface ImportPlan extends ActionPlan {
  readonly conversations: readonly Conversation[];
  readonly known: number;
}

/** @returns refused rows as `problems`: they do not keep the others out. */
export function planImportConversations(context: PlanContext, text: string, actionId: string): ImportPlan {
  const { workbook, words } = context;
  const { tickets } = workbook;
  const nothing = { conversations: [], known: 0 };
  if (!tickets.usable) return { ...refusedPlan(problem('ticketTabUnusable', { tab: tickets.title })), ...nothing };
  const table = parseImportTable<ConversationColumn>(text, words.tickets.importColumns, REQUIRED, words);
  if (table.refusals.length > 0) return { ...refusedPlan(...table.refusals), ...nothing };
  const read = readConversations(context, table.rows);
  const draft = createDraft(workbook, words);
  const { settle } = createTicketSteps(context);
  for (const conversation of read.conversations) {
    const ticket: TicketsRow = { ...conversation, id: draft.nextId(tickets), rowIndex: -1 };
    const { rowIndex: _, ...cells } = { ...ticket, ...settle(ticket), actionId };
    draft.append(tickets, cells);
  }
  const { changes, problems } = draft.changeSet();
  const refused = [...table.refused, ...read.refused];
  const counts = { tickets: read.conversations.length, known: read.known, refused: refused.length };
  return {
    changes,
    problems: [...refused, ...problems],
    refusals: [],
    summary: words.tickets.imported.summary(counts),
    effects: [],
    conversations: read.conversations,
    known: read.known,
  };
}
