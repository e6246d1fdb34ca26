// The order in which lots leave the shelf. FIFO: received first, then the earliest date (undated last), then the smaller
// rest, so that a lot is emptied, then the id. FEFO puts the date before the receipt.
import { by, type Comparator } from '#lib/kernel/compare.ts';
import type { LotsRow } from '#lib/tables/lots.ts';
import { type DatedLot, lastGoodDay } from './lot-dates.ts';

export type Picking = 'fifo' | 'fefo';
type OrderedLot = DatedLot & Pick<LotsRow, 'id' | 'receivedOn' | 'onHand'>;

const fifo = by<OrderedLot>(
  (lot) => lot.receivedOn,
  (lot) => lastGoodDay(lot),
  (lot) => lot.onHand,
  (lot) => lot.id,
);

const fefo = by<OrderedLot>(
  (lot) => lastGoodDay(lot),
  (lot) => lot.receivedOn,
  (lot) => lot.onHand,
  (lot) => lot.id,
);

export function lotOrder(picking: Picking): Comparator<OrderedLot> {
  return picking === 'fefo' ? fefo : fifo;
}
