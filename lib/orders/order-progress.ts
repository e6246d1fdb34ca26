// How far an order has come: its state and its progress follow the least advanced parcel, and lines without a parcel hold
// the order back like a parcel that has not left.
import type { Day } from '#lib/kernel/day.ts';
import type { LinesRow } from '#lib/tables/lines.ts';
import type { OrdersRow } from '#lib/tables/orders.ts';
import type { ShipmentsRow } from '#lib/tables/shipments.ts';
import type { Words } from '#lib/text/words.ts';

type TrackingStatus = Exclude<ShipmentsRow['status'], 'voided'>;
export type TrackedParcel = Pick<ShipmentsRow, 'status' | 'promisedOn' | 'shippedOn' | 'deliveredOn'>;
export type OrderPart = Pick<LinesRow, 'status' | 'promisedOn'>;

/** How far a parcel is on its way. A failed attempt is behind the parcel that is out for delivery: it goes out again. */
const STAGE: Readonly<Record<TrackingStatus, number>> = {
  to_prepare: 0,
  label_made: 1,
  handed_over: 2,
  in_transit: 3,
  attempt_failed: 4,
  out_for_delivery: 5,
  at_pickup_point: 6,
  delivered: 7,
  sent_back: 8,
};

export const hasLeft = (status: ShipmentsRow['status']): boolean =>
  status !== 'voided' && STAGE[status] >= STAGE.handed_over;

export interface OrderProgress {
  readonly status: OrdersRow['status'];
  /** "1 sur 2 livré" for several parcels, the parcel's own state for one; null before there is a parcel. */
  readonly progress: string | null;
  readonly parcels: OrdersRow['parcels'];
  readonly promisedOn: Day | null;
  readonly shippedOn: Day | null;
  readonly deliveredOn: Day | null;
}

/** @param parcels the order's, voided ones included; @param lines likewise. @param current the order's state now. */
export function orderProgress(
  parcels: readonly TrackedParcel[],
  lines: readonly OrderPart[],
  current: OrdersRow['status'],
  words: Words,
): OrderProgress {
  const living = parcels.filter(({ status }) => status !== 'voided');
  const open = lines.filter(({ status }) => status !== 'voided');
  const travelling = living.filter(({ status }) => status !== 'sent_back');
  const isWaiting = open.some(({ status }) => status === 'backordered' || status === 'to_route');
  const total = travelling.length + (isWaiting ? 1 : 0);
  const delivered = travelling.filter(({ status }) => status === 'delivered').length;
  const left = travelling.filter(({ status }) => hasLeft(status)).length;
  const status = statusOf({ current, open, living, total, delivered, left });
  return {
    status,
    progress: progressText({ travelling, total, delivered, left, isWaiting }, words),
    parcels: living.length === 0 ? null : living.length > 1 ? 'two_parcels' : 'one_parcel',
    promisedOn: last([...travelling, ...open].map((part) => part.promisedOn)),
    shippedOn: last(living.map((parcel) => parcel.shippedOn)),
    deliveredOn: status === 'delivered' ? last(travelling.map((parcel) => parcel.deliveredOn)) : null,
  };
}

interface Counted {
  readonly current: OrdersRow['status'];
  readonly open: readonly OrderPart[];
  readonly living: readonly TrackedParcel[];
  readonly total: number;
  readonly delivered: number;
  readonly left: number;
}

function statusOf({ current, open, living, total, delivered, left }: Counted): OrdersRow['status'] {
  if (open.length === 0) return 'voided';
  if (open.every(({ status }) => status === 'returned')) return 'returned';
  // Every parcel came back, and nothing waits to leave.
  if (total === 0) return living.length > 0 ? 'returned' : current;
  if (delivered === total) return 'delivered';
  if (delivered > 0) return 'partly_delivered';
  if (left === total) return 'shipped';
  if (left > 0) return 'partly_shipped';
  const isInHand =
    living.some(({ status }) => status === 'label_made') || open.some(({ status }) => status === 'picked');
  if (isInHand || current === 'preparing') return 'preparing';
  return open.every(({ status }) => status === 'to_route') ? current : 'confirmed';
}

interface ParcelCount {
  readonly travelling: readonly TrackedParcel[];
  readonly total: number;
  readonly delivered: number;
  readonly left: number;
  readonly isWaiting: boolean;
}

function progressText({ travelling, total, delivered, left, isWaiting }: ParcelCount, words: Words): string | null {
  if (travelling.length === 0) return isWaiting ? null : words.choiceLabel('sent_back');
  if (total > 1) return delivered > 0 ? words.orders.delivered(delivered, total) : words.orders.shipped(left, total);
  return words.choiceLabel((travelling[0] as TrackedParcel).status);
}

function last(days: readonly (Day | null)[]): Day | null {
  return days.reduce((latest, day) => (latest === null || (day !== null && day > latest) ? day : latest), null);
}
