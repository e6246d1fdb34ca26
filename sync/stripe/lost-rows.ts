// Mirror rows that somebody deleted: other tabs still speak of them. They are older than any window of tonight's reading,
// so only their ids bring them back.
import type { WorkbookState } from '#lib/tables/tables.ts';

export interface LostRows {
  readonly subscriptions: readonly string[];
  readonly invoices: readonly string[];
}

export function findLostRows(workbook: WorkbookState): LostRows {
  const { subscriptions, invoices, refunds, disputes, points, facts } = workbook;
  const failures = facts.rows.filter(({ kind }) => kind === 'payment_failed');
  const sources = points.rows.map(({ source }) => source).filter((source) => source?.startsWith('in_'));
  const spokenOf = [
    ...subscriptions.rows.map((row) => row.latestInvoiceId),
    ...refunds.rows.map((row) => row.invoiceId),
    ...disputes.rows.map((row) => row.invoiceId),
    ...failures.map((row) => row.subject),
    ...sources,
  ];
  return {
    subscriptions: absentFrom(
      subscriptions,
      invoices.rows.map((row) => row.subscriptionId),
    ),
    invoices: absentFrom(invoices, spokenOf),
  };
}

interface MirrorTable {
  readonly byId: ReadonlyMap<string, unknown>;
  readonly setAside: readonly { readonly id: string | null }[];
}

function absentFrom({ byId, setAside }: MirrorTable, ids: readonly (string | null | undefined)[]): readonly string[] {
  const aside = new Set(setAside.map(({ id }) => id));
  const absent = ids.flatMap((id) => (id && !byId.has(id) && !aside.has(id) ? [id] : []));
  return [...new Set(absent)].sort();
}
