// What each figure rests on, said beside its value: how many rows of which days, and what was left out. Without a value, why.
import { formatDay, formatEuros, formatNumber } from './formats.ts';

export interface Days {
  readonly from: `${number}-${number}-${number}`;
  readonly until: `${number}-${number}-${number}`;
}

const s = (count: number) => (count > 1 ? 's' : '');
const counted = (count: number, noun: string) => `${formatNumber(count)} ${noun}${s(count)}`;
const between = ({ from, until }: Days) => `du ${formatDay(from)} au ${formatDay(until)}`;
const sentence = (...parts: readonly string[]) => `${parts.filter((part) => part !== '').join(' ; ')}.`;

export const kpiSamples = {
  rotation: (
    p: Days & {
      readonly soldCents: number;
      readonly stockCents: number;
      readonly days: number;
      readonly isYear: boolean;
    },
  ) =>
    sentence(
      `${formatEuros(p.soldCents)} de ventes au coût d’achat ${between(p)}`,
      `stock moyen ${formatEuros(p.stockCents)}`,
      p.isYear ? '' : `ramené à un an : ${formatNumber(p.days)} jours d’historique`,
    ),
  rotationTooShort: (p: { readonly days: number; readonly minimum: number }) =>
    `Pas de mesure : ${formatNumber(p.days)} jours d’historique, il en faut ${formatNumber(p.minimum)}.`,
  rotationNoStock: 'Pas de mesure : aucune valeur de stock pendant la période.',
  stockOut: (p: Days & { readonly emptyDays: number; readonly trackedDays: number; readonly products: number }) =>
    sentence(
      `${formatNumber(p.emptyDays, 1)} jour${p.emptyDays >= 2 ? 's' : ''} sans stock sur ${formatNumber(p.trackedDays, 1)} ${between(p)}`,
      p.products > 1 ? `${counted(p.products, 'produit')} additionnés` : '',
    ),
  margin: (
    p: Days & {
      readonly lines: number;
      readonly revenueCents: number;
      readonly costCents: number;
      readonly lossCents: number;
      readonly pointsCents: number;
      readonly withoutCost: number;
    },
  ) =>
    sentence(
      `${counted(p.lines, 'ligne')} expédiée${s(p.lines)} ${between(p)}`,
      `ventes ${formatEuros(p.revenueCents)} HT, coût ${formatEuros(p.costCents)}, pertes ${formatEuros(p.lossCents)}`,
      p.pointsCents > 0 ? `${formatEuros(p.pointsCents)} HT payés en points, hors ventes` : '',
      p.withoutCost > 0 ? `${counted(p.withoutCost, 'ligne')} sans coût laissée${s(p.withoutCost)} de côté` : '',
    ),
  answers: (p: Days & { readonly count: number }) => sentence(`${counted(p.count, 'note')} ${between(p)}`),
  nps: (p: Days & { readonly count: number; readonly promoters: number; readonly detractors: number }) =>
    sentence(
      `${counted(p.count, 'note')} ${between(p)}`,
      `${formatNumber(p.promoters)} de 9 ou 10, ${formatNumber(p.detractors)} de 0 à 6`,
    ),
  firstResponse: (
    p: Days & {
      readonly answered: number;
      readonly inTime: number;
      readonly promiseHours: number | null;
      readonly waiting: number;
    },
  ) =>
    sentence(
      `${formatNumber(p.answered)} première${s(p.answered)} réponse${s(p.answered)} ${between(p)}`,
      p.promiseHours === null
        ? `${formatNumber(p.inTime)} dans le délai promis`
        : `${formatNumber(p.inTime)} en moins de ${formatNumber(p.promiseHours)} h`,
      p.waiting > 0 ? `${counted(p.waiting, 'ticket')} encore sans réponse` : '',
    ),
  firstContact: (p: Days & { readonly count: number; readonly first: number }) =>
    sentence(`${formatNumber(p.first)} sur ${counted(p.count, 'ticket')} résolu${s(p.count)} ${between(p)}`),
  recovery: (p: Days & { readonly recovered: number; readonly known: number; readonly inGrace: number }) =>
    sentence(
      `${formatNumber(p.recovered)} sur ${counted(p.known, 'facture')} en échec ${between(p)}`,
      p.inGrace > 0 ? `${formatNumber(p.inGrace)} encore en délai de grâce` : '',
    ),
  conversion: (p: Days & { readonly switched: number; readonly monthly: number }) =>
    sentence(`${formatNumber(p.switched)} sur ${counted(p.monthly, 'abonné')} au mois ${between(p)}`),
  portal: (p: Days & { readonly visitors: number; readonly subscribers: number }) =>
    sentence(`${formatNumber(p.visitors)} sur ${counted(p.subscribers, 'abonné')} aujourd’hui, visites ${between(p)}`),
  delay: (p: Days & { readonly count: number; readonly onPromise: number }) =>
    sentence(
      `${formatNumber(p.count)} colis livré${s(p.count)} ${between(p)}`,
      `${formatNumber(p.onPromise)} à la date promise ou avant`,
    ),
  errors: (p: Days & { readonly errors: number; readonly count: number }) =>
    sentence(`${formatNumber(p.errors)} sur ${formatNumber(p.count)} colis expédié${s(p.count)} ${between(p)}`),
  cost: (
    p: Days & {
      readonly count: number;
      readonly costCents: number;
      readonly revenueCents: number;
      readonly withoutCost: number;
    },
  ) =>
    sentence(
      `${formatNumber(p.count)} colis expédié${s(p.count)} ${between(p)}`,
      `${formatEuros(p.costCents)} HT pour ${formatEuros(p.revenueCents)} HT de produits`,
      p.withoutCost > 0 ? `${formatNumber(p.withoutCost)} sans coût noté` : '',
    ),
  liability: (p: { readonly points: number; readonly perEuro: number }) =>
    sentence(`${formatNumber(p.points)} points en circulation, ${formatNumber(p.perEuro)} pour un euro`),
  none: {
    heroes: 'Pas de mesure : aucun produit phare en vente dans l’onglet « Produits ».',
    movements: 'Pas de mesure : aucun mouvement de stock d’un produit phare.',
    sales: 'Pas de mesure : aucune vente payée en euros pendant la période.',
    answers: 'Pas de mesure : aucune note pendant la période.',
    tickets: 'Pas de mesure : aucune première réponse pendant la période.',
    resolved: 'Pas de mesure : aucun ticket résolu pendant la période.',
    failures: 'Pas de mesure : aucun paiement échoué dont l’issue soit connue pendant la période.',
    monthly: 'Pas de mesure : aucun abonné au mois pendant la période.',
    subscribers: 'Pas de mesure : aucun abonné aujourd’hui.',
    delivered: 'Pas de mesure : aucun colis livré pendant la période.',
    shipped: 'Pas de mesure : aucun colis expédié pendant la période.',
    tab: (p: { readonly tab: string }) =>
      `Pas de mesure : l’onglet « ${p.tab} » ne peut pas être lu. Corrigez-le d’abord.`,
  },
  /** In the cell « Lignes derrière le chiffre »: the latest rows of a tab, and how many more there are. */
  behind: (p: {
    readonly tab: string;
    readonly part: 'counted' | 'all';
    readonly count: number;
    readonly ids: readonly string[];
  }) => {
    const left = p.count - p.ids.length;
    const more = left > 0 ? ` et ${formatNumber(left)} autre${s(left)}` : '';
    const which = p.part === 'counted' ? p.tab : `${p.tab}, ensemble`;
    return `${which} (${formatNumber(p.count)})${p.ids.length > 0 ? ` : ${p.ids.join(', ')}${more}` : ''}`;
  },
  updated: (p: { readonly day: string; readonly measured: number; readonly none: number }) =>
    `${counted(p.measured, 'indicateur')} mesuré${s(p.measured)} au ${p.day}${p.none > 0 ? `, ${formatNumber(p.none)} sans mesure` : ''}.`,
  shown: (p: Readonly<Record<'name' | 'value' | 'sample', string>>) => `${p.name} : ${p.value}. ${p.sample}`,
  cards: {
    calculation: 'Le calcul',
    value: 'Valeur',
    numerator: 'Numérateur',
    denominator: 'Dénominateur',
    sample: 'Base de calcul',
    definition: 'Définition',
    details: 'Dans le détail',
    more: 'Autres lignes',
    noRows: 'Aucune ligne.',
  },
};
