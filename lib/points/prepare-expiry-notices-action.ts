// The form of the expiry notices: nothing to fill in; above it, whom they are for.
import { defineAction } from '#lib/actions/action.ts';
import { nameOf } from '#lib/customers/chosen-customer.ts';
import { problem } from '#lib/kernel/problem.ts';
import { knownReplyKeys } from '#lib/replies/plan-prepare-replies.ts';
import { planPreparedReplies } from '#lib/replies/prepared-replies-plan.ts';
import { replyReads } from '#lib/replies/reply-reads.ts';
import { findDueNotices, planExpiryNotices } from './plan-expiry-notices.ts';

export const prepareExpiryNoticesAction = defineAction({
  id: 'prepare-expiry-notices',
  menu: 'subscriptions',
  startsFrom: [],
  reads: replyReads,
  appends: [],
  fields: {},
  prepare: (context) => {
    const { words, workbook } = context;
    const known = knownReplyKeys(workbook);
    const due = findDueNotices(context).filter(({ key }) => !known.has(key));
    return {
      hints: due.map(({ customer }) =>
        words.customers.noticeFor({
          name: nameOf(customer),
          points: words.formatNumber(customer.nextExpiryPoints ?? 0),
          day: customer.nextExpiryOn === null ? '' : words.formatDay(customer.nextExpiryOn),
        }),
      ),
    };
  },
  plan: (context, _input, meta) => planPreparedReplies(context, planExpiryNotices, problem('noticesNone', {}), meta),
});
