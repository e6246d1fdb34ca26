/**
 * The customer's credit balance: negative is credit the customer has, positive is debt. Every change is one transaction
 * whose `ending_balance` is the customer's balance after it.
 */
import type Stripe from 'stripe';
import { change } from './emit-event.ts';
import { mustGet, nextId, type World } from './world.ts';

export interface BalanceChange {
  readonly customer: string;
  readonly amountCents: number;
  readonly type: Stripe.CustomerBalanceTransaction.Type;
  readonly invoice?: string;
  readonly creditNote?: string;
  readonly description?: string;
  readonly currency?: string;
}

export function adjustBalance(world: World, wanted: BalanceChange): Stripe.CustomerBalanceTransaction {
  const customer = mustGet(world.tables.customers, wanted.customer);
  const balance = customer.balance + wanted.amountCents;
  const transaction: Stripe.CustomerBalanceTransaction = {
    id: nextId(world, 'cbtxn'),
    object: 'customer_balance_transaction',
    amount: wanted.amountCents,
    checkout_session: null,
    created: world.nowSeconds,
    credit_note: wanted.creditNote ?? null,
    currency: wanted.currency ?? customer.currency ?? world.settings.currency,
    customer: customer.id,
    customer_account: null,
    description: wanted.description ?? null,
    ending_balance: balance,
    invoice: wanted.invoice ?? null,
    livemode: customer.livemode,
    metadata: {},
    type: wanted.type,
  };
  world.tables.balanceTransactions.insert(transaction);
  change(world, world.tables.customers, customer, { balance }, 'customer.updated');
  return transaction;
}
