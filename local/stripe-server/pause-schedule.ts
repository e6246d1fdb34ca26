/**
 * Subscription schedules, as far as pausing needs them: one schedule made from a subscription, with one timed pause and
 * one timed resume. Phases are shown, never changed.
 */
import type Stripe from 'stripe';
import { itemOf } from './build-subscription.ts';
import { change, emitEvent, insertWithEvent } from './emit-event.ts';
import { pauseNow, type ResumeOptions, resumeNow, type UnusedTimeFrom } from './pause-subscription.ts';
import { idOf, mustGet, nextId, type World } from './world.ts';

export interface PausePlan {
  readonly key: string | null;
  readonly pauseAt: number;
  readonly creditFrom: UnusedTimeFrom;
  readonly resumeAt: number | null;
  readonly resume: ResumeOptions;
}

export const DEFAULT_RESUME: ResumeOptions = {
  anchor: 'now',
  payment: 'resume_on_payment_success',
  proration: 'create_prorations',
};

/** Makes the schedule of a subscription that has none, without a plan. */
export function createSchedule(world: World, subscription: Stripe.Subscription): Stripe.SubscriptionSchedule {
  const schedule = insertWithEvent(
    world,
    world.tables.schedules,
    buildSchedule(world, subscription),
    'subscription_schedule.created',
  );
  const patch = { schedule: schedule.id };
  change(world, world.tables.subscriptions, subscription, patch, 'customer.subscription.updated');
  return schedule;
}

/** Puts the one pause plan on a schedule; a pause that is due now happens now. */
export function planPause(world: World, scheduleId: string, plan: PausePlan): Stripe.SubscriptionSchedule {
  const before = mustGet(world.tables.schedules, scheduleId);
  const entry: Stripe.SubscriptionSchedule.PauseSchedule = {
    key: plan.key ?? nextId(world, 'pause'),
    pause: {
      pause_at: plan.pauseAt,
      settings: {
        bill_for: {
          outstanding_usage_through: { type: 'pause_at' },
          unused_time_from: { type: plan.creditFrom === 'now' ? 'pause_at' : plan.creditFrom },
        },
        invoicing_behavior: 'pending_invoice_item',
        type: 'subscription',
      },
      status: { type: 'scheduled' },
    },
    resume:
      plan.resumeAt === null
        ? null
        : {
            resume_at: plan.resumeAt,
            settings: {
              billing_cycle_anchor: plan.resume.anchor === 'now' ? 'resume_at' : 'unchanged',
              payment_behavior: plan.resume.payment,
              proration_behavior: plan.resume.proration,
            },
            status: { type: 'scheduled' },
          },
  };
  change(world, world.tables.schedules, before, { pause_schedules: [entry] }, 'subscription_schedule.updated');
  if (plan.pauseAt <= world.nowSeconds) runScheduledPause(world, scheduleId);
  else world.due.push(plan.pauseAt, { kind: 'schedule-pause', id: scheduleId });
  if (plan.resumeAt !== null) world.due.push(plan.resumeAt, { kind: 'schedule-resume', id: scheduleId });
  return mustGet(world.tables.schedules, scheduleId);
}

/** Takes the plan away again (an empty string at the API). */
export function clearPausePlan(world: World, scheduleId: string): Stripe.SubscriptionSchedule {
  const before = mustGet(world.tables.schedules, scheduleId);
  return change(world, world.tables.schedules, before, { pause_schedules: [] }, 'subscription_schedule.updated');
}

export function runScheduledPause(world: World, scheduleId: string): void {
  const { schedule, entry, subscription } = plannedOf(world, scheduleId);
  if (entry === undefined || entry.pause.status.type !== 'scheduled' || entry.pause.pause_at > world.nowSeconds) return;
  if (subscription.status !== 'paused') {
    const from = entry.pause.settings?.bill_for.unused_time_from.type;
    pauseNow(world, subscription, 'pause_requested', from === 'pause_at' ? 'now' : creditFrom(from));
  }
  const pause = { ...entry.pause, status: { type: 'succeeded' } };
  const patch = { pause_schedules: [{ ...entry, pause }] };
  change(world, world.tables.schedules, schedule, patch, 'subscription_schedule.updated');
}

export function runScheduledResume(world: World, scheduleId: string): void {
  const { schedule, entry, subscription } = plannedOf(world, scheduleId);
  const resume = entry?.resume;
  if (entry === undefined || resume === null || resume === undefined) return;
  if (resume.status.type !== 'scheduled' || resume.resume_at > world.nowSeconds) return;
  if (subscription.status !== 'paused') return;
  const resumed = resumeNow(world, subscription.id, {
    anchor: resume.settings.billing_cycle_anchor === 'unchanged' ? 'unchanged' : 'now',
    payment:
      resume.settings.payment_behavior === 'resume_on_payment_attempt'
        ? 'resume_on_payment_attempt'
        : 'resume_on_payment_success',
    proration: DEFAULT_RESUME.proration,
  });
  const status = { type: resumed.status === 'paused' ? 'pending' : 'succeeded' };
  const patch = { pause_schedules: [{ ...entry, resume: { ...resume, status } }] };
  change(world, world.tables.schedules, schedule, patch, 'subscription_schedule.updated');
}

/** Lets the subscription go on without its schedule. */
export function releaseSchedule(world: World, scheduleId: string): Stripe.SubscriptionSchedule {
  const before = mustGet(world.tables.schedules, scheduleId);
  const subscriptionId = idOf(before.subscription);
  const patch = {
    released_at: world.nowSeconds,
    released_subscription: subscriptionId,
    status: 'released',
    subscription: null,
  };
  const released = change(world, world.tables.schedules, before, patch);
  emitEvent(world, 'subscription_schedule.released', released);
  const subscription = mustGet(world.tables.subscriptions, subscriptionId);
  change(world, world.tables.subscriptions, subscription, { schedule: null }, 'customer.subscription.updated');
  return released;
}

function creditFrom(type: string | undefined): UnusedTimeFrom {
  return type === 'item_current_period_start' || type === 'none' ? type : 'now';
}

function plannedOf(world: World, scheduleId: string) {
  const schedule = mustGet(world.tables.schedules, scheduleId);
  const subscription = mustGet(
    world.tables.subscriptions,
    idOf(schedule.subscription) ?? idOf(schedule.released_subscription),
  );
  const entry = schedule.status === 'active' ? schedule.pause_schedules[0] : undefined;
  return { schedule, subscription, entry };
}

function buildSchedule(world: World, subscription: Stripe.Subscription): Stripe.SubscriptionSchedule {
  const item = itemOf(subscription);
  const phase = { start_date: item.current_period_start, end_date: item.current_period_end };
  return {
    id: nextId(world, 'sub_sched'),
    object: 'subscription_schedule',
    application: null,
    billing_mode: subscription.billing_mode,
    canceled_at: null,
    completed_at: null,
    created: world.nowSeconds,
    current_phase: phase,
    customer: subscription.customer,
    customer_account: null,
    default_settings: {
      application_fee_percent: null,
      billing_cycle_anchor: 'automatic',
      billing_thresholds: null,
      collection_method: subscription.collection_method,
      default_payment_method: null,
      description: null,
      invoice_settings: { ...subscription.invoice_settings, days_until_due: null },
      on_behalf_of: null,
      transfer_data: null,
    },
    end_behavior: 'release',
    livemode: subscription.livemode,
    metadata: {},
    pause_schedules: [],
    phases: [
      {
        ...phase,
        add_invoice_items: [],
        application_fee_percent: null,
        billing_cycle_anchor: null,
        billing_thresholds: null,
        collection_method: null,
        currency: subscription.currency,
        default_payment_method: null,
        default_tax_rates: [],
        description: null,
        discounts: [],
        invoice_settings: null,
        items: [
          {
            billing_thresholds: null,
            discounts: [],
            metadata: {},
            plan: item.plan.id,
            price: item.price.id,
            quantity: item.quantity ?? 1,
            tax_rates: [],
          },
        ],
        metadata: {},
        on_behalf_of: null,
        proration_behavior: 'create_prorations',
        transfer_data: null,
        trial_end: null,
      },
    ],
    released_at: null,
    released_subscription: null,
    status: 'active',
    subscription: subscription.id,
    test_clock: subscription.test_clock,
  };
}
