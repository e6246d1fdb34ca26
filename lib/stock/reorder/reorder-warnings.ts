// What a person should look at beside a proposal: an order cut by the date, none at all because of it, a price that is not
// known, a shelf below the red line although everything is ordered.
import type { PlanContext } from '#lib/changes/plan-context.ts';
import { type Problem, problem } from '#lib/kernel/problem.ts';
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

/** Everything is ordered, but the shelf is below the red line: the partner can be reminded. */
function lateOrder({ workbook, words }: PlanContext, need: ReorderNeed): Problem[] {
  const coming = workbook.purchases.rows.find((row) => row.productId === need.product.id && stillToCome(row) > 0);
  if (!need.isUrgent || coming === undefined) return [];
  return [
    problem('purchaseRedLine', {
      product: need.product.name,
      available: words.formatNumber(need.position.available),
      redLine: words.formatNumber(need.redLine),
      purchase: coming.id,
      expectedOn: coming.expectedOn === null ? words.purchases.noDay : words.formatDay(coming.expectedOn),
    }),
  ];
}
