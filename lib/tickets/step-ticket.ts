// What happens to a ticket, as cells to write: somebody answered, the customer wrote, the shop waits, it is solved, it is open
// again. Each step keeps the times, the pause and the flags in agreement; the clocks follow. What people typed by hand
// without the rest is completed first, never changed.
import type { PlanContext } from '#lib/changes/plan-context.ts';
import type { WallTime } from '#lib/kernel/day.ts';
import type { TicketsRow } from '#lib/tables/tickets.ts';
import { type OpenHours, openHoursOf } from './open-hours.ts';
import { createTicketClocks } from './ticket-clock.ts';

export type TicketStep =
  /** The shop answered; the ticket stays open. */
  | 'answered'
  /** The shop answered and it is the customer's turn. */
  | 'answered_waiting'
  | 'answered_resolved'
  /** The customer wrote again: a waiting ticket goes on, a solved one is open again. */
  | 'customer_wrote'
  | 'wait'
  | 'resolve'
  | 'reopen';

export type TicketCells = Partial<Omit<TicketsRow, 'id' | 'rowIndex'>>;

export interface TicketSteps {
  /** The ticket's cells after the step, clocks included. @param at when it happened. */
  readonly step: (ticket: TicketsRow, step: TicketStep, at: WallTime) => TicketCells;
  /** What is missing beside what people typed, and the clocks as of now; nothing when all is there. */
  readonly settle: (ticket: TicketsRow) => TicketCells;
}

export function createTicketSteps(context: PlanContext): TicketSteps {
  const { clock } = context;
  const hours = openHoursOf(context);
  const clockOf = createTicketClocks(context);
  const now = clock.wallTimeOf(clock.now);
  const withClock = (ticket: TicketsRow, cells: TicketCells): TicketCells => {
    return { ...cells, ...clockOf({ ...ticket, ...cells }).cells };
  };
  return {
    settle: (ticket) => withClock(ticket, settled(ticket, now, hours)),
    step: (ticket, step, at) => {
      const known = settled(ticket, now, hours);
      return withClock(ticket, { ...known, ...stepped({ ...ticket, ...known }, step, at, hours) });
    },
  };
}

function stepped(ticket: TicketsRow, step: TicketStep, at: WallTime, hours: OpenHours): TicketCells {
  switch (step) {
    case 'answered':
      return { ...answered(ticket, at), ...running(ticket, at, hours) };
    case 'answered_waiting':
      return { ...answered(ticket, at), ...running(ticket, at, hours), ...reopened(ticket), ...waiting(at) };
    case 'answered_resolved': {
      const cells = { ...answered(ticket, at), ...running(ticket, at, hours) };
      return { ...cells, ...resolved({ ...ticket, ...cells }, at) };
    }
    case 'customer_wrote':
      return { ...running(ticket, at, hours), ...reopened(ticket), status: 'open', lastCustomerAt: at };
    case 'wait':
      return ticket.status === 'waiting_customer' ? {} : { ...reopened(ticket), ...waiting(at) };
    case 'resolve': {
      const cells = running(ticket, at, hours);
      return { ...cells, ...resolved({ ...ticket, ...cells }, at) };
    }
    case 'reopen':
      return { ...running(ticket, at, hours), ...reopened(ticket), status: 'open' };
  }
}

/** One answer more after it was solved: the first contact was not enough. */
function answered(ticket: TicketsRow, at: WallTime): TicketCells {
  // A first answer whose time was typed counts, though nobody counted it.
  const before = Math.max(ticket.replies ?? 0, ticket.firstReplyAt === null ? 0 : 1);
  const cells = { firstReplyAt: ticket.firstReplyAt ?? at, lastReplyAt: at, replies: before + 1 };
  if (ticket.status !== 'resolved') return cells;
  return { ...cells, firstContact: solvedAtFirstContact({ ...ticket, ...cells }) };
}

function waiting(at: WallTime): TicketCells {
  return { status: 'waiting_customer', waitingSince: at };
}

/** Ends a pause; its open minutes no longer count against the shop. */
function running(ticket: TicketsRow, at: WallTime, hours: OpenHours): TicketCells {
  const { waitingSince, pausedMinutes } = ticket;
  if (waitingSince === null) return {};
  const minutes = Math.max(0, hours.minutesBetween(waitingSince, at));
  return { status: 'open', waitingSince: null, pausedMinutes: (pausedMinutes ?? 0) + minutes };
}

function resolved(ticket: TicketsRow, at: WallTime): TicketCells {
  return { status: 'resolved', resolvedAt: at, firstContact: solvedAtFirstContact(ticket) };
}

function reopened(ticket: TicketsRow): TicketCells {
  if (ticket.status !== 'resolved') return {};
  return { resolvedAt: null, firstContact: null, reopened: (ticket.reopened ?? 0) + 1 };
}

/** One answer was enough and it never came back; null when nobody answered, which says nothing of our answers. */
function solvedAtFirstContact({ replies, reopened }: TicketsRow): boolean | null {
  if ((replies ?? 0) === 0) return null;
  return replies === 1 && (reopened ?? 0) === 0;
}

/** A state or a time typed by hand implies others; those that are empty are filled in. */
function settled(ticket: TicketsRow, now: WallTime, hours: OpenHours): TicketCells {
  if (ticket.status === 'voided') return {};
  const facts = answersOf(ticket);
  const known: TicketsRow = { ...ticket, ...facts };
  const lastReplyAt =
    known.lastReplyAt !== null && known.lastReplyAt >= (known.lastCustomerAt ?? '') ? known.lastReplyAt : null;
  if (known.status === 'waiting_customer') {
    return known.waitingSince === null ? { ...facts, waitingSince: lastReplyAt ?? now } : facts;
  }
  const isResolved = known.status === 'resolved';
  const resolvedAt = isResolved ? (known.resolvedAt ?? lastReplyAt ?? now) : known.resolvedAt;
  const { status: _, ...pause } = running(known, pauseEnd(known, resolvedAt, now), hours);
  const solved = isResolved && known.firstContact === null ? { firstContact: solvedAtFirstContact(known) } : {};
  return { ...facts, ...pause, ...solved, ...(isResolved ? { resolvedAt } : {}) };
}

/** How many answers there were is not guessed: the first contact would be praised for it. */
function answersOf({ receivedAt, firstReplyAt, lastReplyAt, lastCustomerAt }: TicketsRow): TicketCells {
  const first = firstReplyAt ?? lastReplyAt;
  const answers = first === null ? {} : { firstReplyAt: first, lastReplyAt: lastReplyAt ?? first };
  return { ...answers, lastCustomerAt: lastCustomerAt ?? receivedAt };
}

/** When a pause ended whose end nobody noted: when the customer wrote, else when it was solved, else now. */
function pauseEnd({ waitingSince, lastCustomerAt }: TicketsRow, resolvedAt: WallTime | null, now: WallTime): WallTime {
  const wroteAt = lastCustomerAt !== null && lastCustomerAt > (waitingSince ?? '') ? lastCustomerAt : null;
  return wroteAt ?? resolvedAt ?? now;
}
