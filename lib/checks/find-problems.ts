// Everything wrong in the cells of the workbook as it stands: cells that cannot be read, and references to nothing in the
// columns that people write. It plans nothing.
import { type Problem, problem } from '#lib/kernel/problem.ts';
import { problemsOf } from '#lib/tables/definition/decode-table.ts';
import { cellName } from '#lib/tables/definition/grid.ts';
import { ownerOf } from '#lib/tables/definition/table.ts';
import type { TableState } from '#lib/tables/definition/table-state.ts';
import { type TableKey, tables, type WorkbookState } from '#lib/tables/tables.ts';
import type { Words } from '#lib/text/words.ts';

export function findProblems(workbook: WorkbookState, words: Words): Problem[] {
  const states = (Object.keys(tables) as TableKey[]).map((key): TableState => workbook[key]);
  return states.flatMap((state) => {
    const found = problemsOf(state);
    // A formula of a live view fails over a bad cell elsewhere, which has its own Problem: people cannot cure it in the view.
    const cells = state.table.role === 'view' ? found.filter(({ code }) => code !== 'cellIsFormulaError') : found;
    return [...cells, ...brokenReferences(state, workbook, words)];
  });
}

/** A mirror's own references are the job's to know; only what people or the add-on write is checked. */
function brokenReferences(state: TableState, workbook: WorkbookState, words: Words): Problem[] {
  const references = Object.entries(state.table.columns).flatMap(([name, column]) => {
    const target = column.type.kind === 'ref' ? workbook[column.type.table as TableKey] : undefined;
    const checked = target?.usable && target.grid.partial !== true && ownerOf(state.table, name) !== 'job';
    return checked
      ? [{ name, target, known: new Set([...target.byId.keys(), ...target.setAside.map(({ id }) => id)]) }]
      : [];
  });
  const problems: Problem[] = [];
  for (const row of [...state.rows, ...state.setAside.map(({ cells, rowIndex }) => ({ ...cells, rowIndex }))]) {
    const cells = row as Readonly<Record<string, unknown>> & { readonly rowIndex: number };
    for (const { name, target, known } of references) {
      const value = cells[name];
      if (typeof value !== 'string' || known.has(value)) continue;
      const at = {
        tab: state.title,
        cell: cellName(cells.rowIndex, state.columnIndexOf.get(name) ?? 0),
        ...(typeof cells.id === 'string' ? { id: cells.id } : {}),
      };
      problems.push(
        problem('refToNothing', { header: words.header(state.table.key, name), value, tab: target.title }, at),
      );
    }
  }
  return problems;
}
