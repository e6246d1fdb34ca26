// How much of the time a customer could not have had a hero product from the hub.
import { SECONDS_PER_DAY } from './day-seconds.ts';
import type { HeroShelf } from './hero-shelves.ts';
import { type FigurePlace, type KpiFigure, measured, rowGroup, unmeasured } from './kpi-figure.ts';
import { isWithin, type KpiMeasure, type KpiShop } from './kpi-shop.ts';
import type { ShelfTime } from './shelf-time.ts';

/**
 * Time with nothing on the shelf ÷ time looked at, night and day, to the second, from the moments of the movements: what
 * was sold out between two nights counts. On the shelf: in any hub, neither set apart by a quarantine nor past its date;
 * units reserved for an order still lie there. Each product counts from its first movement; for the shop the times of all
 * hero products on sale are added up. A product that never moved is left out. No movement at all: no value.
 */
export const stockOut: KpiMeasure = {
  ids: ['stock_out'],
  span: 'window',
  needs: ['products', 'movements', 'lots'],
  measure(shop, period) {
    const shelves = shop.shelves().flatMap((shelf) => {
      const time = shelf.timeIn(period);
      return time.trackedSeconds > 0 ? [{ shelf, time }] : [];
    });
    const place: FigurePlace = { id: 'stock_out', subject: null, period };
    const { none } = shop.context.words.kpiSamples;
    if (shelves.length === 0) return [unmeasured(place, shop.heroes.length === 0 ? none.heroes : none.movements)];
    const details = shelves.map((one) =>
      figureOf(shop, { ...place, subject: { kind: 'product', id: one.shelf.product.id } }, [one]),
    );
    return [figureOf(shop, place, shelves), ...details];
  },
};

interface Timed {
  readonly shelf: HeroShelf;
  readonly time: ShelfTime;
}

function figureOf({ context }: KpiShop, place: FigurePlace, shelves: readonly Timed[]): KpiFigure {
  const emptyDays = shelves.reduce((sum, { time }) => sum + time.emptySeconds, 0) / SECONDS_PER_DAY;
  const trackedDays = shelves.reduce((sum, { time }) => sum + time.trackedSeconds, 0) / SECONDS_PER_DAY;
  return measured(place, {
    numerator: emptyDays,
    denominator: trackedDays,
    sample: context.words.kpiSamples.stockOut({
      ...place.period,
      emptyDays,
      trackedDays,
      products: shelves.length,
    }),
    behind: [
      rowGroup(
        'movements',
        'all',
        shelves.flatMap(({ shelf }) => shelf.movements.filter(({ on }) => isWithin(place.period, on))),
      ),
    ],
  });
}
