// The forms of points that pay for an order, and of points given back for one.
import { defineAction } from '#lib/actions/action.ts';
import { integerField, rowField, textField } from '#lib/actions/field.ts';
import { typedId } from '#lib/customers/chosen-customer.ts';
import { selectedOrderId } from '#lib/orders/order-form-options.ts';
import {
  canTakePoints,
  leftToPayCents,
  outstandingByOrder,
  planRestoreOrderPoints,
  planSpendOnOrder,
} from './plan-order-points.ts';
import { accountHints, pointsOrderOptions } from './points-form.ts';

export const spendPointsAction = defineAction({
  id: 'spend-points',
  menu: 'subscriptions',
  startsFrom: ['orders', 'customers'],
  reads: ['customers', 'orders', 'pointLots'],
  appends: ['points'],
  fields: {
    orderId: rowField('orders', { required: true, refreshes: true }),
    points: integerField({ required: true, min: 1 }),
  },
  prepare: (context, selection, filled) => {
    const { workbook, words } = context;
    const orderId = filled === null ? selectedOrderId(context, selection) : typedId(filled, 'orderId');
    const order = workbook.orders.byId.get(orderId ?? '');
    const ownerId = order?.customerId ?? (selection?.table === 'customers' ? selection.id : null);
    const left = order === undefined ? 0 : leftToPayCents(order);
    const isOffered = selection?.table === 'customers' ? selection.id : null;
    return {
      initial: filled === null && orderId !== null ? { orderId } : {},
      options: {
        orderId: pointsOrderOptions(
          context,
          (row) => canTakePoints(row) && (isOffered === null || row.customerId === isOffered),
        ),
      },
      hints: [
        ...accountHints(context, ownerId),
        ...(order === undefined ? [] : [words.customers.leftToPay({ order: order.id, left: words.formatEuros(left) })]),
      ],
    };
  },
  plan: planSpendOnOrder,
});

export const restorePointsAction = defineAction({
  id: 'restore-points',
  menu: 'subscriptions',
  startsFrom: ['orders'],
  // What was spent, and from which lots, is in the ledger only.
  reads: ['customers', 'orders', 'points', 'pointLots'],
  appends: [],
  fields: {
    orderId: rowField('orders', { required: true, refreshes: true }),
    points: integerField({ min: 1 }),
    reason: textField({ required: true }),
  },
  prepare: (context, selection, filled) => {
    const { workbook, words } = context;
    const orderId = filled === null ? selectedOrderId(context, selection) : typedId(filled, 'orderId');
    const order = workbook.orders.byId.get(orderId ?? '');
    const outstandingOf = outstandingByOrder(context);
    const left = order === undefined ? 0 : outstandingOf(order);
    return {
      initial: filled === null && orderId !== null ? { orderId } : {},
      options: {
        orderId: pointsOrderOptions(context, (row) => outstandingOf(row) > 0),
      },
      hints:
        order === undefined ? [] : [words.customers.toRestore({ order: order.id, points: words.formatNumber(left) })],
    };
  },
  plan: planRestoreOrderPoints,
});
