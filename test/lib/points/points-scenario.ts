// Test support for points: a scenario of one night (before, night, after) and the rows it is drawn from.
import { expect } from 'vitest';
import type { Day } from '#lib/kernel/day.ts';
import { type TestRows, workbookOf } from '../../support/workbook-of.ts';
import { drawBalances, drawLedger, drawLots, monthly, type Night, runNight } from './points-night.ts';

export interface Scenario {
  readonly title: string;
  readonly before: TestRows;
  readonly today?: Day;
  readonly ledger: readonly string[];
  readonly lots: readonly string[];
  readonly balances: readonly string[];
}

export const TODAY: Day = '2026-11-22';
export const earned = (id: string, on: Day, lotId: string, source: string, points = 100) =>
  ({ id, customerId: 'CLI-1', on, kind: 'earn', points, lotId, source }) as const;
export const entry = (
  id: string,
  on: Day,
  kind: 'spend' | 'clawback' | 'restore' | 'expire' | 'settle',
  points: number,
  lotId: string | null,
  source: string | null,
) => ({ id, customerId: 'CLI-1', on, kind, points, lotId, source }) as const;
export const lot = (id: string, earnedOn: Day, expiresOn: Day, source: string, remaining: number, points = 100) =>
  ({ id, customerId: 'CLI-1', source, earnedOn, expiresOn, points, remaining }) as const;
export const shop = (rows: TestRows): TestRows => ({ customers: [{ id: 'CLI-1' }], plans: [monthly], ...rows });

/** One invoice earned: its entry and its lot stand. */
export const oneEarned = {
  points: [earned('PTS-000001', '2026-10-20', 'LPT-000001', 'in_1')],
  pointLots: [lot('LPT-000001', '2026-10-20', '2028-04-20', 'in_1', 100)],
};

export function outcome({ workbook }: Night) {
  return { ledger: drawLedger(workbook), lots: drawLots(workbook), balances: drawBalances(workbook) };
}

/** The night gives what is drawn, without a Problem, and a second night nothing more. */
export function expectScenario({ before, ledger, lots, balances, today = TODAY }: Scenario): void {
  const night = runNight(workbookOf(before), today);
  expect(night.problems).toEqual([]);
  expect(outcome(night)).toEqual({ ledger, lots, balances });
  expect(runNight(night.workbook, today).changeSet).toEqual({ changes: [], problems: [] });
}
