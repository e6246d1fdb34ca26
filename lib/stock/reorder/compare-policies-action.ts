// Shows what both reorder policies would have done with the shop's own sales. It writes nothing.
import { type ActionPlan, defineAction } from '#lib/actions/action.ts';
import { refusedPlan } from '#lib/actions/action-plan.ts';
import { rowField } from '#lib/actions/field.ts';
import type { PlanContext } from '#lib/changes/plan-context.ts';
import { addDays } from '#lib/kernel/day.ts';
import { type Problem, problem } from '#lib/kernel/problem.ts';
import type { ProductsRow } from '#lib/tables/products.ts';
import { selectedId } from '../form-options.ts';
import { unknownRow } from '../plan-with-stock.ts';
import { chooseOffer } from './choose-offer.ts';
import { comparePolicies, type PolicyComparison } from './compare-policies.ts';
import { demandHistory, shelfMovements } from './demand-history.ts';
import { productsOf } from './plan-propose-purchases.ts';
import { purchaseOffers } from './purchase-offers.ts';

export interface ComparePoliciesInput {
  /** null: every hero product on sale. */
  readonly productId: string | null;
}

export const comparePoliciesAction = defineAction({
  id: 'compare-reorder-policies',
  menu: 'purchases',
  startsFrom: ['products', 'stock'],
  reads: ['products', 'movements', 'partners', 'partnerProducts'],
  appends: [],
  fields: { productId: rowField('products') },
  prepare: (context, selection) => ({
    initial: { productId: selectedId(selection, 'products') ?? selectedId(selection, 'stock') },
    options: { productId: productsOf(context, null).map(({ id, name }) => ({ value: id, label: name })) },
    hints: [context.words.purchases.comparisonNote],
  }),
  plan: planComparePolicies,
});

export function planComparePolicies(context: PlanContext, { productId }: ComparePoliciesInput): ActionPlan {
  const { workbook, words } = context;
  if (productId !== null && !workbook.products.byId.has(productId)) {
    return refusedPlan(unknownRow(workbook.products, productId));
  }
  if (!workbook.movements.usable) return refusedPlan(problem('stockTabUnusable', { tab: workbook.movements.title }));
  const movements = shelfMovements(workbook.movements.rows);
  const problems: Problem[] = [];
  const sentences = productsOf(context, productId).flatMap((product) => {
    const found = compareProduct(context, product, movements);
    if ('runs' in found) return [sentenceOf(context, product, found)];
    problems.push(found);
    return [];
  });
  if (sentences.length === 0) return refusedPlan(...problems);
  const text = [...sentences, words.purchases.comparisonNote].join('\n\n');
  const effects = [{ kind: 'copy', label: words.purchases.comparisonLabel, text }] as const;
  return { changes: [], problems, refusals: [], summary: sentences.join('\n'), effects };
}

function compareProduct(
  context: PlanContext,
  product: ProductsRow,
  movements: ReturnType<typeof shelfMovements>,
): PolicyComparison | Problem {
  const { clock, settings } = context;
  const offers = purchaseOffers(context, product).map((offer) => ({ ...offer, id: offer.partner.id }));
  const offer = chooseOffer(offers, { quantity: Number.POSITIVE_INFINITY, neededInDays: null });
  if (offer === undefined) return problem('purchaseNoPartner', { product: product.name });
  const own = movements.get(product.id) ?? [];
  const history = demandHistory(own, { from: own[0]?.on ?? clock.today, until: addDays(clock.today, -1) });
  const weeks = String(settings['forecast.minimumWeeks'] + settings['stock.cycleWeeks']);
  return (
    comparePolicies(context, product, offer, history) ??
    problem('purchaseHistoryShort', { product: product.name, weeks })
  );
}

function sentenceOf({ words }: PlanContext, product: ProductsRow, { from, until, runs }: PolicyComparison): string {
  return words.purchases.comparison({
    product: product.name,
    from: words.formatDay(from),
    until: words.formatDay(until),
    figures: runs.map(({ policy, run, boundCents }) => ({
      label: words.purchases.policyLabels[policy],
      boundCents,
      ...run,
    })),
  });
}
