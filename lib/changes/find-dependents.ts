// Rows that rest on what an action appended: references from rows that are in use, outside the action. A row taken out of
// use, a ledger entry that was reversed and its reversal rest on nothing any more, so actions can be undone last first.
import { type Problem, problem } from '#lib/kernel/problem.ts';
import { sameCell } from '#lib/tables/definition/cell-codec.ts';
import { cellName } from '#lib/tables/definition/grid.ts';
import type { TableState } from '#lib/tables/definition/table-state.ts';
import { type TableKey, tables, type WorkbookState } from '#lib/tables/tables.ts';
import type { JournalEntry } from './journal.ts';
import { undoRules } from './undo-rules.ts';

type LooseRow = Readonly<Record<string, unknown>> & { readonly rowIndex: number };

export function findDependents(entry: JournalEntry, workbook: WorkbookState): Problem[] {
  const appended = new Map(
    Object.entries(entry.appended).map(([key, ids]): [string, ReadonlySet<string>] => [key, new Set(ids)]),
  );
  return (Object.keys(tables) as TableKey[]).flatMap((key) => dependentsIn(key, workbook[key], appended, entry));
}

function dependentsIn(
  key: TableKey,
  state: TableState,
  appended: ReadonlyMap<string, ReadonlySet<string>>,
  entry: JournalEntry,
): Problem[] {
  const references = Object.entries(state.table.columns).flatMap(([name, { type }]) => {
    const targets = type.kind === 'ref' ? appended.get(type.table) : undefined;
    return targets === undefined || targets.size === 0 ? [] : [{ name, targets }];
  });
  if (references.length === 0) return [];
  const restored = cellsOf(key, entry);
  const isUsed = usedRows(key, state);
  const own = appended.get(key);
  return (state.rows as readonly LooseRow[]).flatMap((row) => {
    const dependent = String(row.id);
    if (own?.has(dependent) === true || !isUsed(row)) return [];
    return references.flatMap(({ name, targets }) => {
      const id = row[name];
      if (typeof id !== 'string' || !targets.has(id) || sameCell(restored.get(`${dependent}|${name}`) ?? null, id)) {
        return [];
      }
      const cell = cellName(row.rowIndex, state.columnIndexOf.get(name) ?? 0);
      return [problem('undoHasDependent', { id, dependent }, { tab: state.title, cell })];
    });
  });
}

/** The cells of the table that the action wrote into rows that stood already, which the undo gives their values back. */
function cellsOf(key: TableKey, entry: JournalEntry) {
  return new Map(
    entry.updates
      .filter(([table]) => table === key)
      .flatMap(([, id, , cells]) =>
        Object.entries(cells).map(
          ([name, [, after]]) => [`${id ?? String(cells.id?.[1] ?? '')}|${name}`, after] as const,
        ),
      ),
  );
}

function usedRows(key: TableKey, state: TableState): (row: LooseRow) => boolean {
  const rule = undoRules[key];
  if (rule === undefined) return () => true;
  if (rule.kind === 'set') {
    const outOfUse = Object.entries(rule.cells);
    return (row) => !outOfUse.every(([name, value]) => row[name] === value);
  }
  const reversed = new Set<unknown>();
  const reversals = new Set<unknown>();
  for (const row of state.rows as readonly LooseRow[]) {
    const link = row[rule.link];
    if (typeof link !== 'string' || !state.byId.has(link) || link === row.id) continue;
    reversed.add(link);
    reversals.add(row.id);
  }
  return (row) => !reversed.has(row.id) && !reversals.has(row.id);
}
