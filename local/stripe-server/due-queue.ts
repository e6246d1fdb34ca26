/**
 * What Stripe will do later (renew, finalize, retry, expire …) and the acts still to be played, as one binary heap by
 * (second, order of entry): the order is total, so that going day by day and going in one jump do the same things.
 */
import type { StripeAct } from '#demo/stripe-act.ts';

/** An entry names what to look at, not what to do to it: when it comes up, the engine checks whether it still applies. */
export type Due =
  | { readonly kind: 'act'; readonly act: StripeAct }
  | { readonly kind: 'renew'; readonly id: string; readonly periodEnd: number }
  | { readonly kind: 'cancel-at'; readonly id: string; readonly cancelAt: number }
  | { readonly kind: 'resume-collection'; readonly id: string; readonly resumesAt: number }
  | { readonly kind: 'expire-incomplete'; readonly id: string }
  | { readonly kind: 'finalize'; readonly id: string }
  | { readonly kind: 'retry'; readonly id: string; readonly attemptAt: number }
  | { readonly kind: 'overdue'; readonly id: string }
  | { readonly kind: 'expire-resumption'; readonly id: string }
  | { readonly kind: 'settle-refund'; readonly id: string; readonly outcome: 'succeeded' | 'failed' }
  | { readonly kind: 'submit-evidence'; readonly id: string }
  | { readonly kind: 'close-dispute'; readonly id: string; readonly outcome: 'won' | 'lost' }
  | { readonly kind: 'schedule-pause'; readonly id: string }
  | { readonly kind: 'schedule-resume'; readonly id: string };

export interface DueEntry {
  readonly at: number;
  readonly order: number;
  readonly due: Due;
}

export interface DueQueue {
  push(at: number, due: Due): void;
  /** The next entry not after `instant`, taken out; undefined when there is none. */
  popUntil(instant: number): DueEntry | undefined;
  entries(): readonly DueEntry[];
}

export function createDueQueue(saved: readonly DueEntry[] = []): DueQueue {
  const heap: DueEntry[] = [];
  let order = 0;
  for (const entry of saved) {
    insert(heap, entry);
    order = Math.max(order, entry.order + 1);
  }
  return {
    push: (at, due) => {
      insert(heap, { at, order, due });
      order += 1;
    },
    popUntil: (instant) => {
      const first = heap[0];
      return first === undefined || first.at > instant ? undefined : takeFirst(heap);
    },
    entries: () => [...heap].sort((left, right) => (isBefore(left, right) ? -1 : 1)),
  };
}

function isBefore(left: DueEntry, right: DueEntry): boolean {
  return left.at < right.at || (left.at === right.at && left.order < right.order);
}

function insert(heap: DueEntry[], entry: DueEntry): void {
  let index = heap.push(entry) - 1;
  while (index > 0) {
    const parentIndex = (index - 1) >> 1;
    const parent = heap[parentIndex];
    if (parent === undefined || isBefore(parent, entry)) break;
    heap[index] = parent;
    index = parentIndex;
  }
  heap[index] = entry;
}

function takeFirst(heap: DueEntry[]): DueEntry | undefined {
  const first = heap[0];
  const last = heap.pop();
  if (last === undefined || heap.length === 0) return first;
  let index = 0;
  for (;;) {
    let childIndex = 2 * index + 1;
    let child = heap[childIndex];
    if (child === undefined) break;
    const right = heap[childIndex + 1];
    if (right !== undefined && isBefore(right, child)) {
      childIndex += 1;
      child = right;
    }
    if (isBefore(last, child)) break;
    heap[index] = child;
    index = childIndex;
  }
  heap[index] = last;
  return first;
}
