// Shows how a product's demand is foreseen: its weeks, the three methods with their errors, the one used and why. It writes
// nothing; what is used is kept in Produits by the night.
import { type ActionPlan, type CardItem, type CardSection, defineAction } from '#lib/actions/action.ts';
import { refusedPlan } from '#lib/actions/action-plan.ts';
import { rowField } from '#lib/actions/field.ts';
import type { PlanContext } from '#lib/changes/plan-context.ts';
import { problem } from '#lib/kernel/problem.ts';
import { selectedId } from '#lib/stock/form-options.ts';
import { unknownRow } from '#lib/stock/plan-with-stock.ts';
import { shelfMovements } from '#lib/stock/reorder/demand-history.ts';
import { productsOf } from '#lib/stock/reorder/plan-propose-purchases.ts';
import type { ProductsRow } from '#lib/tables/products.ts';
import { demandProfile } from './demand-class.ts';
import { forecastProduct, type ProductForecast } from './forecast-product.ts';
import type { WeeksForecast } from './forecast-weeks.ts';

export interface ShowForecastInput {
  readonly productId: string;
}

/** Half a year: older weeks are learned from, and would only be scrolled past. */
const WEEKS_SHOWN = 26;

export const showForecastAction = defineAction({
  id: 'show-forecast',
  menu: 'purchases',
  startsFrom: ['products', 'stock'],
  reads: ['products', 'movements'],
  appends: [],
  isReading: true,
  fields: { productId: rowField('products', { required: true }) },
  prepare: (context, selection) => {
    const kept = productsOf(context, null);
    const selected = selectedId(selection, 'products') ?? selectedId(selection, 'stock');
    const productId = selected ?? kept[0]?.id;
    return {
      initial: productId === undefined ? {} : { productId },
      options: { productId: kept.map(({ id, name }) => ({ value: id, label: name })) },
    };
  },
  plan: planShowForecast,
});

export function planShowForecast(context: PlanContext, { productId }: ShowForecastInput): ActionPlan {
  const { workbook, words } = context;
  const product = workbook.products.byId.get(productId);
  if (product === undefined) return refusedPlan(unknownRow(workbook.products, productId));
  if (!workbook.movements.usable) return refusedPlan(problem('stockTabUnusable', { tab: workbook.movements.title }));
  const movements = shelfMovements(workbook.movements.rows);
  if (!movements.has(productId)) return refusedPlan(problem('forecastNoSales', { product: product.name }));
  const found = forecastProduct(context, product, movements);
  const title = words.forecast.title(product.name);
  const sections = [
    usedSection(context, product, found),
    trialsSection(context, found),
    weeksSection(context, found),
    oneOffsSection(context, found),
  ];
  const problems = found.isSeasonUnreadable
    ? [problem('productSeasonUnreadable', { text: product.seasonalMonths ?? '' })]
    : [];
  const summary = summaryOf(context, product, found);
  return { changes: [], problems, refusals: [], summary, effects: [{ kind: 'card', title, sections }] };
}

function summaryOf(context: PlanContext, { name }: ProductsRow, found: ProductForecast): string {
  const { forecast, choiceLabel } = context.words;
  if (found.forecast === null) return forecast.noForecast({ product: name, why: whyOf(context, found) });
  const { used } = found.forecast;
  return forecast.summary({
    product: name,
    weekly: found.weeklyUnits ?? 0,
    method: choiceLabel(used.method),
    error: used.error?.maeUnits ?? null,
  });
}

function usedSection(context: PlanContext, product: ProductsRow, found: ProductForecast): CardSection {
  const { labels, sections, methodNames, classes, weekly, season } = context.words.forecast;
  const { forecast, demand, countedWeeks } = found;
  const items: CardItem[] = [];
  if (forecast !== null) {
    items.push({ label: labels.expected, value: weekly(found.weeklyUnits ?? 0) });
    items.push({ label: labels.method, value: methodNames[forecast.used.method] });
  }
  items.push({ label: labels.why, value: whyOf(context, found) });
  const profile = demandProfile(countedUnits(found));
  if (profile !== null) items.push({ label: labels.sales, value: classes[profile.class] });
  if (product.seasonalMonths !== null && !found.isSeasonUnreadable) {
    const days = 7 * context.settings['stock.cycleWeeks'];
    const value = season({ months: product.seasonalMonths, share: found.seasonShare, days });
    items.push({ label: labels.season, value });
  }
  items.push({ label: labels.counted, value: String(countedWeeks) });
  items.push({ label: labels.notCounted, value: String(demand.weeks.length - countedWeeks) });
  return { title: sections.used, items, empty: '' };
}

function whyOf({ words, settings }: PlanContext, { forecast, countedWeeks }: ProductForecast): string {
  const { why } = words.forecast;
  const fewest = settings['forecast.minimumWeeks'];
  if (forecast === null) return why.tooFewWeeks({ counted: countedWeeks, fewest });
  if (forecast.used.method === 'simple_average') {
    if ((forecast.used.error?.testedWeeks ?? 0) < fewest) return why.tooFewTests(fewest);
    return forecast.tooLow === null ? why.simple : why.tooLow(words.choiceLabel(forecast.tooLow.method));
  }
  return why.better({ error: maeOf(forecast.used), simpleError: maeOf(forecast.trials[0]) });
}

function maeOf(trial: WeeksForecast['used'] | undefined): number {
  return trial?.error?.maeUnits ?? 0;
}

function countedUnits({ demand }: ProductForecast): number[] {
  return demand.weeks.filter(({ counts }) => counts === 'counted').map(({ demandUnits }) => demandUnits);
}

function trialsSection({ words }: PlanContext, { forecast }: ProductForecast): CardSection {
  const { sections, empty, methodNames, trial } = words.forecast;
  const items = (forecast?.trials ?? []).map((tried) => ({ label: methodNames[tried.method], value: trial(tried) }));
  return { title: sections.trials, items, empty: empty.trials };
}

function weeksSection({ words }: PlanContext, { demand }: ProductForecast): CardSection {
  const { sections, empty, week, weekSold, counts } = words.forecast;
  const items = demand.weeks
    .slice(-WEEKS_SHOWN)
    .reverse()
    .map((each) => ({
      label: week(words.formatDay(each.weekOn)),
      value: weekSold({ sold: each.soldUnits, demand: each.demandUnits, aside: counts[each.counts] }),
    }));
  return { title: sections.weeks, items, empty: empty.weeks };
}

function oneOffsSection({ words }: PlanContext, { demand }: ProductForecast): CardSection {
  const { sections, empty, oneOff, noOrder } = words.forecast;
  const items = demand.oneOffs.map(({ orderId, on, units, countedUnits: counted }): CardItem => {
    const value = oneOff({ on: words.formatDay(on), units, counted });
    return orderId === null
      ? { label: noOrder, value }
      : { label: orderId, value, row: { table: 'orders', id: orderId } };
  });
  return { title: sections.oneOffs, items, empty: empty.oneOffs };
}
