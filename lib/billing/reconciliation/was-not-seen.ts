// Not every object is read every night. A disagreement about one that tonight's facts do not speak of, or whose tab could not
// be read, is neither confirmed nor settled: its row stays as it is.
import type { PlanContext } from '#lib/changes/plan-context.ts';
import type { TableState } from '#lib/tables/definition/table-state.ts';
import { type ReconciliationRow, splitSubject } from './disagreement.ts';
import type { FactsIndex } from './facts-index.ts';
import { DUNNING_OBJECT, firstRetryDays } from './find-payment-disagreements.ts';
import { PRICE_PREFIX } from './find-problem-rows.ts';

export function wasNotSeen(context: PlanContext, facts: FactsIndex, subject: ReconciliationRow['subject']): boolean {
  const { customers, plans } = context.workbook;
  const { kind, object } = splitSubject(subject);
  if (restsOnUnusableTab(context, kind, object)) return true;
  if (object === DUNNING_OBJECT) return firstRetryDays(context).length === 0;
  if (object.startsWith(PRICE_PREFIX)) {
    const price = object.slice(PRICE_PREFIX.length);
    return !facts.pricesNamed.has(price) && !plans.rows.some((row) => row.stripePrice === price);
  }
  const [table, id = '', name] = object.split('/');
  if (table === 'plans') {
    const price = plans.byId.get(id)?.stripePrice ?? null;
    return price !== null && !facts.byPrice.has(price);
  }
  if (table !== 'customers' || kind === 'duplicate' || kind === 'points_debt') return false;
  const row = customers.byId.get(id);
  if (row === undefined || row.erasedOn !== null || row.stripeCustomer === null) return false;
  return name === 'currency' ? !facts.customersNamed.has(row.stripeCustomer) : !facts.customers.has(row.stripeCustomer);
}

/** What a kind is found from, besides the tab that its object names. */
const neededByKind: Readonly<Record<string, readonly (keyof PlanContext['workbook'])[]>> = {
  points_differ: ['points', 'pointLots', 'invoices', 'plans'],
  points_debt: ['points', 'pointLots', 'customers'],
  payment_overdue: ['invoices'],
  dunning_drift: ['invoices'],
};

function restsOnUnusableTab({ workbook }: PlanContext, kind: string, object: string): boolean {
  const states: Readonly<Record<string, TableState>> = workbook;
  if ((neededByKind[kind] ?? []).some((key) => !workbook[key].usable)) return true;
  const named = states[object.split('/')[0] ?? ''];
  if (named !== undefined) return !named.usable;
  // A cell's problem names its tab by its title; of an unusable tab no cell is judged.
  return kind === 'cell' && Object.values(states).some(({ usable, title }) => !usable && object.includes(`|${title}!`));
}
