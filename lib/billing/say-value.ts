// A cell's value as a person reads it on the Rapprochement.
import type { Day } from '#lib/kernel/day.ts';
import { decodeCell } from '#lib/tables/definition/cell-codec.ts';
import type { CellValue } from '#lib/tables/definition/column.ts';
import type { Table } from '#lib/tables/definition/table.ts';
import type { Words } from '#lib/text/words.ts';

/** A decoded value in the manner of its column; nothing is said as « vide ». */
export function sayValue(table: Table, name: string, value: unknown, words: Words): string {
  if (value === null || value === undefined) return words.reconciliation.nothing;
  switch (table.columns[name]?.type.kind) {
    case 'day':
      return words.formatDay(value as Day);
    case 'money':
      return words.formatEuros(value as number);
    case 'choice':
      return words.choiceLabel(value as string);
    default:
      return String(value);
  }
}

/** A cell as it stands: like a value when it can be read, else as typed, quoted (a bare #REF! would be an error again). */
export function sayCell(table: Table, name: string, cell: CellValue, words: Words): string {
  const column = table.columns[name];
  if (cell === null || column === undefined) return words.reconciliation.nothing;
  const decoded = decodeCell(column.type, cell, words);
  return decoded.ok ? sayValue(table, name, decoded.value, words) : words.reconciliation.typed({ text: String(cell) });
}
