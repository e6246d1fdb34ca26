// What is left of the sales of hero products after the cost of the very lots they came from, without and with the losses.
import type { LinesRow } from '#lib/tables/lines.ts';
import type { MovementsRow } from '#lib/tables/movements.ts';
import {
  type FigurePlace,
  type KpiFigure,
  measured,
  type Period,
  rowGroup,
  type Subject,
  unmeasured,
} from './kpi-figure.ts';
import { isWithin, type KpiMeasure, type KpiShop } from './kpi-shop.ts';
import type { LineSale } from './line-sales.ts';
import { LOST, meaningOf } from './movement-meaning.ts';

const MARGINS = ['hero_margin', 'hero_margin_after_losses'] as const;
type MarginId = (typeof MARGINS)[number];

/**
 * Gross margin: (revenue − cost of goods) ÷ revenue, before tax, over lines of hero products that left from a hub within the
 * period. Revenue: see line-sales.ts. Cost: the ledger's picks for the line less what came back, at the cost of the physical
 * lots (FIFO as it was picked, not as it should have been); a line that the ledger does not know uses its own cost in
 * proportion of the units kept; one without any cost is left out and counted in the sample. What was paid in points is left
 * out on both sides: only the share of the cost that was paid for in euros counts. After losses: losses and
 * differences of counts within the period (found units count against missing ones) are taken off as well. Below 0 when goods
 * cost more than they brought. No revenue: no value.
 */
export const heroMargin: KpiMeasure = {
  ids: MARGINS,
  span: 'window',
  needs: ['products', 'orders', 'lines', 'shipments', 'movements'],
  measure(shop, period) {
    const soldBySku = soldLines(shop, period);
    const lostBySku = lostRows(shop, period);
    const skus = shop.heroes.map(({ id }) => id);
    const ofSkus = (id: MarginId, subject: Subject | null, own: readonly string[]) => {
      const sold = own.flatMap((sku) => soldBySku.get(sku) ?? []);
      const lost = own.flatMap((sku) => lostBySku.get(sku) ?? []);
      return figureOf(shop, { id, subject, period }, sold, lost);
    };
    const withSales = skus.filter((sku) => soldBySku.has(sku));
    return MARGINS.flatMap((id) => [
      ofSkus(id, null, skus),
      ...withSales.map((sku) => ofSkus(id, { kind: 'product', id: sku }, [sku])),
    ]);
  },
};

interface SoldLine {
  readonly line: LinesRow;
  readonly sale: LineSale;
  readonly costCents: number | null;
}

function soldLines(
  { context, heroes, sales: salesOf }: KpiShop,
  period: Period,
): ReadonlyMap<string, readonly SoldLine[]> {
  const { workbook } = context;
  const sales = salesOf();
  const costs = ledgerCosts(workbook);
  const sold = new Map<string, SoldLine[]>();
  const skus = new Set(heroes.map(({ id }) => id));
  for (const line of workbook.lines.rows) {
    const sale = sales.get(line.id);
    const shipment = workbook.shipments.byId.get(line.shipmentId ?? '');
    if (sale === undefined || !skus.has(line.productId) || shipment?.origin !== 'hub') continue;
    if (shipment.status === 'voided' || !isWithin(period, shipment.shippedOn)) continue;
    const ofLine = line.costCents === null ? null : (line.costCents * sale.keptUnits) / sale.shippedUnits;
    const cost = costs.get(line.id) ?? ofLine;
    const one = { line, sale, costCents: cost === null ? null : Math.round(cost * sale.euroShare) };
    const own = sold.get(line.productId);
    if (own === undefined) sold.set(line.productId, [one]);
    else own.push(one);
  }
  return sold;
}

/** Line id → what was picked for it less what came back from it, at cost. */
function ledgerCosts({ movements }: KpiShop['context']['workbook']): ReadonlyMap<string, number> {
  const costs = new Map<string, number>();
  for (const row of movements.rows) {
    if (row.lineId === null) continue;
    const meaning = meaningOf(row, movements.byId);
    if (meaning !== 'pick' && meaning !== 'customer_return') continue;
    costs.set(row.lineId, (costs.get(row.lineId) ?? 0) - row.quantity * row.unitCostCents);
  }
  return costs;
}

function lostRows({ context }: KpiShop, period: Period): ReadonlyMap<string, readonly MovementsRow[]> {
  const { rows, byId } = context.workbook.movements;
  const lost = new Map<string, MovementsRow[]>();
  for (const row of rows) {
    if (!isWithin(period, row.on) || !LOST.has(meaningOf(row, byId))) continue;
    const own = lost.get(row.productId);
    if (own === undefined) lost.set(row.productId, [row]);
    else own.push(row);
  }
  return lost;
}

function figureOf(
  { context, heroes }: KpiShop,
  place: FigurePlace,
  sold: readonly SoldLine[],
  lost: readonly MovementsRow[],
): KpiFigure {
  const { kpiSamples } = context.words;
  const known = sold.filter(({ costCents }) => costCents !== null);
  const revenueCents = known.reduce((sum, { sale }) => sum + sale.revenueCents, 0);
  const behind = [
    rowGroup(
      'lines',
      'counted',
      known.map(({ line }) => line),
    ),
    ...(place.id === 'hero_margin' ? [] : [rowGroup('movements', 'counted', lost)]),
  ];
  if (revenueCents === 0)
    return unmeasured(place, heroes.length === 0 ? kpiSamples.none.heroes : kpiSamples.none.sales, behind);
  const costCents = known.reduce((sum, line) => sum + (line.costCents ?? 0), 0);
  const lossCents = lost.reduce((sum, row) => sum - row.quantity * row.unitCostCents, 0);
  const sample = kpiSamples.margin({
    ...place.period,
    lines: known.length,
    revenueCents,
    costCents,
    lossCents,
    pointsCents: known.reduce((sum, { sale }) => sum + sale.pointsCents, 0),
    withoutCost: sold.length - known.length,
  });
  const leftCents = revenueCents - costCents - (place.id === 'hero_margin' ? 0 : lossCents);
  return measured(place, { numerator: leftCents, denominator: revenueCents, sample, behind });
}
