/**
 * Field masks, both uses: the `fields` of a request body (which members an update may touch) and the `fields` query
 * parameter (which members of an answer are wanted: a.b, a/b, a(b,c), *). Unknown paths are refused as Google does.
 */
import { invalidField } from './api-error.ts';
import { type FieldType, messageType } from './parse-message-types.ts';

/** What is selected below a member: everything, or the named members. */
export type FieldMask = 'all' | ReadonlyMap<string, FieldMask>;

type Tree = Map<string, Tree | 'all'>;

/** Parses a mask and checks each path against a message type; throws ApiError 400. */
export function parseFieldMask(text: string, typeName: string): FieldMask {
  const tree: Tree = new Map();
  const rest = readPaths(text, 0, [tree], text);
  if (rest !== text.length || tree.size === 0) throw badPath(text);
  const mask: FieldMask = tree.has('*') ? 'all' : tree;
  checkPaths(mask, typeName, '');
  return mask;
}

/** The mask below `name`, or undefined when that member is not selected. */
export function maskOf(mask: FieldMask | undefined, name: string): FieldMask | undefined {
  return mask === 'all' || mask === undefined ? mask : mask.get(name);
}

/** Whether the member at that dotted path is (partly) selected. */
export function isSelected(mask: FieldMask | undefined, path: string): boolean {
  let below = mask;
  for (const name of path.split('.')) below = maskOf(below, name);
  return below !== undefined;
}

/** The selected part of an answer. Lists are looked through; a selected member that is absent stays absent. */
export function project(value: unknown, mask: FieldMask): unknown {
  if (mask === 'all') return value;
  if (Array.isArray(value)) return value.map((item) => project(item, mask));
  if (typeof value !== 'object' || value === null) return value;
  const kept: Record<string, unknown> = {};
  for (const [name, below] of mask) {
    const member = (value as Record<string, unknown>)[name];
    if (member !== undefined) kept[name] = project(member, below);
  }
  return kept;
}

/** `before` with the selected members taken from `update`; a selected member that `update` lacks is cleared. */
export function mergeByMask<T extends object>(before: T, update: T, mask: FieldMask): T {
  if (mask === 'all') return update;
  const merged = { ...before } as Record<string, unknown>;
  for (const [name, below] of mask) {
    const next = (update as Record<string, unknown>)[name];
    const previous = merged[name];
    if (next === undefined && below === 'all') delete merged[name];
    else if (below === 'all' || Array.isArray(next)) merged[name] = next;
    else {
      const part = mergeByMask((previous ?? {}) as object, (next ?? {}) as object, below);
      if (Object.keys(part).length === 0) delete merged[name];
      else merged[name] = part;
    }
  }
  return merged as T;
}

/** Reads `a.b,c(d,e)` from `at`; adds what it names to each tree of `into`; returns where it stopped. */
function readPaths(text: string, at: number, into: readonly Tree[], whole: string): number {
  let position = at;
  for (;;) {
    position = readPath(text, position, into, whole);
    if (text[position] !== ',') return position;
    position += 1;
  }
}

function readPath(text: string, at: number, into: readonly Tree[], whole: string): number {
  const match = /^\s*([A-Za-z_][A-Za-z0-9_]*|\*)\s*/.exec(text.slice(at));
  const name = match?.[1];
  if (match === null || name === undefined) throw badPath(whole);
  const position = at + match[0].length;
  const next = text[position];
  if (next !== '.' && next !== '/' && next !== '(') {
    for (const tree of into) tree.set(camelCase(name), 'all');
    return position;
  }
  const below = into.map((tree) => {
    const known = tree.get(camelCase(name));
    const child: Tree = known instanceof Map ? known : new Map();
    if (known !== 'all') tree.set(camelCase(name), child);
    return child;
  });
  if (next !== '(') return readPath(text, position + 1, below, whole);
  const end = readPaths(text, position + 1, below, whole);
  if (text[end] !== ')') throw badPath(whole);
  return end + 1;
}

function checkPaths(mask: FieldMask, typeName: string, path: string): void {
  if (mask === 'all') return;
  const type = messageType(typeName);
  for (const [name, below] of mask) {
    const here = path === '' ? name : `${path}.${name}`;
    if (name === '*') throw badPath(here);
    const field = type.get(name);
    if (field === undefined) throw badPath(here);
    if (below === 'all') continue;
    const inner = messageName(field);
    if (inner === undefined) throw badPath(`${here}.${[...below.keys()][0]}`);
    checkPaths(expandStar(mask as Tree, name, below), inner, here);
  }
}

/** `a.*` and `a(*)` mean all of a. */
function expandStar(parent: Tree, name: string, below: FieldMask): FieldMask {
  if (below === 'all' || !below.has('*')) return below;
  parent.set(name, 'all');
  return 'all';
}

function messageName(type: FieldType): string | undefined {
  if (type.kind === 'message') return type.name;
  return type.kind === 'list' || type.kind === 'map' ? messageName(type.item) : undefined;
}

function camelCase(name: string): string {
  return name.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());
}

function badPath(path: string): Error {
  const description = `Error expanding 'fields' parameter. Cannot find matching fields for path '${path}'.`;
  return invalidField(path, description, 'Request contains an invalid argument.');
}
