// The form of a correction by hand, above or below zero, always with its reason.
import { defineAction } from '#lib/actions/action.ts';
import { integerField, rowField, textField } from '#lib/actions/field.ts';
import { chosenCustomerId, customerOptions } from '#lib/customers/chosen-customer.ts';
import { planAdjust } from './plan-adjust.ts';
import { planPointsAct } from './points-act.ts';
import { accountHints } from './points-form.ts';

export const adjustPointsAction = defineAction({
  id: 'adjust-points',
  menu: 'subscriptions',
  startsFrom: ['customers', 'points', 'pointLots'],
  reads: ['customers', 'pointLots'],
  appends: ['points'],
  fields: {
    customerId: rowField('customers', { required: true, refreshes: true }),
    points: integerField({ required: true }),
    reason: textField({ required: true }),
  },
  prepare: (context, selection, filled) => {
    const customerId = chosenCustomerId(context, selection, filled);
    return {
      initial: filled === null && customerId !== null ? { customerId } : {},
      options: { customerId: customerOptions(context) },
      hints: accountHints(context, customerId),
    };
  },
  plan: (context, { customerId, points, reason }, { actionId }) => {
    const { words, clock } = context;
    const signed = `${points > 0 ? '+' : ''}${words.formatNumber(points)}`;
    const act = { customerId, points, source: null, on: clock.today, actionId, reason };
    return planPointsAct(
      context,
      customerId,
      (draft) => planAdjust(context, draft, act),
      words.customers.adjusted({ points: signed, customer: customerId }),
    );
  },
});
