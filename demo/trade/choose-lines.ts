// What a customer puts in an order: products in season, from at most two origins, so that it travels in one or two parcels.
import type { CatalogueProduct } from '#demo/catalogue/catalogue-product.ts';
import { catalogue, heroOf } from '#demo/catalogue/products.ts';
import type { Random } from '#demo/random.ts';
import type { Day } from '#lib/kernel/day.ts';

export interface Choice {
  readonly product: CatalogueProduct;
  readonly quantity: number;
}

export function chooseLines(random: Random, day: Day): readonly Choice[] {
  const month = Number(day.slice(5, 7));
  const inSeason = catalogue.filter((product) => product.months?.includes(month) ?? true);
  const weights = inSeason.map((product) => [product, product.weight] as const);
  const wanted = random.weighted([
    [1, 45],
    [2, 35],
    [3, 20],
  ]);
  const chosen = new Map<CatalogueProduct, number>();
  const origins = new Set<string>();
  for (let tried = 0; tried < wanted * 3 && chosen.size < wanted; tried++) {
    const product = random.weighted(weights);
    const origin = heroOf(product.sku) === undefined ? product.partnerId : 'hub';
    if (chosen.has(product) || (origins.size === 2 && !origins.has(origin))) continue;
    origins.add(origin);
    const quantity = random.weighted([
      [1, 80],
      [2, 15],
      [3, 5],
    ]);
    chosen.set(product, quantity);
  }
  return [...chosen].map(([product, quantity]) => ({ product, quantity }));
}
