// Each of Stripe's errors as one French line with its cure, through the output's edge.
import Stripe from 'stripe';
import { expect, test } from 'vitest';
import { Failure } from '#sync/failure.ts';
import { redact } from '#sync/redact.ts';
import { isMissing, missingPermission, stripeFailure } from '#sync/stripe/stripe-failure.ts';

const { errors } = Stripe;
const permissionText =
  "The provided key 'rk_test_****qs8Kgd' does not have the required permissions for this endpoint on account 'acct_1'. " +
  "Having the 'rak_subscription_read' permission would allow this request to continue.";

test.each([
  [
    'a key that is refused',
    new errors.StripeAuthenticationError({ message: 'Invalid API Key provided' }),
    'STRIPE_KEY',
    'config',
  ],
  [
    'a right that is missing',
    new errors.StripePermissionError({ message: permissionText }),
    '« subscription_read »',
    'outside',
  ],
  ['a right without a name', new errors.StripePermissionError({ message: 'no' }), 'ne nomme pas', 'outside'],
  ['too many calls', new errors.StripeRateLimitError({ message: 'slow down' }), 'trop de demandes', 'outside'],
  [
    'no connection',
    new errors.StripeConnectionError({ message: 'ECONNREFUSED' }),
    'injoignable (ECONNREFUSED)',
    'outside',
  ],
  ['anything else', new errors.StripeAPIError({ message: 'oops', requestId: 'req_9' } as never), 'oops', 'outside'],
])('%s', (_, error, text, kind) => {
  const failure = stripeFailure(error);
  expect(failure).toBeInstanceOf(Failure);
  expect(failure).toMatchObject({ kind, cause: error });
  expect((failure as Failure).message).toContain(text);
});

test('a bug stays a bug', () => {
  const bug = new TypeError('x is not a function');
  expect(stripeFailure(bug)).toBe(bug);
});

test('what is missing is known by its code', () => {
  const missing = new errors.StripeInvalidRequestError({ message: 'No such event', code: 'resource_missing' } as never);
  const other = new errors.StripeInvalidRequestError({ message: 'no', code: 'parameter_unknown' } as never);
  expect([isMissing(missing), isMissing(other), isMissing(new Error('x'))]).toEqual([true, false, false]);
});

test('the permission is the one Stripe names', () => {
  expect(missingPermission(new errors.StripePermissionError({ message: permissionText }))).toBe('subscription_read');
  expect(missingPermission(new Error(permissionText))).toBeNull();
  expect(redact(permissionText)).not.toContain('qs8Kgd');
});
