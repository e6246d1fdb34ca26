// Customers: what differs between their row and Stripe, who was deleted in Stripe, who stands twice. Of names and addresses
// only what differs is shown: a night prints what it would write.
import type { PlanContext } from '#lib/changes/plan-context.ts';
import type { RowOf } from '#lib/tables/tables.ts';
import { maskAllButDifference, maskEmail, maskEmailsButDifference } from '#lib/text/mask-email.ts';
import { normalEmail } from '../normal-email.ts';
import type { CustomerFact } from '../stripe-facts.ts';
import type { Disagreement } from './disagreement.ts';
import type { FactsIndex } from './facts-index.ts';

type Customer = RowOf<'customers'>;

export function findCustomerDisagreements(context: PlanContext, facts: FactsIndex): readonly Disagreement[] {
  const living = context.workbook.customers.rows.filter((row) => row.erasedOn === null);
  const found: Disagreement[] = [];
  for (const row of living) {
    const fact = facts.customers.get(row.stripeCustomer ?? '');
    if (fact?.deleted) found.push(deleted(context, row));
    else if (fact !== undefined) found.push(...differences(context, row, fact));
  }
  return [...found, ...doubles(context, living)];
}

function deleted({ words }: PlanContext, row: Customer): Disagreement {
  const says = words.reconciliation;
  return {
    kind: 'missing_in_stripe',
    object: `customers/${row.id}`,
    what: says.customerDeleted({ id: row.id }),
    workbookSays: row.stripeCustomer,
    stripeSays: says.deletedInStripe,
    rightSide: 'stripe',
    done: says.customerDeletedDone,
  };
}

function differences({ words }: PlanContext, row: Customer, fact: CustomerFact): readonly Disagreement[] {
  const says = words.reconciliation;
  const differing = (name: 'name' | 'email', [workbookSays, stripeSays]: readonly [string, string]): Disagreement => ({
    kind: 'value_differs',
    object: `customers/${row.id}/${name}`,
    what: says.customerDiffers({ id: row.id, header: words.header('customers', name) }),
    workbookSays,
    stripeSays,
    rightSide: 'to_decide',
    done: says.notOverwritten,
  });
  const found: Disagreement[] = [];
  if (row.name !== null && fact.name !== null && sameName(row.name) !== sameName(fact.name))
    found.push(differing('name', maskAllButDifference(row.name, fact.name)));
  if (row.email !== null && fact.email !== null && normalEmail(row.email) !== normalEmail(fact.email))
    found.push(differing('email', maskEmailsButDifference(row.email, fact.email)));
  return found;
}

function sameName(name: string): string {
  return name.normalize('NFC').trim().replace(/\s+/g, ' ').toLowerCase();
}

function doubles({ words }: PlanContext, living: readonly Customer[]): readonly Disagreement[] {
  const says = words.reconciliation;
  const found: Disagreement[] = [];
  const add = (name: 'email' | 'stripeCustomer', rows: readonly Customer[], what: string) =>
    found.push({
      kind: 'duplicate',
      object: `customers/${rows[0]?.id}/${name}`,
      what,
      workbookSays: null,
      stripeSays: null,
      rightSide: 'to_decide',
      done: says.duplicateDone,
    });
  for (const [email, rows] of twice(living, (row) => normalEmail(row.email)))
    add('email', rows, says.emailTwice({ email: maskEmail(email), ids: idsOf(rows) }));
  for (const [customer, rows] of twice(living, (row) => row.stripeCustomer))
    add('stripeCustomer', rows, says.stripeCustomerTwice({ customer, ids: idsOf(rows) }));
  return found;
}

/** Groups of two or more, each in the order of ids. */
function twice(rows: readonly Customer[], keyOf: (row: Customer) => string | null) {
  const groups = new Map<string, Customer[]>();
  for (const row of rows) {
    const key = keyOf(row);
    if (key === null) continue;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [row]);
    else group.push(row);
  }
  const several = [...groups].filter(([, group]) => group.length > 1);
  for (const [, group] of several) group.sort((a, b) => (a.id < b.id ? -1 : 1));
  return several;
}

function idsOf(rows: readonly Customer[]): string {
  return rows.map(({ id }) => id).join(', ');
}
