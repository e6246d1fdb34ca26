// The rows of a person that a reply may be about when none is named: what is still going on, never what is over.
import type { RowOf, WorkbookState } from '#lib/tables/tables.ts';
import type { ReplyTable } from './reply-facts.ts';

const OVER: ReadonlySet<RowOf<'orders'>['status']> = new Set(['draft', 'delivered', 'returned', 'voided']);
const ENDED: ReadonlySet<RowOf<'subscriptions'>['status']> = new Set(['canceled', 'incomplete_expired', 'unknown']);

/** @param orderId the order in question, when it is known: an incident may name it. */
export function rowsOfCustomer(
  key: ReplyTable,
  customerId: string,
  orderId: string | null,
  workbook: WorkbookState,
): readonly RowOf<ReplyTable>[] {
  const isTheirs = (row: { readonly customerId: string | null }) => row.customerId === customerId;
  switch (key) {
    case 'orders':
      return workbook.orders.rows.filter((order) => isTheirs(order) && !OVER.has(order.status));
    case 'subscriptions':
      return workbook.subscriptions.rows.filter((row) => isTheirs(row) && !ENDED.has(row.status));
    case 'invoices':
      return workbook.invoices.rows.filter(
        (row) => isTheirs(row) && (row.recovery === 'grace' || row.recovery === 'overdue'),
      );
    case 'incidents':
      return workbook.incidents.rows.filter((row) => isOpen(row) && isConcerned(row, customerId, orderId));
    case 'customers':
    case 'lines':
    case 'tickets':
      return [];
  }
}

function isOpen({ status }: RowOf<'incidents'>): boolean {
  return status === 'open' || status === 'in_progress';
}

function isConcerned(incident: RowOf<'incidents'>, customerId: string, orderId: string | null): boolean {
  if (incident.customerId === customerId) return true;
  if (orderId !== null && incident.orderId === orderId) return true;
  const people = (incident.people ?? '').split(/[\s,;]+/);
  return people.includes(customerId) || (orderId !== null && people.includes(orderId));
}
