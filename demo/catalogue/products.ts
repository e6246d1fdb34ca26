// The catalogue of the demo shop: three hero products kept in stock, and what the partners ship themselves.
import type { CatalogueProduct, HeroProduct } from './catalogue-product.ts';
import { dropshipProducts } from './dropship-products.ts';
import { HABEEBEE, ILANGA } from './partners.ts';

export const HONEY = 'ILA-MIEL-250';
export const SPICES = 'ILA-EPICES-MINI';
export const SOAP = 'HAB-SAVONS-3';

const FOOD = 0.055;
const GOODS = 0.2;

export const heroes: readonly HeroProduct[] = [
  {
    sku: HONEY,
    name: 'Miel de fleurs sauvages ILANGA, 250 g',
    partnerId: ILANGA,
    category: 'Épicerie',
    priceCents: 1290,
    vatRate: FOOD,
    grams: 420,
    weight: 22,
    costCents: 545,
    targetStock: 72,
    pack: 12,
    shelfLifeDays: 720,
    dateKind: 'ddm',
    substitute: 'ILA-MIEL-500',
  },
  {
    sku: SPICES,
    name: 'Mini-coffret d’épices ILANGA',
    partnerId: ILANGA,
    category: 'Épicerie',
    priceCents: 1690,
    vatRate: FOOD,
    grams: 190,
    weight: 15,
    costCents: 715,
    targetStock: 54,
    pack: 6,
    shelfLifeDays: 420,
    dateKind: 'ddm',
    substitute: 'BRI-INFUSION-ETE',
  },
  {
    sku: SOAP,
    name: 'Coffret de trois savons HABEEBEE',
    partnerId: HABEEBEE,
    category: 'Soin',
    priceCents: 2190,
    vatRate: GOODS,
    grams: 360,
    weight: 18,
    costCents: 820,
    targetStock: 60,
    pack: 10,
    shelfLifeDays: 1080,
    dateKind: 'no_date',
    substitute: 'HAB-BAUME-30',
  },
];

export const catalogue: readonly CatalogueProduct[] = [...heroes, ...dropshipProducts];

const productsBySku = new Map(catalogue.map((product) => [product.sku, product]));

export function productOf(sku: string): CatalogueProduct {
  const product = productsBySku.get(sku);
  if (product === undefined) throw new Error(`Bug: no product ${sku}`);
  return product;
}

export function heroOf(sku: string): HeroProduct | undefined {
  return heroes.find((hero) => hero.sku === sku);
}

/** Price before tax, whole cents. */
export function priceBeforeTaxCents(product: CatalogueProduct): number {
  return Math.round(product.priceCents / (1 + product.vatRate));
}
