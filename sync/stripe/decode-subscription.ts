// Stripe's subscription → fact. Periods stand on its items, two kinds of pause exist, and the cancel date has three homes
// (docs.stripe.com/api/subscriptions/object, API 2026-10-28.endive).
import { z } from 'zod';
import { REQUEST_METADATA } from '#lib/billing/request-call.ts';
import type { CustomerFact, SubscriptionFact } from '#lib/billing/stripe-facts.ts';
import { customerFact, customerSchema } from './decode-customer.ts';
import { cents, type Decoded, dayOrNull, decodeObject, seconds, type ToDay } from './decode-object.ts';

const itemSchema = z.object({
  current_period_start: seconds,
  current_period_end: seconds,
  price: z.object({
    id: z.string(),
    unit_amount: cents.nullable(),
    recurring: z.object({ interval: z.string(), interval_count: z.int() }).nullable(),
  }),
});

const scheduleSchema = z.object({
  pause_schedules: z
    .array(z.object({ resume: z.object({ resume_at: seconds, status: z.object({ type: z.string() }) }).nullish() }))
    .optional(),
});

const subscriptionSchema = z.object({
  id: z.string(),
  customer: z.union([z.string(), customerSchema]),
  status: z.string(),
  pause_collection: z.object({ resumes_at: seconds.nullable() }).nullable(),
  currency: z.string(),
  items: z.object({ data: z.array(itemSchema) }),
  start_date: seconds,
  ended_at: seconds.nullable(),
  cancel_at: seconds.nullable(),
  cancel_at_period_end: z.boolean(),
  latest_invoice: z.union([z.string(), z.looseObject({ id: z.string() })]).nullable(),
  schedule: z.union([z.string(), scheduleSchema]).nullish(),
  metadata: z.record(z.string(), z.string()).nullish(),
});

type SubscriptionShape = z.infer<typeof subscriptionSchema>;
type Item = z.infer<typeof itemSchema>;

export interface DecodedSubscription {
  readonly subscription: SubscriptionFact;
  /** When it came expanded. */
  readonly customer: CustomerFact | null;
  /** As Stripe sent it, when it came expanded. */
  readonly latestInvoice: unknown;
}

export function decodeSubscription(object: unknown, toDay: ToDay): Decoded<DecodedSubscription> {
  return decodeObject('subscription', subscriptionSchema, object, (shape) => ({
    subscription: subscriptionFact(shape, toDay),
    customer: typeof shape.customer === 'string' ? null : customerFact(shape.customer, toDay),
    latestInvoice: typeof shape.latest_invoice === 'string' ? null : shape.latest_invoice,
  }));
}

function subscriptionFact(shape: SubscriptionShape, toDay: ToDay): SubscriptionFact {
  const item = shape.items.data.find(({ price }) => price.recurring !== null) ?? shape.items.data[0];
  return {
    id: shape.id,
    stripeCustomer: typeof shape.customer === 'string' ? shape.customer : shape.customer.id,
    status: statusOf(shape),
    stripeStatus: shape.status,
    stripePrice: item?.price.id ?? null,
    priceCents: item?.price.unit_amount ?? null,
    currency: shape.currency,
    interval: intervalOf(item),
    startedOn: toDay(shape.start_date),
    periodStartOn: dayOrNull(item?.current_period_start, toDay),
    periodEndOn: dayOrNull(item?.current_period_end, toDay),
    resumesOn: dayOrNull(resumesAt(shape), toDay),
    cancelOn: dayOrNull(cancelsAt(shape), toDay),
    endedOn: dayOrNull(shape.ended_at, toDay),
    latestInvoiceId:
      typeof shape.latest_invoice === 'string' ? shape.latest_invoice : (shape.latest_invoice?.id ?? null),
    lastRequestId: shape.metadata?.[REQUEST_METADATA] ?? null,
  };
}

const knownStatuses = new Map<string, SubscriptionFact['status']>(
  (['active', 'trialing', 'past_due', 'unpaid', 'paused', 'incomplete', 'incomplete_expired', 'canceled'] as const).map(
    (status) => [status, status],
  ),
);

/** A word we do not know stays unknown whatever else is set; then what has ended, then paused, then collection paused. */
function statusOf({ status, pause_collection }: SubscriptionShape): SubscriptionFact['status'] {
  const known = knownStatuses.get(status);
  if (known === undefined) return 'unknown';
  if (known === 'canceled' || known === 'incomplete_expired' || known === 'paused') return known;
  return pause_collection === null ? known : 'collection_paused';
}

/** Twelve months are a year; any other multiple (every two weeks, every quarter) is none of the shop's offers. */
function intervalOf(item: Item | undefined): SubscriptionFact['interval'] {
  const recurring = item?.price.recurring;
  if (!recurring) return 'unknown';
  const { interval, interval_count: count } = recurring;
  if (count === 1 && (interval === 'month' || interval === 'year')) return interval;
  return interval === 'month' && count === 12 ? 'year' : 'unknown';
}

/** `pause_collection` tells it itself; a paused subscription resumes by the pause schedule of its subscription schedule. */
function resumesAt({ pause_collection, status, schedule }: SubscriptionShape): number | null {
  if (pause_collection !== null) return pause_collection.resumes_at;
  if (status !== 'paused' || typeof schedule !== 'object' || schedule === null) return null;
  const times = (schedule.pause_schedules ?? []).flatMap(({ resume }) =>
    resume?.status.type === 'scheduled' ? [resume.resume_at] : [],
  );
  return times.length === 0 ? null : Math.min(...times);
}

/** Under flexible billing the portal sets `cancel_at` and leaves `cancel_at_period_end` false. */
function cancelsAt({ ended_at, cancel_at, cancel_at_period_end, items }: SubscriptionShape): number | null {
  const lastPeriodEnd = Math.max(0, ...items.data.map((item) => item.current_period_end));
  return ended_at ?? cancel_at ?? (cancel_at_period_end ? lastPeriodEnd : null);
}
