// The life of a ticket step by step, as a shopkeeper would tell it; then what holds for any life.
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { applyChanges } from '#lib/changes/apply.ts';
import type { PlanContext } from '#lib/changes/plan-context.ts';
import type { TicketsRow } from '#lib/tables/tickets.ts';
import { openHoursOf } from '#lib/tickets/open-hours.ts';
import { planTicketClocks } from '#lib/tickets/plan-ticket-clocks.ts';
import { createTicketSteps, type TicketStep } from '#lib/tickets/step-ticket.ts';
import { type TestTicket, ticketShop, timeOf } from './ticket-shop.ts';

type Told = readonly (readonly [at: string, step: TicketStep])[];

/** The ticket after its steps, seen at the moment of the last one. */
function live(told: Told, start: TestTicket = {}): TicketsRow {
  const [last = '10:00'] = told.at(-1) ?? [];
  const context = ticketShop(last, [start]);
  const { step } = createTicketSteps(context);
  let ticket = context.workbook.tickets.rows[0] as TicketsRow;
  for (const [at, kind] of told) ticket = { ...ticket, ...step(ticket, kind, timeOf(at)) };
  return ticket;
}

// what happened | what the row then says
test.each<[Told, TestTicket]>([
  [[['11:00', 'answered']], { status: 'open', replies: 1, firstReplyAt: timeOf('11:00'), clock: 'on_time' }],
  [
    [['11:00', 'answered_waiting']],
    { status: 'waiting_customer', waitingSince: timeOf('11:00'), clock: 'clock_stopped', dueAt: null },
  ],
  [
    [['11:00', 'answered_resolved']],
    { status: 'resolved', resolvedAt: timeOf('11:00'), firstContact: true, replies: 1, clock: 'clock_stopped' },
  ],
  [
    [
      ['11:00', 'answered_waiting'],
      ['+1 11:00', 'customer_wrote'],
    ],
    // Seven hours of Monday, two of Tuesday.
    { status: 'open', waitingSince: null, pausedMinutes: 540, lastCustomerAt: timeOf('+1 11:00'), clock: 'on_time' },
  ],
  [
    [
      ['11:00', 'answered'],
      ['12:00', 'answered'],
      ['12:30', 'resolve'],
    ],
    {
      status: 'resolved',
      replies: 2,
      firstContact: false,
      firstReplyAt: timeOf('11:00'),
      lastReplyAt: timeOf('12:00'),
    },
  ],
  [
    [
      ['11:00', 'answered_resolved'],
      ['15:00', 'customer_wrote'],
    ],
    { status: 'open', reopened: 1, resolvedAt: null, firstContact: null, lastCustomerAt: timeOf('15:00') },
  ],
  [
    [
      ['11:00', 'answered_resolved'],
      ['15:00', 'reopen'],
      ['16:00', 'resolve'],
    ],
    { status: 'resolved', reopened: 1, firstContact: false, resolvedAt: timeOf('16:00') },
  ],
  [[['11:00', 'resolve']], { status: 'resolved', firstContact: null, replies: null, firstReplyAt: null }],
  [
    [
      ['11:00', 'wait'],
      ['12:00', 'wait'],
      ['13:00', 'answered_waiting'],
      ['14:00', 'resolve'],
    ],
    { status: 'resolved', pausedMinutes: 180, waitingSince: null, replies: 1, firstContact: true },
  ],
])('%j', (told, expected) => {
  expect(live(told)).toMatchObject(expected);
});

// What people type by hand | what the night adds beside it, on Tuesday at 10:00
test.each<[string, TestTicket, TestTicket]>([
  [
    'nothing but the ticket',
    {},
    { firstDueAt: timeOf('+2 16:00'), dueAt: timeOf('+2 16:00'), lastCustomerAt: timeOf('10:00') },
  ],
  [
    'the first answer',
    { firstReplyAt: timeOf('11:00') },
    { replies: null, lastReplyAt: timeOf('11:00'), nextDueAt: null },
  ],
  ['waiting', { status: 'waiting_customer', firstReplyAt: timeOf('11:00') }, { waitingSince: timeOf('11:00') }],
  [
    'waiting without an answer',
    { status: 'waiting_customer' },
    { waitingSince: timeOf('+1 10:00'), clock: 'clock_stopped' },
  ],
  [
    'open again, and when the customer wrote',
    { waitingSince: timeOf('11:00'), firstReplyAt: timeOf('11:00'), lastCustomerAt: timeOf('13:00') },
    { waitingSince: null, pausedMinutes: 120, nextDueAt: timeOf('+3 10:00') },
  ],
  ['open again', { waitingSince: timeOf('16:00') }, { waitingSince: null, pausedMinutes: 180 }],
  [
    'solved',
    { status: 'resolved', firstReplyAt: timeOf('11:00') },
    { resolvedAt: timeOf('11:00'), firstContact: null, clock: 'clock_stopped' },
  ],
  [
    'solved after one answer',
    { status: 'resolved', firstReplyAt: timeOf('11:00'), replies: 1 },
    { resolvedAt: timeOf('11:00'), firstContact: true },
  ],
  [
    'solved after two answers',
    { status: 'resolved', lastReplyAt: timeOf('12:00'), replies: 2 },
    { firstContact: false },
  ],
])('typed by hand: %s', (_, typed, expected) => {
  const context = ticketShop('+1 10:00', [typed]);
  const { changes } = planTicketClocks(context);
  const after = applyChanges(context.workbook, changes, context.words);
  expect(after.tickets.rows[0]).toMatchObject({ ...typed, ...expected });
});

test.each<[string, TestTicket, string, string]>([
  ['an answer before the question', { firstReplyAt: timeOf('09:00') }, 'ticketTimeBeforeStart', 'firstReplyAt'],
  ['an answer tomorrow', { firstReplyAt: timeOf('+3 09:00') }, 'ticketTimeAhead', 'firstReplyAt'],
  ['received tomorrow', { receivedAt: timeOf('+3 09:00') }, 'ticketTimeAhead', 'receivedAt'],
  ['a score of six', { csat: 6 }, 'ticketScoreTooHigh', 'csat'],
  ['a score of eleven', { nps: 11 }, 'ticketScoreTooHigh', 'nps'],
  [
    'waiting for somebody who wrote',
    { status: 'waiting_customer', waitingSince: timeOf('11:00'), lastCustomerAt: timeOf('12:00') },
    'ticketCustomerCameBack',
    'status',
  ],
])('reported: %s', (_, typed, code, column) => {
  const context = ticketShop('+1 10:00', [typed]);
  const { problems } = planTicketClocks(context);
  const [, letters = ''] = /^([A-Z]+)3$/.exec(problems[0]?.at?.cell ?? '') ?? [];
  expect(problems.map((found) => found.code)).toEqual([code]);
  expect([...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1).toBe(
    context.workbook.tickets.columnIndexOf.get(column),
  );
});

describe('laws', () => {
  const kinds = [
    'answered',
    'answered_waiting',
    'answered_resolved',
    'customer_wrote',
    'wait',
    'resolve',
    'reopen',
  ] as const satisfies readonly TicketStep[];
  const step = fc.tuple(fc.constantFrom(...kinds), fc.integer({ min: 1, max: 900 }));
  const life = fc.array(step, { maxLength: 12 });

  /** Every state of a life, told in minutes of the wall clock from one step to the next. */
  function statesOf(context: PlanContext, steps: readonly (readonly [TicketStep, number])[]) {
    const tickets = createTicketSteps(context);
    let ticket = context.workbook.tickets.rows[0] as TicketsRow;
    let ms = Date.parse(`${ticket.receivedAt}Z`);
    return steps.map(([kind, minutes]) => {
      const before = ticket;
      ms += minutes * 60_000;
      const at = new Date(ms).toISOString().slice(0, 19) as TicketsRow['receivedAt'];
      ticket = { ...ticket, ...tickets.step(ticket, kind, at) };
      return { before, kind, at, after: ticket };
    });
  }

  test('a pause never counts against the shop, and the clock stands exactly while it waits or is done', () => {
    const context = ticketShop('10:00', [{}]);
    const hours = openHoursOf(context);
    let pauses = 0;
    fc.assert(
      fc.property(life, (steps) => {
        let waitedMinutes = 0;
        for (const { before, after, at } of statesOf(context, steps)) {
          if (before.waitingSince !== null && after.waitingSince !== before.waitingSince) {
            waitedMinutes += hours.minutesBetween(before.waitingSince, at);
            pauses += 1;
          }
          expect(after.pausedMinutes ?? 0).toBe(waitedMinutes);
          expect(after.waitingSince !== null).toBe(after.status === 'waiting_customer');
          expect(after.resolvedAt !== null).toBe(after.status === 'resolved');
          expect(after.clock === 'clock_stopped').toBe(after.status !== 'open');
          expect(after.dueAt === null).toBe(after.status !== 'open');
          if (after.status === 'open') {
            const promised = context.settings['support.resolutionHours'] * 60 + waitedMinutes;
            expect(after.resolutionDueAt).toBe(hours.addOpenMinutes(after.receivedAt, promised));
          }
          if (after.firstContact === true) expect([after.replies, after.reopened ?? 0]).toEqual([1, 0]);
        }
      }),
    );
    expect(pauses).toBeGreaterThan(20);
  });

  test('the night adds nothing to what the steps wrote', () => {
    fc.assert(
      fc.property(life, (steps) => {
        const context = ticketShop('10:00', [{}]);
        const { after } = statesOf(context, steps).at(-1) ?? { after: context.workbook.tickets.rows[0] };
        const { rowIndex: _, ...cells } = {
          ...(after as TicketsRow),
          lastCustomerAt: after?.lastCustomerAt ?? timeOf('10:00'),
        };
        const night = ticketShop('10:00', [{ ...cells, ...createTicketSteps(context).settle(after as TicketsRow) }]);
        expect(planTicketClocks(night).changes).toEqual([]);
      }),
      { numRuns: 40 },
    );
  });
});
