// What is shown of failed payments, and their messages prepared at once.
import { type CardItem, defineAction } from '#lib/actions/action.ts';
import type { PlanContext } from '#lib/changes/plan-context.ts';
import { nameOf } from '#lib/customers/chosen-customer.ts';
import { problem } from '#lib/kernel/problem.ts';
import { planPreparedReplies } from '#lib/replies/prepared-replies-plan.ts';
import { replyReads } from '#lib/replies/reply-reads.ts';
import { type FailedPayment, findFailedPayments } from './failed-payments.ts';
import { planFailureMessages } from './plan-failure-messages.ts';

export const failedPaymentsAction = defineAction({
  id: 'failed-payments',
  menu: 'subscriptions',
  startsFrom: [],
  reads: ['invoices', 'customers', 'repliesSent'],
  appends: [],
  fields: {},
  isReading: true,
  prepare: () => ({}),
  plan: (context) => {
    const { words } = context;
    const found = findFailedPayments(context);
    const says = words.customers.failed;
    const share = found.recoveredShare === null ? null : words.formatPercent(found.recoveredShare, 0);
    const items = (payments: readonly FailedPayment[]) => payments.map((payment) => itemOf(context, payment));
    return {
      changes: [],
      problems: [],
      refusals: [],
      summary: says.summary({ open: found.overdue.length + found.inGrace.length, share: share ?? '' }),
      effects: [
        {
          kind: 'card',
          title: says.title,
          sections: [
            { title: says.overdue, items: items(found.overdue), empty: says.noOverdue },
            { title: says.inGrace, items: items(found.inGrace), empty: says.noGrace },
            { title: says.recovered, items: items(found.recovered), empty: says.noRecovered },
            { title: says.lost, items: items(found.lost), empty: says.noLost },
          ],
        },
      ],
    };
  },
});

function itemOf({ workbook, words }: PlanContext, { invoice, dueCents, daysLeft, reply }: FailedPayment): CardItem {
  const says = words.customers.failed;
  const customer = workbook.customers.byId.get(invoice.customerId);
  const name = customer === undefined ? invoice.customerId : nameOf(customer);
  const dayText = (day: string | null) => (day === null ? '' : words.formatDay(day as never));
  const state =
    daysLeft === null
      ? says.settled({ status: words.choiceLabel(invoice.recovery ?? 'unknown'), paidOn: dayText(invoice.paidOn) })
      : says.left({ days: daysLeft, until: dayText(invoice.graceUntil), retryOn: dayText(invoice.retryOn) });
  const message = daysLeft === null ? '' : says.message(reply === null ? '' : words.choiceLabel(reply.status));
  return {
    label: says.label({ name, amount: words.formatEuros(dueCents) }),
    value: [state, message].filter((part) => part !== '').join(' '),
    row: { table: 'invoices', id: invoice.id },
  };
}

export const prepareFailureMessagesAction = defineAction({
  id: 'prepare-failure-messages',
  menu: 'subscriptions',
  startsFrom: [],
  reads: replyReads,
  appends: [],
  fields: {},
  prepare: () => ({}),
  plan: (context, _input, meta) =>
    planPreparedReplies(context, planFailureMessages, problem('failureMessagesNone', {}), meta),
});
