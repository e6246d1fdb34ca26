/**
 * Subscription schedules, only as far as a timed pause and resume needs them.
 */
import type Stripe from 'stripe';
import { addIntervals, type Interval } from './calendar.ts';
import { change } from './emit-event.ts';
import {
  clearPausePlan,
  createSchedule,
  DEFAULT_RESUME,
  type PausePlan,
  planPause,
  releaseSchedule,
} from './pause-schedule.ts';
import type { ResumeOptions, UnusedTimeFrom } from './pause-subscription.ts';
import { inRange, type OwnFilters, type ParamTable, type Range } from './read-params.ts';
import { type Call, clockShown, found, listRoute, matches, mergeMetadata, type Route, retrieveRoute } from './route.ts';
import { invalidRequest, missingParameter, noSuch, notImplemented } from './stripe-refusal.ts';
import { idOf, mustGet } from './world.ts';

const filters: OwnFilters<Stripe.SubscriptionScheduleListParams> = {
  canceled_at: 'range',
  completed_at: 'range',
  created: 'range',
  customer: 'text',
  customer_account: 'unsupported',
  released_at: 'range',
  scheduled: 'unsupported',
};
const instant = {
  hash: {
    type: { oneOf: ['duration', 'now', 'timestamp'] },
    timestamp: 'integer',
    duration: { hash: { interval: { oneOf: ['day', 'month', 'week', 'year'] }, interval_count: 'integer' } },
  },
} as const;
const pauseSchedule: ParamTable<Stripe.SubscriptionScheduleUpdateParams.PauseSchedule> = {
  key: 'text',
  pause: {
    hash: {
      pause_at: instant,
      settings: {
        hash: {
          bill_for: {
            hash: {
              outstanding_usage_through: { hash: { type: { oneOf: ['none', 'pause_at'] } } },
              unused_time_from: { hash: { type: { oneOf: ['item_current_period_start', 'none', 'pause_at'] } } },
            },
          },
          invoicing_behavior: 'unsupported',
          type: { oneOf: ['subscription'] },
        },
      },
    },
  },
  resume: {
    hash: {
      resume_at: instant,
      settings: {
        hash: {
          billing_cycle_anchor: { oneOf: ['resume_at', 'unchanged'] },
          payment_behavior: { oneOf: ['resume_on_payment_attempt', 'resume_on_payment_success'] },
          proration_behavior: { oneOf: ['always_invoice', 'create_prorations', 'none'] },
        },
      },
    },
  },
};
const createParams: ParamTable<Stripe.SubscriptionScheduleCreateParams> = {
  billing_mode: 'unsupported',
  customer: 'unsupported',
  customer_account: 'unsupported',
  default_settings: 'unsupported',
  end_behavior: 'unsupported',
  expand: 'texts',
  from_subscription: 'text',
  metadata: 'metadata',
  pause_schedules: { list: pauseSchedule },
  phases: 'unsupported',
  start_date: 'unsupported',
};
const updateParams: ParamTable<Stripe.SubscriptionScheduleUpdateParams> = {
  default_settings: 'unsupported',
  end_behavior: 'unsupported',
  expand: 'texts',
  metadata: 'metadata',
  pause_schedules: { emptyableList: pauseSchedule },
  phases: 'unsupported',
  proration_behavior: 'unsupported',
};
const releaseParams: ParamTable<Stripe.SubscriptionScheduleReleaseParams> = {
  expand: 'texts',
  preserve_cancel_date: 'unsupported',
};

const type = 'subscription_schedule';
const path = '/v1/subscription_schedules';
const permission = 'subscription_write';

export const scheduleRoutes: readonly Route[] = [
  listRoute<Stripe.SubscriptionSchedule>({
    path,
    permission: 'subscription',
    type,
    filters,
    table: (world) => world.tables.schedules,
    keep: (row, { params }) =>
      clockShown(params, idOf(row.test_clock)) &&
      matches(params, 'customer', idOf(row.customer)) &&
      inRange(row.canceled_at, params.canceled_at as Range | undefined) &&
      inRange(row.completed_at, params.completed_at as Range | undefined) &&
      inRange(row.released_at, params.released_at as Range | undefined),
  }),
  retrieveRoute(path, 'subscription', 'schedules', type),
  { method: 'POST', path, permission, params: createParams, type, handle: create },
  { method: 'POST', path: `${path}/:id`, permission, params: updateParams, type, handle: update },
  {
    method: 'POST',
    path: `${path}/:id/release`,
    permission,
    params: releaseParams,
    type,
    handle: ({ world, id }) => {
      const schedule = found(world.tables.schedules, id);
      if (schedule.status !== 'active') throw invalidRequest(`You cannot release a ${schedule.status} schedule.`);
      return releaseSchedule(world, id);
    },
  },
];

interface PauseScheduleParams {
  readonly key?: string;
  readonly pause?: {
    readonly pause_at?: InstantParams;
    readonly settings?: { readonly bill_for?: { readonly unused_time_from?: { readonly type?: string } } };
  };
  readonly resume?: {
    readonly resume_at?: InstantParams;
    readonly settings?: {
      readonly billing_cycle_anchor?: string;
      readonly payment_behavior?: string;
      readonly proration_behavior?: string;
    };
  };
}
interface InstantParams {
  readonly type?: string;
  readonly timestamp?: number;
  readonly duration?: { readonly interval?: string; readonly interval_count?: number };
}

function create(call: Call): Stripe.SubscriptionSchedule {
  const { world, params } = call;
  const id = params.from_subscription as string | undefined;
  if (id === undefined) throw notImplemented('a schedule without from_subscription');
  const subscription = world.tables.subscriptions.get(id);
  if (subscription === undefined) throw noSuch('subscription', id, 'from_subscription');
  if (subscription.schedule !== null) {
    throw invalidRequest(
      'You cannot migrate a subscription that is already attached to a schedule.',
      'from_subscription',
    );
  }
  const plan = readPlan(call, subscription);
  const schedule = createSchedule(world, subscription);
  return finish(call, schedule.id, plan);
}

function update(call: Call): Stripe.SubscriptionSchedule {
  const { world, id, params } = call;
  const schedule = found(world.tables.schedules, id);
  if (schedule.status !== 'active') throw invalidRequest(`You cannot update a ${schedule.status} schedule.`);
  if (params.pause_schedules === '') clearPausePlan(world, id);
  const plan = readPlan(call, mustGet(world.tables.subscriptions, idOf(schedule.subscription)));
  return finish(call, id, plan);
}

function finish({ world, params }: Call, id: string, plan: PausePlan | null): Stripe.SubscriptionSchedule {
  const schedule = mustGet(world.tables.schedules, id);
  const metadata = mergeMetadata(schedule.metadata ?? {}, params.metadata);
  const patch = { metadata };
  change(world, world.tables.schedules, schedule, patch, 'subscription_schedule.updated');
  if (plan !== null) planPause(world, id, plan);
  return mustGet(world.tables.schedules, id);
}

function readPlan({ world, params }: Call, subscription: Stripe.Subscription): PausePlan | null {
  const given = params.pause_schedules as '' | readonly PauseScheduleParams[] | undefined;
  if (given === undefined || given === '') return null;
  const entry = given[0];
  if (entry === undefined || given.length > 1)
    throw invalidRequest('Only one pause schedule is supported.', 'pause_schedules');
  if (subscription.billing_mode.type !== 'flexible') {
    throw invalidRequest('Pause schedules need a subscription with flexible billing mode.', 'pause_schedules');
  }
  const pauseAt = readInstant(entry.pause?.pause_at, world.nowSeconds, world.nowSeconds);
  if (pauseAt === null) throw missingParameter('pause_schedules[0][pause][pause_at]');
  const settings = entry.resume?.settings;
  const resume: ResumeOptions = {
    anchor: settings?.billing_cycle_anchor === 'unchanged' ? 'unchanged' : 'now',
    payment: (settings?.payment_behavior ?? DEFAULT_RESUME.payment) as ResumeOptions['payment'],
    proration: (settings?.proration_behavior ?? DEFAULT_RESUME.proration) as ResumeOptions['proration'],
  };
  const from = entry.pause?.settings?.bill_for?.unused_time_from?.type;
  return {
    key: entry.key ?? null,
    pauseAt,
    creditFrom: (from === undefined || from === 'pause_at' ? 'now' : from) as UnusedTimeFrom,
    resumeAt: readInstant(entry.resume?.resume_at, world.nowSeconds, pauseAt),
    resume,
  };
}

function readInstant(given: InstantParams | undefined, now: number, from: number): number | null {
  if (given === undefined) return null;
  if (given.type === 'now') return now;
  if (given.type === 'timestamp') return given.timestamp ?? null;
  if (given.type !== 'duration' || given.duration?.interval === undefined) return null;
  return addIntervals(from, given.duration.interval as Interval, given.duration.interval_count ?? 1);
}
