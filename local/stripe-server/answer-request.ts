/**
 * One API request to one answer: key, route, parameters, idempotency, the endpoint, expansion. No sockets here; faults and
 * counting belong to the HTTP side.
 */

import { API_VERSION } from './emit-event.ts';
import { expandedTypes, expandPath } from './expand.ts';
import type { IdempotencyStore } from './idempotency.ts';
import { mintId } from './mint-id.ts';
import { parseForm } from './parse-form.ts';
import { type Params, readParams } from './read-params.ts';
import type { Route } from './route.ts';
import { catalogueRoutes } from './routes-catalogue.ts';
import { checkoutRoutes } from './routes-checkout.ts';
import { creditNoteRoutes } from './routes-credit-notes.ts';
import { customerRoutes } from './routes-customers.ts';
import { eventRoutes } from './routes-events.ts';
import { invoiceRoutes } from './routes-invoices.ts';
import { paymentRoutes } from './routes-payments.ts';
import { scheduleRoutes } from './routes-schedules.ts';
import { subscriptionRoutes } from './routes-subscriptions.ts';
import { invalidApiKey, missingPermission, StripeRefusal, unrecognizedUrl } from './stripe-refusal.ts';
import type { World } from './world.ts';

export const ROUTES: readonly Route[] = [
  ...catalogueRoutes,
  ...customerRoutes,
  ...subscriptionRoutes,
  ...scheduleRoutes,
  ...invoiceRoutes,
  ...paymentRoutes,
  ...creditNoteRoutes,
  ...checkoutRoutes,
  ...eventRoutes,
];

export interface ApiRequest {
  readonly method: string;
  readonly path: string;
  /** Query string or form body, undecoded. */
  readonly form: string;
  readonly key: string;
  readonly idempotencyKey: string | null;
}

export interface ApiAnswer {
  readonly status: number;
  readonly text: string;
  readonly headers: Readonly<Record<string, string>>;
}

/** Who may ask what: a full key, and restricted keys with permissions such as `subscription_read`. */
export interface Keys {
  readonly full: string;
  readonly restricted: Readonly<Record<string, readonly string[]>>;
}

export interface Api {
  readonly world: World;
  readonly keys: Keys;
  readonly idempotency: IdempotencyStore;
  requestCount: number;
}

export function answerRequest(api: Api, request: ApiRequest): ApiAnswer {
  api.requestCount += 1;
  const requestId = mintId('req', api.requestCount);
  const { notice } = api.world.settings;
  const headers = {
    'request-id': requestId,
    'stripe-version': API_VERSION,
    ...(notice === null ? {} : { 'stripe-notice': notice }),
  };
  try {
    checkKey(api.keys, request.key);
    const match = findRoute(request);
    checkPermission(api, request.key, match.route.permission);
    const params = readParams(match.route.params, parseForm(request.form));
    checkExpansions(api, request.key, match.route, params);
    return { ...execute(api, request, match, params, requestId, headers) };
  } catch (error) {
    if (!(error instanceof StripeRefusal)) throw error;
    return refused(error, headers);
  }
}

function refused(error: StripeRefusal, headers: Readonly<Record<string, string>>): ApiAnswer {
  return {
    status: error.status,
    text: JSON.stringify({ error: error.body }, null, 2),
    headers: { ...headers, ...error.headers },
  };
}

function execute(
  api: Api,
  request: ApiRequest,
  { route, id }: RouteMatch,
  params: Params,
  requestId: string,
  headers: Readonly<Record<string, string>>,
): ApiAnswer {
  const key = request.method === 'POST' ? request.idempotencyKey : null;
  if (key === null) return perform(api, route, id, params, requestId, null, headers);
  const fingerprint = `${request.method} ${request.path} ${request.form}`;
  const stored = api.idempotency.find(key, fingerprint, api.world.nowSeconds);
  const echoed = { ...headers, 'idempotency-key': key };
  if (stored !== null) {
    const replay = { 'idempotent-replayed': 'true', 'original-request': stored.requestId };
    return { status: stored.status, text: stored.text, headers: { ...echoed, ...replay } };
  }
  const answer = perform(api, route, id, params, requestId, key, echoed);
  const { status, text } = answer;
  api.idempotency.keep({ key, fingerprint, createdSeconds: api.world.nowSeconds, status, text, requestId });
  return { ...answer, headers: { ...answer.headers, 'original-request': requestId } };
}

function perform(
  api: Api,
  route: Route,
  id: string,
  params: Params,
  requestId: string,
  key: string | null,
  headers: Readonly<Record<string, string>>,
): ApiAnswer {
  const { world } = api;
  world.request = route.method === 'GET' ? null : { id: requestId, idempotency_key: key };
  try {
    const value = route.handle({ world, id, params });
    const paths = (params.expand as readonly string[] | undefined) ?? [];
    const expanded = paths.reduce<unknown>((shown, path) => expandPath(world, shown, path), value);
    return { status: 200, text: JSON.stringify(expanded), headers };
  } catch (error) {
    if (!(error instanceof StripeRefusal)) throw error;
    return refused(error, headers);
  } finally {
    world.request = null;
  }
}

/** `GET /v1/invoices/:id` for the request log; the path itself when no endpoint answers it. */
export function endpointOf(method: string, path: string): string {
  return `${method} ${matchRoute(method, path)?.route.path ?? path}`;
}

interface RouteMatch {
  readonly route: Route;
  readonly id: string;
}

function findRoute({ method, path }: ApiRequest): RouteMatch {
  const match = matchRoute(method, path);
  if (match === null) throw unrecognizedUrl(method, path);
  return match;
}

function matchRoute(method: string, path: string): RouteMatch | null {
  for (const route of ROUTES) {
    if (route.method !== method) continue;
    const [before = '', after] = route.path.split(':id');
    if (after === undefined) {
      if (route.path === path) return { route, id: '' };
      continue;
    }
    if (!path.startsWith(before) || !path.endsWith(after)) continue;
    const id = path.slice(before.length, path.length - after.length);
    if (id !== '' && !id.includes('/')) return { route, id: decodeURIComponent(id) };
  }
  return null;
}

function checkKey(keys: Keys, key: string): void {
  if (key !== keys.full && !Object.hasOwn(keys.restricted, key)) throw invalidApiKey(key);
}

function checkPermission(api: Api, key: string, permission: string): void {
  if (key === api.keys.full) return;
  const granted = api.keys.restricted[key] ?? [];
  if (granted.includes(permission) || granted.includes(permission.replace(/_read$/, '_write'))) return;
  throw missingPermission(key, api.world.settings.accountId, permission);
}

/** What the permission behind an expanded type is called; others are called like their type. */
const PERMISSION_OF_TYPE: Readonly<Record<string, string>> = {
  price: 'plan',
  refund: 'charge',
  invoice_payment: 'invoice',
  subscription_schedule: 'subscription',
  customer_balance_transaction: 'customer',
  'billing_portal.configuration': 'customer_portal',
};

function checkExpansions(api: Api, key: string, route: Route, params: Params): void {
  const isList = 'starting_after' in route.params;
  for (const path of (params.expand as readonly string[] | undefined) ?? []) {
    for (const type of expandedTypes(route.type, isList, path)) {
      checkPermission(api, key, `${PERMISSION_OF_TYPE[type] ?? type}_read`);
    }
  }
}
