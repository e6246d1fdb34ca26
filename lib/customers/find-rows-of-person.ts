// Every row that concerns one of some people, tab by tab: rows that name them, and rows that name such a row (the lines of an
// order, the refunds of an invoice). A row that names somebody else is theirs, whatever else it names.
import type { TableState } from '#lib/tables/definition/table-state.ts';
import { type TableKey, tables, type WorkbookState } from '#lib/tables/tables.ts';

/** Tabs whose rows can be one person's, as they are told. The others belong to the shop: products, lots, purchases… */
export const TABS_OF_A_PERSON = [
  ...(['customers', 'subscriptions', 'requests', 'invoices', 'refunds', 'disputes', 'points', 'pointLots'] as const),
  ...(['orders', 'lines', 'shipments', 'movements', 'tickets', 'repliesSent', 'incidents', 'facts'] as const),
] as const satisfies readonly TableKey[];

export type TabOfAPerson = (typeof TABS_OF_A_PERSON)[number];

export interface PersonRow {
  readonly id: string;
  readonly rowIndex: number;
  /** Decoded; of a row set aside, what could be read. */
  readonly cells: Readonly<Record<string, unknown>>;
  readonly isSound: boolean;
}

export type RowsOfPerson = ReadonlyMap<TabOfAPerson, readonly PersonRow[]>;

/** As far as the tabs were read; tabs without such a row are absent. */
export function findRowsOfPerson(workbook: WorkbookState, customerIds: ReadonlySet<string>): RowsOfPerson {
  const ids = new Map<TableKey, Set<string>>([['customers', new Set(customerIds)]]);
  const tabs = TABS_OF_A_PERSON.map((key) => ({ key, rows: rowsOf(workbook[key]), links: linksOf(key) }));
  // A ticket may name an incident and the incident a ticket: looked through again until nothing more is found.
  for (let found = -1; found !== countOf(ids); ) {
    found = countOf(ids);
    for (const { key, rows, links } of tabs) {
      if (key === 'customers') continue;
      const own = ids.get(key) ?? new Set<string>();
      for (const row of rows) if (!own.has(row.id) && isTheirs(row, links, ids)) own.add(row.id);
      ids.set(key, own);
    }
  }
  return new Map(
    tabs
      .map(({ key, rows }) => [key, rows.filter(({ id }) => ids.get(key)?.has(id) === true)] as const)
      .filter(([, rows]) => rows.length > 0),
  );
}

function rowsOf(state: TableState): readonly PersonRow[] {
  const sound = (state.rows as readonly (Readonly<Record<string, unknown>> & { readonly rowIndex: number })[]).map(
    ({ rowIndex, ...cells }) => ({ id: String(cells.id), rowIndex, cells, isSound: true }),
  );
  const aside = state.setAside.map(({ id, rowIndex, cells }) => ({ id: id ?? '', rowIndex, cells, isSound: false }));
  return [...sound, ...aside];
}

interface Link {
  readonly column: string;
  readonly table: TableKey;
}

const isOfAPerson = (key: string): key is TabOfAPerson => (TABS_OF_A_PERSON as readonly string[]).includes(key);

function linksOf(key: TableKey): readonly Link[] {
  return Object.entries(tables[key].columns).flatMap(([column, { type }]) =>
    type.kind === 'ref' && isOfAPerson(type.table) ? [{ column, table: type.table }] : [],
  );
}

function isTheirs({ cells }: PersonRow, links: readonly Link[], ids: ReadonlyMap<TableKey, ReadonlySet<string>>) {
  const owner = cells.customerId;
  if (typeof owner === 'string') return ids.get('customers')?.has(owner) === true;
  return links.some(({ column, table }) => {
    const named = cells[column];
    return typeof named === 'string' && ids.get(table)?.has(named) === true;
  });
}

function countOf(ids: ReadonlyMap<TableKey, ReadonlySet<string>>): number {
  return [...ids.values()].reduce((sum, own) => sum + own.size, 0);
}
