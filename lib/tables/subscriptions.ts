// Abonnements: the mirror of Stripe's subscriptions, one row each, its id Stripe's own.
import { choice, day, id, money, ref } from './definition/column.ts';
import { defineTable, type Row } from './definition/table.ts';

export const subscriptions = defineTable('subscriptions', {
  sheetId: 1203,
  prefix: null,
  role: 'mirror',
  owner: 'job',
  columns: {
    id: id(),
    customerId: ref('customers', { required: true }),
    planId: ref('plans'),
    status: choice(
      [
        'active',
        'trialing',
        'past_due',
        'unpaid',
        'paused',
        'collection_paused',
        'incomplete',
        'incomplete_expired',
        'canceled',
        'unknown',
      ],
      { required: true },
    ),
    priceCents: money(),
    interval: choice(['month', 'year', 'unknown']),
    startedOn: day({ required: true }),
    periodStartOn: day(),
    periodEndOn: day(),
    resumesOn: day(),
    cancelOn: day(),
    endedOn: day(),
    latestInvoiceId: ref('invoices'),
  },
});

export type SubscriptionsRow = Row<typeof subscriptions>;
