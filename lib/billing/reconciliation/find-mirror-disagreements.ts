// The mirror against Stripe: what one side has and the other has not, states and currencies that could not be taken over,
// plans whose price is not the one customers pay.
import type { PlanContext } from '#lib/changes/plan-context.ts';
import { indexCustomers } from '../customer-index.ts';
import { EURO } from '../plan-index.ts';
import { isEnded } from '../subscription-state.ts';
import type { Disagreement } from './disagreement.ts';
import type { FactsIndex } from './facts-index.ts';

export function findMirrorDisagreements(context: PlanContext, facts: FactsIndex): readonly Disagreement[] {
  return [
    ...missingInStripe(context, facts),
    ...missingInWorkbook(context, facts),
    ...unknownValues(context, facts),
    ...otherCurrencies(context, facts),
    ...planDifferences(context, facts),
  ];
}

/** Live subscriptions and open invoices are all read each night: one that is not there is gone. */
function missingInStripe({ workbook, words }: PlanContext, facts: FactsIndex): readonly Disagreement[] {
  const says = words.reconciliation;
  const missing = (table: 'subscriptions' | 'invoices', id: string, status: string): Disagreement => ({
    kind: 'missing_in_stripe',
    object: `${table}/${id}`,
    what: says.missingInStripe({ tab: workbook[table].title, id }),
    workbookSays: words.choiceLabel(status),
    stripeSays: says.nothing,
    rightSide: 'to_decide',
    done: says.missingInStripeDone,
  });
  const subscriptions = workbook.subscriptions.rows.filter(
    ({ id, status }) => !isEnded(status) && !facts.subscriptions.has(id),
  );
  const invoices = workbook.invoices.rows.filter(
    ({ id, status }) => (status === 'draft' || status === 'open') && !facts.invoices.has(id),
  );
  return [
    ...subscriptions.map(({ id, status }) => missing('subscriptions', id, status)),
    ...invoices.map(({ id, status }) => missing('invoices', id, status)),
  ];
}

function missingInWorkbook({ workbook, words }: PlanContext, facts: FactsIndex): readonly Disagreement[] {
  const says = words.reconciliation;
  return (['subscriptions', 'invoices'] as const).flatMap((table): Disagreement[] => {
    const { usable, byId, setAside, title } = workbook[table];
    if (!usable || !workbook.customers.usable) return [];
    const aside = new Set(setAside.map(({ id }) => id));
    const missing = [...facts[table].values()].filter(({ id }) => !byId.has(id) && !aside.has(id));
    return missing.map(({ id, stripeCustomer, status }) => ({
      kind: 'missing_in_workbook',
      object: `${table}/${id}`,
      what: says.missingInWorkbook({ tab: title, id, customer: stripeCustomer }),
      workbookSays: says.nothing,
      stripeSays: words.choiceLabel(status),
      rightSide: 'stripe',
      done: says.missingInWorkbookDone,
    }));
  });
}

function unknownValues({ workbook, words }: PlanContext, facts: FactsIndex): readonly Disagreement[] {
  const says = words.reconciliation;
  const unknown = (
    table: 'subscriptions' | 'invoices' | 'refunds' | 'disputes',
    id: string,
    name: 'status' | 'interval',
    stripeSays: string | undefined,
  ): Disagreement => ({
    kind: 'unknown_value',
    object: `${table}/${id}/${name}`,
    what: says.valueUnknown({ tab: workbook[table].title, id, header: words.header(table, name) }),
    workbookSays: words.choiceLabel('unknown'),
    stripeSays,
    rightSide: 'stripe',
    done: says.valueUnknownDone,
  });
  const states = (['subscriptions', 'invoices', 'refunds', 'disputes'] as const).flatMap((table) =>
    (workbook[table].rows as readonly { readonly id: string; readonly status: string }[])
      .filter(({ status }) => status === 'unknown')
      .map(({ id }) => unknown(table, id, 'status', facts[table].get(id)?.stripeStatus)),
  );
  const intervals = workbook.subscriptions.rows
    .filter(({ interval }) => interval === 'unknown')
    .map(({ id }) => unknown('subscriptions', id, 'interval', undefined));
  return [...states, ...intervals];
}

/** One row a customer, however many invoices. */
function otherCurrencies({ workbook, words }: PlanContext, facts: FactsIndex): readonly Disagreement[] {
  const says = words.reconciliation;
  const customers = indexCustomers(workbook);
  const currenciesByOwner = new Map<string, Set<string>>();
  const add = (owner: string, currency: string) => {
    if (currency === EURO) return;
    const currencies = currenciesByOwner.get(owner) ?? new Set();
    currenciesByOwner.set(owner, currencies.add(currency.toUpperCase()));
  };
  for (const { stripeCustomer, currency } of [...facts.subscriptions.values(), ...facts.invoices.values()])
    add(customers.idOf(stripeCustomer) ?? stripeCustomer, currency);
  for (const { id, stripeCustomer, currency } of facts.refunds.values())
    add(customers.idOf(stripeCustomer) ?? stripeCustomer ?? id, currency);
  for (const { id, currency } of facts.disputes.values())
    add(workbook.disputes.byId.get(id)?.customerId ?? id, currency);
  return [...currenciesByOwner].map(([id, currencies]) => ({
    kind: 'other_currency',
    object: `customers/${id}/currency`,
    what: says.currency({ id }),
    workbookSays: EURO.toUpperCase(),
    stripeSays: [...currencies].sort().join(', '),
    rightSide: 'to_decide',
    done: says.currencyDone,
  }));
}

function planDifferences({ workbook, words }: PlanContext, facts: FactsIndex): readonly Disagreement[] {
  const says = words.reconciliation;
  return workbook.plans.rows.flatMap(({ id, stripePrice, priceCents, interval }): Disagreement[] => {
    const fact = facts.byPrice.get(stripePrice ?? '');
    if (fact === undefined || fact.currency !== EURO) return [];
    const differing = (name: 'priceCents' | 'interval', workbookSays: string, stripeSays: string): Disagreement => ({
      kind: 'value_differs',
      object: `plans/${id}/${name}`,
      what: says.planDiffers({ id, header: words.header('plans', name) }),
      workbookSays,
      stripeSays,
      rightSide: 'stripe',
      done: says.notOverwritten,
    });
    const found: Disagreement[] = [];
    if (fact.priceCents !== null && fact.priceCents !== priceCents)
      found.push(differing('priceCents', words.formatEuros(priceCents), words.formatEuros(fact.priceCents)));
    if (fact.interval !== 'unknown' && fact.interval !== interval)
      found.push(differing('interval', words.choiceLabel(interval), words.choiceLabel(fact.interval)));
    return found;
  });
}
