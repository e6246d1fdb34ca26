// The order in which lots leave the shelf. FIFO: received first, then the earliest date (undated last), then the smaller
// rest, so that a lot is emptied, then the id. FEFO puts the date before the receipt.
import { type Comparator, compareText } from '#lib/kernel/compare.ts';
import type { Day } from '#lib/kernel/day.ts';
import type { LotsRow } from '#lib/tables/lots.ts';

export type Picking = 'fifo' | 'fefo';

/** The last good day is found once a lot, not once a comparison. */
export interface DatedLotRow {
  readonly row: Pick<LotsRow, 'id' | 'receivedOn' | 'onHand'>;
  readonly lastGoodOn: Day | null;
}

export function lotOrder(picking: Picking): Comparator<DatedLotRow> {
  return picking === 'fefo' ? fefo : fifo;
}

function fifo(a: DatedLotRow, b: DatedLotRow): number {
  return compareText(a.row.receivedOn, b.row.receivedOn) || byDate(a, b) || byRest(a, b);
}

function fefo(a: DatedLotRow, b: DatedLotRow): number {
  return byDate(a, b) || compareText(a.row.receivedOn, b.row.receivedOn) || byRest(a, b);
}

function byDate({ lastGoodOn: a }: DatedLotRow, { lastGoodOn: b }: DatedLotRow): number {
  if (a === b) return 0;
  if (a === null || b === null) return a === null ? 1 : -1;
  return compareText(a, b);
}

function byRest(a: DatedLotRow, b: DatedLotRow): number {
  return a.row.onHand - b.row.onHand || compareText(a.row.id, b.row.id);
}
