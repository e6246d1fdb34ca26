// What is to be answered, at this very moment: breached first, then the least time left, each line leading to its row. It
// writes nothing.
import { type ActionPlan, type CardSection, defineAction } from '#lib/actions/action.ts';
import { refusedPlan } from '#lib/actions/action-plan.ts';
import { choiceField } from '#lib/actions/field.ts';
import type { PlanContext } from '#lib/changes/plan-context.ts';
import { problem } from '#lib/kernel/problem.ts';
import { assignees, type ListedTicket, listTickets } from './list-tickets.ts';
import { clockSentence, ticketLabel } from './ticket-words.ts';

const SECTIONS = ['breached', 'due_soon', 'on_time', 'clock_stopped'] as const;
/** More than this is scrolled past; the section's title says how many there are. */
const SHOWN = 40;

export const ticketsToTreatAction = defineAction({
  id: 'tickets-to-treat',
  menu: 'customers',
  startsFrom: ['tickets'],
  reads: ['tickets', 'customers'],
  appends: [],
  fields: { assignee: choiceField() },
  isReading: true,
  prepare: (context) => ({
    options: { assignee: assignees(context).map((name) => ({ value: name, label: name })) },
  }),
  plan: planTicketsToTreat,
});

export interface TicketsToTreatInput {
  /** null: everybody's. */
  readonly assignee: string | null;
}

export function planTicketsToTreat(context: PlanContext, { assignee }: TicketsToTreatInput): ActionPlan {
  const { workbook, words } = context;
  const { tickets } = workbook;
  if (!tickets.usable) return refusedPlan(problem('ticketTabUnusable', { tab: tickets.title }));
  const listed = listTickets(context).filter(({ ticket }) => assignee === null || ticket.assignee === assignee);
  const count = (state: (typeof SECTIONS)[number]) => listed.filter(({ clock }) => clock.state === state).length;
  const summary = words.tickets.list.summary({
    breached: count('breached'),
    due_soon: count('due_soon'),
    open: listed.length - count('clock_stopped'),
  });
  const sections = SECTIONS.map((state) => sectionOf(context, state, listed));
  const effect = { kind: 'card', title: words.tickets.list.title, sections } as const;
  return { changes: [], problems: [], refusals: [], summary, effects: [effect] };
}

function sectionOf(
  context: PlanContext,
  state: (typeof SECTIONS)[number],
  listed: readonly ListedTicket[],
): CardSection {
  const { list } = context.words.tickets;
  const own = listed.filter(({ clock }) => clock.state === state);
  const items = own.slice(0, SHOWN).map(({ id, ticket, clock }) => ({
    label: ticketLabel(context, ticket, ticket.assignee ?? list.nobody),
    value: clockSentence(context, ticket, clock),
    row: { table: 'tickets', id } as const,
  }));
  const rest = own.length - items.length;
  return {
    title: list.sections[state](own.length),
    items: rest > 0 ? [...items, { label: list.more(rest), value: '' }] : items,
    empty: list.empty,
  };
}
