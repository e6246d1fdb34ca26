// Asks Stripe for the one change that a request's decision describes. Every call sets a state, and carries the request's
// idempotency key, so a repeat changes nothing more. It decides nothing, and refusals come back as answers.
import Stripe from 'stripe';
import type { StripeAnswer } from '#lib/billing/plan-request-results.ts';
import { idempotencyKeyOf, REQUEST_METADATA, type RequestCall } from '#lib/billing/request-call.ts';
import { assertNever } from '#lib/kernel/assert.ts';
import type { Clock } from '#lib/kernel/clock.ts';
import { type Day, instantFromMs } from '#lib/kernel/day.ts';
import { words } from '#sync/words.ts';
import type { StripeClient } from './create-stripe-client.ts';
import { missingPermission } from './stripe-failure.ts';

export async function performRequest(
  { api }: StripeClient,
  call: RequestCall,
  requestId: string,
  clock: Clock,
): Promise<StripeAnswer> {
  try {
    await perform(api, call, requestId, clock);
    return { kind: 'accepted' };
  } catch (error) {
    return answerOf(error);
  }
}

function perform(api: Stripe, call: RequestCall, requestId: string, clock: Clock): Promise<Stripe.Subscription> {
  const id = call.subscriptionId;
  const mark = { metadata: { [REQUEST_METADATA]: requestId } };
  const options = { idempotencyKey: idempotencyKeyOf({ id: requestId }) };
  switch (call.kind) {
    case 'pause_collection': {
      const pause = { behavior: 'void', resumes_at: startOfDaySeconds(call.resumesOn, clock) };
      return api.subscriptions.update(id, { pause_collection: pause, ...mark }, options);
    }
    case 'resume_collection':
      return api.subscriptions.update(id, { pause_collection: '', ...mark }, options);
    case 'resume':
      // The only way in which Stripe tries a failed payment again (docs.stripe.com/api/subscriptions/resume).
      return resume(api, id, mark, options);
    case 'switch_price':
      return switchPrice(api, call, mark, options);
    case 'cancel_at_period_end':
      return api.subscriptions.update(id, { cancel_at_period_end: true, ...mark }, options);
    default:
      return assertNever(call);
  }
}

interface RequestMark {
  readonly metadata: Readonly<Record<string, string>>;
}

/** Resuming takes no metadata: the mark comes first, and means nothing while the subscription is still paused. */
async function resume(
  api: Stripe,
  id: string,
  mark: RequestMark,
  options: { readonly idempotencyKey: string },
): Promise<Stripe.Subscription> {
  await api.subscriptions.update(id, mark, { idempotencyKey: `${options.idempotencyKey}-mark` });
  return await api.subscriptions.resume(id, { payment_behavior: 'resume_on_payment_success' }, options);
}

async function switchPrice(
  api: Stripe,
  call: RequestCall & { readonly kind: 'switch_price' },
  mark: RequestMark,
  options: { readonly idempotencyKey: string },
): Promise<Stripe.Subscription> {
  const subscription = await api.subscriptions.retrieve(call.subscriptionId);
  const items = subscription.items.data;
  if (items.some(({ price }) => price.id === call.stripePrice)) return subscription;
  const item = items.find(({ price }) => price.id === call.fromPrice) ?? items.find(({ price }) => price.recurring);
  const changed = item === undefined ? { price: call.stripePrice } : { id: item.id, price: call.stripePrice };
  return await api.subscriptions.update(
    call.subscriptionId,
    { items: [changed], proration_behavior: 'create_prorations', ...mark },
    options,
  );
}

/** Midnight in the shop's zone, unix seconds; the first later moment when the clocks skip midnight that day. */
export function startOfDaySeconds(day: Day, clock: Clock): number {
  const midnightUtc = Date.parse(`${day}T00:00:00Z`);
  const offsetAt = (ms: number) => Date.parse(`${clock.wallTimeOf(instantFromMs(ms))}Z`) - ms;
  // The offset at the guess may be another than at midnight itself: on a day when the clocks change, ask there again.
  const guess = midnightUtc - offsetAt(midnightUtc);
  return (midnightUtc - offsetAt(guess)) / 1000;
}

function answerOf(error: unknown): StripeAnswer {
  const { errors } = Stripe;
  const permission = missingPermission(error);
  if (permission !== null) return { kind: 'rejected', message: words.stripe.noPermission({ permission }) };
  // The key was used within 24 hours with another content (a pause asked yesterday ends on another day): tomorrow it is free.
  if (error instanceof errors.StripeIdempotencyError) return { kind: 'unanswered' };
  if (error instanceof errors.StripeInvalidRequestError || error instanceof errors.StripeCardError) {
    return { kind: 'rejected', message: error.message };
  }
  if (error instanceof errors.StripeError) return { kind: 'unanswered' };
  throw error;
}
