// A line as a demand for stock: from its hub, for the day it was promised, with what its order holds already. A line with an
// exception keeps to the lot that was given to it.
import type { Day } from '#lib/kernel/day.ts';
import type { LinesRow } from '#lib/tables/lines.ts';
import type { Demand } from './allocate.ts';
import { heldByLine } from './allocation-text.ts';

/** @param hubIds preferred first; a line that names its hub is served from there. */
export function demandOfLine(line: LinesRow, hubIds: readonly string[], today: Day): Demand {
  const held = heldByLine(line);
  const demand = {
    id: line.id,
    orderId: line.orderId,
    productId: line.productId,
    hubIds: line.hubId === null ? hubIds : [line.hubId],
    quantity: line.quantity,
    deliverOn: line.promisedOn ?? today,
    held,
  };
  if (line.exceptionReason === null) return demand;
  return { ...demand, exception: { lotId: held[0]?.lotId ?? null } };
}
