// Points from the years before Stripe, carried over when the workbook was opened a year ago; what they become at the end of
// the year; and the balance columns that follow from them.
import type { Random } from '#demo/random.ts';
import { addPoints, adjustPoints, expirePoints, type PointsBook } from '#demo/trade/points-book.ts';
import { YEAR_DAYS } from '#demo/trade/run-year.ts';
import { addDays, addMonths, type Day } from '#lib/kernel/day.ts';
import { defaultSettings } from '#lib/tables/default-settings.ts';
import type { KnownCustomer } from './build-membership.ts';

const TAKEOVER = 'Reprise du programme de points d’avant le classeur';
const OLDEST_DAYS = 910;
const YOUNGEST_DAYS = 490;
/** A lot younger than this has not expired by today. */
const LIVING_DAYS = 530;

/** One to four lots for each old-timer; the first of some customers expires at a date that a night must notice. */
export function openPoints(random: Random, today: Day, book: PointsBook, customers: readonly KnownCustomer[]): void {
  const takeover = addDays(today, -YEAR_DAYS);
  const text = { on: takeover, kind: 'opening', reason: TAKEOVER } as const;
  customers
    .filter((customer) => customer.isOldTimer)
    .forEach((customer, turn) => {
      const oldest = isPausing(customer) ? LIVING_DAYS : OLDEST_DAYS;
      const marked = markedDay(today, turn);
      const days = Array.from({ length: random.integer(1, 4) }, () =>
        addDays(today, -random.integer(YOUNGEST_DAYS, oldest)),
      );
      const earned = marked === null || isPausing(customer) ? days : [marked, ...days.slice(1)];
      for (const earnedOn of earned.sort())
        addPoints(book, customer.row.id, 100 * random.integer(4, 36), earnedOn, text);
    });
}

/** A pause lengthens the life of points: theirs must not have expired before the night has seen the pause. */
function isPausing({ member }: KnownCustomer): boolean {
  const kind = member?.kind ?? '';
  return kind.startsWith('paused') || kind.startsWith('collection');
}

/** Earned so that the lot ends tonight, yesterday, tomorrow, within 30 days or within 60. */
function markedDay(today: Day, turn: number): Day | null {
  const daysToLive = [0, -1, 1, 6, 19, 28, 37, 44, 58][turn % 14];
  return daysToLive === undefined
    ? null
    : addDays(addMonths(today, -defaultSettings['points.lifetimeMonths']), daysToLive);
}

/** Gifts and corrections by hand, then everything that ran out before the last two days: those are left to the night. */
export function closePoints(random: Random, today: Day, book: PointsBook, customers: readonly KnownCustomer[]): void {
  for (const customer of customers) {
    if (!random.chance(0.03)) continue;
    const on = addDays(today, -random.integer(10, 200));
    if (on <= (customer.row.createdOn ?? on)) continue;
    addPoints(book, customer.row.id, 200, on, {
      on,
      kind: 'bonus',
      source: 'parrainage',
      reason: 'Parrainage d’une amie',
    });
  }
  expirePoints(book, addDays(today, -2));
  const corrected = book.lots.filter((lot) => lot.remaining >= 300 && lot.expiresOn > today).slice(0, 3);
  for (const lot of corrected) adjustPoints(book, lot, -100, addDays(today, -3), 'Double saisie au marché, corrigée');
}

/** Balance and next expiry of every customer who has lots. */
export function noteBalances(book: PointsBook, customers: readonly KnownCustomer[]): void {
  for (const { row } of customers) {
    const lots = (book.lotsByCustomer.get(row.id) ?? []).filter((lot) => lot.remaining > 0);
    if (book.lotsByCustomer.has(row.id)) row.pointsBalance = lots.reduce((sum, lot) => sum + lot.remaining, 0);
    const [first] = lots;
    if (first === undefined) continue;
    row.nextExpiryOn = first.expiresOn;
    row.nextExpiryPoints = lots
      .filter((lot) => lot.expiresOn === first.expiresOn)
      .reduce((sum, lot) => sum + lot.remaining, 0);
  }
}
