/**
 * Subscriptions: list, read, update, cancel, pause, resume. Creating one is the script's business, not the job's.
 */
import type Stripe from 'stripe';
import { itemOf } from './build-subscription.ts';
import { cancelSubscription, hasEnded } from './cancel-subscription.ts';
import { change } from './emit-event.ts';
import { pauseNow, resumeNow, type UnusedTimeFrom } from './pause-subscription.ts';
import { inRange, type OwnFilters, type ParamTable, type Range } from './read-params.ts';
import { type Call, clockShown, found, listRoute, matches, type Route, retrieveRoute } from './route.ts';
import { invalidRequest, noSuch } from './stripe-refusal.ts';
import { FEEDBACK, SUBSCRIPTION_UPDATE_PARAMS, updateSubscription } from './update-subscription.ts';
import { idOf } from './world.ts';

const listFilters: OwnFilters<Stripe.SubscriptionListParams> = {
  automatic_tax: 'unsupported',
  collection_method: { oneOf: ['charge_automatically', 'send_invoice'] },
  created: 'range',
  current_period_end: 'range',
  current_period_start: 'range',
  customer: 'text',
  customer_account: 'unsupported',
  plan: 'text',
  price: 'text',
  status: {
    oneOf: [
      'active',
      'past_due',
      'unpaid',
      'canceled',
      'incomplete',
      'incomplete_expired',
      'trialing',
      'paused',
      'all',
      'ended',
    ],
  },
  test_clock: 'text',
};
const cancellationDetails: ParamTable<Stripe.SubscriptionCancelParams.CancellationDetails> = {
  comment: 'text',
  feedback: { oneOf: FEEDBACK },
  feedback_option: 'unsupported',
};
const cancelParams: ParamTable<Stripe.SubscriptionCancelParams> = {
  cancellation_details: { hash: cancellationDetails },
  expand: 'texts',
  invoice_now: 'unsupported',
  prorate: 'unsupported',
};
const billFor: ParamTable<Stripe.SubscriptionPauseParams.BillFor> = {
  outstanding_usage_through: { hash: { type: { oneOf: ['none', 'now'] } } },
  unused_time_from: { hash: { type: { oneOf: ['item_current_period_start', 'none', 'now'] } } },
};
const pauseParams: ParamTable<Stripe.SubscriptionPauseParams> = {
  bill_for: { hash: billFor },
  expand: 'texts',
  invoicing_behavior: { oneOf: ['invoice', 'pending_invoice_item'] },
  type: { oneOf: ['subscription'] },
};
const resumeParams: ParamTable<Stripe.SubscriptionResumeParams> = {
  billing_cycle_anchor: { hash: { type: { oneOf: ['now', 'unchanged'] } } },
  expand: 'texts',
  payment_behavior: { oneOf: ['resume_on_payment_attempt', 'resume_on_payment_success'] },
  proration_behavior: { oneOf: ['always_invoice', 'create_prorations', 'none'] },
  proration_date: 'unsupported',
};

const type = 'subscription';
const path = '/v1/subscriptions';

export const subscriptionRoutes: readonly Route[] = [
  listRoute<Stripe.Subscription>({
    path,
    permission: type,
    type,
    filters: listFilters,
    table: (world) => world.tables.subscriptions,
    keep: keepSubscription,
  }),
  retrieveRoute(path, type, 'subscriptions', type),
  {
    method: 'POST',
    path: `${path}/:id`,
    permission: 'subscription_write',
    params: SUBSCRIPTION_UPDATE_PARAMS,
    type,
    handle: updateSubscription,
  },
  {
    method: 'DELETE',
    path: `${path}/:id`,
    permission: 'subscription_write',
    params: cancelParams,
    type,
    handle: cancel,
  },
  {
    method: 'POST',
    path: `${path}/:id/pause`,
    permission: 'subscription_write',
    params: pauseParams,
    type,
    handle: pause,
  },
  {
    method: 'POST',
    path: `${path}/:id/resume`,
    permission: 'subscription_write',
    params: resumeParams,
    type,
    handle: resume,
  },
];

function keepSubscription(row: Stripe.Subscription, { params }: Call): boolean {
  const item = itemOf(row);
  return (
    hasStatus(row, params.status as string | undefined) &&
    clockShown(params, idOf(row.test_clock)) &&
    matches(params, 'customer', idOf(row.customer)) &&
    matches(params, 'collection_method', row.collection_method) &&
    matches(params, 'price', item.price.id) &&
    matches(params, 'plan', item.plan.id) &&
    inRange(item.current_period_end, params.current_period_end as Range | undefined) &&
    inRange(item.current_period_start, params.current_period_start as Range | undefined)
  );
}

function hasStatus(row: Stripe.Subscription, status: string | undefined): boolean {
  if (status === undefined) return row.status !== 'canceled';
  if (status === 'all') return true;
  if (status === 'ended') return hasEnded(row);
  return row.status === status;
}

/** Only a living subscription can be cancelled; Stripe answers 404 for one that has ended. */
function cancel({ world, id, params }: Call): Stripe.Subscription {
  const before = found(world.tables.subscriptions, id);
  if (hasEnded(before)) throw noSuch('subscription', id, 'id');
  const given = params.cancellation_details as { comment?: string; feedback?: string } | undefined;
  if (given !== undefined) {
    const details = {
      comment: given.comment ?? null,
      feedback: given.feedback ?? null,
      feedback_option: null,
      reason: null,
    };
    change(world, world.tables.subscriptions, before, { cancellation_details: details });
  }
  return cancelSubscription(world, id, 'cancellation_requested');
}

function pause({ world, id, params }: Call): Stripe.Subscription {
  const before = found(world.tables.subscriptions, id);
  if (before.billing_mode.type !== 'flexible') {
    throw invalidRequest('Only subscriptions with flexible billing mode can be paused.');
  }
  if (before.schedule !== null) throw invalidRequest('You cannot pause a subscription that is attached to a schedule.');
  if (before.collection_method !== 'charge_automatically') {
    throw invalidRequest('Only subscriptions with collection_method=charge_automatically can be paused.');
  }
  if (before.status !== 'active' && before.status !== 'past_due') {
    throw invalidRequest(`You cannot pause a subscription with status ${before.status}.`);
  }
  const bills = params.bill_for as { unused_time_from?: { type?: string } } | undefined;
  const creditFrom = (bills?.unused_time_from?.type ?? 'now') as UnusedTimeFrom;
  return pauseNow(world, before, 'pause_requested', creditFrom, params.invoicing_behavior === 'invoice');
}

function resume({ world, id, params }: Call): Stripe.Subscription {
  const before = found(world.tables.subscriptions, id);
  if (before.status !== 'paused') {
    throw invalidRequest(`You cannot resume a subscription with status ${before.status}; it must be paused.`);
  }
  const anchor = params.billing_cycle_anchor as { type?: string } | undefined;
  return resumeNow(world, id, {
    anchor: anchor?.type === 'unchanged' ? 'unchanged' : 'now',
    payment:
      params.payment_behavior === 'resume_on_payment_success'
        ? 'resume_on_payment_success'
        : 'resume_on_payment_attempt',
    proration: (params.proration_behavior ?? 'create_prorations') as 'create_prorations' | 'always_invoice' | 'none',
  });
}
