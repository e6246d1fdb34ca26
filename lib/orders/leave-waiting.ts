// Lines, or what is left of one, that could not leave with their parcel: they wait for stock, with a date.
import { workingDaysOf } from '#lib/kernel/working-days.ts';
import type { LinesRow } from '#lib/tables/lines.ts';
import { cutLine } from './cut-line.ts';
import { createIncoming } from './incoming.ts';
import type { OrderDesk } from './plan-with-orders.ts';

export interface Waiting {
  readonly waitForStock: (line: LinesRow) => void;
  /** @param units what leaves now, at least one and fewer than the line's. */
  readonly leaveRest: (line: LinesRow, units: number) => void;
}

/** One a plan: each line that waits claims units of the purchases on their way. */
export function createWaiting({ context, orders, meta }: OrderDesk): Waiting {
  const { workbook, settings } = context;
  const days = workingDaysOf(workbook.closedDays.rows.map((row) => row.on));
  const incoming = createIncoming(context, days);
  const datesOf = (productId: string, quantity: number) => {
    const availableOn = incoming.claim(productId, quantity);
    const promisedOn = days.add(availableOn, settings['orders.hubDays']);
    return { status: 'backordered', route: 'backorder', availableOn, promisedOn } as const;
  };
  return {
    waitForStock(line) {
      const nowhere = { hubId: null, partnerId: null, allocation: null, reservedQuantity: null, shipmentId: null };
      orders.changeLine(line.id, { ...datesOf(line.productId, line.quantity), ...nowhere });
    },
    leaveRest(line, units) {
      const { orderId, productId, unitPriceCents, vatRate } = line;
      const { first, rest } = cutLine(line, units);
      orders.changeLine(line.id, first);
      orders.addLine({
        ...{ orderId, productId, unitPriceCents, vatRate, actionId: meta.actionId },
        ...rest,
        ...datesOf(productId, rest.quantity),
      });
    },
  };
}
