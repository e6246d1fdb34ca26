// The rows of the demo workbook, typed by the tables: decoded values by column name, required columns always there, a
// column left out is an empty cell. Nothing here knows of cells, ranges or requests.
import type { RowOf, TableKey } from '#lib/tables/tables.ts';

type CellsOf<Key extends TableKey> = Omit<RowOf<Key>, 'rowIndex'>;
type Required<Cells> = { [Name in keyof Cells]: null extends Cells[Name] ? never : Name }[keyof Cells];

export type DemoRow<Key extends TableKey> = Pick<CellsOf<Key>, Required<CellsOf<Key>>> & Partial<CellsOf<Key>>;

/** A row while the demo shop still writes it. */
export type DraftRow<Key extends TableKey> = { -readonly [Name in keyof DemoRow<Key>]: DemoRow<Key>[Name] };

/** The tables that people and the add-on fill; the night fills the others from Stripe. */
type DemoTable =
  | 'products'
  | 'partners'
  | 'partnerProducts'
  | 'hubs'
  | 'lots'
  | 'movements'
  | 'purchases'
  | 'stockTakes'
  | 'orders'
  | 'lines'
  | 'shipments'
  | 'customers'
  | 'plans'
  | 'requests'
  | 'points'
  | 'pointLots'
  | 'tickets'
  | 'repliesSent'
  | 'incidents'
  | 'closedDays';

export type DemoRows = { readonly [Key in DemoTable]: readonly DemoRow<Key>[] };
