// How many working days an order takes to arrive, from the hub and from partners.
import { orderCountsFrom, type WorkingDays, workingDaysOf } from '#lib/kernel/working-days.ts';
import type { ShipmentsRow } from '#lib/tables/shipments.ts';
import { type FigurePlace, type KpiFigure, measured, type Period, rowGroup, unmeasured } from './kpi-figure.ts';
import { isWithin, type KpiMeasure, type KpiShop } from './kpi-shop.ts';

const ORIGINS = [
  ['hub_delay', 'hub'],
  ['dropship_delay', 'partner'],
] as const;

/**
 * Mean, over parcels delivered within the period, of the working days from the day the order counts from (its own when it
 * came before the cut-off hour of an open day, else the next open one) to delivery: the promise D+1 names a day of delivery,
 * so a parcel delivered as promised is 1. Working days are the shop's: a partner's closure is time the customer waits; a
 * delivery on a Saturday counts as Friday's. A line that waited for stock counts from its order. Left out: voided parcels,
 * parcels without an order. A parcel sent back later was delivered all the same. None delivered: no value.
 */
export const deliveryDelay: KpiMeasure = {
  ids: ['hub_delay', 'dropship_delay'],
  span: 'window',
  needs: ['orders', 'shipments', 'hubs'],
  measure(shop, period) {
    const days = workingDaysOf(shop.context.workbook.closedDays.rows.map(({ on }) => on));
    return ORIGINS.map(([id, origin]) =>
      figureOf(shop, { id, subject: null, period }, delaysOf(shop, days, origin, period)),
    );
  },
};

interface Delay {
  readonly shipment: ShipmentsRow;
  readonly workingDays: number;
}

function delaysOf({ context }: KpiShop, days: WorkingDays, origin: ShipmentsRow['origin'], period: Period): Delay[] {
  const { workbook, settings } = context;
  return workbook.shipments.rows.flatMap((shipment) => {
    const order = workbook.orders.byId.get(shipment.orderId);
    const { deliveredOn, status } = shipment;
    if (shipment.origin !== origin || status === 'voided' || order === undefined) return [];
    if (!isWithin(period, deliveredOn)) return [];
    const hub = workbook.hubs.byId.get(shipment.hubId ?? '');
    const cutOffHour = hub?.cutOffHour ?? settings['orders.cutOffHour'];
    return [{ shipment, workingDays: days.between(orderCountsFrom(order.orderedAt, cutOffHour, days), deliveredOn) }];
  });
}

function figureOf({ context }: KpiShop, place: FigurePlace, delays: readonly Delay[]): KpiFigure {
  const { kpiSamples } = context.words;
  if (delays.length === 0) return unmeasured(place, kpiSamples.none.delivered);
  const isOnTime = ({ shipment: { promisedOn, deliveredOn } }: Delay) =>
    promisedOn !== null && deliveredOn !== null && deliveredOn <= promisedOn;
  return measured(place, {
    numerator: delays.reduce((sum, { workingDays }) => sum + workingDays, 0),
    denominator: delays.length,
    sample: kpiSamples.delay({
      ...place.period,
      count: delays.length,
      onPromise: delays.filter(isOnTime).length,
    }),
    behind: [
      rowGroup(
        'shipments',
        'counted',
        delays.map(({ shipment }) => shipment),
      ),
    ],
  });
}
