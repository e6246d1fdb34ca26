// Plays the demo shop's year day by day, then says where every order stands on the last evening.
import type { WorkingDays } from '#demo/calendar/working-days.ts';
import { heroes } from '#demo/catalogue/products.ts';
import type { Random } from '#demo/random.ts';
import { addDays, type Day } from '#lib/kernel/day.ts';
import { chooseLines } from './choose-lines.ts';
import { closeYear } from './close-year.ts';
import { countStock } from './count-stock.ts';
import { incidentals } from './incidentals.ts';
import { knownBy } from './known-by.ts';
import { orderSecond, ordersOn } from './order-rhythm.ts';
import { packParcels, takeReturns } from './pack-parcels.ts';
import { placeOrder } from './place-order.ts';
import type { PointsBook } from './points-book.ts';
import { looseEnds, openingStock, receiveArrivals, replenish } from './replenish.ts';
import { createStockRoom } from './stock-room.ts';
import type { Shopper, Trade } from './trade.ts';

export const YEAR_DAYS = 365;

interface YearOptions {
  readonly random: Random;
  readonly today: Day;
  readonly scale: number;
  readonly days: WorkingDays;
  readonly shoppers: readonly Shopper[];
  readonly points: PointsBook;
}

/** The last day played is the day before `today`. */
export function runYear(options: YearOptions): Trade {
  const firstDay = addDays(options.today, -YEAR_DAYS);
  const trade: Trade = {
    ...options,
    firstDay,
    room: createStockRoom(),
    orders: [],
    lines: [],
    linesByOrder: new Map(),
    shipments: [],
    purchases: [],
    stockTakes: [],
    toPick: new Map(),
    parcels: [],
    waiting: new Map(),
    arriving: new Map(),
    returning: new Map(),
    soldBySku: new Map(heroes.map((hero) => [hero.sku, []])),
  };
  openingStock(trade);
  for (let day = firstDay; day < options.today; day = addDays(day, 1)) playDay(trade, day);
  looseEnds(trade);
  closeYear(trade);
  return trade;
}

function playDay(trade: Trade, day: Day): void {
  receiveArrivals(trade, day);
  takeReturns(trade, day);
  incidentals(trade, day);
  takeOrders(trade, day);
  packParcels(trade, day);
  replenish(trade, day);
  countStock(trade, day);
}

function takeOrders(trade: Trade, day: Day): void {
  const known = knownBy(trade.shoppers, day);
  if (known === 0) return;
  const count = ordersOn(trade.random, day, trade.firstDay, trade.scale);
  const seconds = Array.from({ length: count }, () => orderSecond(trade.random)).sort((a, b) => a - b);
  for (const second of seconds)
    placeOrder(trade, pickShopper(trade, known), chooseLines(trade.random, day), day, second);
}

/** Subscribers buy twice as often as the others. */
function pickShopper(trade: Trade, known: number): Shopper {
  const first = trade.shoppers[trade.random.integer(0, known - 1)] as Shopper;
  if (first.isSubscriber || trade.random.chance(0.5)) return first;
  return trade.shoppers[trade.random.integer(0, known - 1)] as Shopper;
}
