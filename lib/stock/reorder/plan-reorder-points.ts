// Keeps « Point de commande » of Produits at what the policy says tonight, so that the Stock tab shows what is to be ordered
// by the same rule as the proposals. Products the shop does not keep in stock have none.
import type { ChangeSet } from '#lib/changes/change-set.ts';
import { createDraft } from '#lib/changes/draft.ts';
import type { PlanContext } from '#lib/changes/plan-context.ts';
import { shelfMovements } from './demand-history.ts';
import { productsOf } from './plan-propose-purchases.ts';
import { findReorderNeed } from './reorder-need.ts';

export function planReorderPoints(context: PlanContext): ChangeSet {
  const { workbook, words } = context;
  const draft = createDraft(workbook, words);
  // An average over half the ledger would be worse than last night's.
  if (!workbook.movements.usable || !workbook.partners.usable || !workbook.partnerProducts.usable)
    return draft.changeSet();
  const movements = shelfMovements(workbook.movements.rows);
  const kept = new Set(productsOf(context, null).map(({ id }) => id));
  for (const product of workbook.products.rows) {
    const need = kept.has(product.id) ? findReorderNeed(context, product, movements) : null;
    const reorderPoint = need === null || typeof need === 'string' ? null : need.by.levels.point;
    draft.update(workbook.products, product, { reorderPoint });
  }
  return draft.changeSet();
}
