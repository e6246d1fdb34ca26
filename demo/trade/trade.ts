// The year of the demo shop while it is played: everything its days change, and the small questions all of them ask.
import type { WorkingDays } from '#demo/calendar/working-days.ts';
import type { DraftRow } from '#demo/demo-rows.ts';
import type { Person } from '#demo/people/build-people.ts';
import type { Random } from '#demo/random.ts';
import type { Day } from '#lib/kernel/day.ts';
import type { PointsBook } from './points-book.ts';
import type { StockRoom } from './stock-room.ts';

/** A customer of the workbook who may order from `since` on. */
export interface Shopper {
  readonly customerId: string;
  readonly person: Person;
  readonly since: Day;
  readonly isSubscriber: boolean;
}

export type OrderDraft = DraftRow<'orders'>;
export type LineDraft = DraftRow<'lines'>;
export type ShipmentDraft = DraftRow<'shipments'>;
export type PurchaseDraft = DraftRow<'purchases'>;

/** Lines that leave one origin together. */
export interface Parcel {
  readonly order: OrderDraft;
  readonly lines: LineDraft[];
  readonly shipment: ShipmentDraft;
  readonly shipOn: Day;
  readonly deliverOn: Day;
}

export interface Trade {
  readonly random: Random;
  readonly today: Day;
  readonly firstDay: Day;
  readonly scale: number;
  readonly days: WorkingDays;
  readonly room: StockRoom;
  readonly points: PointsBook;
  /** In the order of `since`. */
  readonly shoppers: readonly Shopper[];
  readonly orders: OrderDraft[];
  readonly lines: LineDraft[];
  readonly linesByOrder: Map<string, LineDraft[]>;
  readonly shipments: ShipmentDraft[];
  readonly purchases: PurchaseDraft[];
  readonly stockTakes: DraftRow<'stockTakes'>[];
  /** Parcels not sent yet, by the day they leave. */
  readonly toPick: Map<Day, Parcel[]>;
  readonly parcels: Parcel[];
  /** Lines that wait for stock, by SKU, oldest first. */
  readonly waiting: Map<string, LineDraft[]>;
  /** What is sent and not received, by the day it will arrive. */
  readonly arriving: Map<Day, { readonly purchase: PurchaseDraft; readonly quantity: number }[]>;
  readonly returning: Map<Day, Parcel[]>;
  /** Units ordered of a hero product, day after day from `firstDay`. */
  readonly soldBySku: Map<string, number[]>;
}

export function pushTo<Key, Item>(lists: Map<Key, Item[]>, key: Key, item: Item): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [item]);
  else list.push(item);
}

/** The people who work in the demo shop. */
export const TEAM = ['ines@example.com', 'malo@example.com', 'salome@example.com'] as const;
