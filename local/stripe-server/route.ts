/**
 * What an endpoint is: a path, the permission a restricted key needs, the parameters it takes, and what it does. The
 * helpers make the two most common kinds; everything HTTP stays in answer-request.
 */
import { type ListAnswer, listPage } from './list-page.ts';
import { PAGE_PARAMS, type ParamSpec, type Params } from './read-params.ts';
import { noSuch } from './stripe-refusal.ts';
import type { StoredObject, Table } from './table.ts';
import type { Tables, World } from './world.ts';

export interface Call {
  readonly world: World;
  /** The path's `:id`, or '' when it has none. */
  readonly id: string;
  readonly params: Params;
}

export interface Route {
  readonly method: 'GET' | 'POST' | 'DELETE';
  /** With `:id` for the one variable part. */
  readonly path: string;
  /** A permission such as `subscription_read`; a key with `subscription_write` has it too. */
  readonly permission: string;
  readonly params: Readonly<Record<string, ParamSpec>>;
  /** The type the answer's expansions start from. */
  readonly type: string;
  readonly handle: (call: Call) => object;
}

export const RETRIEVE_PARAMS = { expand: 'texts' } as const;

/** The row behind the path's id, or Stripe's 404. */
export function found<Row extends StoredObject>(table: Table<Row>, id: string): Row {
  const row = table.get(id);
  if (row === undefined) throw noSuch(table.name, id, 'id');
  return row;
}

export function retrieveRoute(path: string, permission: string, table: keyof Tables, type: string): Route {
  return {
    method: 'GET',
    path: `${path}/:id`,
    permission: `${permission}_read`,
    params: RETRIEVE_PARAMS,
    type,
    handle: ({ world, id }) => found(world.tables[table] as unknown as Table<StoredObject>, id),
  };
}

export interface ListRoute<Row extends StoredObject> {
  readonly path: string;
  readonly permission: string;
  readonly type: string;
  /** The endpoint's own parameters; paging and expand come on top. */
  readonly filters: Readonly<Record<string, ParamSpec>>;
  readonly table: (world: World) => Table<Row>;
  readonly keep: (row: Row, call: Call) => boolean;
}

export function listRoute<Row extends StoredObject>(route: ListRoute<Row>): Route {
  return {
    method: 'GET',
    path: route.path,
    permission: `${route.permission}_read`,
    params: { ...PAGE_PARAMS, ...route.filters },
    type: route.type,
    handle: (call): ListAnswer =>
      listPage(route.table(call.world), route.path.replace(':id', call.id), call.params, (row) =>
        route.keep(row, call),
      ),
  };
}

/** True when the parameter is missing or equals the value. */
export function matches(params: Params, name: string, value: string | boolean | null): boolean {
  const wanted = params[name];
  return wanted === undefined || wanted === value;
}

/** Objects of a test clock show only where their customer, subscription or clock is asked for. */
export function clockShown(params: Params, testClock: string | null): boolean {
  const asked = params.test_clock;
  if (asked !== undefined) return testClock === asked;
  return testClock === null || params.customer !== undefined || params.subscription !== undefined;
}

/** Stripe's metadata update: given keys are set, empty ones removed, '' removes all. */
export function mergeMetadata(before: Readonly<Record<string, string>>, patch: unknown): Record<string, string> {
  if (patch === '') return {};
  const merged = { ...before, ...(patch as Record<string, string> | undefined) };
  return Object.fromEntries(Object.entries(merged).filter(([, value]) => value !== ''));
}
