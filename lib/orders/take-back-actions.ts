// The forms that take an order back: cancelled before it left, returned after.
import { defineAction } from '#lib/actions/action.ts';
import { dayField, flagField, integerField, linesField, rowField, textField } from '#lib/actions/field.ts';
import type { LinesRow } from '#lib/tables/lines.ts';
import { orderOptions, selectedOrderId } from './order-form-options.ts';
import { planCancelOrder } from './plan-cancel-order.ts';
import { planReturnOrder } from './plan-return-order.ts';

const CANCELLABLE: ReadonlySet<string> = new Set(['draft', 'confirmed', 'preparing']);

export const cancelOrderAction = defineAction({
  id: 'cancel-order',
  menu: 'orders',
  startsFrom: ['orders', 'lines'],
  reads: ['orders', 'lines', 'shipments', 'customers', 'lots', 'points', 'pointLots'],
  appends: ['movements'],
  fields: { orderId: rowField('orders', { required: true }), reason: textField({ required: true }) },
  prepare: (context, selection) => {
    const orderId = selectedOrderId(context, selection);
    return {
      initial: orderId === null ? {} : { orderId },
      options: { orderId: orderOptions(context, ({ status }) => CANCELLABLE.has(status)) },
    };
  },
  plan: planCancelOrder,
});

/** Lines of old orders can still be typed. */
const OFFERED = 200;
const unitsOut = ({ shippedQuantity, returnedQuantity }: LinesRow): number =>
  (shippedQuantity ?? 0) - (returnedQuantity ?? 0);

export const returnOrderAction = defineAction({
  id: 'return-order',
  menu: 'orders',
  startsFrom: ['orders', 'lines', 'shipments'],
  reads: ['orders', 'lines', 'shipments', 'customers', 'products', 'lots', 'points', 'pointLots'],
  appends: ['movements'],
  fields: {
    lines: linesField({
      lineId: rowField('lines', { required: true }),
      quantity: integerField({ required: true, min: 0 }),
      isResaleable: flagField(),
    }),
    reason: textField({ required: true }),
    returnedOn: dayField(),
  },
  prepare: (context, selection) => {
    const { workbook, words, clock } = context;
    const orderId = selectedOrderId(context, selection);
    const isChosen = (line: LinesRow) =>
      line.orderId === orderId && (selection?.table !== 'lines' || line.id === selection.id);
    const out = workbook.lines.rows.filter((line) => unitsOut(line) > 0);
    const lines = out
      .filter(isChosen)
      .map((line) => ({ lineId: line.id, quantity: unitsOut(line), isResaleable: line.route === 'hub' }));
    const offered = orderId === null ? out.slice(-OFFERED).reverse() : out.filter((line) => line.orderId === orderId);
    return {
      initial: { lines, returnedOn: clock.today },
      options: {
        'lines.lineId': offered.map((line) => {
          const product = workbook.products.byId.get(line.productId)?.name ?? line.productId;
          const facts = { line: line.id, order: line.orderId, product, quantity: unitsOut(line) };
          return { value: line.id, label: words.stock.lineLabel(facts) };
        }),
      },
    };
  },
  plan: planReturnOrder,
});
