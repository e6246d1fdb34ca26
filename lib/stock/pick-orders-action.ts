// The form of picking: the orders that have something reserved in a hub, first promised first.
import { defineAction } from '#lib/actions/action.ts';
import { linesField, rowField } from '#lib/actions/field.ts';
import { by } from '#lib/kernel/compare.ts';
import type { OrdersRow } from '#lib/tables/orders.ts';
import { selectedId } from './form-options.ts';
import { isPickable, planPickOrders } from './plan-pick-orders.ts';

export const pickOrdersAction = defineAction({
  id: 'pick-orders',
  menu: 'stock',
  startsFrom: ['orders', 'lines'],
  reads: ['orders', 'lines', 'lots', 'products', 'hubs', 'customers'],
  appends: ['movements'],
  fields: { orders: linesField({ orderId: rowField('orders', { required: true }) }) },
  prepare: ({ workbook, words }, selection) => {
    const waiting = new Map<string, number>();
    for (const line of workbook.lines.rows) {
      if (isPickable(line)) waiting.set(line.orderId, (waiting.get(line.orderId) ?? 0) + 1);
    }
    const orders = workbook.orders.rows.filter(({ id }) => waiting.has(id)).sort(firstPromised);
    const lineId = selectedId(selection, 'lines');
    const chosen = selectedId(selection, 'orders') ?? workbook.lines.byId.get(lineId ?? '')?.orderId ?? null;
    return {
      initial: { orders: chosen === null ? orders.map(({ id }) => ({ orderId: id })) : [{ orderId: chosen }] },
      options: {
        'orders.orderId': orders.map(({ id, customerId }) => {
          const customer = workbook.customers.byId.get(customerId)?.name ?? customerId;
          return { value: id, label: words.stock.orderLabel({ order: id, customer, lines: waiting.get(id) ?? 0 }) };
        }),
      },
    };
  },
  plan: planPickOrders,
});

const firstPromised = by<OrdersRow>(
  (order) => order.promisedOn,
  (order) => order.id,
);
