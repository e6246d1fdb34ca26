// The columns of an imported table of orders; how a table is read is parse-import-table's.
import type { Words } from '#lib/text/words.ts';
import { type ImportedRow, type ImportedTable, parseImportTable } from './parse-import-table.ts';

export type ImportColumn = keyof Words['orders']['importColumns'];
export type ImportRow = ImportedRow<ImportColumn>;

const REQUIRED: readonly ImportColumn[] = ['reference', 'customer', 'product', 'quantity'];

export function parseOrderTable(text: string, words: Words): ImportedTable<ImportColumn> {
  return parseImportTable<ImportColumn>(text, words.orders.importColumns, REQUIRED, words);
}
