// The form of a transfer to another hub.
import { defineAction } from '#lib/actions/action.ts';
import { integerField, rowField, textField } from '#lib/actions/field.ts';
import { hubOptions, lotOptions, selectedId } from './form-options.ts';
import { planMoveLot } from './plan-move-lot.ts';

export const moveLotAction = defineAction({
  id: 'move-lot',
  menu: 'stock',
  startsFrom: ['lots'],
  reads: ['lots', 'products', 'hubs'],
  appends: ['movements'],
  fields: {
    lotId: rowField('lots', { required: true }),
    quantity: integerField({ min: 1 }),
    hubId: rowField('hubs', { required: true }),
    reason: textField({ required: true }),
  },
  prepare: (context, selection) => {
    const lotId = selectedId(selection, 'lots');
    return {
      initial: lotId === null ? {} : { lotId },
      options: { lotId: lotOptions(context, () => true), hubId: hubOptions(context) },
    };
  },
  plan: planMoveLot,
});
