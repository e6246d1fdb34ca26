// Whether a product has what makes a hero: it sells all year, its gross margin is above the shop's bar, its stock turns by
// itself. A product that partners ship has no stock to turn, and its margin as a hero is an estimate: it is a candidate.
import type { PlanContext } from '#lib/changes/plan-context.ts';
import { readSeason } from '#lib/forecast/season.ts';
import type { ProductsRow } from '#lib/tables/products.ts';

export interface HeroCheck {
  readonly isCandidate: boolean;
  /** null: the months typed cannot be read. */
  readonly isAllYear: boolean | null;
  readonly margin: { readonly rate: number; readonly isMeasured: boolean; readonly isEnough: boolean } | null;
  /** Times a year. */
  readonly rotation: { readonly value: number; readonly isEnough: boolean } | null;
}

/** What the shop measured; null where it could not. */
export interface HeroFigures {
  readonly marginRate: number | null;
  readonly rotation: number | null;
}

export function checkHero(context: PlanContext, product: ProductsRow, figures: HeroFigures): HeroCheck {
  const { settings } = context;
  const season = readSeason(product.seasonalMonths);
  const isCandidate = product.model !== 'hero';
  const measured = isCandidate ? null : figures.marginRate;
  const rate = measured ?? expectedMargin(context, product);
  const rotation = isCandidate ? null : figures.rotation;
  return {
    isCandidate,
    isAllYear: season === 'unreadable' ? null : season === null,
    margin:
      rate === null ? null : { rate, isMeasured: measured !== null, isEnough: rate > settings['stock.heroMargin'] },
    rotation: rotation === null ? null : { value: rotation, isEnough: rotation > settings['kpi.rotation'] },
  };
}

/** In words, for a cell: every criterion with its figure, ticked or crossed. */
export function sayHeroCheck({ words, settings }: PlanContext, check: HeroCheck): string {
  return words.review.heroCheck({
    ...check,
    bars: { margin: settings['stock.heroMargin'], rotation: settings['kpi.rotation'] },
  });
}

/**
 * From the price and the best offer, before tax. What partners ship is sold to us less their commission; kept in stock
 * instead, it is expected to bring `stock.heroMarginGain` more. null without a price or an offer.
 */
function expectedMargin({ workbook, settings }: PlanContext, product: ProductsRow): number | null {
  const priceCents = product.priceCents / (1 + product.vatRate);
  const offers = workbook.partnerProducts.rows.filter((row) => row.productId === product.id && row.active !== false);
  const offer = offers.find(({ rank }) => rank === 'primary') ?? offers[0];
  if (priceCents <= 0 || offer === undefined || offer.purchasePriceCents === null) return null;
  const margin = 1 - offer.purchasePriceCents / priceCents;
  return product.model === 'hero' ? margin : margin + settings['stock.heroMarginGain'];
}
