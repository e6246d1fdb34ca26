// Why a lot is passed by, although units lie in it. What makes it unfit for everyone comes before what makes it unfit for
// this delivery; only the nearness of a date, or a DDM that is past, can be accepted by an exception.
import { addDays, type Day, serialFromDay } from '#lib/kernel/day.ts';
import type { LotsRow } from '#lib/tables/lots.ts';
import { isOnSale } from './available.ts';

export type SkipReason = 'quarantined' | 'not-received' | 'past-dlc' | 'past-ddm' | 'short-life';

export interface Skip {
  readonly code: SkipReason;
  readonly canBeExcepted: boolean;
}

/** The days a lot is judged by. */
export interface DeliveryDays {
  readonly today: Day;
  /** The planned delivery, not before today. */
  readonly deliverOn: Day;
  /** The lot must be good until then. */
  readonly goodUntil: Day;
  /** The same as numbers, for a quick look along a shelf. */
  readonly goodUntilNumber: number;
  readonly todayNumber: number;
}

interface JudgedLot {
  readonly row: Pick<LotsRow, 'status' | 'receivedOn' | 'dateKind'>;
  readonly lastGoodOn: Day | null;
}

const quarantined: Skip = { code: 'quarantined', canBeExcepted: false };
const notReceived: Skip = { code: 'not-received', canBeExcepted: false };
const pastDlc: Skip = { code: 'past-dlc', canBeExcepted: false };
const pastDdm: Skip = { code: 'past-ddm', canBeExcepted: true };
const shortLife: Skip = { code: 'short-life', canBeExcepted: true };

/** @param minimumShelfLifeDays days that the lot must stay in date after the delivery. */
export function deliveryDays(today: Day, plannedOn: Day, minimumShelfLifeDays: number): DeliveryDays {
  const deliverOn = plannedOn > today ? plannedOn : today;
  const goodUntil = addDays(deliverOn, minimumShelfLifeDays);
  return { today, deliverOn, goodUntil, goodUntilNumber: serialFromDay(goodUntil), todayNumber: serialFromDay(today) };
}

/** null when the lot may serve the delivery. A lot is still good on its date. */
export function skipReason({ row, lastGoodOn }: JudgedLot, { today, deliverOn, goodUntil }: DeliveryDays): Skip | null {
  if (!isOnSale(row)) return row.status === 'expected' ? notReceived : quarantined;
  if (row.receivedOn > today) return notReceived;
  if (lastGoodOn === null || lastGoodOn >= goodUntil) return null;
  if (lastGoodOn >= deliverOn) return shortLife;
  return row.dateKind === 'dlc' ? pastDlc : pastDdm;
}
