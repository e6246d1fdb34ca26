// Variables that need no row: the shop's settings, and what the plans cost.
import { by } from '#lib/kernel/compare.ts';
import { problem } from '#lib/kernel/problem.ts';
import type { SettingKey } from '#lib/settings/settings.ts';
import type { RowOf } from '#lib/tables/tables.ts';
import type { ReplyFacts } from '../reply-facts.ts';
import { type Found, fromSetting, type Scalar, type ScalarVariable } from '../reply-variable.ts';
import { productsInSeason } from '../season.ts';

const setting = (type: ScalarVariable['type'], key: SettingKey): ScalarVariable => ({
  type,
  kinds: null,
  isOptional: type === 'flag',
  find: (facts) => fromSetting(facts, key),
});

interface PlanPair {
  readonly month: RowOf<'plans'>;
  readonly year: RowOf<'plans'>;
}

/** The monthly and the yearly plan that are offered: one of each, or nobody could tell which saving is meant. */
function planPair({ context }: ReplyFacts): Found<PlanPair> | { readonly pair: PlanPair } {
  const { plans } = context.workbook;
  const offered = (interval: 'month' | 'year') =>
    plans.rows.filter((plan) => plan.active !== false && plan.interval === interval).sort(by((plan) => plan.id));
  const [month, ...otherMonths] = offered('month');
  const [year, ...otherYears] = offered('year');
  if (month === undefined || year === undefined) return { lacks: problem('replyPlanMissing', { tab: plans.title }) };
  if (otherMonths.length > 0 || otherYears.length > 0) {
    const rows = [month, ...otherMonths, year, ...otherYears].map(({ id }) => id).join(', ');
    return { lacks: problem('replyPlanSeveral', { tab: plans.title, rows }) };
  }
  return { pair: { month, year } };
}

const MONTHS = 12;

const fromPlans = (type: ScalarVariable['type'], say: (pair: PlanPair) => Scalar): ScalarVariable => ({
  type,
  kinds: null,
  isOptional: false,
  find(facts) {
    const found = planPair(facts);
    return 'pair' in found ? { value: say(found.pair) } : (found as Found<Scalar>);
  },
});

export const shopVariables = {
  'formule.prixMensuel': fromPlans('money', ({ month }) => month.priceCents),
  'formule.prixAnnuel': fromPlans('money', ({ year }) => year.priceCents),
  'formule.economie': fromPlans('money', ({ month, year }) => MONTHS * month.priceCents - year.priceCents),
  'formule.economiePart': fromPlans('percent', ({ month, year }) =>
    month.priceCents === 0 ? 0 : 1 - year.priceCents / (MONTHS * month.priceCents),
  ),
  'changement.aEcheance': setting('flag', 'billing.switchAtRenewal'),
  'saison.enCours': {
    type: 'flag',
    kinds: null,
    isOptional: true,
    find: ({ context }) => ({ value: productsInSeason(context).length > 0 }),
  },
  'points.dureeMois': setting('integer', 'points.lifetimeMonths'),
  'envoi.joursMin': setting('integer', 'orders.dispatchMinDays'),
  'envoi.joursMax': setting('integer', 'orders.dispatchMaxDays'),
  'paiement.joursAvantEssai': setting('integer', 'billing.retryDays'),
  'paiement.joursGrace': setting('integer', 'billing.graceDays'),
  'pause.mois': setting('integer', 'billing.pauseMonths'),
  'livraison.joursHub': setting('integer', 'orders.hubDays'),
  'livraison.joursMin': setting('integer', 'orders.dropshipMinDays'),
  'livraison.joursMax': setting('integer', 'orders.dropshipMaxDays'),
  'livraison.heureLimite': setting('integer', 'orders.cutOffHour'),
  'liens.portail': setting('link', 'links.portal'),
  'liens.catalogue': setting('link', 'links.catalogue'),
  'liens.faq': setting('link', 'links.faq'),
  'boutique.nom': setting('text', 'shop.name'),
  'boutique.email': setting('text', 'shop.email'),
  'boutique.signature': setting('text', 'shop.signature'),
} as const satisfies Readonly<Record<string, ScalarVariable>>;
