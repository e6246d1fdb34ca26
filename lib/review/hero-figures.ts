// The figures of the KPI tab product by product, as the review and the hero criteria need them. They are computed there, by
// their own definitions, and only looked up here.

import { heroMargin } from '#lib/kpi/hero-margin.ts';
import type { KpiFigure } from '#lib/kpi/kpi-figure.ts';
import type { KpiShop } from '#lib/kpi/kpi-shop.ts';
import { rotation } from '#lib/kpi/rotation.ts';
import type { HeroFigures } from './hero-check.ts';

/** @returns null when a tab that they are read from is unusable: last night's figures are better than half ones. */
export function heroFigures(shop: KpiShop): ((productId: string) => HeroFigures) | null {
  const { workbook } = shop.context;
  if ([...heroMargin.needs, ...rotation.needs].some((key) => !workbook[key].usable)) return null;
  const margins = byProduct(heroMargin.measure(shop, shop.window), 'hero_margin');
  const rotations = byProduct(rotation.measure(shop, shop.year), 'rotation');
  return (productId) => ({
    marginRate: margins.get(productId)?.value ?? null,
    rotation: rotations.get(productId)?.value ?? null,
  });
}

/** Product id → its own figure of that kind. */
export function byProduct(figures: readonly KpiFigure[], id: KpiFigure['id']): ReadonlyMap<string, KpiFigure> {
  return new Map(
    figures.flatMap((figure) =>
      figure.id === id && figure.subject?.kind === 'product' ? [[figure.subject.id, figure] as const] : [],
    ),
  );
}
