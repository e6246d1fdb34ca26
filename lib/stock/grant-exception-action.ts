// The form of a one-off exception: the line, the lot it may come from, and why.
import { defineAction } from '#lib/actions/action.ts';
import { rowField, textField } from '#lib/actions/field.ts';
import { lotOptions, productName, selectedId } from './form-options.ts';
import { OPEN_STATES, planGrantException } from './plan-grant-exception.ts';

export const grantExceptionAction = defineAction({
  id: 'grant-exception',
  menu: 'stock',
  startsFrom: ['lines'],
  reads: ['lines', 'lots', 'products', 'hubs'],
  appends: ['movements'],
  fields: {
    lineId: rowField('lines', { required: true }),
    lotId: rowField('lots'),
    reason: textField({ required: true }),
  },
  prepare: (context, selection) => {
    const { workbook, words } = context;
    const lineId = selectedId(selection, 'lines');
    const line = lineId === null ? undefined : workbook.lines.byId.get(lineId);
    const open = workbook.lines.rows.filter(({ status }) => OPEN_STATES.has(status));
    return {
      initial: { lotId: null, ...(lineId === null ? {} : { lineId }) },
      options: {
        lineId: open.map((row) => {
          const facts = { line: row.id, order: row.orderId, quantity: row.quantity };
          return {
            value: row.id,
            label: words.stock.lineLabel({ ...facts, product: productName(context, row.productId) }),
          };
        }),
        lotId: lotOptions(context, ({ productId, status }) => {
          return status !== 'quarantined' && (line === undefined || line.productId === productId);
        }),
      },
    };
  },
  plan: planGrantException,
});
