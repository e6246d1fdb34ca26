// Test support for points: a night on a small workbook, and the tables drawn as a shopkeeper would read them.
import { applyChanges } from '#lib/changes/apply.ts';
import type { ChangeSet } from '#lib/changes/change-set.ts';
import type { PlanContext } from '#lib/changes/plan-context.ts';
import type { Day } from '#lib/kernel/day.ts';
import { messageOf } from '#lib/kernel/problem.ts';
import { planPoints } from '#lib/points/plan-points.ts';
import { parseSettings, type Settings } from '#lib/settings/settings.ts';
import type { WorkbookState } from '#lib/tables/tables.ts';
import { fr } from '#lib/text/fr.ts';
import { clockAt } from '../../support/clock-at.ts';
import { type TestRows, workbookOf } from '../../support/workbook-of.ts';

const defaultSettings: Settings = parseSettings(workbookOf({}).settings).settings;

export function contextOf(workbook: WorkbookState, today: Day, settings: Partial<Settings> = {}): PlanContext {
  return { workbook, clock: clockAt(today), settings: { ...defaultSettings, ...settings }, words: fr };
}

export interface Night {
  readonly workbook: WorkbookState;
  readonly changeSet: ChangeSet;
  readonly problems: readonly string[];
}

export function runNight(workbook: WorkbookState, today: Day, settings: Partial<Settings> = {}): Night {
  const changeSet = planPoints(contextOf(workbook, today, settings));
  return {
    changeSet,
    workbook: applyChanges(workbook, changeSet.changes, fr),
    problems: changeSet.problems.map((found) => messageOf(found, fr)),
  };
}

/** The plan of every test: 18 € a month, 100 points. */
export const monthly = { id: 'FOR-1', name: 'Mensuel', priceCents: 1800, interval: 'month', points: 100 } as const;

type InvoiceRow = NonNullable<TestRows['invoices']>[number];

/** A paid monthly invoice of CLI-1, unless told otherwise. */
export function invoice(id: string, paidOn: Day, over: InvoiceRow = {}): InvoiceRow {
  return {
    id,
    customerId: 'CLI-1',
    subscriptionId: 'sub_1',
    planId: 'FOR-1',
    status: 'paid',
    createdOn: paidOn,
    paidOn,
    totalCents: 1800,
    paidCents: 1800,
    paidBackCents: 0,
    withheldCents: 0,
    attempts: 1,
    ...over,
  };
}

/** The ledger as text, one entry a line: day, customer, kind, points, lot, source. */
export function drawLedger({ points }: WorkbookState): readonly string[] {
  return points.rows.map((row) =>
    [
      row.on,
      row.customerId,
      row.kind,
      row.points > 0 ? `+${row.points}` : row.points,
      row.lotId ?? '-',
      row.source ?? '-',
    ].join(' '),
  );
}

/** The lots as text: id, remaining of points, expiry. */
export function drawLots({ pointLots }: WorkbookState): readonly string[] {
  return pointLots.rows.map((row) => `${row.id} ${row.remaining}/${row.points} → ${row.expiresOn}`);
}

/** The customers' points as text: balance, next expiry. */
export function drawBalances({ customers }: WorkbookState): readonly string[] {
  return customers.rows.map((row) => {
    const next = row.nextExpiryOn === null ? '' : `, ${row.nextExpiryPoints} on ${row.nextExpiryOn}`;
    return `${row.id} ${row.pointsBalance}${next}`;
  });
}
