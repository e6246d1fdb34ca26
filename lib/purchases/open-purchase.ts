// The purchase an action is about, with the rows that were ordered together with it. What goes to one partner in one bundle
// is sent, moved and told of together.
import type { PlanContext } from '#lib/changes/plan-context.ts';
import { type Problem, problem } from '#lib/kernel/problem.ts';
import type { PartnersRow } from '#lib/tables/partners.ts';
import type { PurchasesRow } from '#lib/tables/purchases.ts';

export type PurchaseStatus = PurchasesRow['status'];

export interface OpenPurchase {
  readonly purchase: PurchasesRow;
  readonly partner: PartnersRow | undefined;
  /** In the order of the sheet, the purchase itself among them: same bundle, same partner, in one of the states asked for. */
  readonly bundle: readonly PurchasesRow[];
}

/** @param states in which the action can do something. */
export function openPurchase(
  { workbook, words }: PlanContext,
  purchaseId: string,
  states: readonly PurchaseStatus[],
): OpenPurchase | { readonly refusals: readonly Problem[] } {
  const { purchases, partners } = workbook;
  const unusable = [purchases, partners].filter(({ usable }) => !usable);
  if (unusable.length > 0) {
    return { refusals: unusable.map(({ title }) => problem('stockTabUnusable', { tab: title })) };
  }
  const purchase = purchases.byId.get(purchaseId);
  if (purchase === undefined) {
    return { refusals: [problem('stockRowUnknown', { id: purchaseId, tab: purchases.title })] };
  }
  if (!states.includes(purchase.status)) {
    const status = words.choiceLabel(purchase.status);
    return { refusals: [problem('purchaseStatusNot', { purchase: purchaseId, status })] };
  }
  const { bundle, partnerId } = purchase;
  const isTogether = (row: PurchasesRow) =>
    row.id === purchase.id || (bundle !== null && row.bundle === bundle && row.partnerId === partnerId);
  return {
    purchase,
    partner: partners.byId.get(partnerId),
    bundle: purchases.rows.filter((row) => isTogether(row) && states.includes(row.status)),
  };
}

/** A line added to a note that stands already. */
export function noteWith(note: string | null, addition: string): string {
  return note === null ? addition : `${note}\n${addition}`;
}
