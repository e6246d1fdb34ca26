// Rows of a tab written as a text table with the headers, labels and formats of the French sheet, so that a shopkeeper can
// read a scenario and check it by hand. The inverse, in spirit, of rows-as-text.
import { DateTime } from 'luxon';
import { instantFromMs } from '#lib/kernel/day.ts';
import { centsFromEuros } from '#lib/kernel/money.ts';
import type { ColumnKind } from '#lib/tables/definition/column.ts';
import type { Table } from '#lib/tables/definition/table.ts';
import { type TableKey, type Tables, tables } from '#lib/tables/tables.ts';
import { fr } from '#lib/text/fr.ts';
import type { TestRow } from './workbook-of.ts';

const ZONE = 'Europe/Paris';

/** First line: headers of the tab; then a line a row, cells between bars, an empty cell empty. Moments are Paris time. */
export function rowsFromText<Key extends TableKey>(key: Key, text: string): TestRow<Tables[Key]>[] {
  const table: Table = tables[key];
  const [headers = [], ...rows] = text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => line.split('|').map((cell) => cell.trim()));
  const names = headers.map((header) => nameOf(key, header));
  return rows.map((cells) => {
    if (cells.length !== names.length) throw new Error(`${key}: ${cells.length} cells in « ${cells.join(' | ')} »`);
    const entries = names.flatMap((name, index) => {
      const cell = cells[index] ?? '';
      const type = table.columns[name]?.type;
      return cell === '' || type === undefined ? [] : [[name, valueOfCell(type, cell)] as const];
    });
    return Object.fromEntries(entries) as TestRow<Tables[Key]>;
  });
}

function nameOf(key: TableKey, header: string): string {
  const name = Object.keys(tables[key].columns).find((column) => fr.header(key, column) === header);
  if (name === undefined) throw new Error(`${key} has no header « ${header} »`);
  return name;
}

function valueOfCell(type: ColumnKind, cell: string): unknown {
  switch (type.kind) {
    case 'choice': {
      const code = fr.choiceCode(type.codes, cell);
      if (code === null) throw new Error(`« ${cell} » is no choice`);
      return code;
    }
    case 'day':
      return parsed(cell, 'dd/MM/yyyy').toISODate();
    case 'wallTime':
      return parsed(cell, 'dd/MM/yyyy HH:mm').toFormat("yyyy-MM-dd'T'HH:mm:ss");
    case 'instant':
      return instantFromMs(parsed(cell, 'dd/MM/yyyy HH:mm').toMillis());
    case 'money':
      return centsFromEuros(numberOf(cell));
    case 'integer':
    case 'decimal':
      return numberOf(cell);
    case 'rate':
      return numberOf(cell.replace('%', '')) / 100;
    case 'flag':
      return cell === 'oui';
    default:
      return cell;
  }
}

function parsed(cell: string, format: string): DateTime {
  const moment = DateTime.fromFormat(cell, format, { zone: ZONE });
  if (!moment.isValid) throw new Error(`« ${cell} » is not ${format}`);
  return moment;
}

function numberOf(cell: string): number {
  const number = Number(cell.replace(',', '.').trim());
  if (Number.isNaN(number)) throw new Error(`« ${cell} » is no number`);
  return number;
}
