// What the partners of the demo shop ship themselves.
import type { CatalogueProduct } from './catalogue-product.ts';
import { CLEANING, FLASKS, GARDEN, HABEEBEE, ILANGA, JARS, LINEN, PAPER, TEAS } from './partners.ts';

const FOOD = 0.055;
const PLANTS = 0.1;
const GOODS = 0.2;

type Listed = readonly [
  sku: string,
  name: string,
  partnerId: string,
  category: string,
  priceCents: number,
  vatRate: number,
  grams: number,
  weight: number,
  months?: readonly number[],
];

const listed: readonly Listed[] = [
  ['HAB-BAUME-30', 'Baume réparateur HABEEBEE, 30 ml', HABEEBEE, 'Soin', 1650, GOODS, 80, 6],
  ['HAB-DEO-60', 'Déodorant solide HABEEBEE, 60 g', HABEEBEE, 'Soin', 1190, GOODS, 90, 4],
  ['HAB-SHAMP-85', 'Shampoing solide HABEEBEE, 85 g', HABEEBEE, 'Soin', 1090, GOODS, 100, 5],
  ['ILA-MIEL-500', 'Miel de forêt ILANGA, 500 g', ILANGA, 'Épicerie', 1990, FOOD, 780, 4],
  ['ILA-CURCUMA-80', 'Curcuma moulu ILANGA, 80 g', ILANGA, 'Épicerie', 690, FOOD, 130, 3],
  ['LIN-TORCHON-2', 'Deux torchons en lin lavé', LINEN, 'Maison', 2900, GOODS, 310, 3],
  ['LIN-SAC-PAIN', 'Sac à pain en lin', LINEN, 'Maison', 1850, GOODS, 120, 3],
  ['LIN-SERV-4', 'Quatre serviettes de table en lin', LINEN, 'Maison', 3900, GOODS, 380, 2],
  ['TAL-SEMIS-PRIN', 'Kit de semis de printemps', GARDEN, 'Jardin', 1490, PLANTS, 240, 6, [2, 3, 4, 5]],
  ['TAL-FLEURS-MEL', 'Fleurs mellifères, mélange 20 m²', GARDEN, 'Jardin', 990, PLANTS, 60, 5, [3, 4, 5, 6, 9, 10]],
  ['TAL-BULBES-12', 'Douze bulbes rustiques', GARDEN, 'Jardin', 1250, PLANTS, 350, 4, [9, 10, 11]],
  ['BRI-INFUSION-ETE', 'Infusion d’été verveine et menthe', TEAS, 'Épicerie', 890, FOOD, 70, 4, [4, 5, 6, 7, 8, 9]],
  ['BRI-TISANE-SOIR', 'Tisane du soir tilleul et mélisse', TEAS, 'Épicerie', 890, FOOD, 70, 5],
  ['BRI-COFFRET-HIV', 'Coffret d’hiver, six tisanes', TEAS, 'Épicerie', 2490, FOOD, 320, 6, [10, 11, 12, 1]],
  ['BOC-LENTILLES', 'Lentilles vertes en bocal, 800 g', JARS, 'Épicerie', 790, FOOD, 1250, 3],
  ['BOC-KIT-SOUPE', 'Kit à soupe en bocal', JARS, 'Épicerie', 990, FOOD, 620, 4, [9, 10, 11, 12, 1, 2, 3]],
  ['BOC-GRANOLA', 'Granola noisette en bocal, 400 g', JARS, 'Épicerie', 1150, FOOD, 760, 5],
  ['FOU-CARNET-A5', 'Carnet A5 en papier recyclé', PAPER, 'Papeterie', 1290, GOODS, 230, 3],
  ['FOU-AGENDA', 'Agenda de l’année en papier recyclé', PAPER, 'Papeterie', 1890, GOODS, 340, 5, [9, 10, 11, 12, 1]],
  ['FOU-CARTES-8', 'Huit cartes à planter', PAPER, 'Papeterie', 1590, GOODS, 90, 3],
  ['GUE-NOIR-1L', 'Savon noir concentré, 1 l', CLEANING, 'Entretien', 1090, GOODS, 1100, 5],
  ['GUE-LESSIVE-2', 'Lessive au savon de Marseille, 2 l', CLEANING, 'Entretien', 1490, GOODS, 2150, 4],
  ['GUE-VAISSELLE', 'Vaisselle solide et sa brosse', CLEANING, 'Entretien', 1790, GOODS, 320, 5],
  ['GUE-DETACHANT', 'Détachant au fiel, 100 g', CLEANING, 'Entretien', 590, GOODS, 110, 2],
  ['GOU-INOX-500', 'Gourde en inox, 500 ml', FLASKS, 'Quotidien', 2490, GOODS, 310, 4],
  ['GOU-BOITE-REPAS', 'Boîte à repas en inox', FLASKS, 'Quotidien', 3490, GOODS, 520, 3],
  ['GOU-ENFANT-350', 'Gourde d’enfant, 350 ml', FLASKS, 'Quotidien', 2190, GOODS, 220, 3, [6, 7, 8, 9]],
];

export const dropshipProducts: readonly CatalogueProduct[] = listed.map(
  ([sku, name, partnerId, category, priceCents, vatRate, grams, weight, months]) => ({
    sku,
    name,
    partnerId,
    category,
    priceCents,
    vatRate,
    grams,
    weight,
    ...(months === undefined ? {} : { months }),
  }),
);
