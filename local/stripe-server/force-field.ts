/**
 * Writes a value nobody has seen before into a stored object, for tests of what a reader does with it. The only way
 * around the engine, and used by one act only.
 */
import { emitEvent, previousAttributes } from './emit-event.ts';
import type { StoredObject, Table } from './table.ts';
import type { World } from './world.ts';

const UPDATE_EVENTS: Readonly<Record<string, string>> = {
  subscription: 'customer.subscription.updated',
  invoice: 'invoice.updated',
  charge: 'charge.updated',
  refund: 'refund.updated',
  dispute: 'charge.dispute.updated',
  customer: 'customer.updated',
  price: 'price.updated',
  product: 'product.updated',
  credit_note: 'credit_note.updated',
};

export function forceField(world: World, id: string, path: string, value: unknown): void {
  const table = findTable(world, id);
  const before = table.get(id);
  if (before === undefined) throw new Error(`No object ${id} in the local Stripe world`);
  const after = withValue(before, path.split('.'), value) as StoredObject;
  table.replace(after);
  const type = UPDATE_EVENTS[table.name];
  if (type !== undefined) emitEvent(world, type, after, previousAttributes(before, after));
}

function findTable(world: World, id: string): Table<StoredObject> {
  const tables = Object.values(world.tables) as unknown as readonly Table<StoredObject>[];
  const table = tables.find((candidate) => candidate.get(id) !== undefined);
  if (table === undefined) throw new Error(`No object ${id} in the local Stripe world`);
  return table;
}

function withValue(container: unknown, path: readonly string[], value: unknown): unknown {
  const [name, ...rest] = path;
  if (name === undefined) return value;
  if (Array.isArray(container))
    return container.map((entry, index) => (String(index) === name ? withValue(entry, rest, value) : entry));
  if (typeof container !== 'object' || container === null) throw new Error(`Nothing to force at ${path.join('.')}`);
  return { ...container, [name]: withValue((container as Record<string, unknown>)[name], rest, value) };
}
