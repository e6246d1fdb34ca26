/**
 * The errors the API answers with, in Stripe's own shape and wording as far as known. `notImplemented` is ours, and says so:
 * it must never look like a rule of Stripe's.
 */

export interface StripeErrorBody {
  readonly type: 'invalid_request_error' | 'card_error' | 'api_error' | 'idempotency_error';
  readonly message: string;
  readonly code?: string;
  readonly param?: string;
  readonly doc_url?: string;
  readonly decline_code?: string;
  readonly charge?: string;
}

/** A refusal on its way to the client. */
export class StripeRefusal extends Error {
  readonly status: number;
  readonly body: StripeErrorBody;
  readonly headers: Readonly<Record<string, string>>;

  constructor(status: number, body: StripeErrorBody, headers: Readonly<Record<string, string>> = {}) {
    super(body.message);
    this.name = 'StripeRefusal';
    this.status = status;
    this.body = body;
    this.headers = headers;
  }
}

function invalid(message: string, code?: string, param?: string): StripeRefusal {
  return new StripeRefusal(400, {
    type: 'invalid_request_error',
    message,
    ...(code === undefined
      ? {}
      : { code, doc_url: `https://stripe.com/docs/error-codes/${code.replaceAll('_', '-')}` }),
    ...(param === undefined ? {} : { param }),
  });
}

export function invalidRequest(message: string, param?: string): StripeRefusal {
  return invalid(message, undefined, param);
}

export function unknownParameters(names: readonly string[]): StripeRefusal {
  const plural = names.length > 1 ? 's' : '';
  return invalid(`Received unknown parameter${plural}: ${names.join(', ')}`, 'parameter_unknown', names[0]);
}

export function missingParameter(param: string): StripeRefusal {
  return invalid(`Missing required param: ${param}.`, 'parameter_missing', param);
}

export function invalidInteger(param: string, text: string): StripeRefusal {
  return invalid(`Invalid integer: ${text}`, 'parameter_invalid_integer', param);
}

/** In the path it is a 404, in a parameter (a cursor, say) a 400. */
export function noSuch(kind: string, id: string, param: string): StripeRefusal {
  const body = invalid(`No such ${kind}: '${id}'`, 'resource_missing', param).body;
  return new StripeRefusal(param === 'id' ? 404 : 400, body);
}

export function unrecognizedUrl(method: string, path: string): StripeRefusal {
  return new StripeRefusal(404, {
    type: 'invalid_request_error',
    message: `Unrecognized request URL (${method}: ${path}). Please see https://stripe.com/docs or we can help at https://support.stripe.com/.`,
  });
}

export function invalidApiKey(key: string): StripeRefusal {
  return new StripeRefusal(401, {
    type: 'invalid_request_error',
    message: key === '' ? 'You did not provide an API key.' : `Invalid API Key provided: ${masked(key)}`,
  });
}

export function missingPermission(key: string, account: string, permission: string): StripeRefusal {
  return new StripeRefusal(403, {
    type: 'invalid_request_error',
    message: `The provided key '${masked(key)}' does not have the required permissions for this endpoint on account '${account}'. Having the 'rak_${permission}' permission would allow this request to continue.`,
  });
}

export function idempotencyMismatch(key: string): StripeRefusal {
  return new StripeRefusal(400, {
    type: 'idempotency_error',
    message: `Keys for idempotent requests can only be used with the same parameters they were first used with. Try using a key other than '${key}' if you meant to execute a different request.`,
  });
}

export function cardDeclined(message: string, declineCode: string | null, charge: string | null): StripeRefusal {
  return new StripeRefusal(402, {
    type: 'card_error',
    code: 'card_declined',
    message,
    doc_url: 'https://stripe.com/docs/error-codes/card-declined',
    ...(declineCode === null ? {} : { decline_code: declineCode }),
    ...(charge === null ? {} : { charge }),
  });
}

/** Stripe knows it, this stand-in does not. */
export function notImplemented(what: string): StripeRefusal {
  const message = `The local Stripe server does not implement ${what}; see local/stripe-server/COVERAGE.md`;
  const body = { type: 'invalid_request_error', code: 'local_not_implemented', message } as const;
  return new StripeRefusal(400, body, { 'stripe-should-retry': 'false' });
}

function masked(key: string): string {
  return key.length <= 12
    ? `${key.slice(0, 8)}****`
    : `${key.slice(0, 8)}${'*'.repeat(key.length - 12)}${key.slice(-4)}`;
}
