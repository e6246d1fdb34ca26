// The card of a customer, from any row that is about one.
import { defineAction } from '#lib/actions/action.ts';
import { refusedPlan } from '#lib/actions/action-plan.ts';
import { rowField } from '#lib/actions/field.ts';
import { problem } from '#lib/kernel/problem.ts';
import { chosenCustomerId, customerOptions, nameOf } from './chosen-customer.ts';
import { customerCard } from './customer-card.ts';

export const customerCardAction = defineAction({
  id: 'customer-card',
  menu: 'customers',
  startsFrom: [
    ...(['customers', 'orders', 'shipments', 'lines', 'tickets', 'subscriptions', 'requests', 'invoices'] as const),
    ...(['refunds', 'disputes', 'repliesSent', 'incidents', 'points', 'pointLots'] as const),
  ],
  reads: [
    ...(['customers', 'subscriptions', 'plans', 'requests', 'invoices', 'pointLots', 'orders', 'shipments'] as const),
    ...(['tickets', 'incidents', 'repliesSent', 'replyTemplates'] as const),
  ],
  appends: [],
  fields: { customerId: rowField('customers', { required: true }) },
  isReading: true,
  prepare: (context, selection, filled) => {
    const customerId = chosenCustomerId(context, selection, filled);
    return {
      initial: filled === null && customerId !== null ? { customerId } : {},
      options: { customerId: customerOptions(context) },
    };
  },
  plan: (context, { customerId }) => {
    const customer = context.workbook.customers.byId.get(customerId);
    if (customer === undefined)
      return refusedPlan(problem('stockRowUnknown', { id: customerId, tab: context.workbook.customers.title }));
    const title = context.words.customers.option({ id: customer.id, name: nameOf(customer) });
    return {
      changes: [],
      problems: [],
      refusals: [],
      summary: '',
      effects: [{ kind: 'card', title, sections: customerCard(context, customer) }],
    };
  },
});
