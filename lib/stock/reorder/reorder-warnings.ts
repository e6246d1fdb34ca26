// What a person should look at beside a proposal: an order cut by the date, none at all because of it, a price that is not
// known, a shelf below the red line although everything is ordered.
import type { PlanContext } from '#lib/changes/plan-context.ts';
import { type Problem, problem } from '#lib/kernel/problem.ts';
import type { PurchasesRow } from '#lib/tables/purchases.ts';
import type { ReorderNeed } from './reorder-need.ts';
import { stillToCome } from './stock-position.ts';

export function reorderWarnings(context: PlanContext, need: ReorderNeed): Problem[] {
  const { product, quantity, offer } = need;
  const partner = offer.partner.name;
  switch (quantity.kind) {
    case 'too-much':
      return [
        problem('purchaseTooMuch', {
          product: product.name,
          partner,
          smallest: String(quantity.smallest),
          cap: String(quantity.cap),
        }),
      ];
    case 'enough':
      return lateOrder(context, need);
    default: {
      const warnings: Problem[] = [];
      if (quantity.isCapped) {
        const figures = { quantity: String(quantity.quantity), wanted: String(quantity.wanted) };
        warnings.push(problem('purchaseCapped', { product: product.name, ...figures }));
      }
      if ((need.draft?.unitCostCents ?? offer.unitCostCents) === null) {
        warnings.push(problem('purchaseNoPrice', { product: product.name, partner }));
      }
      return warnings;
    }
  }
}

/** Everything is ordered, but the shelf is below the red line: a draft is to be sent, or the partner to be reminded. */
function lateOrder({ workbook, words }: PlanContext, need: ReorderNeed): Problem[] {
  if (!need.isUrgent) return [];
  const shelf = {
    product: need.product.name,
    available: words.formatNumber(need.position.available),
    redLine: words.formatNumber(need.redLine),
  };
  const urgentDraft = draftToHurry(need);
  if (urgentDraft !== undefined) return [problem('purchaseDraftUrgent', { ...shelf, purchase: urgentDraft.id })];
  const coming = workbook.purchases.rows.find((row) => row.productId === need.product.id && stillToCome(row) > 0);
  if (coming === undefined) return [];
  return [
    problem('purchaseRedLine', {
      ...shelf,
      purchase: coming.id,
      expectedOn: coming.expectedOn === null ? words.purchases.noDay : words.formatDay(coming.expectedOn),
    }),
  ];
}

/** The draft that became urgent while it waited: it would be enough, but nobody has sent it, and nothing else comes. */
export function draftToHurry({ isUrgent, quantity, draft, position }: ReorderNeed): PurchasesRow | undefined {
  const isWaiting = isUrgent && quantity.kind === 'enough' && position.incoming === 0;
  return isWaiting && draft?.urgent !== true ? draft : undefined;
}
