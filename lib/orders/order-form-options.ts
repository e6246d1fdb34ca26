// What the forms about orders offer to choose from, and what a selected row stands for.
import type { Selection } from '#lib/actions/action.ts';
import type { FieldOption } from '#lib/actions/field.ts';
import type { PlanContext } from '#lib/changes/plan-context.ts';
import { by } from '#lib/kernel/compare.ts';
import type { OrdersRow } from '#lib/tables/orders.ts';
import type { ShipmentsRow } from '#lib/tables/shipments.ts';
import type { ParcelWish } from './route-order.ts';

/** Lists longer than this are no help; any other row can be typed. */
const OFFERED = 200;

/** The order that a selected order, line or parcel belongs to. */
export function selectedOrderId({ workbook }: PlanContext, selection: Selection | null): string | null {
  if (selection === null) return null;
  if (selection.table === 'orders') return selection.id;
  if (selection.table === 'lines') return workbook.lines.byId.get(selection.id)?.orderId ?? null;
  if (selection.table === 'shipments') return workbook.shipments.byId.get(selection.id)?.orderId ?? null;
  return null;
}

const newestFirst = by<OrdersRow>((order) => order.orderedAt);

/** Newest first. */
export function orderOptions(context: PlanContext, isOffered: (order: OrdersRow) => boolean): FieldOption[] {
  const { workbook, words } = context;
  return workbook.orders.rows
    .filter(isOffered)
    .sort(newestFirst)
    .reverse()
    .slice(0, OFFERED)
    .map(({ id, customerId, status }) => {
      const customer = workbook.customers.byId.get(customerId)?.name ?? customerId;
      return { value: id, label: words.orders.orderLabel({ order: id, customer, status: words.choiceLabel(status) }) };
    });
}

const firstPromised = by<ShipmentsRow>(
  (shipment) => shipment.promisedOn,
  (shipment) => shipment.id,
);

/** First promised first. */
export function parcelOptions(context: PlanContext, isOffered: (shipment: ShipmentsRow) => boolean): FieldOption[] {
  const { workbook, words } = context;
  return workbook.shipments.rows
    .filter(isOffered)
    .sort(firstPromised)
    .slice(0, OFFERED)
    .map((shipment) => {
      const { id, orderId, hubId, partnerId, status } = shipment;
      const origin =
        workbook.hubs.byId.get(hubId ?? '')?.name ?? workbook.partners.byId.get(partnerId ?? '')?.name ?? '';
      const facts = { shipment: id, order: orderId, origin, status: words.choiceLabel(status) };
      return { value: id, label: words.orders.parcelLabel(facts) };
    });
}

/** The parcels of the selected parcel or order that are offered. */
export function selectedParcels(
  context: PlanContext,
  selection: Selection | null,
  isOffered: (shipment: ShipmentsRow) => boolean,
): { readonly shipmentId: string }[] {
  const orderId = selectedOrderId(context, selection);
  if (orderId === null) return [];
  return context.workbook.shipments.rows
    .filter((row) => row.orderId === orderId && isOffered(row))
    .filter((row) => selection?.table !== 'shipments' || row.id === selection.id)
    .map(({ id }) => ({ shipmentId: id }));
}

const WISHES: readonly ParcelWish[] = ['as_few_as_possible', 'one_parcel', 'two_parcels'];

export function wishOptions({ words }: PlanContext): FieldOption[] {
  return WISHES.map((value) => ({ value, label: words.orders.wishes[value] }));
}

export function productOptions({ workbook, words }: PlanContext): FieldOption[] {
  return workbook.products.rows
    .filter(({ active }) => active !== false)
    .map(({ id, name, priceCents }) => ({ value: id, label: `${name} – ${words.formatEuros(priceCents)}` }));
}
