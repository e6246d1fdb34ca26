// Keeps « Critères produit phare » of Produits at what is so tonight, for heroes and for the products that could become one.
import type { ChangeSet } from '#lib/changes/change-set.ts';
import { createDraft } from '#lib/changes/draft.ts';
import type { PlanContext } from '#lib/changes/plan-context.ts';
import { readKpiShop } from '#lib/kpi/kpi-shop.ts';
import { checkHero, sayHeroCheck } from './hero-check.ts';
import { heroFigures } from './hero-figures.ts';

export function planHeroChecks(context: PlanContext): ChangeSet {
  const { workbook, words } = context;
  const draft = createDraft(workbook, words);
  const figuresOf = heroFigures(readKpiShop(context));
  if (figuresOf === null) return draft.changeSet();
  for (const product of workbook.products.rows) {
    const check = product.active === false ? null : checkHero(context, product, figuresOf(product.id));
    draft.update(workbook.products, product, { heroCheck: check && sayHeroCheck(context, check) });
  }
  return draft.changeSet();
}
