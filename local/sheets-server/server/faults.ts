/**
 * Faults on demand: what the network and Google can do to a caller. Each fault waits for the next calls that match it, in
 * the order they were queued. Whether a fault lets the call be applied is part of its name; nothing here decides at random.
 */
import { ApiError } from '../schema/api-error.ts';

export type FaultKind =
  /** 429 RESOURCE_EXHAUSTED, not applied. */
  | 'rate-limited'
  /** 503 UNAVAILABLE, not applied. */
  | 'unavailable'
  | 'unauthenticated'
  | 'forbidden'
  | 'not-found'
  /** Applied, then the connection is cut without an answer. */
  | 'applied-then-cut'
  /** Applied, then 503. */
  | 'applied-then-unavailable'
  /** No answer; the call is applied `afterMs` later, although its client may have given up. */
  | 'hang-then-apply';

export interface Fault {
  readonly kind: FaultKind;
  /** Which calls it waits for: every one, reads, writes or one method such as `spreadsheets.batchUpdate`. */
  readonly match: string;
  /** Number of calls it strikes. */
  readonly times: number;
  /** Delay of hang-then-apply in ms. */
  readonly afterMs: number;
}

export interface FaultQueue {
  /** Queues a fault; `match` defaults to any call, `times` to 1, `afterMs` to 0. */
  add(fault: { kind: FaultKind; match?: string; times?: number; afterMs?: number }): void;
  /** The fault for this call, used up by one. */
  take(method: string, kind: 'read' | 'write'): Fault | undefined;
  /** Faults still waiting. */
  pending(): readonly Fault[];
  clear(): void;
}

export const faultKinds: readonly FaultKind[] = [
  'rate-limited',
  'unavailable',
  'unauthenticated',
  'forbidden',
  'not-found',
  'applied-then-cut',
  'applied-then-unavailable',
  'hang-then-apply',
];

export function createFaultQueue(): FaultQueue {
  let waiting: Fault[] = [];
  return {
    add: ({ kind, match = 'any', times = 1, afterMs = 0 }) => {
      waiting.push({ kind, match, times, afterMs });
    },
    take: (method, kind) => {
      const fault = waiting.find(({ match }) => matchesCall(match, method, kind));
      if (fault === undefined) return undefined;
      waiting = waiting.flatMap((other) => {
        if (other !== fault) return [other];
        return fault.times > 1 ? [{ ...fault, times: fault.times - 1 }] : [];
      });
      return fault;
    },
    pending: () => waiting,
    clear: () => {
      waiting = [];
    },
  };
}

export function matchesCall(match: string, method: string, kind: 'read' | 'write'): boolean {
  return match === 'any' || match === method || match === kind || match === `${kind}s`;
}

/** The answer of a fault that refuses a call before applying it; undefined for the others. */
export function refusalOf(kind: FaultKind, methodKind: 'read' | 'write'): ApiError | undefined {
  switch (kind) {
    case 'rate-limited':
      return quotaError(methodKind);
    case 'unavailable':
      return unavailable();
    case 'unauthenticated':
      return new ApiError(
        'UNAUTHENTICATED',
        'Request had invalid authentication credentials. Expected OAuth 2 access token, login cookie or other valid authentication credential. See https://developers.google.com/identity/sign-in/web/devconsole-project.',
      );
    case 'forbidden':
      return new ApiError('PERMISSION_DENIED', 'The caller does not have permission');
    case 'not-found':
      return new ApiError('NOT_FOUND', 'Requested entity was not found.');
    default:
      return undefined;
  }
}

export function unavailable(): ApiError {
  return new ApiError('UNAVAILABLE', 'The service is currently unavailable.');
}

/** Google's answer to more than 60 reads or writes a minute of one user. */
export function quotaError(kind: 'read' | 'write'): ApiError {
  const metric = kind === 'read' ? 'Read requests' : 'Write requests';
  const limit = `${metric} per minute per user`;
  return new ApiError(
    'RESOURCE_EXHAUSTED',
    `Quota exceeded for quota metric '${metric}' and limit '${limit}' of service 'sheets.googleapis.com' for consumer 'project_number:1'.`,
    [
      {
        '@type': 'type.googleapis.com/google.rpc.ErrorInfo',
        reason: 'RATE_LIMIT_EXCEEDED',
        domain: 'googleapis.com',
        metadata: {
          quota_metric: `sheets.googleapis.com/${kind}_requests`,
          quota_limit: `${kind === 'read' ? 'Read' : 'Write'}RequestsPerMinutePerUser`,
          quota_limit_value: '60',
          service: 'sheets.googleapis.com',
          consumer: 'projects/1',
        },
      },
    ],
  );
}
