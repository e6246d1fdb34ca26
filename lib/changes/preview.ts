// A ChangeSet as lines a person can read before confirming: tab, row, header, before → after, in the workbook's own words
// and formats. It lists every cell that the commit writes except Système's and the Journal's own.
import { dayFromSerial, wallTimeFromSerial } from '#lib/kernel/day.ts';
import { centsFromEuros } from '#lib/kernel/money.ts';
import type { CellValue, ColumnKind } from '#lib/tables/definition/column.ts';
import type { TableState } from '#lib/tables/definition/table-state.ts';
import { tables, type WorkbookState } from '#lib/tables/tables.ts';
import type { Words } from '#lib/text/words.ts';
import type { RowChange } from './change-set.ts';
import { mergeChanges } from './merge-changes.ts';

export interface PreviewLine {
  readonly tab: string;
  readonly id: string;
  readonly kind: 'update' | 'append';
  readonly cells: readonly { readonly header: string; readonly before: string; readonly after: string }[];
}

export function previewOf(changes: readonly RowChange[], workbook: WorkbookState, words: Words): PreviewLine[] {
  return mergeChanges(changes)
    .filter((change) => change.table !== 'system' && change.table !== 'journal')
    .map((change) => {
      const state: TableState = workbook[change.table];
      const columns: Readonly<Record<string, { readonly type: ColumnKind }>> = tables[change.table].columns;
      const cells = Object.entries(change.cells).flatMap(([name, cell]) => {
        const type = columns[name]?.type ?? { kind: 'text' };
        const [before, after] = change.kind === 'append' ? [null, cell] : [cell.before, cell.after];
        if (!state.columnIndexOf.has(name) || (before === null && after === null)) return [];
        const header = words.header(change.table, name);
        return [
          {
            header,
            before: showCell(type, before as CellValue, words),
            after: showCell(type, after as CellValue, words),
          },
        ];
      });
      const id = change.id ?? words.rowNumber(change.kind === 'update' ? change.rowIndex + 1 : 0);
      return { tab: state.title, id, kind: change.kind, cells };
    });
}

/** A cell as the French sheet shows it; an empty cell is empty text. */
export function showCell(type: ColumnKind, cell: CellValue, words: Words): string {
  if (cell === null) return '';
  if (typeof cell === 'boolean') return words.yesNo(cell);
  if (typeof cell !== 'number') return cell;
  switch (type.kind) {
    case 'day': {
      const day = dayFromSerial(cell);
      return day === null ? String(cell) : words.formatDay(day);
    }
    case 'wallTime': {
      const time = wallTimeFromSerial(cell);
      return time === null ? String(cell) : words.formatWallTime(time);
    }
    case 'money':
      return words.formatEuros(centsFromEuros(cell) ?? 0);
    case 'rate':
      return words.formatPercent(cell);
    default:
      return words.formatNumber(cell);
  }
}
