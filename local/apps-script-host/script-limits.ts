/**
 * What Apps Script's runtime does not have, taken out of a bare vm context before the bundle runs in it: the locale library,
 * and built-ins younger than the ES2020 the bundle is compiled against. Timers, fetch, URL and TextEncoder never were there.
 */

const ABSENT_GLOBALS = [
  'Intl',
  'WebAssembly',
  'SharedArrayBuffer',
  'Atomics',
  'WeakRef',
  'FinalizationRegistry',
  'Iterator',
];
const YOUNG_MEMBERS: Readonly<Record<string, readonly string[]>> = {
  'Array.prototype': ['at', 'findLast', 'findLastIndex', 'toSorted', 'toReversed', 'toSpliced', 'with'],
  Array: ['fromAsync'],
  'String.prototype': ['at', 'replaceAll', 'isWellFormed', 'toWellFormed'],
  Object: ['hasOwn', 'groupBy'],
  Map: ['groupBy'],
  'Set.prototype': [
    'union',
    'intersection',
    'difference',
    'symmetricDifference',
    'isSubsetOf',
    'isSupersetOf',
    'isDisjointFrom',
  ],
  Promise: ['any', 'withResolvers', 'try'],
};

/** The 6 minutes after which Google ends a run. */
export const RUN_LIMIT_MS = 360_000;
/** Calls of one page that run at the same time; the next one waits. */
export const CALLS_AT_ONCE = 10;

/** Script text that removes them; evaluated first in the context. */
export function removalScript(): string {
  const globals = ABSENT_GLOBALS.map((name) => `delete globalThis.${name};`);
  const members = Object.entries(YOUNG_MEMBERS).flatMap(([owner, names]) =>
    names.map((name) => `delete ${owner}.${name};`),
  );
  return [...globals, ...members].join('\n');
}

/** Script text that makes the context's clock the world's, which stands still during a run. */
export function worldDateScript(nowMs: number): string {
  return `{
    const Real = Date;
    globalThis.Date = class Date extends Real {
      constructor(...args) { if (args.length === 0) super(${nowMs}); else super(...args); }
      static now() { return ${nowMs}; }
    };
  }`;
}

/** Whether `google.script.run`, a menu item or a trigger may name that function. */
export function isCallableName(name: string): boolean {
  return /^[A-Za-z$][\w$]*$/.test(name) && !name.endsWith('_');
}

/**
 * A value as it crosses `google.script.run`: undefined becomes null, and what JSON cannot say (a Date, Map, Set, function,
 * even nested) fails. `path` names the place in the error.
 */
export function checkedForJson(value: unknown, path = 'value'): unknown {
  if (value === undefined || value === null) return null;
  if (typeof value === 'number' && !Number.isFinite(value)) return null;
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value;
  const tag = Object.prototype.toString.call(value);
  if (tag === '[object Array]')
    return (value as unknown[]).map((item, index) => checkedForJson(item, `${path}[${index}]`));
  if (tag !== '[object Object]') throw new TypeError(`google.script.run cannot pass ${tag.slice(8, -1)} (${path})`);
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, checkedForJson(item, `${path}.${key}`)]));
}
