// The nouns of routing: what is to be sent, from where it could leave, and what was decided. Types only.
import type { Day, WallTime } from '#lib/kernel/day.ts';
import type { Take } from '#lib/stock/allocate.ts';
import type { LinesRow } from '#lib/tables/lines.ts';

export type LineToRoute = Pick<
  LinesRow,
  'id' | 'productId' | 'quantity' | 'unitPriceCents' | 'discountCents' | 'vatRate'
>;

export interface OrderToRoute {
  readonly id: string;
  /** The moment that delays count from, on the workbook's wall clock. */
  readonly from: WallTime;
  readonly lines: readonly LineToRoute[];
  /** A one-off exception: lots near or past their DDM are accepted, and the reason is journalled. */
  readonly exceptionReason: string | null;
}

/** A hub or a partner. */
export interface Origin {
  readonly kind: 'hub' | 'partner';
  readonly id: string;
  readonly name: string;
  readonly carrierId: string | null;
  /** Before tax; null when the sheet does not say (counted as 0). */
  readonly parcelCostCents: number | null;
}

export interface DeliveryPromise {
  /** The day the parcel leaves at the earliest. */
  readonly shipOn: Day;
  readonly earliestOn: Day;
  /** What the customer is told: the latest day of delivery. */
  readonly promisedOn: Day;
  /** false: a closure makes it later than the origin's usual delay. */
  readonly isUsual: boolean;
}

/** Lots of one line; none when a partner ships it. `quantity` is less than the line's when the rest waits. */
export interface ParcelLine {
  readonly line: LineToRoute;
  readonly quantity: number;
  readonly takes: readonly Take[];
  /** The partner's commission; null from a hub. */
  readonly commissionRate: number | null;
}

export interface PlannedParcel {
  readonly origin: Origin;
  readonly promise: DeliveryPromise;
  readonly lines: readonly ParcelLine[];
}

/** A line, or what is left of one, that waits for stock. */
export interface Backorder {
  readonly line: LineToRoute;
  readonly quantity: number;
  readonly availableOn: Day;
  readonly promisedOn: Day;
}

/** One way to send an order. */
export interface Choice {
  readonly parcels: readonly PlannedParcel[];
  readonly backorders: readonly Backorder[];
  /** Of all parcels, before tax. */
  readonly costCents: number;
  /** The day on which everything is there. */
  readonly promisedOn: Day;
}
