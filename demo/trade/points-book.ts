// The demo shop's points from before Stripe: lots carried over when the workbook was opened, spent oldest expiry first,
// expired when their time was up. Points earned from Stripe invoices are not here: the night finds them.
import type { DemoRow } from '#demo/demo-rows.ts';
import { by } from '#lib/kernel/compare.ts';
import { addMonths, type Day } from '#lib/kernel/day.ts';
import { formatId } from '#lib/kernel/ids.ts';
import { defaultSettings } from '#lib/tables/default-settings.ts';

type Kind = DemoRow<'points'>['kind'];

export interface BookLot {
  readonly id: string;
  readonly customerId: string;
  readonly source: string;
  readonly earnedOn: Day;
  readonly expiresOn: Day;
  readonly points: number;
  remaining: number;
}

interface BookEntry extends Omit<DemoRow<'points'>, 'id' | 'lotId'> {
  readonly lot: BookLot;
}

export interface PointsBook {
  readonly lots: BookLot[];
  readonly lotsByCustomer: Map<string, BookLot[]>;
  readonly entries: BookEntry[];
  readonly spentByOrder: Map<string, readonly BookEntry[]>;
}

export interface EntryText {
  readonly on: Day;
  readonly kind: Kind;
  readonly source?: string;
  readonly reason?: string;
}

export function createPointsBook(): PointsBook {
  return { lots: [], lotsByCustomer: new Map(), entries: [], spentByOrder: new Map() };
}

/** @param earnedOn when the points were really earned: their life counts from that day, not from the entry's. */
export function addPoints(
  book: PointsBook,
  customerId: string,
  points: number,
  earnedOn: Day,
  text: EntryText,
): BookLot {
  const lot: BookLot = {
    id: formatId('LPT', book.lots.length + 1),
    customerId,
    source: text.source ?? text.kind,
    earnedOn,
    expiresOn: addMonths(earnedOn, defaultSettings['points.lifetimeMonths']),
    points,
    remaining: 0,
  };
  book.lots.push(lot);
  const own = book.lotsByCustomer.get(customerId) ?? [];
  own.push(lot);
  own.sort(oldestExpiryFirst);
  book.lotsByCustomer.set(customerId, own);
  post(book, lot, points, text);
  return lot;
}

const oldestExpiryFirst = by<BookLot>(
  (lot) => lot.expiresOn,
  (lot) => lot.earnedOn,
  (lot) => lot.id,
);

/** A lot that expires on a day cannot be spent on it. */
export function spendable(book: PointsBook, customerId: string, on: Day): number {
  return liveLots(book, customerId, on).reduce((sum, lot) => sum + lot.remaining, 0);
}

/** One entry a lot, oldest expiry first. @throws when the customer has fewer points. */
export function spendPoints(book: PointsBook, customerId: string, points: number, orderId: string, on: Day): void {
  const first = book.entries.length;
  let missing = points;
  for (const lot of liveLots(book, customerId, on)) {
    if (missing === 0) break;
    const taken = Math.min(missing, lot.remaining);
    post(book, lot, -taken, { on, kind: 'spend', source: orderId });
    missing -= taken;
  }
  if (missing > 0) throw new Error(`Bug: ${customerId} lacks ${missing} points`);
  book.spentByOrder.set(orderId, book.entries.slice(first));
}

/** Gives back what an order spent, to the lots it came from; points that have expired since stay expired. */
export function restorePoints(book: PointsBook, orderId: string, on: Day): void {
  for (const { lot, points } of book.spentByOrder.get(orderId) ?? []) {
    if (lot.expiresOn > on)
      post(book, lot, -points, { on, kind: 'restore', source: orderId, reason: 'Commande retournée' });
  }
}

/** Everything that ran out until the day, included. */
export function expirePoints(book: PointsBook, until: Day): void {
  for (const lot of book.lots) {
    if (lot.remaining > 0 && lot.expiresOn <= until)
      post(book, lot, -lot.remaining, { on: lot.expiresOn, kind: 'expire' });
  }
}

/** A correction by hand, on a lot there is. */
export function adjustPoints(book: PointsBook, lot: BookLot, points: number, on: Day, reason: string): void {
  post(book, lot, points, { on, kind: 'adjust', reason });
}

function liveLots(book: PointsBook, customerId: string, on: Day): readonly BookLot[] {
  return (book.lotsByCustomer.get(customerId) ?? []).filter((lot) => lot.remaining > 0 && lot.expiresOn > on);
}

function post(book: PointsBook, lot: BookLot, points: number, text: EntryText): void {
  lot.remaining += points;
  book.entries.push({ ...text, customerId: lot.customerId, points, lot });
}

export function pointLotRows(book: PointsBook): readonly DemoRow<'pointLots'>[] {
  return book.lots;
}

/** The ledger in the order of its days; entries of one day in the order they were made. */
export function pointRows(book: PointsBook): readonly DemoRow<'points'>[] {
  const inOrder = [...book.entries].sort(by((entry) => entry.on));
  return inOrder.map(({ lot, ...cells }, index) => ({ ...cells, id: formatId('PTS', index + 1), lotId: lot.id }));
}
