// Orders that are late: a parcel not delivered, or a line still waiting, when the promise and the grace set in Réglages have
// passed. Working days of the shop count, as in the promise itself.
import type { PlanContext } from '#lib/changes/plan-context.ts';
import type { Day } from '#lib/kernel/day.ts';
import { workingDaysOf } from '#lib/kernel/working-days.ts';
import type { OrdersRow } from '#lib/tables/orders.ts';

export interface LateOrder {
  readonly order: OrdersRow;
  /** The broken promise, the oldest of several. */
  readonly promisedOn: Day;
  /** Who is late: a partner's parcel, or the hub and what waits for stock. */
  readonly origin: 'hub' | 'partner';
}

const OVER: ReadonlySet<OrdersRow['status']> = new Set(['draft', 'delivered', 'returned', 'voided']);

/** In the order of the sheet, one entry an order. */
export function findLateOrders({ workbook, clock, settings }: PlanContext): LateOrder[] {
  const days = workingDaysOf(workbook.closedDays.rows.map((row) => row.on));
  const isLate = (promisedOn: Day | null): promisedOn is Day =>
    promisedOn !== null &&
    promisedOn < clock.today &&
    days.between(promisedOn, clock.today) > settings['orders.lateAfterDays'];
  const late = new Map<string, Pick<LateOrder, 'promisedOn' | 'origin'>>();
  const note = (orderId: string, promisedOn: Day, origin: LateOrder['origin']) => {
    const known = late.get(orderId);
    if (known === undefined || promisedOn < known.promisedOn) late.set(orderId, { promisedOn, origin });
  };
  for (const { orderId, status, promisedOn, origin } of workbook.shipments.rows) {
    const isOver = status === 'delivered' || status === 'sent_back' || status === 'voided';
    if (!isOver && isLate(promisedOn)) note(orderId, promisedOn, origin);
  }
  for (const { orderId, status, promisedOn } of workbook.lines.rows) {
    if (status === 'backordered' && isLate(promisedOn)) note(orderId, promisedOn, 'hub');
  }
  return workbook.orders.rows.flatMap((order) => {
    const found = OVER.has(order.status) ? undefined : late.get(order.id);
    return found === undefined ? [] : [{ order, ...found }];
  });
}
