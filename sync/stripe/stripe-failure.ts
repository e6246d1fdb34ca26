// What an error of Stripe's client means for the person who runs the job: one French line with the cure. Stripe's own text
// may hold a part of the key; the output's edge hides it.
import Stripe from 'stripe';
import { Failure } from '#sync/failure.ts';
import { words } from '#sync/words.ts';

const { errors } = Stripe;

/** Whether Stripe says that the object, or the cursor, does not exist. */
export function isMissing(error: unknown): boolean {
  return error instanceof errors.StripeInvalidRequestError && error.code === 'resource_missing';
}

/** The permission that Stripe names in a refusal, as the Dashboard and docs.stripe.com/keys/permissions-reference call it. */
export function missingPermission(error: unknown): string | null {
  if (!(error instanceof errors.StripePermissionError)) return null;
  return /'rak_(\w+)'/.exec(error.message)?.[1] ?? words.stripe.unknownPermission;
}

/** Errors that are not Stripe's come back as they are. */
export function stripeFailure(error: unknown): unknown {
  if (!(error instanceof errors.StripeError)) return error;
  const permission = missingPermission(error);
  if (permission !== null) return new Failure('outside', words.stripe.noPermission({ permission }), error);
  if (error instanceof errors.StripeAuthenticationError) return new Failure('config', words.stripe.badKey, error);
  if (error instanceof errors.StripeRateLimitError) return new Failure('outside', words.stripe.rateLimited, error);
  if (error instanceof errors.StripeConnectionError) {
    return new Failure('outside', words.stripe.unreachable({ why: error.message }), error);
  }
  const text = { why: error.message, request: error.requestId ?? '?' };
  return new Failure('outside', words.stripe.refused(text), error);
}

export async function withStripeFailures<Result>(act: () => Promise<Result>): Promise<Result> {
  try {
    return await act();
  } catch (error) {
    throw stripeFailure(error);
  }
}
