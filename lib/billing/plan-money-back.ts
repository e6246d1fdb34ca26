// Factures › Rendu and Retenu, derived from the rows of Remboursements and Litiges, all of them: what left the shop for
// good, and what a bank holds or has taken. Nothing is counted twice, and never more than was paid.
import type { ChangeSet } from '#lib/changes/change-set.ts';
import { createDraft } from '#lib/changes/draft.ts';
import type { PlanContext } from '#lib/changes/plan-context.ts';
import { canRun } from './can-run.ts';

/** A row set aside counts no money; its invoice keeps what it shows until the row is sound again. */
export function planMoneyBack(context: PlanContext): ChangeSet {
  const { invoices, refunds, disputes } = context.workbook;
  const draft = createDraft(context.workbook, context.words);
  if (!canRun(context, draft, 'moneyBack', ['invoices', 'refunds', 'disputes'])) return draft.changeSet();
  const paidBack = sumByInvoice(refunds.rows, (row) =>
    row.status === 'succeeded' || row.status === 'issued' ? row.paidBackCents : 0,
  );
  const withheld = sumByInvoice(disputes.rows, (row) => row.withheldCents);
  const frozen = new Set([...refunds.setAside, ...disputes.setAside].map((row) => row.cells.invoiceId));
  for (const row of invoices.rows) {
    if (frozen.has(row.id)) continue;
    const paidBackCents = capped(paidBack.get(row.id), row.paidCents);
    const withheldCents = capped(withheld.get(row.id), row.paidCents - paidBackCents);
    if (row.paidBackCents === paidBackCents && row.withheldCents === withheldCents) continue;
    draft.update(invoices, row, { paidBackCents, withheldCents });
  }
  return draft.changeSet();
}

function sumByInvoice<Row extends { readonly invoiceId: string | null }>(
  rows: readonly Row[],
  centsOf: (row: Row) => number,
): ReadonlyMap<string, number> {
  const sums = new Map<string, number>();
  for (const row of rows)
    if (row.invoiceId !== null) sums.set(row.invoiceId, (sums.get(row.invoiceId) ?? 0) + centsOf(row));
  return sums;
}

function capped(cents: number | undefined, most: number): number {
  return Math.max(0, Math.min(cents ?? 0, most));
}
