// The form of reorder proposals: one product, or all that are kept in stock.
import { defineAction } from '#lib/actions/action.ts';
import { rowField } from '#lib/actions/field.ts';
import { hubOptions, selectedId } from '../form-options.ts';
import { planProposePurchases, productsOf } from './plan-propose-purchases.ts';

export const proposePurchasesAction = defineAction({
  id: 'propose-purchases',
  menu: 'purchases',
  startsFrom: ['products', 'stock'],
  reads: ['products', 'lots', 'movements', 'purchases', 'lines', 'partners', 'partnerProducts', 'hubs'],
  appends: [],
  fields: { productId: rowField('products'), hubId: rowField('hubs') },
  prepare: (context, selection) => ({
    initial: { productId: selectedId(selection, 'products') ?? selectedId(selection, 'stock') },
    options: {
      productId: productsOf(context, null).map(({ id, name }) => ({ value: id, label: name })),
      hubId: hubOptions(context),
    },
  }),
  plan: planProposePurchases,
});
