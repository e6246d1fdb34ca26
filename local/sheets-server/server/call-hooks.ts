/**
 * Work to do right before the next matching call is carried out: how a test lets a person edit between two calls.
 */
import { matchesCall } from './faults.ts';

export interface CallHooks {
  /** `fn` runs once, before the next call that matches (see Fault.match). */
  beforeNext(match: string, fn: () => void | Promise<void>): void;
  run(method: string, kind: 'read' | 'write'): Promise<void>;
}

export function createCallHooks(): CallHooks {
  let waiting: { readonly match: string; readonly fn: () => void | Promise<void> }[] = [];
  return {
    beforeNext: (match, fn) => {
      waiting.push({ match, fn });
    },
    run: async (method, kind) => {
      const due = waiting.filter(({ match }) => matchesCall(match, method, kind));
      waiting = waiting.filter((hook) => !due.includes(hook));
      for (const { fn } of due) await fn();
    },
  };
}
