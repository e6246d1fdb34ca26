// What the forecast of a product says of itself: figures a shopkeeper can check, and why a method is used.
import { formatNumber, formatPercent } from './formats.ts';

const n = (units: number) => formatNumber(units, 1);
/** More exact than the units: two methods may differ by little. */
const exact = (units: number) => formatNumber(units, 2);

const weeks = (count: number) => `${formatNumber(count)} semaine${count > 1 ? 's' : ''}`;

function biasOf(biasUnits: number): string {
  const size = exact(Math.abs(biasUnits));
  if (size === '0') return 'ni trop ni trop peu dans l’ensemble';
  return `${size} de ${biasUnits > 0 ? 'trop' : 'moins que vendu'} par semaine dans l’ensemble`;
}

export interface TrialText {
  readonly weeklyUnits: number;
  readonly error: { readonly testedWeeks: number; readonly maeUnits: number; readonly biasUnits: number } | null;
}

export const forecastTexts = {
  title: (product: string) => `Prévision – ${product}`,
  sections: {
    used: 'Ce qui est retenu',
    trials: 'Les trois méthodes, essayées sur le passé',
    weeks: 'Semaines, la plus récente d’abord',
    oneOffs: 'Commandes exceptionnelles',
  },
  empty: {
    weeks: 'Pas encore de semaine entière de ventes.',
    trials: 'Pas encore assez de semaines.',
    oneOffs: 'Aucune : toutes les commandes comptent en entier.',
  },
  labels: {
    expected: 'Attendu par semaine',
    method: 'Méthode',
    why: 'Pourquoi',
    sales: 'Allure des ventes',
    season: 'Saison',
    counted: 'Semaines prises en compte',
    notCounted: 'Semaines mises de côté',
  },
  classes: {
    smooth: 'régulières',
    intermittent: 'espacées, de taille semblable',
    erratic: 'fréquentes, de taille très inégale',
    lumpy: 'espacées et de taille très inégale',
  },
  methodNames: {
    simple_average: 'Moyenne simple des dernières semaines',
    sba: 'SBA : taille et espacement des ventes',
    tsb: 'TSB : taille et probabilité d’une vente',
  },
  weekly: (units: number) => `${n(units)}`,
  trial: ({ weeklyUnits, error }: TrialText) =>
    error === null
      ? `${exact(weeklyUnits)} par semaine ; pas encore essayée`
      : `${exact(weeklyUnits)} par semaine ; s’est trompée de ${exact(error.maeUnits)} en moyenne ; ${biasOf(error.biasUnits)} (essayée sur ${weeks(error.testedWeeks)})`,
  why: {
    tooFewWeeks: (p: { readonly counted: number; readonly fewest: number }) =>
      `${weeks(p.counted)} de ventes seulement : rien n’est prévu avant ${formatNumber(p.fewest)}. En attendant, le réassort suit la moyenne des jours en stock, ou le seuil du stock cible.`,
    tooFewTests: (fewest: number) =>
      `La moyenne simple, tant que les autres n’ont pas été essayées sur ${weeks(fewest)}.`,
    simple: 'La moyenne simple reste : aucune autre ne s’est moins trompée.',
    tooLow: (method: string) =>
      `La moyenne simple reste : ${method} s’est moins trompée, mais en prévoyant trop peu. Sur des ventes espacées, cela viderait le rayon.`,
    better: (p: { readonly error: number; readonly simpleError: number }) =>
      `Elle s’est trompée de ${exact(p.error)} par semaine en moyenne, la moyenne simple de ${exact(p.simpleError)}.`,
  },
  season: (p: { readonly months: string; readonly share: number; readonly days: number }) =>
    `mois ${p.months} ; ${formatPercent(p.share, 0)} des ${p.days} prochains jours sont de saison, la prévision en tient compte`,
  counts: {
    counted: null,
    'out-of-stock': 'trop longtemps en rupture, mise de côté',
    'off-season': 'hors saison, mise de côté',
  },
  week: (on: string) => `Semaine du ${on}`,
  weekSold: (p: { readonly sold: number; readonly demand: number; readonly aside: string | null }) => {
    const sold = `${formatNumber(p.sold)} vendu${p.sold > 1 ? 's' : ''}`;
    if (p.aside !== null) return `${sold} ; ${p.aside}`;
    return Math.abs(p.demand - p.sold) < 0.05 ? sold : `${sold} ; compte pour ${n(p.demand)}`;
  },
  noOrder: 'Prélèvement sans commande',
  oneOff: (p: { readonly on: string; readonly units: number; readonly counted: number }) =>
    `${formatNumber(p.units)} le ${p.on}, comptés pour ${formatNumber(p.counted)}`,
  summary: (p: {
    readonly product: string;
    readonly weekly: number;
    readonly method: string;
    readonly error: number | null;
  }) =>
    `${p.product} : ${n(p.weekly)} par semaine (${p.method}${p.error === null ? '' : `, erreur moyenne ${exact(p.error)}`}).`,
  noForecast: (p: { readonly product: string; readonly why: string }) => `${p.product} : ${p.why}`,
};
