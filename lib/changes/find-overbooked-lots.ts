// An undo gives a lot back its quantity, or its reservations, as if nothing had rested on them since: it is refused where the
// lot would then hold less than is reserved of it.
import { type Problem, problem } from '#lib/kernel/problem.ts';
import type { CellValue } from '#lib/tables/definition/column.ts';
import { placeOf } from '#lib/tables/definition/place-of.ts';
import type { WorkbookState } from '#lib/tables/tables.ts';
import type { RowUpdate } from './change-set.ts';

/** @param actionOf the later action, still standing, that wrote a cell of a lot. */
export function findOverbookedLots(
  inverse: readonly RowUpdate[],
  { lots }: WorkbookState,
  actionOf: (lotId: string, name: 'onHand' | 'reserved') => string | undefined,
): Problem[] {
  return inverse.flatMap(({ table, id, cells }) => {
    const lot = table === 'lots' && id !== null ? lots.byId.get(id) : undefined;
    // Both given back together stood together before.
    if (lot === undefined || (cells.onHand === undefined) === (cells.reserved === undefined)) return [];
    const after = (value: CellValue | undefined, now: number) => (typeof value === 'number' ? value : now);
    const onHand = after(cells.onHand?.after, lot.onHand);
    const reserved = after(cells.reserved?.after, lot.reserved);
    if (reserved <= onHand) return [];
    const standing = cells.onHand === undefined ? 'onHand' : 'reserved';
    const action = actionOf(lot.id, standing);
    const at = placeOf(lots, lot, standing);
    if (action !== undefined) return [problem('undoChangedLater', { id: lot.id, action }, at)];
    return [problem('undoChangedSince', { value: String(lot[standing]) }, at)];
  });
}
