// Part of a lot becomes a lot of its own, with the same receipt, date and cost: as much leaves the one as enters the other,
// and the new lot names where it came from, so that a claim finds both.
import type { LotsRow } from '#lib/tables/lots.ts';
import type { MovementEntry, StockBook } from './stock-book.ts';

interface Apart {
  readonly quantity: number;
  readonly hubId: string;
  readonly status: 'available' | 'quarantined';
  readonly note: string;
}

/** @returns the new lot's id. */
export function setApart(book: StockBook, lot: LotsRow, { quantity, ...apart }: Apart, entry: MovementEntry): string {
  const { productId, receivedOn, bestBeforeOn, datePrecision, dateKind, unitCostCents } = lot;
  const { purchaseId, partnerId, supplierLot } = lot;
  const id = book.addLot({
    ...{
      productId,
      receivedOn,
      bestBeforeOn,
      datePrecision,
      dateKind,
      unitCostCents,
      purchaseId,
      partnerId,
      supplierLot,
    },
    ...apart,
    fromLotId: lot.id,
    initialQuantity: quantity,
  });
  book.move(lot.id, -quantity, entry);
  book.move(id, quantity, entry);
  return id;
}
