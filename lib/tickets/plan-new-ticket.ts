// A ticket received outside the workbook: its row with its clocks running from the moment it came.
import type { ActionMeta, ActionPlan } from '#lib/actions/action.ts';
import { plannedAction, refusedPlan } from '#lib/actions/action-plan.ts';
import { createDraft } from '#lib/changes/draft.ts';
import type { PlanContext } from '#lib/changes/plan-context.ts';
import type { WallTime } from '#lib/kernel/day.ts';
import { type Problem, problem } from '#lib/kernel/problem.ts';
import type { TicketsRow } from '#lib/tables/tickets.ts';
import { createTicketClocks } from './ticket-clock.ts';
import { readMoment } from './typed-moment.ts';

export interface NewTicketInput {
  readonly customerId: string | null;
  readonly channel: TicketsRow['channel'];
  readonly category: TicketsRow['category'];
  readonly subject: string | null;
  readonly message: string | null;
  readonly orderId: string | null;
  readonly assignee: string | null;
  readonly happenedAt: string | null;
}

export function planNewTicket(context: PlanContext, input: NewTicketInput, meta: ActionMeta): ActionPlan {
  const { workbook, words } = context;
  const { tickets } = workbook;
  if (!tickets.usable) return refusedPlan(problem('ticketTabUnusable', { tab: tickets.title }));
  const moment = readMoment(context, input.happenedAt, null);
  const refusals = [...refusalsOf(context, input), ...(moment.ok ? [] : [moment.refusal])];
  if (refusals.length > 0 || !moment.ok) return refusedPlan(...refusals);
  const { happenedAt: _, ...cells } = input;
  const draft = createDraft(workbook, words);
  const id = draft.nextId(tickets);
  const customerId = input.customerId ?? workbook.orders.byId.get(input.orderId ?? '')?.customerId ?? null;
  const facts = startedTicket(moment.at);
  const { cells: clocks } = createTicketClocks(context)({ ...facts, channel: input.channel });
  draft.append(tickets, {
    ...facts,
    ...cells,
    ...clocks,
    id,
    customerId,
    category: input.category ?? 'other',
    actionId: meta.actionId,
  });
  const dueAt = words.formatWallTime(clocks.firstDueAt ?? moment.at);
  return plannedAction(draft, { summary: words.tickets.created({ ticket: id, dueAt }) });
}

/** What every ticket starts with. */
export function startedTicket(receivedAt: WallTime) {
  return {
    receivedAt,
    status: 'open',
    lastCustomerAt: receivedAt,
    firstDueAt: null,
    firstReplyAt: null,
    lastReplyAt: null,
    resolutionDueAt: null,
    replies: 0,
    pausedMinutes: 0,
    reopened: 0,
  } as const;
}

function refusalsOf({ workbook }: PlanContext, { customerId, orderId, subject, message }: NewTicketInput): Problem[] {
  const refusals: Problem[] = [];
  if (subject === null && message === null) refusals.push(problem('ticketWithoutText', {}));
  const order = workbook.orders.byId.get(orderId ?? '');
  const customer = workbook.customers.byId.get(customerId ?? order?.customerId ?? '');
  if (customer !== undefined && customer.erasedOn !== null) {
    refusals.push(problem('customerErased', { customer: customer.id }));
  }
  if (customerId !== null && order !== undefined && order.customerId !== customerId) {
    refusals.push(problem('orderOfAnother', { order: order.id, customer: customerId }));
  }
  return refusals;
}
