// What the figures share of the shop, read once: the periods they look at and the hero products they concern. A period ends
// yesterday, so that a figure never changes with the hour of the day at which it is computed.
import type { PlanContext } from '#lib/changes/plan-context.ts';
import { addDays, type Day } from '#lib/kernel/day.ts';
import type { FigureId } from '#lib/tables/kpi-definitions.ts';
import type { ProductsRow } from '#lib/tables/products.ts';
import type { TableKey } from '#lib/tables/tables.ts';
import { type HeroShelf, heroShelves } from './hero-shelves.ts';
import type { KpiFigure, Period } from './kpi-figure.ts';
import { type LineSale, lineSales } from './line-sales.ts';

export interface KpiShop {
  readonly context: PlanContext;
  /** The usual period (setting `kpi.windowDays`). */
  readonly window: Period;
  /** The long one (setting `kpi.yearDays`). */
  readonly year: Period;
  /** Hero products on sale, in order of SKU. */
  readonly heroes: readonly ProductsRow[];
  /** Line id → what it brought in; asks for orders, lines and products. */
  readonly sales: () => ReadonlyMap<string, LineSale>;
  /** What the heroes' ledger says; asks for products, movements and lots. */
  readonly shelves: () => readonly HeroShelf[];
}

/** A family of figures, and the tabs without which none of them can be known. */
export interface KpiMeasure {
  /** For the whole shop: each is always given, with a value or the reason why there is none. */
  readonly ids: readonly FigureId[];
  readonly span: 'window' | 'year';
  readonly needs: readonly TableKey[];
  readonly measure: (shop: KpiShop, period: Period) => readonly KpiFigure[];
}

export function readKpiShop(context: PlanContext): KpiShop {
  const { clock, settings, workbook } = context;
  const until = addDays(clock.today, -1);
  const last = (days: number): Period => ({ from: addDays(until, 1 - days), until });
  const heroes = workbook.products.rows
    .filter(({ model, active }) => model === 'hero' && active !== false)
    .sort((a, b) => (a.id < b.id ? -1 : 1));
  return {
    context,
    window: last(settings['kpi.windowDays']),
    year: last(settings['kpi.yearDays']),
    heroes,
    sales: once(() => lineSales(workbook)),
    shelves: once(() => heroShelves(context, heroes)),
  };
}

/** Several figures ask for it, or none when a tab cannot be read. */
function once<Value>(make: () => Value): () => Value {
  let made: { readonly value: Value } | null = null;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

export function isWithin({ from, until }: Period, day: Day | null): day is Day {
  return day !== null && from <= day && day <= until;
}
