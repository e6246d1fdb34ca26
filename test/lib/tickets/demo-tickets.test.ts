// The clocks of the demo shop's tickets: every one makes sense, some are late, and the night has nothing left to say after it.
import { expect, test } from 'vitest';
import { applyChanges } from '#lib/changes/apply.ts';
import type { Day } from '#lib/kernel/day.ts';
import { workingDaysOf } from '#lib/kernel/working-days.ts';
import { parseSettings } from '#lib/settings/settings.ts';
import type { TicketsRow } from '#lib/tables/tickets.ts';
import { fr } from '#lib/text/fr.ts';
import { findTicketProblems } from '#lib/tickets/find-ticket-problems.ts';
import { planTicketClocks } from '#lib/tickets/plan-ticket-clocks.ts';
import { demoShop, demoWorkbook } from '../../demo/demo-workbook.ts';
import { clockAt } from '../../support/clock-at.ts';

// The Sunday noon after the last week: some questions came since Friday evening.
const workbook = demoWorkbook(demoShop());
const context = {
  workbook,
  clock: clockAt('2026-11-22'),
  settings: parseSettings(workbook.settings).settings,
  words: fr,
};
const plan = planTicketClocks(context);
const after = applyChanges(workbook, plan.changes, fr);
const { isOpen } = workingDaysOf(workbook.closedDays.rows.map(({ on }) => on));

test('nothing in them contradicts itself', () => {
  expect(workbook.tickets.rows.length).toBeGreaterThan(300);
  expect(plan.problems).toEqual([]);
  expect(findTicketProblems({ ...context, workbook: after })).toEqual([]);
});

test('every open ticket is due on a working day after it came; the others have no time running', () => {
  const wrong = after.tickets.rows.filter(({ status, dueAt, dueSoonAt, firstDueAt, receivedAt, clock }) => {
    if (firstDueAt === null || firstDueAt <= receivedAt) return true;
    if (status !== 'open') return clock !== 'clock_stopped' || dueAt !== null || dueSoonAt !== null;
    if (dueAt === null || dueSoonAt === null || dueSoonAt > dueAt || dueAt <= receivedAt) return true;
    return !isOpen(dueAt.slice(0, 10) as Day);
  });
  expect(wrong).toEqual([]);
});

test('the team is late with some and in time with others', () => {
  const counts = new Map<string, number>();
  for (const { clock } of after.tickets.rows as readonly TicketsRow[])
    counts.set(clock ?? '', (counts.get(clock ?? '') ?? 0) + 1);
  for (const state of ['breached', 'on_time', 'clock_stopped']) expect(counts.get(state) ?? 0).toBeGreaterThan(0);
});

test('planned again at the same moment, nothing is written', () => {
  expect(planTicketClocks({ ...context, workbook: after }).changes).toEqual([]);
});
