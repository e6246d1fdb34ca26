// Variables about the person and their points.
import type { PlanContext } from '#lib/changes/plan-context.ts';
import { by } from '#lib/kernel/compare.ts';
import { problem } from '#lib/kernel/problem.ts';
import type { RowOf } from '#lib/tables/tables.ts';
import { firstNameOf } from '../first-name.ts';
import type { ReplyFacts } from '../reply-facts.ts';
import {
  cellOf,
  dayToCome,
  type Found,
  fromCell,
  fromSetting,
  type ListVariable,
  type ReplyKind,
  type Scalar,
  type ScalarVariable,
} from '../reply-variable.ts';
import { isOneSeason, monthsOf, productsInSeason } from '../season.ts';

/** Every kind of row belongs to a person. */
const PERSON: readonly ReplyKind[] = [
  'about_customer',
  'about_order',
  'about_subscription',
  'about_invoice',
  'about_incident',
];

type Column = 'name' | 'pointsBalance' | 'nextExpiryPoints' | 'nextExpiryOn';

function ofCustomer(
  type: ScalarVariable['type'],
  column: Column,
  adapt: (facts: ReplyFacts, found: Found<Scalar>, customer: RowOf<'customers'>) => Found<Scalar> = (_, found) => found,
): ScalarVariable {
  return {
    type,
    kinds: PERSON,
    isOptional: false,
    find(facts) {
      const { row, lacks } = facts.rowOf('customers');
      if (row === null) return { lacks };
      return adapt(facts, fromCell(facts.context, row[column], cellOf(facts.context, 'customers', row, column)), row);
    },
  };
}

const listedProducts = (
  fields: ListVariable['fields'],
  choose: (facts: ReplyFacts) => Found<readonly RowOf<'products'>[]>,
  itemOf: (product: RowOf<'products'>, context: PlanContext) => Readonly<Record<string, Scalar | null>>,
  kinds: ListVariable['kinds'],
): ListVariable => ({
  type: 'list',
  kinds,
  isOptional: true,
  fields,
  find(facts) {
    const found = choose(facts);
    if ('lacks' in found) return found;
    const listed = found.value.slice(0, facts.context.settings['replies.listedProducts']);
    return { value: listed.map((product) => itemOf(product, facts.context)) };
  },
});

const isSold = ({ active }: RowOf<'products'>): boolean => active !== false;
const dearestFirst = by<RowOf<'products'>>(
  ({ pointsPrice }) => -(pointsPrice ?? 0),
  ({ id }) => id,
);

export const personVariables = {
  'client.prenom': ofCustomer('text', 'name', (_, found) =>
    'value' in found ? { value: firstNameOf(String(found.value)) } : found,
  ),
  'client.nom': ofCustomer('text', 'name'),
  'points.solde': ofCustomer('integer', 'pointsBalance'),
  'points.prochains': ofCustomer('integer', 'nextExpiryPoints'),
  'points.prochaineExpiration': ofCustomer('day', 'nextExpiryOn', ({ context }, found, customer) =>
    'lacks' in found || customer.nextExpiryOn === null
      ? found
      : dayToCome(context, customer.nextExpiryOn, cellOf(context, 'customers', customer, 'nextExpiryOn')),
  ),
  'points.lienCatalogue': {
    type: 'link',
    kinds: PERSON,
    isOptional: false,
    find(facts) {
      const link = fromSetting(facts, 'links.catalogue');
      const place = '{{points}}';
      if ('lacks' in link || !String(link.value).includes(place)) return link;
      const { row, lacks } = facts.rowOf('customers');
      if (row === null) return { lacks };
      const balance = fromCell(
        facts.context,
        row.pointsBalance,
        cellOf(facts.context, 'customers', row, 'pointsBalance'),
      );
      return 'lacks' in balance ? balance : { value: String(link.value).split(place).join(String(balance.value)) };
    },
  },
  'produits.saison': listedProducts(
    { nom: { type: 'text', isOptional: false }, mois: { type: 'text', isOptional: false } },
    ({ context }) => ({ value: productsInSeason(context) }),
    ({ name, seasonalMonths }, { words }) => {
      const months = monthsOf(seasonalMonths);
      return { nom: name, mois: words.replies.months(months, isOneSeason(months)) };
    },
    null,
  ),
  'produits.aPortee': listedProducts(
    { nom: { type: 'text', isOptional: false }, points: { type: 'integer', isOptional: false } },
    (facts) => {
      const { row, lacks } = facts.rowOf('customers');
      if (row === null) return { lacks };
      const balance = row.pointsBalance ?? 0;
      const { rows } = facts.context.workbook.products;
      const isReachable = (product: RowOf<'products'>) =>
        isSold(product) && product.pointsPrice !== null && product.pointsPrice > 0 && product.pointsPrice <= balance;
      return { value: rows.filter(isReachable).sort(dearestFirst) };
    },
    ({ name, pointsPrice }) => ({ nom: name, points: pointsPrice }),
    PERSON,
  ),
  'points.bonus': bonusVariable((facts) => ({ value: facts.context.settings['points.delayBonus'] }), ['about_order']),
  'incident.points': bonusVariable(
    (facts) => {
      const { row, lacks } = facts.rowOf('incidents');
      return row === null ? { lacks } : { value: row.bonusPoints ?? facts.context.settings['crisis.bonusPoints'] };
    },
    ['about_incident'],
  ),
} as const satisfies Readonly<Record<string, ScalarVariable | ListVariable>>;

/** Points given with this very reply: nothing to announce when none are given, or when they were given already. */
function bonusVariable(amountOf: (facts: ReplyFacts) => Found<number>, kinds: readonly ReplyKind[]): ScalarVariable {
  return {
    type: 'integer',
    kinds,
    isOptional: true,
    find(facts) {
      const amount = amountOf(facts);
      if ('lacks' in amount) return amount;
      if (facts.isBonusGiven) return { lacks: problem('replyBonusGiven', {}), isAbsent: true };
      return amount.value === 0 ? { lacks: problem('replyBonusNone', {}), isAbsent: true } : amount;
    },
  };
}
