// Lot rows as the ledger makes them. The ledger is the truth: a figure that a lot's row has wrong or cannot show is taken
// from its entries. Nothing is written here.
import { by } from '#lib/kernel/compare.ts';
import type { Day } from '#lib/kernel/day.ts';
import type { RowOf, WorkbookState } from '#lib/tables/tables.ts';
import { emptyLot, type PointLot } from './point-account.ts';

export type LedgerRow = RowOf<'points'>;
export type LedgerIndex = ReadonlyMap<string, readonly LedgerRow[]>;

export interface LotRow {
  readonly id: string;
  /** null when the lot has no row and is made again. */
  readonly rowIndex: number | null;
  readonly customerId: string;
  readonly source: string | null;
  readonly earnedOn: Day;
  /** null where the cell cannot be read. */
  readonly points: number | null;
  readonly remaining: number | null;
}

/** A lot as its entries make it; `remaining` is below zero when more was taken than it held. Its expiry is set later. */
export function lotOf(row: LotRow, entries: readonly LedgerRow[]): PointLot {
  const { id, rowIndex, source, earnedOn } = row;
  const lot = emptyLot({ id, rowIndex, source, earnedOn, expiresOn: earnedOn, points: row.points ?? 0 });
  let gained = 0;
  for (const { kind, points, on } of entries) {
    lot.remaining += points;
    if (kind === 'expire') lot.expired -= points;
    else if (kind === 'settle') lot.settled -= points;
    else if (points > 0 && kind !== 'restore') gained += points;
    if (on > lot.lastOn) lot.lastOn = on;
  }
  if (row.points === null) lot.points = gained;
  lot.points = Math.max(lot.points, lot.remaining);
  return lot;
}

/**
 * Lot rows set aside for cells whose right value the ledger knows: the figures always, the customer when the lot's entries
 * agree on one, the day when its first points were earned or given that day. An id that stands twice is never repaired.
 */
export function repairableLots({ pointLots }: WorkbookState, ledgerByLot: LedgerIndex): readonly LotRow[] {
  return pointLots.setAside.flatMap(({ id, rowIndex, cells, reason }) => {
    if (reason !== 'bad-cell' || id === null) return [];
    const entries = ledgerByLot.get(id) ?? [];
    const owners = new Set(entries.map((entry) => entry.customerId));
    const first = firstGain(entries);
    const customerId = (cells.customerId ?? (owners.size === 1 ? first?.customerId : null) ?? null) as string | null;
    const dated = first?.kind === 'earn' || first?.kind === 'bonus';
    const earnedOn = (cells.earnedOn ?? (dated ? first.on : null) ?? null) as Day | null;
    if (customerId === null || earnedOn === null) return [];
    const source = (cells.source ?? first?.source ?? null) as string | null;
    const points = (cells.points ?? null) as number | null;
    const remaining = (cells.remaining ?? null) as number | null;
    return [{ id, rowIndex, customerId, earnedOn, source, points, remaining }];
  });
}

/** A lot that entries name and that has no row: made again under its own id, earned when its first points came in. */
export function lotWithoutRow(lotId: string, entries: readonly LedgerRow[]): LotRow | null {
  const first = firstGain(entries) ?? entries[0];
  if (first === undefined) return null;
  const { customerId, source, on } = first;
  return { id: lotId, rowIndex: null, customerId, source, earnedOn: on, points: null, remaining: null };
}

function firstGain(entries: readonly LedgerRow[]): LedgerRow | undefined {
  const order = by<LedgerRow>(
    (entry) => entry.on,
    (entry) => entry.id,
  );
  return entries.filter((entry) => entry.points > 0).sort(order)[0];
}
