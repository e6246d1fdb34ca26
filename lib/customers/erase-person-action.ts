// The form of an erasure: the customer, and the id typed once more.
import { defineAction } from '#lib/actions/action.ts';
import { rowField, textField } from '#lib/actions/field.ts';
import { chosenCustomerId, customerOptions, nameOf } from './chosen-customer.ts';
import { planErasePerson } from './plan-erase-person.ts';

export const erasePersonAction = defineAction({
  id: 'erase-person',
  menu: 'customers',
  startsFrom: ['customers'],
  reads: [
    ...(['customers', 'subscriptions', 'requests', 'invoices', 'orders', 'lines', 'tickets'] as const),
    ...(['repliesSent', 'incidents', 'reconciliation'] as const),
  ],
  appends: [],
  fields: {
    customerId: rowField('customers', { required: true, refreshes: true }),
    confirmation: textField({ required: true }),
  },
  prepare: (context, selection, filled) => {
    const customerId = chosenCustomerId(context, selection, filled);
    const customer = context.workbook.customers.byId.get(customerId ?? '');
    return {
      initial: filled === null && customerId !== null ? { customerId } : {},
      options: { customerId: customerOptions(context) },
      hints:
        customer === undefined ? [] : [context.words.customers.option({ id: customer.id, name: nameOf(customer) })],
    };
  },
  plan: (context, input) => planErasePerson(context, input),
});
