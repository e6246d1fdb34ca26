// What goes wrong with parcels, and what they cost for what they carry.
import type { ShipmentsRow } from '#lib/tables/shipments.ts';
import { type FigurePlace, type KpiFigure, measured, type Period, rowGroup, unmeasured } from './kpi-figure.ts';
import { isWithin, type KpiMeasure, type KpiShop } from './kpi-shop.ts';

/**
 * Error rate: parcels with an error noted ÷ parcels shipped within the period, hubs and partners together, whenever the error
 * was noted. Fulfilment cost: cost before tax of the parcels shipped within the period ÷ revenue before tax of the lines in
 * them (see line-sales.ts: products only, in euros, net of what came back); parcels whose cost is not noted are left out on
 * both sides and counted in the sample, a noted 0 counts. Voided parcels never left. None shipped, or no revenue: no value.
 */
export const parcelFigures: KpiMeasure = {
  ids: ['error_rate', 'fulfilment_cost'],
  span: 'window',
  needs: ['products', 'orders', 'lines', 'shipments'],
  measure(shop, period) {
    const shipped = shop.context.workbook.shipments.rows.filter(
      ({ status, shippedOn }) => status !== 'voided' && isWithin(period, shippedOn),
    );
    return [errorRate(shop, period, shipped), fulfilmentCost(shop, period, shipped)];
  },
};

function errorRate({ context }: KpiShop, period: Period, shipped: readonly ShipmentsRow[]): KpiFigure {
  const { kpiSamples } = context.words;
  const place: FigurePlace = { id: 'error_rate', subject: null, period };
  if (shipped.length === 0) return unmeasured(place, kpiSamples.none.shipped);
  const wrong = shipped.filter(({ errorKind }) => errorKind !== null);
  return measured(place, {
    numerator: wrong.length,
    denominator: shipped.length,
    sample: kpiSamples.errors({ ...period, errors: wrong.length, count: shipped.length }),
    behind: [rowGroup('shipments', 'counted', wrong), rowGroup('shipments', 'all', shipped)],
  });
}

function fulfilmentCost(shop: KpiShop, period: Period, shipped: readonly ShipmentsRow[]): KpiFigure {
  const { context } = shop;
  const { kpiSamples } = context.words;
  const place: FigurePlace = { id: 'fulfilment_cost', subject: null, period };
  const known = shipped.filter(({ costCents }) => costCents !== null);
  const knownIds = new Set(known.map(({ id }) => id));
  const sales = shop.sales();
  const carried = context.workbook.lines.rows.filter(
    ({ id, shipmentId }) => shipmentId !== null && knownIds.has(shipmentId) && sales.has(id),
  );
  const revenueCents = carried.reduce((sum, { id }) => sum + (sales.get(id)?.revenueCents ?? 0), 0);
  const behind = [rowGroup('shipments', 'counted', known), rowGroup('lines', 'counted', carried)];
  if (shipped.length === 0) return unmeasured(place, kpiSamples.none.shipped);
  if (revenueCents === 0) return unmeasured(place, kpiSamples.none.sales, behind);
  const costCents = known.reduce((sum, parcel) => sum + (parcel.costCents ?? 0), 0);
  return measured(place, {
    numerator: costCents,
    denominator: revenueCents,
    sample: kpiSamples.cost({
      ...period,
      count: known.length,
      costCents,
      revenueCents,
      withoutCost: shipped.length - known.length,
    }),
    behind,
  });
}
