// The catalogue of the demo shop: three hero products kept in stock and what the partners ship themselves. Prices include
// tax; costs and purchase prices do not. `weight` says how often a product is ordered against the others.
import { CLEANING, FLASKS, GARDEN, HABEEBEE, ILANGA, JARS, LINEN, PAPER, TEAS } from './partners.ts';

export interface CatalogueProduct {
  readonly sku: string;
  readonly name: string;
  readonly partnerId: string;
  readonly category: string;
  readonly priceCents: number;
  readonly vatRate: number;
  readonly grams: number;
  readonly weight: number;
  /** Numbers of the months it is sold in; all year when left out. */
  readonly months?: readonly number[];
}

export interface HeroProduct extends CatalogueProduct {
  readonly costCents: number;
  readonly targetStock: number;
  readonly pack: number;
  readonly shelfLifeDays: number;
  readonly dateKind: 'ddm' | 'no_date';
  readonly substitute: string;
}

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

export const dropshipProducts: readonly CatalogueProduct[] = [
  {
    sku: 'HAB-BAUME-30',
    name: 'Baume réparateur HABEEBEE, 30 ml',
    partnerId: HABEEBEE,
    category: 'Soin',
    priceCents: 1650,
    vatRate: GOODS,
    grams: 80,
    weight: 6,
  },
  {
    sku: 'HAB-DEO-60',
    name: 'Déodorant solide HABEEBEE, 60 g',
    partnerId: HABEEBEE,
    category: 'Soin',
    priceCents: 1190,
    vatRate: GOODS,
    grams: 90,
    weight: 4,
  },
  {
    sku: 'HAB-SHAMP-85',
    name: 'Shampoing solide HABEEBEE, 85 g',
    partnerId: HABEEBEE,
    category: 'Soin',
    priceCents: 1090,
    vatRate: GOODS,
    grams: 100,
    weight: 5,
  },
  {
    sku: 'ILA-MIEL-500',
    name: 'Miel de forêt ILANGA, 500 g',
    partnerId: ILANGA,
    category: 'Épicerie',
    priceCents: 1990,
    vatRate: FOOD,
    grams: 780,
    weight: 4,
  },
  {
    sku: 'ILA-CURCUMA-80',
    name: 'Curcuma moulu ILANGA, 80 g',
    partnerId: ILANGA,
    category: 'Épicerie',
    priceCents: 690,
    vatRate: FOOD,
    grams: 130,
    weight: 3,
  },
  {
    sku: 'LIN-TORCHON-2',
    name: 'Deux torchons en lin lavé',
    partnerId: LINEN,
    category: 'Maison',
    priceCents: 2900,
    vatRate: GOODS,
    grams: 310,
    weight: 3,
  },
  {
    sku: 'LIN-SAC-PAIN',
    name: 'Sac à pain en lin',
    partnerId: LINEN,
    category: 'Maison',
    priceCents: 1850,
    vatRate: GOODS,
    grams: 120,
    weight: 3,
  },
  {
    sku: 'LIN-SERV-4',
    name: 'Quatre serviettes de table en lin',
    partnerId: LINEN,
    category: 'Maison',
    priceCents: 3900,
    vatRate: GOODS,
    grams: 380,
    weight: 2,
  },
  {
    sku: 'TAL-SEMIS-PRIN',
    name: 'Kit de semis de printemps',
    partnerId: GARDEN,
    category: 'Jardin',
    priceCents: 1490,
    vatRate: 0.1,
    grams: 240,
    weight: 6,
    months: [2, 3, 4, 5],
  },
  {
    sku: 'TAL-FLEURS-MEL',
    name: 'Fleurs mellifères, mélange 20 m²',
    partnerId: GARDEN,
    category: 'Jardin',
    priceCents: 990,
    vatRate: 0.1,
    grams: 60,
    weight: 5,
    months: [3, 4, 5, 6, 9, 10],
  },
  {
    sku: 'TAL-BULBES-12',
    name: 'Douze bulbes rustiques',
    partnerId: GARDEN,
    category: 'Jardin',
    priceCents: 1250,
    vatRate: 0.1,
    grams: 350,
    weight: 4,
    months: [9, 10, 11],
  },
  {
    sku: 'BRI-INFUSION-ETE',
    name: 'Infusion d’été verveine et menthe',
    partnerId: TEAS,
    category: 'Épicerie',
    priceCents: 890,
    vatRate: FOOD,
    grams: 70,
    weight: 4,
    months: [4, 5, 6, 7, 8, 9],
  },
  {
    sku: 'BRI-TISANE-SOIR',
    name: 'Tisane du soir tilleul et mélisse',
    partnerId: TEAS,
    category: 'Épicerie',
    priceCents: 890,
    vatRate: FOOD,
    grams: 70,
    weight: 5,
  },
  {
    sku: 'BRI-COFFRET-HIV',
    name: 'Coffret d’hiver, six tisanes',
    partnerId: TEAS,
    category: 'Épicerie',
    priceCents: 2490,
    vatRate: FOOD,
    grams: 320,
    weight: 6,
    months: [10, 11, 12, 1],
  },
  {
    sku: 'BOC-LENTILLES',
    name: 'Lentilles vertes en bocal, 800 g',
    partnerId: JARS,
    category: 'Épicerie',
    priceCents: 790,
    vatRate: FOOD,
    grams: 1250,
    weight: 3,
  },
  {
    sku: 'BOC-KIT-SOUPE',
    name: 'Kit à soupe en bocal',
    partnerId: JARS,
    category: 'Épicerie',
    priceCents: 990,
    vatRate: FOOD,
    grams: 620,
    weight: 4,
    months: [9, 10, 11, 12, 1, 2, 3],
  },
  {
    sku: 'BOC-GRANOLA',
    name: 'Granola noisette en bocal, 400 g',
    partnerId: JARS,
    category: 'Épicerie',
    priceCents: 1150,
    vatRate: FOOD,
    grams: 760,
    weight: 5,
  },
  {
    sku: 'FOU-CARNET-A5',
    name: 'Carnet A5 en papier recyclé',
    partnerId: PAPER,
    category: 'Papeterie',
    priceCents: 1290,
    vatRate: GOODS,
    grams: 230,
    weight: 3,
  },
  {
    sku: 'FOU-AGENDA',
    name: 'Agenda de l’année en papier recyclé',
    partnerId: PAPER,
    category: 'Papeterie',
    priceCents: 1890,
    vatRate: GOODS,
    grams: 340,
    weight: 5,
    months: [9, 10, 11, 12, 1],
  },
  {
    sku: 'FOU-CARTES-8',
    name: 'Huit cartes à planter',
    partnerId: PAPER,
    category: 'Papeterie',
    priceCents: 1590,
    vatRate: GOODS,
    grams: 90,
    weight: 3,
  },
  {
    sku: 'GUE-NOIR-1L',
    name: 'Savon noir concentré, 1 l',
    partnerId: CLEANING,
    category: 'Entretien',
    priceCents: 1090,
    vatRate: GOODS,
    grams: 1100,
    weight: 5,
  },
  {
    sku: 'GUE-LESSIVE-2',
    name: 'Lessive au savon de Marseille, 2 l',
    partnerId: CLEANING,
    category: 'Entretien',
    priceCents: 1490,
    vatRate: GOODS,
    grams: 2150,
    weight: 4,
  },
  {
    sku: 'GUE-VAISSELLE',
    name: 'Vaisselle solide et sa brosse',
    partnerId: CLEANING,
    category: 'Entretien',
    priceCents: 1790,
    vatRate: GOODS,
    grams: 320,
    weight: 5,
  },
  {
    sku: 'GUE-DETACHANT',
    name: 'Détachant au fiel, 100 g',
    partnerId: CLEANING,
    category: 'Entretien',
    priceCents: 590,
    vatRate: GOODS,
    grams: 110,
    weight: 2,
  },
  {
    sku: 'GOU-INOX-500',
    name: 'Gourde en inox, 500 ml',
    partnerId: FLASKS,
    category: 'Quotidien',
    priceCents: 2490,
    vatRate: GOODS,
    grams: 310,
    weight: 4,
  },
  {
    sku: 'GOU-BOITE-REPAS',
    name: 'Boîte à repas en inox',
    partnerId: FLASKS,
    category: 'Quotidien',
    priceCents: 3490,
    vatRate: GOODS,
    grams: 520,
    weight: 3,
  },
  {
    sku: 'GOU-ENFANT-350',
    name: 'Gourde d’enfant, 350 ml',
    partnerId: FLASKS,
    category: 'Quotidien',
    priceCents: 2190,
    vatRate: GOODS,
    grams: 220,
    weight: 3,
    months: [6, 7, 8, 9],
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
