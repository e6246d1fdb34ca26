// The clocks of one ticket: first answer, next answer, resolution, in open minutes. They stand still while the shop waits for
// the customer and end when the ticket does. Due times are moments on the wall clock, so whether one is past needs no more
// than a look at the time; nothing here reads or writes a ticket's facts.
import type { PlanContext } from '#lib/changes/plan-context.ts';
import { by } from '#lib/kernel/compare.ts';
import type { WallTime } from '#lib/kernel/day.ts';
import type { Settings } from '#lib/settings/settings.ts';
import type { TicketsRow } from '#lib/tables/tickets.ts';
import { openHoursOf } from './open-hours.ts';

export type ClockKind = 'first' | 'next' | 'resolution';

export interface TicketClock {
  readonly state: NonNullable<TicketsRow['clock']>;
  /** The clock that ends first; null when none runs. */
  readonly kind: ClockKind | null;
  /** Open minutes until it ends, negative when it is past; null when none runs. */
  readonly minutesLeft: number | null;
  /** What the ticket's own columns hold of it. */
  readonly cells: Pick<TicketsRow, 'clock' | 'dueAt' | 'dueSoonAt' | 'firstDueAt' | 'nextDueAt' | 'resolutionDueAt'>;
}

export type ClockedTicket = Pick<
  TicketsRow,
  | 'receivedAt'
  | 'channel'
  | 'status'
  | 'firstDueAt'
  | 'firstReplyAt'
  | 'lastCustomerAt'
  | 'lastReplyAt'
  | 'pausedMinutes'
  | 'resolutionDueAt'
>;

interface Running {
  readonly kind: ClockKind;
  readonly dueAt: WallTime;
  readonly soonAt: WallTime;
}

/** @returns reads the clock of any ticket of the workbook at the context's moment. */
export function createTicketClocks(context: PlanContext): (ticket: ClockedTicket) => TicketClock {
  const { settings, clock } = context;
  const hours = openHoursOf(context);
  const now = clock.wallTimeOf(clock.now);
  const run = (kind: ClockKind, from: WallTime, promisedHours: number, pausedMinutes: number): Running => {
    const minutes = Math.ceil(promisedHours * 60);
    const soonMinutes = Math.ceil(minutes * settings['support.amberShare']);
    return {
      kind,
      dueAt: hours.addOpenMinutes(from, pausedMinutes + minutes),
      soonAt: hours.addOpenMinutes(from, pausedMinutes + soonMinutes),
    };
  };
  return (ticket) => {
    const { receivedAt, firstReplyAt, pausedMinutes } = ticket;
    const paused = pausedMinutes ?? 0;
    // A pause after the first answer no longer moves its promise: it is kept as it was.
    const first = run('first', receivedAt, promisedHours(ticket, settings), firstReplyAt === null ? paused : 0);
    const next = awaitsAnswerSince(ticket);
    const running =
      ticket.status === 'open'
        ? [
            ...(firstReplyAt === null ? [first] : []),
            ...(next === null ? [] : [run('next', next, settings['support.nextReplyHours'], 0)]),
            run('resolution', receivedAt, settings['support.resolutionHours'], paused),
          ].sort(by(({ dueAt }) => dueAt))
        : [];
    const dueOf = (kind: ClockKind) => running.find((one) => one.kind === kind)?.dueAt ?? null;
    const soonest = running[0] ?? null;
    const dueSoonAt = running.map(({ soonAt }) => soonAt).sort()[0] ?? null;
    const state = stateAt(now, soonest?.dueAt ?? null, dueSoonAt);
    const isOver = ticket.status === 'resolved' || ticket.status === 'voided';
    return {
      state,
      kind: soonest?.kind ?? null,
      minutesLeft: soonest === null ? null : hours.minutesBetween(now, soonest.dueAt),
      cells: {
        clock: state,
        dueAt: soonest?.dueAt ?? null,
        dueSoonAt,
        firstDueAt: firstReplyAt === null ? first.dueAt : (ticket.firstDueAt ?? first.dueAt),
        nextDueAt: dueOf('next'),
        resolutionDueAt: isOver ? ticket.resolutionDueAt : dueOf('resolution'),
      },
    };
  };
}

/** The first answer's promise on that channel, in opening hours. */
function promisedHours({ channel }: Pick<TicketsRow, 'channel'>, settings: Settings): number {
  switch (channel) {
    case 'chat':
      return settings['support.chatHours'];
    case 'email':
      return settings['support.emailHours'];
    case 'whatsapp':
      return settings['support.whatsappHours'];
    default:
      return settings['support.otherHours'];
  }
}

/** When the customer wrote what nobody has answered yet; null before the first answer, which has its own clock. */
function awaitsAnswerSince({
  firstReplyAt,
  lastReplyAt,
  lastCustomerAt,
}: Pick<TicketsRow, 'firstReplyAt' | 'lastReplyAt' | 'lastCustomerAt'>): WallTime | null {
  const answeredAt = lastReplyAt ?? firstReplyAt;
  if (firstReplyAt === null || answeredAt === null || lastCustomerAt === null) return null;
  return lastCustomerAt > answeredAt ? lastCustomerAt : null;
}

function stateAt(now: WallTime, dueAt: WallTime | null, soonAt: WallTime | null): TicketClock['state'] {
  if (dueAt === null || soonAt === null) return 'clock_stopped';
  if (now > dueAt) return 'breached';
  return now >= soonAt ? 'due_soon' : 'on_time';
}

/** Breached first, then the least time left: the order of the due times; tickets whose clock stands last. */
export const byUrgency = by<{ readonly id: string; readonly clock: TicketClock }>(
  ({ clock }) => clock.cells.dueAt,
  ({ id }) => id,
);
