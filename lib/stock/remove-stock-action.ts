// The form of a loss, a gift or a sale of goods near their date.
import { defineAction } from '#lib/actions/action.ts';
import { choiceField, integerField, rowField, textField } from '#lib/actions/field.ts';
import { lotOptions, selectedId } from './form-options.ts';
import { planRemoveStock, type RemovalKind } from './plan-remove-stock.ts';

const KINDS: readonly RemovalKind[] = ['waste', 'gift', 'short_dated_sale'];

export const removeStockAction = defineAction({
  id: 'remove-stock',
  menu: 'stock',
  startsFrom: ['lots'],
  reads: ['lots', 'lines', 'products', 'hubs'],
  appends: ['movements'],
  fields: {
    kind: choiceField<RemovalKind, { readonly required: true }>({ required: true }),
    lotId: rowField('lots', { required: true }),
    quantity: integerField({ required: true, min: 1 }),
    reason: textField({ required: true }),
  },
  prepare: (context, selection) => {
    const lotId = selectedId(selection, 'lots');
    return {
      initial: { kind: 'waste', quantity: 1, ...(lotId === null ? {} : { lotId }) },
      options: {
        kind: KINDS.map((code) => ({ value: code, label: context.words.choiceLabel(code) })),
        lotId: lotOptions(context, () => true),
      },
    };
  },
  plan: planRemoveStock,
});
