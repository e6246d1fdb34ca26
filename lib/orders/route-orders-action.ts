// The form of routing: one order, or everything that waits to be routed.
import { defineAction } from '#lib/actions/action.ts';
import { choiceField, flagField, rowField, textField } from '#lib/actions/field.ts';
import { orderOptions, selectedOrderId, wishOptions } from './order-form-options.ts';
import { planRouteOrders } from './plan-route-orders.ts';
import type { ParcelWish } from './route-order.ts';

export const routeOrdersAction = defineAction({
  id: 'route-orders',
  menu: 'orders',
  startsFrom: ['orders', 'lines'],
  reads: [
    ...(['orders', 'lines', 'shipments', 'customers', 'products', 'lots', 'hubs', 'partners'] as const),
    ...(['partnerProducts', 'purchases', 'pointLots'] as const),
  ],
  appends: ['movements', 'points'],
  fields: {
    orderId: rowField('orders'),
    parcels: choiceField<ParcelWish>(),
    retry: flagField(),
    exceptionReason: textField(),
  },
  prepare: (context, selection) => {
    const waiting = new Set<string>();
    for (const { orderId, status } of context.workbook.lines.rows) {
      if (status === 'to_route' || status === 'backordered') waiting.add(orderId);
    }
    const orderId = selectedOrderId(context, selection);
    return {
      initial: { ...(orderId === null ? {} : { orderId }), parcels: 'as_few_as_possible', retry: false },
      options: {
        orderId: orderOptions(context, ({ id, status }) => waiting.has(id) && status !== 'voided'),
        parcels: wishOptions(context),
      },
    };
  },
  plan: planRouteOrders,
});
