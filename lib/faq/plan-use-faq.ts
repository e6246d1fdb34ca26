// An answer from the FAQ is used: it is counted, the ticket remembers which entry it was, and, when it goes out at once, that
// it was answered. The text is handed over to be copied; nothing is sent from here.
import type { ActionMeta, ActionPlan } from '#lib/actions/action.ts';
import { plannedAction, refusedPlan } from '#lib/actions/action-plan.ts';
import { createDraft } from '#lib/changes/draft.ts';
import type { PlanContext } from '#lib/changes/plan-context.ts';
import { problem } from '#lib/kernel/problem.ts';
import { unknownRow } from '#lib/stock/plan-with-stock.ts';
import { createTicketSteps } from '#lib/tickets/step-ticket.ts';
import { renderEntry } from './render-entry.ts';

export interface UseFaqInput {
  /** null: an answer given without a ticket. */
  readonly ticketId: string | null;
  readonly faqId: string;
  /** The answer as it goes out; a person may have changed it. */
  readonly text: string;
  /** It goes out now: the ticket is answered and waits for the customer. */
  readonly answersNow: boolean;
}

export function planUseFaq(context: PlanContext, input: UseFaqInput, meta: ActionMeta): ActionPlan {
  const { workbook, words, clock } = context;
  const { faq, tickets } = workbook;
  const entry = faq.byId.get(input.faqId);
  const ticket = input.ticketId === null ? null : tickets.byId.get(input.ticketId);
  if (!faq.usable) return refusedPlan(problem('ticketTabUnusable', { tab: faq.title }));
  if (entry === undefined) return refusedPlan(unknownRow(faq, input.faqId));
  if (ticket === undefined) return refusedPlan(unknownRow(tickets, input.ticketId ?? ''));
  if (ticket?.status === 'voided') return refusedPlan(problem('ticketVoided', { ticket: ticket.id }));
  const rendered = renderEntry(context, entry);
  // Whoever wrote another text than the entry's has filled in what was missing.
  if (rendered.problems.length > 0 && input.text === rendered.answer) return refusedPlan(...rendered.problems);
  const uses = (entry.uses ?? 0) + 1;
  const draft = createDraft(workbook, words);
  draft.update(faq, entry, { uses, lastUsedOn: clock.today }, `faq/${entry.id}`);
  if (ticket !== null) {
    const answered = input.answersNow
      ? createTicketSteps(context).step(ticket, 'answered_waiting', clock.wallTimeOf(clock.now))
      : {};
    draft.update(tickets, ticket, { ...answered, faqId: entry.id, actionId: meta.actionId }, `faq/${entry.id}`);
  }
  return plannedAction(draft, {
    summary: words.faq.used({ question: rendered.question, uses, ticket: ticket?.id ?? null }),
    effects: [{ kind: 'copy', label: words.faq.copyLabel, text: input.text }],
  });
}
