// The form of points offered: a lot of their own, from today, with the reason that will stand in the ledger.
import { defineAction } from '#lib/actions/action.ts';
import { refusedPlan } from '#lib/actions/action-plan.ts';
import { integerField, rowField, textField } from '#lib/actions/field.ts';
import { chosenCustomerId, customerOptions } from '#lib/customers/chosen-customer.ts';
import { problem } from '#lib/kernel/problem.ts';
import { selectedOrderId } from '#lib/orders/order-form-options.ts';
import { lotExpiryDay } from './lot-life.ts';
import { planBonus } from './plan-bonus.ts';
import { planPointsAct, pointsValueCents } from './points-act.ts';
import { accountHints } from './points-form.ts';

export const givePointsAction = defineAction({
  id: 'give-points',
  menu: 'subscriptions',
  startsFrom: ['customers', 'orders', 'tickets', 'subscriptions', 'incidents'],
  reads: ['customers', 'orders', 'pointLots'],
  appends: ['points'],
  fields: {
    customerId: rowField('customers', { required: true, refreshes: true }),
    points: integerField({ required: true, min: 1 }),
    reason: textField({ required: true }),
    orderId: rowField('orders'),
  },
  prepare: (context, selection, filled) => {
    const customerId = chosenCustomerId(context, selection, filled);
    const orderId = selectedOrderId(context, selection);
    return {
      initial: filled === null ? { ...(customerId === null ? {} : { customerId }), orderId } : {},
      options: { customerId: customerOptions(context) },
      hints: accountHints(context, customerId),
    };
  },
  plan: (context, { customerId, points, reason, orderId }, { actionId }) => {
    const { workbook, words, clock, settings } = context;
    const customer = workbook.customers.byId.get(customerId);
    const order = orderId === null ? undefined : workbook.orders.byId.get(orderId);
    if (customer !== undefined && customer.erasedOn !== null)
      return refusedPlan(problem('customerErased', { customer: customerId }));
    if (order !== undefined && order.customerId !== customerId)
      return refusedPlan(problem('orderOfAnother', { order: order.id, customer: customerId }));
    const done = words.customers.given({
      points: words.formatNumber(points),
      customer: customerId,
      value: words.formatEuros(pointsValueCents(context, points)),
      day: words.formatDay(lotExpiryDay(clock.today, settings['points.lifetimeMonths'], [])),
    });
    const act = { customerId, points, source: orderId, on: clock.today, actionId, reason };
    return planPointsAct(context, customerId, (draft) => planBonus(context, draft, act), done);
  },
});
