// The form of a ticket received outside the workbook, filled from the customer or order that was selected.
import { defineAction } from '#lib/actions/action.ts';
import { choiceField, rowField, textField } from '#lib/actions/field.ts';
import { chosenCustomerId, customerOptions } from '#lib/customers/chosen-customer.ts';
import { orderOptions } from '#lib/orders/order-form-options.ts';
import { type TicketsRow, tickets } from '#lib/tables/tickets.ts';
import { planNewTicket } from './plan-new-ticket.ts';

const channels = tickets.columns.channel.type;
const categories = tickets.columns.category.type;

export const newTicketAction = defineAction({
  id: 'new-ticket',
  menu: 'customers',
  startsFrom: ['customers', 'orders', 'subscriptions'],
  reads: ['customers', 'orders', 'subscriptions'],
  appends: ['tickets'],
  fields: {
    customerId: rowField('customers', { refreshes: true }),
    channel: choiceField<TicketsRow['channel'], { readonly required: true }>({ required: true }),
    category: choiceField<NonNullable<TicketsRow['category']>>(),
    subject: textField(),
    message: textField({ long: true }),
    orderId: rowField('orders'),
    assignee: textField(),
    happenedAt: textField(),
  },
  prepare: (context, selection, filled) => {
    const customerId = chosenCustomerId(context, selection, filled);
    const orderId = selection?.table === 'orders' ? selection.id : null;
    const choices = (codes: readonly string[]) =>
      codes.map((value) => ({ value, label: context.words.choiceLabel(value) }));
    return {
      initial: filled === null ? { customerId, orderId, channel: 'phone' } : {},
      options: {
        customerId: customerOptions(context),
        channel: channels.kind === 'choice' ? choices(channels.codes) : [],
        category: categories.kind === 'choice' ? choices(categories.codes) : [],
        orderId: orderOptions(context, (order) => customerId === null || order.customerId === customerId),
      },
    };
  },
  plan: planNewTicket,
});
