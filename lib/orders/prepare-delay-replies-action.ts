// The form of the delay replies: nothing to fill in, the preview shows whom they are for.
import { defineAction } from '#lib/actions/action.ts';
import { replyReads } from '#lib/replies/reply-reads.ts';
import { findLateOrders } from './find-late-orders.ts';
import { planPrepareDelayReplies } from './plan-delay-replies.ts';

export const prepareDelayRepliesAction = defineAction({
  id: 'prepare-delay-replies',
  menu: 'orders',
  startsFrom: [],
  reads: replyReads,
  appends: [],
  fields: {},
  prepare: (context) => {
    const { words } = context;
    return {
      hints: findLateOrders(context).map(({ order, promisedOn }) =>
        words.orders.late({ order: order.id, promisedOn: words.formatDay(promisedOn), progress: order.progress ?? '' }),
      ),
    };
  },
  plan: planPrepareDelayReplies,
});
