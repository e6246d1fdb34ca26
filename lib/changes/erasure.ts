// What tells an erasure from any other action: it notes the day on the customer's row. Its own Journal entry keeps none of the
// values it took away, and it is never undone.
import type { RowChange } from './change-set.ts';
import type { JournalEntry } from './journal.ts';

export function erasesSomebody(changes: readonly RowChange[]): boolean {
  return changes.some(
    (change) =>
      change.table === 'customers' && change.kind === 'update' && (change.cells.erasedOn?.after ?? null) !== null,
  );
}

export function erasedSomebody({ updates }: JournalEntry): boolean {
  return updates.some(([table, , , cells]) => table === 'customers' && (cells.erasedOn?.[1] ?? null) !== null);
}
