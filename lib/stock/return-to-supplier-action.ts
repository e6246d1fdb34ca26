// The form of a return to the partner who delivered the lot.
import { defineAction } from '#lib/actions/action.ts';
import { integerField, rowField, textField } from '#lib/actions/field.ts';
import { lotOptions, selectedId } from './form-options.ts';
import { planReturnToSupplier } from './plan-return-to-supplier.ts';

export const returnToSupplierAction = defineAction({
  id: 'return-to-supplier',
  menu: 'stock',
  startsFrom: ['lots'],
  reads: ['lots', 'lines', 'products', 'hubs'],
  appends: ['movements'],
  fields: {
    lotId: rowField('lots', { required: true }),
    quantity: integerField({ required: true, min: 1 }),
    reason: textField({ required: true }),
  },
  prepare: (context, selection) => {
    const lotId = selectedId(selection, 'lots');
    return {
      initial: { quantity: 1, ...(lotId === null ? {} : { lotId }) },
      options: { lotId: lotOptions(context, ({ purchaseId }) => purchaseId !== null) },
    };
  },
  plan: planReturnToSupplier,
});
