// The form of an import: a table to paste.
import { defineAction } from '#lib/actions/action.ts';
import { flagField, textField } from '#lib/actions/field.ts';
import { planImportOrders } from './plan-import-orders.ts';

export const importOrdersAction = defineAction({
  id: 'import-orders',
  menu: 'orders',
  startsFrom: [],
  reads: [
    ...(['orders', 'lines', 'shipments', 'customers', 'products', 'lots', 'hubs', 'partners'] as const),
    ...(['partnerProducts', 'purchases'] as const),
  ],
  appends: ['movements'],
  fields: { text: textField({ required: true, long: true }), isPaid: flagField(), routeNow: flagField() },
  prepare: ({ words }) => {
    const names = Object.values(words.orders.importColumns).map(([name]) => name);
    return { initial: { isPaid: true, routeNow: true }, hints: [words.orders.importHint(names.join(', '))] };
  },
  plan: planImportOrders,
});
