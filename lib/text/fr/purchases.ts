// What the actions about purchases say: the sum behind a proposal, summaries, the messages to a partner, the comparison of
// the two reorder policies.
import { formatEuros, formatNumber, formatPercent } from './formats.ts';

const plural = (count: number, one: string, many: string) => `${formatNumber(count)} ${count > 1 ? many : one}`;

export interface ReorderSum {
  readonly available: number;
  /** Sent or drafted. */
  readonly ordered: number;
  readonly waiting: number;
  readonly total: number;
  readonly tooNear: number;
  readonly point: number;
  readonly upTo: number;
  readonly quantity: number;
  readonly packSize: number;
  readonly minimum: number;
  readonly isCapped: boolean;
  readonly isRaised: boolean;
  readonly urgentBy: string | null;
  readonly rule:
    | {
        readonly policy: 'lead_time';
        readonly weekly: number;
        /** null: the sales of the last weeks, no forecast. */
        readonly forecast: {
          /** null when a person typed the demand. */
          readonly method: string | null;
          readonly isSimple: boolean;
          /** Units a week that it was off on past weeks; null while it was not tried. */
          readonly error: number | null;
          readonly simpleError: number | null;
        } | null;
        readonly days: number;
        readonly expected: number;
        readonly safety: number;
      }
    | { readonly policy: 'threshold'; readonly rate: number; readonly target: number; readonly instead: boolean };
}

type LeadTimeRule = Extract<ReorderSum['rule'], { readonly policy: 'lead_time' }>;

const n = (value: number) => formatNumber(value, 1);

function ruleOf({ rule }: ReorderSum): string {
  if (rule.policy === 'threshold') {
    const instead = rule.instead ? ', faute de ventes à observer' : '';
    return `${formatPercent(rule.rate)} de la cible ${n(rule.target)}${instead}`;
  }
  return `${n(rule.weekly)} ${sourceOf(rule.forecast)}, sur ${rule.days} jours de délai et de revue ${n(rule.expected)}, plus sécurité ${n(rule.safety)}`;
}

function sourceOf(forecast: LeadTimeRule['forecast']): string {
  if (forecast === null) return 'vendus par semaine';
  const { method, isSimple, error, simpleError } = forecast;
  if (method === null) return 'prévus par semaine';
  const against = isSimple || simpleError === null ? '' : ` contre ${n(simpleError)} pour la moyenne simple`;
  const off = error === null ? ', pas encore vérifiée' : `, erreur moyenne ${n(error)}${against}`;
  return `prévus par semaine (${method}${off})`;
}

function roundingOf({ packSize, minimum, isCapped, isRaised }: ReorderSum): string {
  const parts = [
    packSize > 1 ? `par ${n(packSize)}` : '',
    minimum > 1 ? `minimum ${n(minimum)}` : '',
    isRaised ? 'relevé au minimum de commande du partenaire' : '',
    isCapped ? 'limité à ce qui se vend avant la date' : '',
  ].filter((part) => part !== '');
  return parts.length === 0 ? '' : ` (${parts.join(', ')})`;
}

export interface MessageLine {
  readonly product: string;
  readonly partnerSku: string | null;
  readonly quantity: number;
  readonly unitCostCents: number | null;
  readonly purchase: string;
}

const lineOf = ({ product, partnerSku, quantity, unitCostCents, purchase }: MessageLine) => {
  const sku = partnerSku === null ? '' : ` (réf. ${partnerSku})`;
  const price = unitCostCents === null ? '' : ` à ${formatEuros(unitCostCents)} HT`;
  return `- ${formatNumber(quantity)} × ${product}${sku}${price} – notre référence ${purchase}`;
};

export interface Message {
  readonly contact: string | null;
  readonly lines: readonly MessageLine[];
  readonly shop: string;
  readonly signature: string;
}

const letter = ({ contact, signature }: Message, paragraphs: readonly string[]) =>
  [`Bonjour${contact === null ? '' : ` ${contact}`},`, ...paragraphs, `Merci et à bientôt,\n${signature}`].join('\n\n');

export interface PolicyFigures {
  readonly label: string;
  readonly outDays: number;
  readonly days: number;
  readonly lostUnits: number;
  readonly turns: number;
  readonly averageUnits: number;
  readonly boundCents: number | null;
  readonly orders: number;
}

const figuresLine = (p: PolicyFigures) => {
  const bound = p.boundCents === null ? '' : ` (${formatEuros(p.boundCents)} immobilisés)`;
  const out = `${plural(p.outDays, 'jour', 'jours')} en rupture sur ${p.days}, ${plural(p.lostUnits, 'vente manquée', 'ventes manquées')}`;
  return `${p.label} : ${out} ; rotation ${n(p.turns)} par an ; stock moyen ${n(p.averageUnits)}${bound} ; ${plural(p.orders, 'achat', 'achats')}.`;
};

export const purchaseTexts = {
  /** The sum behind a proposal, in one sentence. */
  reorderReason(p: ReorderSum) {
    const waiting = p.waiting > 0 ? ` − promis ${n(p.waiting)}` : '';
    const near = p.tooNear > 0 ? ` (${n(p.tooNear)} trop près de leur date, non comptés)` : '';
    const position = `disponible ${n(p.available)}${near} + commandé ${n(p.ordered)}${waiting} = ${n(p.total)}`;
    const urgent = p.urgentBy === null ? '' : `Urgent, à livrer pour le ${p.urgentBy} : `;
    const sum = `${position}, au plus le point de commande ${n(p.point)} (${ruleOf(p)}) : ${n(p.quantity)} pour remonter à ${n(p.upTo)}${roundingOf(p)}.`;
    return `${urgent}${urgent === '' ? sum.charAt(0).toUpperCase() + sum.slice(1) : sum}`;
  },
  tiedUp: (p: { readonly stockCents: number; readonly orderedCents: number }) =>
    `Argent immobilisé : ${formatEuros(p.stockCents)} HT en stock${p.orderedCents > 0 ? `, ${formatEuros(p.orderedCents)} HT en commande` : ''}.`,
  nothingToPropose: (products: number) =>
    `Rien à commander : ${plural(products, 'produit examiné', 'produits examinés')}, tous au-dessus de leur point de commande ou déjà commandés.`,
  proposed: (p: {
    readonly purchases: number;
    readonly partners: number;
    readonly amount: string;
    readonly urgent: number;
  }) =>
    `${plural(p.purchases, 'achat proposé', 'achats proposés')} à ${plural(p.partners, 'partenaire', 'partenaires')} pour ${p.amount} HT${p.urgent > 0 ? `, dont ${plural(p.urgent, 'urgent', 'urgents')}` : ''}.`,
  sent: (p: { readonly purchases: readonly string[]; readonly partner: string; readonly expectedOn: string }) =>
    `${p.purchases.join(', ')} : ${p.purchases.length > 1 ? 'envoyés' : 'envoyé'} à ${p.partner}, ${p.purchases.length > 1 ? 'attendus' : 'attendu'} le ${p.expectedOn}.`,
  cancelled: (purchases: readonly string[]) =>
    `${purchases.join(', ')} : ${purchases.length > 1 ? 'annulés' : 'annulé'}.`,
  restGivenUp: (p: { readonly purchase: string; readonly quantity: number }) =>
    `${p.purchase} : les ${formatNumber(p.quantity)} unités encore attendues sont abandonnées, ce qui est reçu reste.`,
  expectedMoved: (p: { readonly purchases: readonly string[]; readonly from: string; readonly to: string }) =>
    `${p.purchases.join(', ')} : ${p.purchases.length > 1 ? 'attendus' : 'attendu'} le ${p.to} au lieu du ${p.from}.`,
  noDay: 'jour non fixé',
  dayNote: (p: { readonly from: string; readonly to: string; readonly reason: string }) =>
    `Attendu le ${p.to} au lieu du ${p.from} : ${p.reason}`,
  cancelNote: (reason: string) => `Annulé : ${reason}`,
  restNote: (p: { readonly quantity: number; readonly reason: string }) =>
    `Reliquat de ${formatNumber(p.quantity)} abandonné : ${p.reason}`,
  messageLabel: (partner: string) => `Message pour ${partner}`,
  orderSubject: (p: { readonly shop: string; readonly bundle: string; readonly urgent: boolean }) =>
    `${p.urgent ? 'URGENT – ' : ''}Commande ${p.bundle} – ${p.shop}`,
  orderMessage: (
    p: Message & {
      readonly total: string | null;
      readonly wantedOn: string;
      readonly urgent: boolean;
      readonly address: string | null;
    },
  ) =>
    letter(p, [
      `Nous souhaitons vous commander${p.urgent ? ', en urgence' : ''} :`,
      p.lines.map(lineOf).join('\n'),
      [
        ...(p.total === null ? [] : [`Total : ${p.total} HT.`]),
        `Livraison souhaitée ${p.urgent ? 'au plus tard ' : ''}le ${p.wantedOn}${p.address === null ? '' : `, à l’adresse : ${p.address}`}.`,
        'Pouvez-vous nous confirmer la quantité, le prix, la date de livraison et les dates (DDM ou DLC) des produits ?',
      ].join('\n'),
    ]),
  cancelSubject: (p: { readonly shop: string; readonly bundle: string }) => `Annulation ${p.bundle} – ${p.shop}`,
  cancelMessage: (p: Message & { readonly reason: string }) =>
    letter(p, [
      'Nous devons annuler ce qui reste à livrer de :',
      p.lines.map(lineOf).join('\n'),
      `Raison : ${p.reason}`,
    ]),
  policyLabels: { lead_time: 'Règle « selon le délai »', threshold: 'Règle « selon le seuil »' },
  comparison: (p: {
    readonly product: string;
    readonly from: string;
    readonly until: string;
    readonly figures: readonly PolicyFigures[];
  }) => `${p.product}, du ${p.from} au ${p.until}. ${p.figures.map(figuresLine).join(' ')}`,
  comparisonLabel: 'Comparaison des règles de réassort',
  comparisonNote:
    'Les deux règles sont rejouées sur les ventes réelles, depuis le même stock de départ ; un jour sans stock compte pour la moyenne des autres jours. Chaque jour ne connaît que ce qui précède.',
  purchaseLabel: (p: {
    readonly purchase: string;
    readonly product: string;
    readonly quantity: number;
    readonly partner: string;
    readonly status: string;
  }) => `${p.purchase} · ${formatNumber(p.quantity)} × ${p.product} · ${p.partner} · ${p.status}`,
};
