// The form of units that come back from a customer: the line they were sold on, and whether they can be sold again.
import { defineAction } from '#lib/actions/action.ts';
import { flagField, integerField, rowField, textField } from '#lib/actions/field.ts';
import { productName, selectedId } from './form-options.ts';
import { planReturnFromCustomer } from './plan-return-from-customer.ts';

/** The newest lines that can come back are offered; any other can be typed. */
const OFFERED = 200;

export const returnFromCustomerAction = defineAction({
  id: 'return-from-customer',
  menu: 'stock',
  startsFrom: ['lines'],
  reads: ['lines', 'lots', 'products'],
  appends: ['movements'],
  fields: {
    lineId: rowField('lines', { required: true }),
    quantity: integerField({ required: true, min: 1 }),
    isResaleable: flagField(),
    reason: textField({ required: true }),
  },
  prepare: (context, selection) => {
    const { workbook, words } = context;
    const lineId = selectedId(selection, 'lines');
    const selected = lineId === null ? undefined : workbook.lines.byId.get(lineId);
    const left = (line: { shippedQuantity: number | null; returnedQuantity: number | null }) =>
      (line.shippedQuantity ?? 0) - (line.returnedQuantity ?? 0);
    const offered = workbook.lines.rows.filter((line) => line.route === 'hub' && left(line) > 0).slice(-OFFERED);
    return {
      initial: {
        isResaleable: true,
        ...(selected === undefined ? {} : { lineId: selected.id, quantity: Math.max(1, left(selected)) }),
      },
      options: {
        lineId: offered.reverse().map((line) => {
          const facts = { line: line.id, order: line.orderId, quantity: left(line) };
          const label = words.stock.lineLabel({ ...facts, product: productName(context, line.productId) });
          return { value: line.id, label };
        }),
      },
    };
  },
  plan: planReturnFromCustomer,
});
