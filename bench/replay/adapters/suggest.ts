// Families of purchase suggestions: from past deliveries over a window, and from open orders; and the choice of a vendor.
import { z } from 'zod';
import { addDays, addMonths, type Day, daysBetween } from '#lib/kernel/day.ts';
import { averageDailyUnits } from '#lib/stock/reorder/average-demand.ts';
import { chooseOffer } from '#lib/stock/reorder/choose-offer.ts';
import { orderQuantity } from '#lib/stock/reorder/order-quantity.ts';
import { leadTimeLevels } from '#lib/stock/reorder/reorder-levels.ts';
import { positionOf } from '#lib/stock/reorder/stock-position.ts';
import type { WorkedCase } from '../case.ts';
import { type Comparison, judge, type Verdict } from '../verdict.ts';

const quantities = z.record(z.string(), z.number());
const suggestion = z.object({
  base: z.string().optional(),
  days: z.number(),
  pct: z.number(),
  qty: quantities.optional(),
  cost: z.number(),
});
const pastSchema = z.looseObject({
  today: z.string(),
  stock: quantities,
  price: quantities,
  deliveries: z.array(z.looseObject({ date: z.string() })),
  suggest: z.array(suggestion),
});

/** First day of each window that the origin names. */
const WINDOWS: Readonly<Record<string, (today: Day) => Day>> = {
  '30_days': (today) => addDays(today, -30),
  three_months: (today) => addMonths(today, -3),
  one_year: (today) => addMonths(today, -12),
};

export function replaySuggest(worked: WorkedCase): Verdict {
  const { today, stock, price, deliveries, suggest } = pastSchema.parse(worked);
  const comparisons = suggest.flatMap((row): Comparison[] => {
    const from = WINDOWS[row.base ?? '']?.(today as Day);
    if (from === undefined) throw new Error(`no window ${row.base}`);
    const ordered = Object.entries(stock).map(([sku, onHand]) => {
      const sold = deliveries.filter(({ date }) => date >= from).map((delivery) => Number(delivery[sku] ?? 0));
      const days = daysBetween(from, today as Day);
      const history = Array.from({ length: days }, (_, day) => ({ units: sold[day] ?? 0, stockedShare: 1 }));
      const daily = ((averageDailyUnits(history) ?? 0) * row.pct) / 100;
      return [sku, toOrder(onHand, 0, daily, row.days)] as const;
    });
    return compareSuggestion(row, ordered, price);
  });
  const because =
    'quantities and costs; the origin counts its windows in months, we count days, so its figures by month are not ours';
  return judge(comparisons, because);
}

const openSchema = z.looseObject({
  today: z.string(),
  stock: quantities,
  price: quantities,
  openOrders: z.array(z.looseObject({ due: z.string() })),
  suggest: z.array(suggestion),
});

export function replaySuggestOpen(worked: WorkedCase): Verdict {
  const { today, stock, price, openOrders, suggest } = openSchema.parse(worked);
  const comparisons = suggest
    .filter(({ pct }) => pct === 100)
    .flatMap((row): Comparison[] => {
      const due = openOrders.filter((order) => order.due <= addDays(today as Day, row.days));
      const ordered = Object.entries(stock).map(([sku, available]) => {
        const waiting = due.reduce((sum, order) => sum + Number(order[sku] ?? 0), 0);
        return [sku, toOrder(available, waiting, 0, row.days)] as const;
      });
      return compareSuggestion(row, ordered, price);
    });
  return judge(
    comparisons,
    'rows at 100 %, of orders due within the days asked: we order all that waits, not a share of it',
  );
}

function toOrder(available: number, waiting: number, daily: number, days: number): number {
  const position = positionOf({ available, incoming: 0, drafted: 0, waiting });
  const needed = { dailyUnits: daily, coveredDays: days, quantileExcess: 0, bufferDays: 0, cycleDays: 0 };
  const order = orderQuantity(position, leadTimeLevels(needed), { packSize: 1, minimum: 0, cap: null });
  return order.kind === 'order' ? order.quantity : 0;
}

function compareSuggestion(
  { base = 'open orders', days, pct, qty, cost }: z.infer<typeof suggestion>,
  ordered: readonly (readonly [string, number])[],
  price: Readonly<Record<string, number>>,
): Comparison[] {
  const what = `${base}, ${days} days, ${pct} %`;
  const total = ordered.reduce((sum, [sku, units]) => sum + units * (price[sku] ?? 0), 0);
  const named = Object.fromEntries(ordered.filter(([sku]) => qty !== undefined && sku in qty));
  return [
    ...(qty === undefined ? [] : [{ what: `${what}: quantities`, expected: qty, actual: named }]),
    { what: `${what}: cost`, expected: cost, actual: total },
  ];
}

const vendorSchema = z.looseObject({
  vendors: z.array(z.object({ id: z.string(), min: z.number(), price: z.number(), delayDays: z.number() })),
  rows: z.array(z.object({ qty: z.number(), vendor: z.string(), amount: z.number(), delayDays: z.number() })),
});

export function replayVendorChoice(worked: WorkedCase): Verdict {
  const { vendors, rows } = vendorSchema.parse(worked);
  const offers = vendors.map(({ id, min, price, delayDays }) => ({
    id,
    rank: 'primary' as const,
    unitCostCents: price,
    minimum: min,
    leadDays: delayDays,
  }));
  return judge(
    rows.map(({ qty, vendor, amount, delayDays }) => {
      const offer = chooseOffer(offers, { quantity: qty, neededInDays: null });
      return {
        what: `${qty} units`,
        expected: { vendor, amount, delayDays },
        actual: { vendor: offer?.id, amount: (offer?.unitCostCents ?? 0) * qty, delayDays: offer?.leadDays },
      };
    }),
  );
}
