// Orders far larger than a product's usual one: a company's Christmas presents say nothing of next week. They count for a
// few usual orders and no more; what they really took stays in the ledger.
import type { Day } from '#lib/kernel/day.ts';
import { reversedIds } from '#lib/stock/reorder/demand-history.ts';
import type { MovementsRow } from '#lib/tables/movements.ts';

export interface OneOffOrder {
  /** null when the pick names no order. */
  readonly orderId: string | null;
  readonly on: Day;
  readonly units: number;
  readonly countedUnits: number;
}

export interface OneOffOrders {
  /** In the order of the ledger. */
  readonly orders: readonly OneOffOrder[];
  /** Day → units of its sales that do not count. */
  readonly leftOut: ReadonlyMap<Day, number>;
}

type Movement = Pick<MovementsRow, 'id' | 'on' | 'kind' | 'quantity' | 'orderId' | 'reversesId'>;

/** @param movements of one product. @param factor an order counts for at most so many times the median one. */
export function findOneOffOrders(movements: readonly Movement[], factor: number): OneOffOrders {
  const reversed = reversedIds(movements);
  const picks = movements.filter(({ kind, quantity, id }) => kind === 'pick' && quantity < 0 && !reversed.has(id));
  const unitsByOrder = new Map<string, number>();
  for (const pick of picks) unitsByOrder.set(keyOf(pick), (unitsByOrder.get(keyOf(pick)) ?? 0) - pick.quantity);
  const most = Math.ceil(factor * median([...unitsByOrder.values()]));
  const orders: OneOffOrder[] = [];
  const leftOut = new Map<Day, number>();
  const counted = new Map<string, number>();
  for (const pick of picks) {
    const key = keyOf(pick);
    const units = unitsByOrder.get(key) ?? 0;
    if (units <= most) continue;
    const before = counted.get(key) ?? 0;
    if (before === 0) orders.push({ orderId: pick.orderId, on: pick.on, units, countedUnits: most });
    const room = Math.max(0, most - before);
    leftOut.set(pick.on, (leftOut.get(pick.on) ?? 0) + Math.max(0, -pick.quantity - room));
    counted.set(key, before - pick.quantity);
  }
  return { orders, leftOut };
}

function keyOf({ id, orderId }: Movement): string {
  return orderId ?? id;
}

/** 0 of nothing. */
function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = (sorted.length - 1) / 2;
  return ((sorted[Math.floor(middle)] ?? 0) + (sorted[Math.ceil(middle)] ?? 0)) / 2;
}
