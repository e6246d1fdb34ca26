// The forms of quarantine and of its end.
import { defineAction } from '#lib/actions/action.ts';
import { integerField, rowField, textField } from '#lib/actions/field.ts';
import { lotOptions, selectedId } from './form-options.ts';
import { planQuarantineLot, planReleaseLot } from './plan-quarantine-lot.ts';

const form = {
  menu: 'stock',
  startsFrom: ['lots'],
  appends: ['movements'],
  fields: {
    lotId: rowField('lots', { required: true }),
    quantity: integerField({ min: 1 }),
    reason: textField({ required: true }),
  },
} as const;

export const quarantineLotAction = defineAction({
  ...form,
  id: 'quarantine-lot',
  reads: ['lots', 'lines', 'products', 'hubs'],
  prepare: (context, selection) => {
    const lotId = selectedId(selection, 'lots');
    return {
      initial: lotId === null ? {} : { lotId },
      options: { lotId: lotOptions(context, ({ status }) => status !== 'quarantined') },
    };
  },
  plan: planQuarantineLot,
});

export const releaseLotAction = defineAction({
  ...form,
  id: 'release-lot',
  reads: ['lots', 'products', 'hubs'],
  prepare: (context, selection) => {
    const lotId = selectedId(selection, 'lots');
    return {
      initial: lotId === null ? {} : { lotId },
      options: { lotId: lotOptions(context, ({ status }) => status === 'quarantined') },
    };
  },
  plan: planReleaseLot,
});
