// What the forms of stock actions offer to choose from, and the row a person had selected.
import type { Selection } from '#lib/actions/action.ts';
import type { FieldOption } from '#lib/actions/field.ts';
import type { PlanContext } from '#lib/changes/plan-context.ts';
import { by } from '#lib/kernel/compare.ts';
import type { LotsRow } from '#lib/tables/lots.ts';
import type { TableKey } from '#lib/tables/tables.ts';
import { openHubs } from './first-hub.ts';
import { lastGoodDay } from './lot-dates.ts';

/** The selected row's id when it is one of the table's. */
export function selectedId(selection: Selection | null, table: TableKey): string | null {
  return selection?.table === table ? selection.id : null;
}

/** Lots that hold something, as they stand on the shelves. */
export function lotOptions(context: PlanContext, isOffered: (lot: LotsRow) => boolean): FieldOption[] {
  const { workbook, words } = context;
  return workbook.lots.rows
    .filter((lot) => lot.onHand > 0 && lot.status !== 'voided' && isOffered(lot))
    .sort(
      by(
        (lot) => lot.productId,
        (lot) => lot.receivedOn,
        (lot) => lot.id,
      ),
    )
    .map((lot) => {
      const last = lastGoodDay(lot);
      const facts = {
        lot: lot.id,
        product: productName(context, lot.productId),
        quantity: Math.max(0, lot.onHand - lot.reserved),
        hub: workbook.hubs.byId.get(lot.hubId)?.name ?? lot.hubId,
        date: last === null ? null : words.formatDay(last),
      };
      return { value: lot.id, label: words.stock.lotLabel(facts) };
    });
}

export function hubOptions({ workbook }: PlanContext): FieldOption[] {
  return openHubs(workbook).map(({ id, name }) => ({ value: id, label: name }));
}

export function productName({ workbook }: PlanContext, productId: string): string {
  return workbook.products.byId.get(productId)?.name ?? productId;
}
