// How a column's cells look and what may be typed in them, as the Sheets API wants it. Shared by the template, which
// formats whole columns, and by appended rows, which would otherwise be bare. Colours and widths are the template's.
import type { Words } from '#lib/text/words.ts';
import type { Column } from './column.ts';
import { columnLetters, quotedRange } from './grid.ts';
import { FIRST_DATA_ROW_INDEX, ownerOf, type Table } from './table.ts';

export interface CellFormat {
  readonly numberFormat: { readonly type: string; readonly pattern: string };
}

export interface Validation {
  readonly condition: {
    readonly type: 'ONE_OF_LIST' | 'ONE_OF_RANGE' | 'BOOLEAN';
    readonly values?: readonly { readonly userEnteredValue: string }[];
  };
  readonly strict: boolean;
  readonly showCustomUi: boolean;
}

/** Where the ids of a table stand now: an A1 range with its quoted tab (`'Produits'!$A$3:$A`), null when it has none. */
export type IdRangeOf = (table: string) => string | null;

/** Tables short enough for a list of their ids to help the person who types. */
const LISTED_TABLES: ReadonlySet<string> = new Set([
  'products',
  'partners',
  'hubs',
  'carriers',
  'plans',
  'replyTemplates',
  'faq',
]);

const asText: CellFormat = { numberFormat: { type: 'TEXT', pattern: '@' } };

/** null: the column keeps the sheet's automatic format. Patterns are locale-independent; the workbook's locale renders them. */
export function cellFormatOf(column: Column): CellFormat | null {
  switch (column.type.kind) {
    case 'id':
    case 'ref':
    case 'text':
    case 'instant':
      // A formula in a text cell would be shown, not computed.
      return column.formula ? null : asText;
    case 'day':
      return { numberFormat: { type: 'DATE', pattern: 'dd/mm/yyyy' } };
    case 'wallTime':
      return { numberFormat: { type: 'DATE_TIME', pattern: 'dd/mm/yyyy hh:mm' } };
    case 'money':
      return { numberFormat: { type: 'CURRENCY', pattern: '#,##0.00 [$€]' } };
    case 'integer':
      return { numberFormat: { type: 'NUMBER', pattern: '#,##0' } };
    case 'decimal':
      return { numberFormat: { type: 'NUMBER', pattern: '#,##0.00' } };
    case 'rate':
      return { numberFormat: { type: 'PERCENT', pattern: '0.0%' } };
    case 'choice':
    case 'flag':
    case 'scalar':
      return null;
  }
}

/**
 * What a person may type: choices strictly, ids of short tables with a warning only (a row may be typed before the row it
 * names), ticks. null where people do not type, and in ledgers, where a checkbox would count as data.
 * @param idRangeOf without it, columns that name another table's rows get no list.
 */
export function validationOf<T extends Table>(
  table: T,
  name: keyof T['columns'] & string,
  words: Words,
  idRangeOf: IdRangeOf = () => null,
): Validation | null {
  const column = table.columns[name];
  if (column === undefined || column.formula || table.role === 'ledger' || ownerOf(table, name) === 'job') return null;
  switch (column.type.kind) {
    case 'choice': {
      const values = words.choiceLabels(column.type.codes).map((label) => ({ userEnteredValue: label }));
      return { condition: { type: 'ONE_OF_LIST', values }, strict: true, showCustomUi: true };
    }
    case 'ref': {
      const range = LISTED_TABLES.has(column.type.table) ? idRangeOf(column.type.table) : null;
      if (range === null) return null;
      return {
        condition: { type: 'ONE_OF_RANGE', values: [{ userEnteredValue: `=${range}` }] },
        strict: false,
        showCustomUi: true,
      };
    }
    case 'flag':
      return { condition: { type: 'BOOLEAN' }, strict: true, showCustomUi: true };
    default:
      return null;
  }
}

/** A tab's id column from the first data row down, as {@link IdRangeOf} gives it. */
export function idRange(title: string, columnIndex: number): string {
  const letters = columnLetters(columnIndex);
  return quotedRange(title, `$${letters}$${FIRST_DATA_ROW_INDEX + 1}:$${letters}`);
}
