// How many times a year the money in the stock of the hero products turns over.
import { SECONDS_PER_DAY } from './day-seconds.ts';
import type { HeroShelf } from './hero-shelves.ts';
import { type FigurePlace, type KpiFigure, measured, type Period, rowGroup, unmeasured } from './kpi-figure.ts';
import { isWithin, type KpiMeasure, type KpiShop } from './kpi-shop.ts';
import { meaningOf, SOLD } from './movement-meaning.ts';

const DAYS_PER_YEAR = 365;

/**
 * Cost of goods sold ÷ average stock at cost (the usual inventory turnover). Sold: picks less customers' returns, and
 * short-dated sales, at the cost of the physical lot; reversals take back what they name; losses and gifts are not sales.
 * The average is weighted by time from the moments of the movements, over all lots, set apart or past their date included:
 * the money lies there. A product counts from its first movement; sales of less than 365 days are brought to a year (times
 * 365 ÷ days) and the sample says so; under `kpi.rotationMinimumDays` there is no value. For the shop, sales and averages of
 * the products that have a value are added up.
 */
export const rotation: KpiMeasure = {
  ids: ['rotation'],
  span: 'year',
  needs: ['products', 'movements', 'lots'],
  measure(shop, period) {
    const { none } = shop.context.words.kpiSamples;
    const place: FigurePlace = { id: 'rotation', subject: null, period };
    const turns = shop.shelves().flatMap((shelf) => turnOf(shop, shelf, period));
    if (turns.length === 0) return [unmeasured(place, shop.heroes.length === 0 ? none.heroes : none.movements)];
    const details = turns.map((turn) =>
      figureOf(shop, { ...place, subject: { kind: 'product', id: turn.shelf.product.id } }, [turn]),
    );
    return [figureOf(shop, place, turns), ...details];
  },
};

interface Turn {
  readonly shelf: HeroShelf;
  readonly days: number;
  readonly soldCents: number;
  readonly averageCents: number;
  readonly soldRows: HeroShelf['movements'];
}

function turnOf({ context }: KpiShop, shelf: HeroShelf, period: Period): Turn[] {
  const { trackedSeconds, centSeconds } = shelf.timeIn(period);
  if (trackedSeconds === 0) return [];
  const { byId } = context.workbook.movements;
  const soldRows = shelf.movements.filter((row) => isWithin(period, row.on) && SOLD.has(meaningOf(row, byId)));
  return [
    {
      shelf,
      days: trackedSeconds / SECONDS_PER_DAY,
      soldCents: soldRows.reduce((sum, row) => sum - row.quantity * row.unitCostCents, 0),
      averageCents: centSeconds / trackedSeconds,
      soldRows,
    },
  ];
}

function figureOf({ context }: KpiShop, place: FigurePlace, turns: readonly Turn[]): KpiFigure {
  const { kpiSamples } = context.words;
  const minimum = context.settings['kpi.rotationMinimumDays'];
  const longest = Math.max(...turns.map(({ days }) => days));
  const counted = turns.filter(({ days, averageCents }) => days >= minimum && averageCents > 0);
  const rows = [
    rowGroup(
      'movements',
      'counted',
      (counted.length > 0 ? counted : turns).flatMap((turn) => turn.soldRows),
    ),
  ];
  if (counted.length === 0) {
    const isShort = longest < minimum;
    const why = isShort
      ? kpiSamples.rotationTooShort({ days: Math.floor(longest), minimum })
      : kpiSamples.rotationNoStock;
    return unmeasured(place, why, rows);
  }
  const stockCents = counted.reduce((sum, { averageCents }) => sum + averageCents, 0);
  const days = Math.min(...counted.map((turn) => turn.days));
  return measured(place, {
    numerator: counted.reduce((sum, turn) => sum + perYear(turn), 0),
    denominator: stockCents,
    sample: kpiSamples.rotation({
      ...place.period,
      soldCents: counted.reduce((sum, turn) => sum + turn.soldCents, 0),
      stockCents: Math.round(stockCents),
      days: Math.floor(days),
      isYear: days === DAYS_PER_YEAR,
    }),
    behind: rows,
  });
}

function perYear({ soldCents, days }: Turn): number {
  return (soldCents * DAYS_PER_YEAR) / days;
}
