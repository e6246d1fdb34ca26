// Which row of Clients stands for a Stripe customer. A row set aside because its id stands twice still stands for its
// customer: it is not written, but nobody gets a second row because of it.
import { compareText } from '#lib/kernel/compare.ts';
import type { RowOf, WorkbookState } from '#lib/tables/tables.ts';

export interface CustomerIndex {
  /** The row id of a Stripe customer; of several rows the lowest id. */
  readonly idOf: (stripeCustomer: string | null) => string | null;
  /** The sound row, or undefined when there is none or it is frozen. */
  readonly rowOf: (stripeCustomer: string) => RowOf<'customers'> | undefined;
}

export function indexCustomers({ customers }: WorkbookState): CustomerIndex {
  const idByStripeCustomer = new Map<string, string>();
  const add = (id: string, stripeCustomer: unknown) => {
    if (typeof stripeCustomer !== 'string') return;
    const other = idByStripeCustomer.get(stripeCustomer);
    if (other === undefined || compareText(id, other) < 0) idByStripeCustomer.set(stripeCustomer, id);
  };
  for (const row of customers.rows) add(row.id, row.stripeCustomer);
  for (const row of customers.setAside) if (row.id !== null) add(row.id, row.cells.stripeCustomer);
  return {
    idOf: (stripeCustomer) => (stripeCustomer === null ? null : (idByStripeCustomer.get(stripeCustomer) ?? null)),
    rowOf: (stripeCustomer) => customers.byId.get(idByStripeCustomer.get(stripeCustomer) ?? ''),
  };
}
