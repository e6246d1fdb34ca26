/**
 * Customers and their balance transactions.
 */
import type Stripe from 'stripe';
import { adjustBalance } from './adjust-balance.ts';
import { deleteCustomer } from './customers.ts';
import { change } from './emit-event.ts';
import { deletedCustomer } from './expand.ts';
import type { OwnFilters, ParamTable } from './read-params.ts';
import {
  type Call,
  clockShown,
  found,
  listRoute,
  matches,
  mergeMetadata,
  RETRIEVE_PARAMS,
  type Route,
} from './route.ts';
import { noSuch } from './stripe-refusal.ts';
import { idOf } from './world.ts';

const listFilters: OwnFilters<Stripe.CustomerListParams> = { created: 'range', email: 'text', test_clock: 'text' };
const balanceFilters: OwnFilters<Stripe.CustomerListBalanceTransactionsParams> = { created: 'range', invoice: 'text' };
const balanceParams: ParamTable<Stripe.CustomerCreateBalanceTransactionParams> = {
  amount: 'integer',
  currency: 'text',
  description: 'text',
  expand: 'texts',
  metadata: 'unsupported',
};
const updateParams: ParamTable<Stripe.CustomerUpdateParams> = {
  address: 'unsupported',
  balance: 'unsupported',
  business_name: 'unsupported',
  cash_balance: 'unsupported',
  default_source: 'unsupported',
  description: 'text',
  email: 'text',
  expand: 'texts',
  individual_name: 'unsupported',
  invoice_prefix: 'unsupported',
  invoice_settings: 'unsupported',
  metadata: 'metadata',
  name: 'text',
  next_invoice_sequence: 'unsupported',
  phone: 'text',
  preferred_locales: 'texts',
  shipping: 'unsupported',
  source: 'unsupported',
  tax: 'unsupported',
  tax_exempt: 'unsupported',
  validate: 'unsupported',
};

export const customerRoutes: readonly Route[] = [
  listRoute<Stripe.Customer>({
    path: '/v1/customers',
    permission: 'customer',
    type: 'customer',
    filters: listFilters,
    table: (world) => world.tables.customers,
    keep: (row, { params, world }) =>
      !world.deletedCustomers.has(row.id) &&
      clockShown(params, idOf(row.test_clock)) &&
      matches(params, 'email', row.email),
  }),
  {
    method: 'GET',
    path: '/v1/customers/:id',
    permission: 'customer_read',
    params: RETRIEVE_PARAMS,
    type: 'customer',
    handle: ({ world, id }) => {
      const customer = found(world.tables.customers, id);
      return world.deletedCustomers.has(id) ? deletedCustomer(id) : customer;
    },
  },
  {
    method: 'POST',
    path: '/v1/customers/:id',
    permission: 'customer_write',
    params: updateParams,
    type: 'customer',
    handle: updateCustomer,
  },
  {
    method: 'DELETE',
    path: '/v1/customers/:id',
    permission: 'customer_write',
    params: {},
    type: 'customer',
    handle: (call) => {
      living(call);
      deleteCustomer(call.world, call.id);
      return deletedCustomer(call.id);
    },
  },
  listRoute<Stripe.CustomerBalanceTransaction>({
    path: '/v1/customers/:id/balance_transactions',
    permission: 'customer',
    type: 'customer_balance_transaction',
    filters: balanceFilters,
    table: (world) => world.tables.balanceTransactions,
    keep: (row, { id, params }) => row.customer === id && matches(params, 'invoice', idOf(row.invoice)),
  }),
  {
    method: 'POST',
    path: '/v1/customers/:id/balance_transactions',
    permission: 'customer_write',
    params: balanceParams,
    type: 'customer_balance_transaction',
    handle: createBalanceTransaction,
  },
];

/** A deleted customer can be read, not changed. */
function living({ world, id }: Call): Stripe.Customer {
  const customer = found(world.tables.customers, id);
  if (world.deletedCustomers.has(id)) throw noSuch('customer', id, 'id');
  return customer;
}

function updateCustomer(call: Call): Stripe.Customer {
  const before = living(call);
  const { description, email, metadata, name, phone, preferred_locales } = call.params;
  const given = Object.fromEntries(
    Object.entries({ description, email, name, phone, preferred_locales })
      .filter(([, value]) => value !== undefined)
      .map(([key, value]) => [key, value === '' ? null : value]),
  );
  const patch: Partial<Stripe.Customer> = { ...given, metadata: mergeMetadata(before.metadata, metadata) };
  return change(call.world, call.world.tables.customers, before, patch, 'customer.updated');
}

function createBalanceTransaction(call: Call): Stripe.CustomerBalanceTransaction {
  const customer = living(call);
  const description = call.params.description as string | undefined;
  return adjustBalance(call.world, {
    customer: customer.id,
    amountCents: Number(call.params.amount ?? 0),
    type: 'adjustment',
    ...(description === undefined ? {} : { description }),
    currency: String(call.params.currency ?? call.world.settings.currency),
  });
}
