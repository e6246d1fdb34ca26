/**
 * Trouble on demand: rate limits, server errors, lock timeouts, cuts and silences, before or after the request was
 * applied. A fault strikes matching requests in order and is used up.
 */
import { StripeRefusal } from './stripe-refusal.ts';

export type FaultKind =
  | 'rate-limit'
  | 'lock-timeout'
  | 'key-in-use'
  | 'server-error'
  | 'cut'
  | 'hang'
  | 'applied-then-error'
  | 'applied-then-cut'
  | 'applied-then-hang';

export interface Fault {
  readonly kind: FaultKind;
  /** `GET /v1/invoices`, a path's beginning, or every request when missing. */
  readonly on?: string;
  /** Lets this many matching requests pass first; default 0. */
  readonly after?: number;
  /** Strikes this often; default 1. */
  readonly times?: number;
  /** For 429: adds Retry-After. */
  readonly retryAfterSeconds?: number;
  /** For 429: Stripe-Rate-Limited-Reason; default global-rate. */
  readonly reason?: string;
  /** Another status than the kind's own, e.g. 503, or 409 for a lock timeout. */
  readonly status?: number;
}

export interface Faults {
  add(fault: Fault): void;
  clear(): void;
  /** The fault that strikes this request, if any; counts it. */
  strike(method: string, path: string): Fault | null;
  readonly pending: readonly Fault[];
}

export function createFaults(): Faults {
  let armed: { readonly fault: Fault; passes: number; strikes: number }[] = [];
  return {
    add: (fault) => {
      armed.push({ fault, passes: fault.after ?? 0, strikes: fault.times ?? 1 });
    },
    clear: () => {
      armed = [];
    },
    strike: (method, path) => {
      for (const entry of armed) {
        if (!concerns(entry.fault, method, path)) continue;
        if (entry.passes > 0) {
          entry.passes -= 1;
          continue;
        }
        entry.strikes -= 1;
        if (entry.strikes === 0) armed = armed.filter((other) => other !== entry);
        return entry.fault;
      }
      return null;
    },
    get pending() {
      return armed.map((entry) => entry.fault);
    },
  };
}

function concerns(fault: Fault, method: string, path: string): boolean {
  return fault.on === undefined || `${method} ${path}`.startsWith(fault.on) || path.startsWith(fault.on);
}

/** The answer of a fault that answers at all. */
export function refusalOf(fault: Fault): StripeRefusal {
  switch (fault.kind) {
    case 'rate-limit':
      return rateLimit(fault);
    case 'lock-timeout':
      return new StripeRefusal(
        fault.status ?? 429,
        {
          type: 'invalid_request_error',
          code: 'lock_timeout',
          doc_url: 'https://stripe.com/docs/error-codes/lock-timeout',
          message:
            'This object cannot be accessed right now because another API request or Stripe process is currently accessing it. If you see this error intermittently, retry the request. If you see this error frequently and are making multiple concurrent requests to a single object, make your requests serially or at a lower rate. For more details, see https://stripe.com/docs/rate-limits#object-lock-timeouts.',
        },
        { 'stripe-should-retry': 'true' },
      );
    case 'key-in-use':
      return new StripeRefusal(409, {
        type: 'idempotency_error',
        code: 'idempotency_key_in_use',
        message: 'There is currently another in-progress request using this Idempotent Key. Please try again later.',
      });
    default:
      return new StripeRefusal(fault.status ?? 500, {
        type: 'api_error',
        message: 'An unknown error occurred. Please try again, or contact support if the problem persists.',
      });
  }
}

function rateLimit(fault: Fault): StripeRefusal {
  const wait = fault.retryAfterSeconds;
  return new StripeRefusal(
    429,
    {
      type: 'invalid_request_error',
      code: 'rate_limit',
      doc_url: 'https://stripe.com/docs/error-codes/rate-limit',
      message: 'Request rate limit exceeded. Learn more about rate limits at https://stripe.com/docs/rate-limits.',
    },
    {
      'stripe-rate-limited-reason': fault.reason ?? 'global-rate',
      ...(wait === undefined ? {} : { 'retry-after': String(wait) }),
    },
  );
}
