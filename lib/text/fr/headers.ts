// The French header of every column, and the notes that need more than a header. People may rename a header: row 2 is
// theirs, columns are found by the key row.
import type { TableKey } from '#lib/tables/tables.ts';
import type { HeadersOf, NotesOf } from './column-texts.ts';
import { billingHeaders, billingNotes } from './headers-billing.ts';
import { careHeaders, careNotes } from './headers-care.ts';
import { orderHeaders, orderNotes } from './headers-orders.ts';
import { steeringHeaders, steeringNotes } from './headers-steering.ts';
import { stockHeaders, stockNotes } from './headers-stock.ts';

const headers: HeadersOf<TableKey> = {
  ...billingHeaders,
  ...stockHeaders,
  ...orderHeaders,
  ...careHeaders,
  ...steeringHeaders,
};

const notes: NotesOf<TableKey> = { ...billingNotes, ...stockNotes, ...orderNotes, ...careNotes, ...steeringNotes };

export function headerOf(table: string, name: string): string {
  return (headers[table as TableKey] as Readonly<Record<string, string>>)[name] ?? name;
}

/** null when the header says enough. */
export function noteOf(table: string, name: string): string | null {
  return (notes[table as TableKey] as Readonly<Record<string, string>> | undefined)?.[name] ?? null;
}
