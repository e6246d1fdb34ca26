// The weekly review: its cells, its e-mail and its page; the criteria of a hero product.
import type { StockState } from '#lib/stock/stock-view.ts';
import { formatDay, formatEuros, formatNumber, formatPercent } from './formats.ts';

type Day = Parameters<typeof formatDay>[0];
type Verdict = { readonly isEnough: boolean };

export interface HeroCheckText {
  readonly isCandidate: boolean;
  readonly isAllYear: boolean | null;
  readonly margin: (Verdict & { readonly rate: number; readonly isMeasured: boolean }) | null;
  readonly rotation: (Verdict & { readonly value: number }) | null;
  readonly bars: { readonly margin: number; readonly rotation: number };
}

const plural = (count: number, one: string, many: string) =>
  `${formatNumber(count, 1)} ${Math.abs(count) >= 2 ? many : one}`;
const units = (count: number) => plural(count, 'unité', 'unités');

function seasonOf(isAllYear: boolean | null): string {
  if (isAllYear === null) return 'mois de saison illisibles ?';
  return isAllYear ? 'toute l’année ✓' : 'de saison ✗';
}

function marginOf({ margin, bars }: HeroCheckText): string {
  if (margin === null) return 'marge inconnue ?';
  const name = margin.isMeasured ? 'marge' : 'marge estimée';
  const bar = margin.isEnough ? '✓' : `✗ (plus de ${formatPercent(bars.margin)})`;
  return `${name} ${formatPercent(margin.rate)} ${bar}`;
}

function rotationOf({ rotation, bars }: HeroCheckText): string {
  if (rotation === null) return 'rotation pas encore mesurée ?';
  const bar = rotation.isEnough ? '✓' : `✗ (plus de ${formatNumber(bars.rotation, 1)})`;
  return `rotation ${formatNumber(rotation.value, 1)} par an ${bar}`;
}

export interface ComingText {
  readonly purchase: string;
  readonly units: number;
  readonly expectedOn: Day | null;
  readonly isLate: boolean;
}

function comingOf({ purchase, units: count, expectedOn, isLate }: ComingText): string {
  if (expectedOn === null) return `${purchase} apporte ${formatNumber(count)}, sans date : demandez-la au partenaire`;
  const day = formatDay(expectedOn);
  if (!isLate) return `${purchase} apporte ${formatNumber(count)} le ${day}`;
  return `${purchase} devait apporter ${formatNumber(count)} le ${day} : relancez le partenaire`;
}

export interface NearLotText {
  readonly lot: string;
  readonly hub: string;
  readonly units: number;
  readonly lastGoodOn: Day;
  readonly daysLeft: number;
}

export interface ProductText {
  readonly name: string;
  readonly state: StockState;
  readonly available: number;
  readonly coverWeeks: number | null;
  readonly soldUnits: number;
  readonly stockOutDays: number | null;
  readonly near: readonly NearLotText[];
  readonly suggestedUnits: number | null;
  readonly suggestion: string;
}

const coverOf = (weeks: number | null) =>
  weeks === null ? 'couverture inconnue' : `${plural(weeks, 'semaine', 'semaines')} de couverture`;

const left = (days: number) => {
  if (days < 0) return `date passée depuis ${plural(-days, 'jour', 'jours')}`;
  return days === 0 ? 'dernier jour' : `encore ${plural(days, 'jour', 'jours')}`;
};

const lotLine = ({ lot, hub, units: count, lastGoodOn, daysLeft }: NearLotText) =>
  `${units(count)} du ${lot} (${hub}), date ${formatDay(lastGoodOn)}, ${left(daysLeft)}`;

const productLines = (p: ProductText, stateLabel: string) =>
  [
    `${p.name} : ${stateLabel}`,
    `  ${plural(p.available, 'unité disponible', 'unités disponibles')}, ${coverOf(p.coverWeeks)} ; ${formatNumber(p.soldUnits)} vendus la semaine passée${p.stockOutDays ? `, ${plural(p.stockOutDays, 'jour', 'jours')} en rupture` : ''}.`,
    ...p.near.map((lot) => `  ${lot.daysLeft < 0 ? 'À retirer de la vente' : 'À écouler'} : ${lotLine(lot)}.`),
    `  ${p.suggestion}`,
  ].join('\n');

export const reviewTexts = {
  heroCheck: (p: HeroCheckText) =>
    p.isCandidate
      ? `Candidat : ${seasonOf(p.isAllYear)}, ${marginOf(p)}`
      : `${seasonOf(p.isAllYear)}, ${marginOf(p)}, ${rotationOf(p)}`,
  nothingToOrder: 'Rien à commander : au-dessus du point de commande.',
  orderedAlready: (p: {
    readonly coming: readonly ComingText[];
    readonly drafts: readonly { readonly purchase: string; readonly units: number }[];
    readonly total: number;
    readonly point: number;
  }) => {
    const drafts = p.drafts.map((one) => `${one.purchase} (${formatNumber(one.units)}) attend d’être envoyé`);
    return `Déjà commandé : ${[...p.coming.map(comingOf), ...drafts].join(', ')}. Au total ${formatNumber(p.total)}, point de commande ${formatNumber(p.point)}.`;
  },
  title: (weekOn: Day) => `Revue de la semaine du ${formatDay(weekOn)}`,
  subject: (p: { readonly weekOn: Day; readonly shop: string }) =>
    `Revue de la semaine du ${formatDay(p.weekOn)} – ${p.shop}`,
  mail: (p: {
    readonly from: Day;
    readonly until: Day;
    readonly valueCents: number;
    readonly products: readonly (ProductText & { readonly stateLabel: string })[];
    readonly signature: string;
  }) =>
    [
      'Bonjour à tous,',
      `Voici où en sont nos produits phares, et ce qui s’est vendu du ${formatDay(p.from)} au ${formatDay(p.until)}. Argent immobilisé en stock : ${formatEuros(p.valueCents)} HT.`,
      ...p.products.map((product) => productLines(product, product.stateLabel)),
      'Le détail est dans l’onglet « Revue hebdo » ; ajoutez-y vos commentaires.',
      `Bonne semaine,\n${p.signature}`,
    ].join('\n\n'),
  copyLabel: 'Revue de la semaine, à coller',
  summary: (p: {
    readonly weekOn: Day;
    readonly products: number;
    readonly toOrder: number;
    readonly nearUnits: number;
    readonly valueCents: number;
  }) =>
    `Semaine du ${formatDay(p.weekOn)} : ${plural(p.products, 'produit phare', 'produits phares')}, ${formatNumber(p.toOrder)} à commander, ${plural(p.nearUnits, 'unité proche de sa date', 'unités proches de leur date')}, ${formatEuros(p.valueCents)} HT immobilisés.`,
  page: {
    shopLine: (shop: string) => `${shop} – produits phares`,
    lookedBack: (p: { readonly from: Day; readonly until: Day }) =>
      `Ventes du ${formatDay(p.from)} au ${formatDay(p.until)} ; stock au moment de la revue.`,
    tiles: {
      value: 'immobilisés en stock, HT',
      toOrder: 'à commander',
      near: 'unités proches de leur date',
      out: 'en rupture maintenant',
    },
    products: 'Produits phares',
    columns: {
      product: 'Produit',
      state: 'État',
      available: 'Disponible',
      incoming: 'En commande',
      cover: 'Couverture',
      sold: 'Vendu',
      stockOut: 'Rupture',
      rotation: 'Rotation',
      margin: 'Marge',
      value: 'Immobilisé HT',
    },
    weeks: (weeks: number) => `${formatNumber(weeks, 1)} sem.`,
    days: (days: number) => `${formatNumber(days, 1)} j`,
    unknown: '–',
    advice: 'À faire cette semaine',
    order: (count: number) => `Commander ${formatNumber(count)}`,
    lots: 'Lots à écouler d’abord',
    lotColumns: { lot: 'Lot', product: 'Produit', hub: 'Hub', units: 'Unités', date: 'Date', left: 'Reste' },
    left,
    noLots: (days: number) => `Aucun lot à moins de ${formatNumber(days)} jours de sa date.`,
    criteria: 'Critères d’un produit phare',
    noProducts: 'Aucun produit phare en vente : marquez-les « produit phare » dans l’onglet « Produits ».',
  },
};
