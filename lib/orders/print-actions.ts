// The forms of what is printed: pick lists and packing slips.
import { defineAction } from '#lib/actions/action.ts';
import { linesField, rowField } from '#lib/actions/field.ts';
import { isPickable } from '#lib/stock/plan-pick-orders.ts';
import type { ShipmentsRow } from '#lib/tables/shipments.ts';
import { orderOptions, parcelOptions, selectedOrderId, selectedParcels } from './order-form-options.ts';
import { planPrintPackingSlips } from './plan-print-packing-slips.ts';
import { planPrintPickList } from './plan-print-pick-list.ts';

export const printPickListAction = defineAction({
  id: 'print-pick-list',
  menu: 'orders',
  startsFrom: ['orders', 'lines'],
  reads: ['orders', 'lines', 'shipments', 'lots', 'products', 'hubs', 'customers'],
  appends: ['movements'],
  fields: { hubId: rowField('hubs'), orders: linesField({ orderId: rowField('orders', { required: true }) }) },
  prepare: (context, selection) => {
    const { workbook } = context;
    const waiting = new Set(workbook.lines.rows.filter(isPickable).map(({ orderId }) => orderId));
    const orderId = selectedOrderId(context, selection);
    return {
      initial: { orders: orderId === null || !waiting.has(orderId) ? [] : [{ orderId }] },
      options: {
        hubId: workbook.hubs.rows.map(({ id, name }) => ({ value: id, label: name })),
        'orders.orderId': orderOptions(context, ({ id }) => waiting.has(id)),
      },
    };
  },
  plan: planPrintPickList,
});

const isToPack = ({ status, origin }: ShipmentsRow): boolean =>
  origin === 'hub' && (status === 'to_prepare' || status === 'label_made');

export const printPackingSlipsAction = defineAction({
  id: 'print-packing-slips',
  menu: 'orders',
  startsFrom: ['orders', 'shipments'],
  reads: ['orders', 'lines', 'shipments', 'products', 'hubs', 'partners'],
  appends: [],
  fields: { parcels: linesField({ shipmentId: rowField('shipments', { required: true }) }) },
  prepare: (context, selection) => {
    const chosen = selectedParcels(context, selection, ({ status }) => status !== 'voided');
    const toPack = context.workbook.shipments.rows.filter(isToPack).map(({ id }) => ({ shipmentId: id }));
    return {
      initial: { parcels: chosen.length > 0 ? chosen : toPack },
      options: { 'parcels.shipmentId': parcelOptions(context, ({ status }) => status !== 'voided') },
    };
  },
  plan: (context, input) => planPrintPackingSlips(context, input),
});
