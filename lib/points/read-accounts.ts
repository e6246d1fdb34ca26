// The ledger and the lots → one account a customer, as the night needs them. What is put right from the ledger is
// reported; what cannot be trusted freezes its customers. One pass over each table.
import { by } from '#lib/kernel/compare.ts';
import type { Day } from '#lib/kernel/day.ts';
import { type Problem, problem } from '#lib/kernel/problem.ts';
import { cellName } from '#lib/tables/definition/grid.ts';
import type { TableState } from '#lib/tables/definition/table-state.ts';
import type { WorkbookState } from '#lib/tables/tables.ts';
import { findFrozen } from './find-frozen.ts';
import { lotExpiryDay, type Pause } from './lot-life.ts';
import type { PointAccount, PointLot } from './point-account.ts';
import { type LedgerIndex, type LedgerRow, type LotRow, lotOf, lotWithoutRow, repairableLots } from './read-lots.ts';

export interface Accounts {
  /** Of every customer whose points can be worked on, in the order of their ids. */
  readonly byCustomer: ReadonlyMap<string, PointAccount>;
  readonly ledgerByCustomer: LedgerIndex;
  /** Entries by what they are about (an invoice, an order), over all customers. */
  readonly ledgerBySource: LedgerIndex;
  readonly problems: readonly Problem[];
}

/** @param pausesOf the pauses of a customer, merged. */
export function readAccounts(
  workbook: WorkbookState,
  lifetimeMonths: number,
  pausesOf: (customerId: string) => readonly Pause[],
): Accounts {
  const { points, customers } = workbook;
  const ledgerByCustomer = indexBy(points.rows, (row) => row.customerId);
  const ledgerByLot = indexBy(points.rows, (row) => row.lotId);
  const repairable = repairableLots(workbook, ledgerByLot);
  const frozen = findFrozen(workbook, new Set(repairable.map((lot) => lot.id)));
  const lotRows: LotRow[] = [...workbook.pointLots.rows, ...repairable];
  const foreign = findForeignEntries(workbook, lotRows, frozen.customers);
  const problems: Problem[] = [...frozen.problems, ...foreign.problems, ...unknownCustomers(workbook)];
  const lotsByCustomer = indexBy(lotRows, (lot) => lot.customerId);

  const byCustomer = new Map<string, PointAccount>();
  const expiryOf = rememberExpiry(lifetimeMonths);
  const skip = (id: string) => frozen.everyone || frozen.customers.has(id) || foreign.customers.has(id);
  for (const { id } of customers.rows.slice().sort(by((row) => row.id))) {
    if (skip(id)) continue;
    const ledger = ledgerByCustomer.get(id) ?? [];
    const lots: PointLot[] = [];
    for (const row of lotsByCustomer.get(id) ?? []) {
      const lot = lotOf(row, ledgerByLot.get(row.id) ?? []);
      if (lot.remaining !== row.remaining) problems.push(lotDiffers(workbook.pointLots, row, lot.remaining));
      lots.push(lot);
    }
    lots.push(...lotsMadeAgain(points, ledger, lots, ledgerByLot, problems));
    for (const lot of lots) lot.expiresOn = expiryOf(lot.earnedOn, pausesOf(id));
    lots.sort(by((lot) => lot.id));
    byCustomer.set(id, accountOf(id, lots, ledger));
  }
  return { byCustomer, ledgerByCustomer, ledgerBySource: indexBy(points.rows, (row) => row.source), problems };
}

/** Lots outnumber days by far: without pauses, one calculation a day of earning is enough. */
function rememberExpiry(lifetimeMonths: number): (earnedOn: Day, pauses: readonly Pause[]) => Day {
  const known = new Map<Day, Day>();
  return (earnedOn, pauses) => {
    if (pauses.length > 0) return lotExpiryDay(earnedOn, lifetimeMonths, pauses);
    const expiresOn = known.get(earnedOn) ?? lotExpiryDay(earnedOn, lifetimeMonths, pauses);
    known.set(earnedOn, expiresOn);
    return expiresOn;
  };
}

function accountOf(customerId: string, lots: PointLot[], ledger: readonly LedgerRow[]): PointAccount {
  let balance = 0;
  let withoutLot = 0;
  for (const { lotId, points } of ledger) {
    balance += points;
    if (lotId === null) withoutLot += points;
  }
  return { customerId, lots, withoutLot, balance, entries: [] };
}

function lotsMadeAgain(
  state: TableState,
  ledger: readonly LedgerRow[],
  lots: readonly PointLot[],
  ledgerByLot: LedgerIndex,
  problems: Problem[],
): readonly PointLot[] {
  const known = new Set(lots.map((lot) => lot.id));
  const missing = new Map<string, LedgerRow>();
  for (const row of ledger) {
    if (row.lotId === null || known.has(row.lotId)) continue;
    const earlier = missing.get(row.lotId);
    if (earlier === undefined || row.id < earlier.id) missing.set(row.lotId, row);
  }
  return [...missing].sort(by(([lotId]) => lotId)).flatMap(([lotId, row]) => {
    const entries = ledgerByLot.get(lotId) ?? [];
    const shape = lotWithoutRow(lotId, entries);
    problems.push(problem('pointsLotMissing', { lot: lotId }, placeOfCell(state, row, 'lotId')));
    return shape === null ? [] : [lotOf(shape, entries)];
  });
}

/** Entries of one customer on a lot of another: nobody can tell which cell is wrong, so both are left alone. */
function findForeignEntries(
  { points, pointLots }: WorkbookState,
  lots: readonly LotRow[],
  frozen: ReadonlySet<string>,
) {
  const ownerOfLot = new Map(lots.map((lot) => [lot.id, lot.customerId]));
  const setAside = new Set(pointLots.setAside.map((row) => row.id));
  const customers = new Set<string>();
  const problems: Problem[] = [];
  const suspects = points.rows.filter((row) => row.lotId !== null && ownerOfLot.get(row.lotId) !== row.customerId);
  for (const row of suspects.sort(by((entry) => entry.id))) {
    const lot = row.lotId ?? '';
    const owner = ownerOfLot.get(lot);
    if (owner === undefined && setAside.has(lot)) {
      // The lot cannot be read, and its row may name someone else, or no one.
      if (frozen.has(row.customerId) || customers.has(row.customerId)) continue;
      customers.add(row.customerId);
      problems.push(problem('pointsFrozen', { customer: row.customerId }, placeOfCell(points, row, 'lotId')));
      continue;
    }
    // A lot without a row belongs to whoever its first entry names.
    if (owner === undefined) ownerOfLot.set(lot, row.customerId);
    if (owner === undefined || owner === row.customerId) continue;
    customers.add(owner).add(row.customerId);
    const params = { lot, customer: row.customerId, owner };
    problems.push(problem('pointsLotOfAnother', params, placeOfCell(points, row, 'lotId')));
  }
  return { customers, problems };
}

/** One Problem a customer that entries name and Clients does not have. */
function unknownCustomers({ points, customers }: WorkbookState): readonly Problem[] {
  const setAside = new Set(customers.setAside.map((row) => row.id));
  const first = new Map<string, LedgerRow>();
  for (const row of points.rows) {
    if (customers.byId.has(row.customerId) || setAside.has(row.customerId)) continue;
    const earlier = first.get(row.customerId);
    if (earlier === undefined || row.id < earlier.id) first.set(row.customerId, row);
  }
  return [...first.values()].sort(by((row) => row.id)).map((row) => {
    const at = placeOfCell(points, row, 'customerId');
    return problem('pointsCustomerUnknown', { customer: row.customerId }, at);
  });
}

function lotDiffers(state: TableState, row: LotRow, remaining: number): Problem {
  const shown = row.remaining === null ? '?' : String(row.remaining);
  const params = { lot: row.id, shown, ledger: String(remaining) };
  return problem('pointsLotDiffers', params, placeOfCell(state, row, 'remaining'));
}

function placeOfCell(
  state: TableState,
  row: { readonly id: string; readonly rowIndex: number | null },
  columnName: string,
) {
  const cell = cellName(row.rowIndex ?? 0, state.columnIndexOf.get(columnName) ?? 0);
  return { tab: state.title, cell, id: row.id };
}

function indexBy<T>(rows: readonly T[], keyOf: (row: T) => string | null): Map<string, T[]> {
  const index = new Map<string, T[]>();
  for (const row of rows) {
    const key = keyOf(row);
    if (key === null) continue;
    const list = index.get(key);
    if (list === undefined) index.set(key, [row]);
    else list.push(row);
  }
  return index;
}
