// Variables about a subscription and an invoice: what Stripe says, so only as true as the last night's mirror.
import type { Day } from '#lib/kernel/day.ts';
import type { RowOf } from '#lib/tables/tables.ts';
import type { ReplyFacts } from '../reply-facts.ts';
import {
  cellOf,
  dayToCome,
  type Found,
  freshMirror,
  fromCell,
  type ReplyKind,
  type Scalar,
  type ScalarVariable,
  type SourceCell,
} from '../reply-variable.ts';

interface Options {
  readonly isOptional?: boolean;
  /** Announced as still to come: a day that is past lacks. */
  readonly isToCome?: boolean;
}

type Subscription = RowOf<'subscriptions'>;
type Invoice = RowOf<'invoices'>;

/** @param read what the row says; its column is what is named when that is missing or too old. */
function ofSubscription(
  type: ScalarVariable['type'],
  column: keyof Subscription & string,
  read: (row: Subscription) => Scalar | null,
  options: Options = {},
): ScalarVariable {
  return {
    type,
    kinds: ['about_subscription', 'about_invoice'] satisfies readonly ReplyKind[],
    isOptional: options.isOptional ?? false,
    find(facts) {
      const { row, lacks } = facts.rowOf('subscriptions');
      if (row === null) return { lacks };
      return fromMirror(facts, read(row), cellOf(facts.context, 'subscriptions', row, column), options);
    },
  };
}

function ofInvoice(
  type: ScalarVariable['type'],
  column: keyof Invoice & string,
  read: (row: Invoice) => Scalar | null,
  options: Options = {},
): ScalarVariable {
  return {
    type,
    kinds: ['about_invoice'] satisfies readonly ReplyKind[],
    isOptional: options.isOptional ?? false,
    find(facts) {
      const { row, lacks } = facts.rowOf('invoices');
      if (row === null) return { lacks };
      return fromMirror(facts, read(row), cellOf(facts.context, 'invoices', row, column), options);
    },
  };
}

function fromMirror(facts: ReplyFacts, value: Scalar | null, cell: SourceCell, options: Options): Found<Scalar> {
  const stale = freshMirror(facts, cell);
  if (stale !== null) return { lacks: stale };
  const found = fromCell(facts.context, value, cell);
  return options.isToCome === true && 'value' in found ? dayToCome(facts.context, found.value as Day, cell) : found;
}

const toCome = { isToCome: true } as const;
const perhaps = { isOptional: true } as const;

export const billingVariables = {
  'abonnement.prix': ofSubscription('money', 'priceCents', ({ priceCents }) => priceCents),
  'abonnement.annuel': ofSubscription('flag', 'interval', ({ interval }) => interval === 'year', perhaps),
  'abonnement.mensuel': ofSubscription('flag', 'interval', ({ interval }) => interval === 'month', perhaps),
  'abonnement.prochaineEcheance': ofSubscription('day', 'periodEndOn', ({ periodEndOn }) => periodEndOn, toCome),
  'abonnement.finPeriode': ofSubscription('day', 'periodEndOn', ({ periodEndOn }) => periodEndOn, toCome),
  'facture.montant': ofInvoice('money', 'totalCents', ({ totalCents, paidCents }) => totalCents - paidCents),
  'facture.echecLe': ofInvoice('day', 'firstFailedOn', ({ firstFailedOn }) => firstFailedOn),
  'facture.nouvelEssai': ofInvoice('day', 'retryOn', ({ retryOn }) => retryOn, {
    ...toCome,
    ...perhaps,
  }),
  'facture.graceJusquau': ofInvoice('day', 'graceUntil', ({ graceUntil }) => graceUntil, toCome),
} as const satisfies Readonly<Record<string, ScalarVariable>>;
