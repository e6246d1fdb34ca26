// Test support for points: a small shop to damage, and what a night must make of it.
import { expect } from 'vitest';
import { type TestRows, workbookOf } from '../../support/workbook-of.ts';
import { invoice, monthly, runNight } from './points-night.ts';

export const TODAY = '2026-11-22';
export const earn1 = {
  id: 'PTS-000001',
  customerId: 'CLI-1',
  on: '2026-10-20',
  kind: 'earn',
  points: 100,
  lotId: 'LPT-000001',
  source: 'in_1',
} as const;
export const lot1 = {
  id: 'LPT-000001',
  customerId: 'CLI-1',
  source: 'in_1',
  earnedOn: '2026-10-20',
  expiresOn: '2028-04-20',
  points: 100,
  remaining: 100,
} as const;
export const earn2 = { ...earn1, id: 'PTS-000002', customerId: 'CLI-2', lotId: 'LPT-000002', source: 'in_2' } as const;
export const lot2 = { ...lot1, id: 'LPT-000002', customerId: 'CLI-2', source: 'in_2' } as const;

/** Two customers with one earned invoice each, and a new invoice of both waiting. */
export const shop = (over: TestRows = {}): TestRows => ({
  customers: [
    { id: 'CLI-1', pointsBalance: 100 },
    { id: 'CLI-2', pointsBalance: 100 },
  ],
  plans: [monthly],
  points: [earn1, earn2],
  pointLots: [lot1, lot2],
  invoices: [
    invoice('in_1', '2026-10-20'),
    invoice('in_2', '2026-10-20', { customerId: 'CLI-2' }),
    invoice('in_3', '2026-11-20'),
    invoice('in_4', '2026-11-20', { customerId: 'CLI-2' }),
  ],
  ...over,
});

export const frozen = (place: string, customer: string) =>
  `${place} : les points de ${customer} sont gelés : rien n’est crédité, repris ni expiré tant que cette ligne n’est pas corrigée. Corrigez la cellule, la nuit suivante rattrape tout.`;

export interface Damage {
  readonly title: string;
  readonly before: TestRows;
  /** Balances after the night: a frozen customer keeps 100, the other has 200. */
  readonly balances: readonly (number | null)[];
  readonly problems: readonly string[];
}

/** The night says what is wrong, keeps what it must, and a second night changes nothing. */
export function expectDamage({ before, balances, problems }: Damage): void {
  const night = runNight(workbookOf(before), TODAY);
  expect(night.problems).toEqual(problems);
  expect(night.workbook.customers.rows.map((row) => row.pointsBalance)).toEqual(balances);
  expect(runNight(night.workbook, TODAY).changeSet.changes).toEqual([]);
}
