// The three clocks on a week from Monday 16 November 2026: when each ends, which one counts, when it turns amber and red.
import { expect, test } from 'vitest';
import type { TicketsRow } from '#lib/tables/tickets.ts';
import { byUrgency, createTicketClocks } from '#lib/tickets/ticket-clock.ts';
import { type TestTicket, ticketShop, timeOf } from './ticket-shop.ts';

function clockOf(now: string, ticket: TestTicket) {
  const context = ticketShop(now, [ticket]);
  return createTicketClocks(context)(context.workbook.tickets.rows[0] as TicketsRow);
}

const waiting = { status: 'waiting_customer', firstReplyAt: timeOf('11:00'), lastReplyAt: timeOf('11:00') } as const;
const answered = { firstReplyAt: timeOf('11:00'), lastReplyAt: timeOf('11:00') };
const cameBack = { ...answered, lastCustomerAt: timeOf('15:00') };

// now | ticket | state | clock | due | minutes left. Received on Monday at 10:00; 24 hours are two days and six hours.
test.each<[string, TestTicket, string, string | null, string | null, number | null]>([
  ['10:00', { channel: 'chat' }, 'on_time', 'first', '12:00', 120],
  ['11:29', { channel: 'chat' }, 'on_time', 'first', '12:00', 31],
  ['11:30', { channel: 'chat' }, 'due_soon', 'first', '12:00', 30],
  ['12:00', { channel: 'chat' }, 'due_soon', 'first', '12:00', 0],
  ['12:01', { channel: 'chat' }, 'breached', 'first', '12:00', -1],
  ['+1 09:01', { channel: 'chat' }, 'breached', 'first', '12:00', -361],
  ['10:00', { channel: 'whatsapp' }, 'on_time', 'first', '11:00', 60],
  ['10:00', { channel: 'email' }, 'on_time', 'first', '+2 16:00', 1440],
  ['10:00', { channel: 'phone' }, 'on_time', 'first', '+2 16:00', 1440],
  ['12:00', { channel: 'chat', receivedAt: timeOf('07:00') }, 'breached', 'first', '11:00', -60],
  ['12:00', answered, 'on_time', 'resolution', '+10 10:00', 72 * 60 - 120],
  ['16:00', cameBack, 'on_time', 'next', '+3 12:00', 1380],
  ['16:00', { ...cameBack, lastReplyAt: timeOf('15:30') }, 'on_time', 'resolution', '+10 10:00', 72 * 60 - 360],
  ['16:00', { ...answered, pausedMinutes: 90 }, 'on_time', 'resolution', '+10 11:30', 72 * 60 - 360 + 90],
  ['16:00', { channel: 'chat', pausedMinutes: 330 }, 'on_time', 'first', '17:30', 90],
  ['17:00', { channel: 'chat', pausedMinutes: 330 }, 'due_soon', 'first', '17:30', 30],
  ['+4 10:00', waiting, 'clock_stopped', null, null, null],
  ['+4 10:00', { ...waiting, status: 'resolved' }, 'clock_stopped', null, null, null],
  ['+4 10:00', { status: 'voided' }, 'clock_stopped', null, null, null],
])('at %s, %o: %s', (now, ticket, state, kind, dueAt, minutesLeft) => {
  const clock = clockOf(now, ticket);
  expect([clock.state, clock.kind, clock.minutesLeft]).toEqual([state, kind, minutesLeft]);
  expect(clock.cells.clock).toBe(state);
  expect(clock.cells.dueAt).toBe(dueAt === null ? null : timeOf(dueAt));
});

test('the promise of the first answer stays as it was once the answer is given', () => {
  const { cells } = clockOf('+1 10:00', {
    ...answered,
    channel: 'chat',
    firstDueAt: timeOf('12:00'),
    pausedMinutes: 60,
  });
  expect(cells.firstDueAt).toBe(timeOf('12:00'));
  expect(clockOf('+1 10:00', { ...answered, channel: 'chat', pausedMinutes: 60 }).cells.firstDueAt).toBe(
    timeOf('12:00'),
  );
});

test('breached first, then the least time left, then those whose clock stands', () => {
  const context = ticketShop('14:00', [
    { channel: 'email' },
    { ...waiting },
    { channel: 'chat', receivedAt: timeOf('13:00') },
    { channel: 'chat' },
    { channel: 'whatsapp' },
  ]);
  const clockOfTicket = createTicketClocks(context);
  const order = context.workbook.tickets.rows.map((ticket) => ({ id: ticket.id, clock: clockOfTicket(ticket) }));
  expect(order.sort(byUrgency).map(({ id, clock }) => `${id.slice(-1)} ${clock.state}`)).toEqual([
    '5 breached',
    '4 breached',
    '3 on_time',
    '1 on_time',
    '2 clock_stopped',
  ]);
});
