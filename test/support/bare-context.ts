// A vm context with the language and nothing else, as Apps Script has it.
import { type Context, createContext, runInContext } from 'node:vm';
import type { WorldClock } from '#local/clock.ts';

/** What Apps Script lacks, or may lack: the bundle must not need it. Built-ins younger than ES2019 are taken out too. */
const MISSING = `
  for (const name of ['Intl', 'WeakRef', 'FinalizationRegistry', 'AggregateError', 'WebAssembly', 'SharedArrayBuffer', 'Atomics', 'Iterator'])
    delete globalThis[name];
  for (const name of ['at', 'findLast', 'findLastIndex', 'toSorted', 'toReversed', 'toSpliced', 'with', 'group', 'groupToMap'])
    delete Array.prototype[name];
  for (const name of ['at', 'replaceAll', 'matchAll', 'isWellFormed', 'toWellFormed']) delete String.prototype[name];
  for (const name of ['hasOwn', 'groupBy']) delete Object[name];
  for (const name of ['groupBy']) delete Map[name];
  for (const name of ['union', 'intersection', 'difference', 'symmetricDifference', 'isSubsetOf', 'isSupersetOf', 'isDisjointFrom'])
    delete Set.prototype[name];
  for (const name of ['any', 'allSettled', 'withResolvers', 'try']) delete Promise[name];
  for (const name of ['toLocaleString']) delete Number.prototype[name];
`;

/** A context of its own built-ins, with the clock of the world and the services given. */
export function bareContext(clock: WorldClock, services: Readonly<Record<string, unknown>>): Context {
  const context = createContext({}, { codeGeneration: { strings: false, wasm: false } });
  runInContext(MISSING, context);
  runInContext('(now) => { Date.now = now; }', context)(() => clock.now());
  Object.assign(context, services);
  return context;
}
