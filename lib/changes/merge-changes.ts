// One batch, one write per cell and one row per id, and no write of what is so already: several plans may touch the same
// row. The first `before` and the last `after` stand; an update of a row appended in the same batch becomes part of it.
import { sameCell } from '#lib/tables/definition/cell-codec.ts';
import type { CellChange, RowAppend, RowChange, RowUpdate } from './change-set.ts';

export function mergeChanges(changes: readonly RowChange[]): RowChange[] {
  const merged = new Map<string, RowChange>();
  for (const change of changes) {
    const appended = change.kind === 'update' && change.id !== null ? merged.get(appendKey(change)) : undefined;
    if (appended?.kind === 'append') merged.set(appendKey(change), intoAppend(appended, change as RowUpdate));
    else if (change.kind === 'append') merged.set(appendKey(change), ontoAppend(merged.get(appendKey(change)), change));
    else merged.set(updateKey(change), intoUpdate(merged.get(updateKey(change)) as RowUpdate | undefined, change));
  }
  return [...merged.values()].filter((change) => Object.keys(change.cells).length > 0);
}

const appendKey = (change: RowChange): string => `${change.table}+${change.id}`;

// The row of the read, not the id: an adopted row has no id in its first change and one in the next.
const updateKey = (change: RowUpdate): string => `${change.table}@${change.rowIndex}`;

function ontoAppend(earlier: RowChange | undefined, later: RowAppend): RowAppend {
  return earlier?.kind === 'append' ? { ...earlier, cells: { ...earlier.cells, ...later.cells } } : later;
}

function intoAppend(append: RowAppend, update: RowUpdate): RowAppend {
  const cells = { ...append.cells };
  for (const [name, change] of Object.entries(update.cells)) cells[name] = change.after;
  return { ...append, cells };
}

function intoUpdate(earlier: RowUpdate | undefined, later: RowUpdate): RowUpdate {
  const cells: Record<string, CellChange> = { ...earlier?.cells };
  for (const [name, change] of Object.entries(later.cells)) {
    const before = cells[name]?.before ?? change.before;
    if (sameCell(before, change.after)) delete cells[name];
    else cells[name] = { before, after: change.after };
  }
  return { ...(earlier ?? later), cells };
}
