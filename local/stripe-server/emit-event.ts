/**
 * Changes with their events. An event keeps the version of the object at its creation, as Stripe renders it once; later
 * changes must never reach it (rows are immutable values, so keeping the row is enough).
 */

import type { StoredObject, Table } from './table.ts';
import { nextId, type World } from './world.ts';

export const API_VERSION = '2026-10-28.endive';

/** Adds a row and announces it. */
export function insertWithEvent<Row extends StoredObject>(
  world: World,
  table: Table<Row>,
  row: Row,
  type: string,
): Row {
  table.insert(row);
  emitEvent(world, type, row);
  return row;
}

/** Replaces fields of a row; with a `type` it announces the change, `previous_attributes` holding what differed. */
export function change<Row extends StoredObject>(
  world: World,
  table: Table<Row>,
  before: Row,
  patch: Partial<Row>,
  type?: string,
): Row {
  const after: Row = { ...before, ...patch };
  table.replace(after);
  if (type !== undefined) {
    const previous = previousAttributes(before, patch);
    if (Object.keys(previous).length > 0) emitEvent(world, type, after, previous);
  }
  return after;
}

/** What happens by itself as time passes. */
const NO_REQUEST = { id: null, idempotency_key: null };

export function emitEvent(world: World, type: string, object: object, previous?: object): void {
  world.tables.events.insert({
    id: nextId(world, 'evt'),
    object: 'event',
    api_version: API_VERSION,
    created: world.nowSeconds,
    data: previous === undefined ? { object } : { object, previous_attributes: previous },
    livemode: world.settings.livemode,
    pending_webhooks: 0,
    request: world.request ?? NO_REQUEST,
    type,
  });
}

/** The old values of what the patch changes: sub-keys of objects one by one, lists as a whole. */
export function previousAttributes(before: object, patch: object): Record<string, unknown> {
  const previous: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(patch)) {
    const old = (before as Record<string, unknown>)[key];
    if (old === value || JSON.stringify(old) === JSON.stringify(value)) continue;
    if (isPlainObject(old) && isPlainObject(value) && !Array.isArray(old.data)) {
      const added = Object.keys(value).filter((name) => !(name in old));
      previous[key] = {
        ...Object.fromEntries(added.map((name) => [name, null])),
        ...previousAttributes(old, value),
        ...Object.fromEntries(Object.entries(old).filter(([name]) => !(name in value))),
      };
    } else previous[key] = old === undefined ? null : old;
  }
  return previous;
}

function isPlainObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
