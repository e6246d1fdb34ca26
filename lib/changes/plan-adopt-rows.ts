// Rows typed by hand without an id are adopted: they get the next id of their table and the defaults of the cells left
// empty. Nothing that a person typed is changed.
import { problem } from '#lib/kernel/problem.ts';
import { cellName } from '#lib/tables/definition/grid.ts';
import type { TableState } from '#lib/tables/definition/table-state.ts';
import { type TableKey, tables } from '#lib/tables/tables.ts';
import type { ChangeSet } from './change-set.ts';
import { createDraft } from './draft.ts';
import type { PlanContext } from './plan-context.ts';

export function planAdoptRows(context: PlanContext): ChangeSet {
  const { workbook, words } = context;
  const draft = createDraft(workbook, words);
  for (const key of Object.keys(tables) as TableKey[]) {
    const state: TableState = workbook[key];
    if (!state.usable || state.grid.partial === true || state.table.role === 'view') continue;
    for (const row of state.unadopted) {
      if (state.table.prefix === null) {
        const cell = cellName(row.rowIndex, state.columnIndexOf.get('id') ?? 0);
        draft.report(problem('idMissing', { header: words.header(key, 'id') }, { tab: state.title, cell }));
      } else draft.adopt(state, row.rowIndex, { ...defaultsOf(state, row.cells, context), id: draft.nextId(state) });
    }
  }
  return draft.changeSet();
}

function defaultsOf(
  state: TableState,
  cells: Readonly<Record<string, unknown>>,
  { clock }: PlanContext,
): Record<string, unknown> {
  const defaults: Record<string, unknown> = {};
  for (const [name, column] of Object.entries(state.table.columns)) {
    if (column.adoptAs === null || (cells[name] ?? null) !== null) continue;
    defaults[name] = momentOf(column.adoptAs, clock) ?? column.adoptAs;
  }
  return defaults;
}

function momentOf(adoptAs: unknown, clock: PlanContext['clock']): string | null {
  if (adoptAs === 'today') return clock.today;
  return adoptAs === 'now' ? clock.wallTimeOf(clock.now) : null;
}
