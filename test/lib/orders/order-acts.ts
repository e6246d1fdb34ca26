// What the tests of an order's life do to it: rows typed in the tabs, and the actions of its days.
import { planRouteOrders } from '#lib/orders/plan-route-orders.ts';
import { planShipOrder } from '#lib/orders/plan-ship-order.ts';
import { planTrackParcels, type TrackParcelsInput } from '#lib/orders/plan-track-parcels.ts';
import type { WorkbookState } from '#lib/tables/tables.ts';
import type { TestRows } from '../../support/workbook-of.ts';
import { carriedOut, contextAt, meta } from './order-shop.ts';

export const order = (id: string, cells: object = {}) =>
  ({
    ...{ id, orderedAt: '2026-11-23T09:00:00', customerId: 'CLI-000001', status: 'draft' },
    ...{ shipAddress: '1 rue Haute', shipPostalCode: '69001', shipCity: 'Lyon', ...cells },
  }) as NonNullable<TestRows['orders']>[number];
export const line = (id: string, orderId: string, productId: string, quantity: number) =>
  ({ id, orderId, productId, quantity, status: 'to_route' }) as const;

const routeAll = { orderId: null, parcels: null, retry: false, exceptionReason: null } as const;
export const route = (workbook: WorkbookState, input = {}) =>
  carriedOut(workbook, planRouteOrders(contextAt(workbook), { ...routeAll, ...input }, meta));
export const parcel = (shipmentId: string, trackingNumber: string | null = null, carrierId: string | null = null) =>
  ({ shipmentId, carrierId, trackingNumber, costCents: null }) as const;
export const ship = (workbook: WorkbookState, ...parcels: ReturnType<typeof parcel>[]) =>
  carriedOut(workbook, planShipOrder(contextAt(workbook), { parcels, shippedOn: null }, meta));
export const track = (workbook: WorkbookState, status: TrackParcelsInput['status'], ...ids: string[]) => {
  const parcels = ids.map((shipmentId) => ({ shipmentId }));
  const input = { parcels, status, on: '2026-11-25', errorKind: null, errorNote: null, costCents: null } as const;
  return carriedOut(workbook, planTrackParcels(contextAt(workbook, '2026-11-25'), input, meta));
};
