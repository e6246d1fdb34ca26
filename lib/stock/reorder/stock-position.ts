// What the shop can count on for a product: units a customer can still get, plus what is ordered, less what is promised to
// lines that wait. Units too near their date for a customer are not counted, and said.
import type { PlanContext } from '#lib/changes/plan-context.ts';
import type { Day } from '#lib/kernel/day.ts';
import type { RowOf } from '#lib/tables/tables.ts';
import { lastGoodDay } from '../lot-dates.ts';
import { deliveryDays, skipReason } from '../skip-reason.ts';

export interface StockPosition {
  /** Free units fit for a customer served today; negative when more is promised than lies there. */
  readonly available: number;
  /** Free units whose date is too near or past. */
  readonly tooNear: number;
  /** Sent to a partner and not yet received. */
  readonly incoming: number;
  /** In drafts not yet sent. */
  readonly drafted: number;
  /** Waiting lines have a claim on what comes. */
  readonly waiting: number;
  /** Available + incoming + drafted − waiting. */
  readonly total: number;
}

export interface PositionInput {
  readonly productId: string;
  readonly minimumShelfLifeDays: number;
  readonly today: Day;
  /** When an order of today would arrive. */
  readonly deliverOn: Day;
}

type Sources = Pick<PlanContext['workbook'], 'lots' | 'purchases' | 'lines'>;

export function stockPosition({ lots, purchases, lines }: Sources, input: PositionInput): StockPosition {
  const { productId, today } = input;
  const delivery = deliveryDays(today, input.deliverOn, input.minimumShelfLifeDays);
  let available = 0;
  let tooNear = 0;
  for (const row of lots.rows) {
    if (row.productId !== productId) continue;
    const skip = skipReason({ row, lastGoodOn: lastGoodDay(row) }, delivery);
    const free = row.onHand - row.reserved;
    if (skip === null) available += free;
    else if (skip.code === 'short-life' || skip.code === 'past-ddm' || skip.code === 'past-dlc')
      tooNear += Math.max(0, free);
  }
  let incoming = 0;
  let drafted = 0;
  for (const row of purchases.rows) {
    if (row.productId !== productId) continue;
    if (row.status === 'draft') drafted += row.quantity;
    else incoming += stillToCome(row);
  }
  let waiting = 0;
  for (const line of lines.rows) {
    if (line.productId === productId && line.status === 'backordered') {
      waiting += Math.max(0, line.quantity - (line.reservedQuantity ?? 0) - (line.shippedQuantity ?? 0));
    }
  }
  return {
    available,
    tooNear,
    incoming,
    drafted,
    waiting,
    total: positionOf({ available, incoming, drafted, waiting }),
  };
}

/** Available already leaves out what is reserved. */
export function positionOf(units: Pick<StockPosition, 'available' | 'incoming' | 'drafted' | 'waiting'>): number {
  return units.available + units.incoming + units.drafted - units.waiting;
}

/** Units of a purchase that are on their way; 0 for a draft, and for one that is closed. */
export function stillToCome({ status, quantity, receivedQuantity }: RowOf<'purchases'>): number {
  if (status !== 'sent' && status !== 'partly_received') return 0;
  return Math.max(0, quantity - (receivedQuantity ?? 0));
}
