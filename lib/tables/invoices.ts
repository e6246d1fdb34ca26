// Factures: the mirror of Stripe's invoices, with what was paid back and how a failed payment stands.
// Amounts include tax. A first failure is stored when it is first seen: Stripe does not keep it.
import { choice, day, id, integer, money, ref, text } from './definition/column.ts';
import { defineTable, type Row } from './definition/table.ts';

export const invoices = defineTable('invoices', {
  sheetId: 1204,
  prefix: null,
  role: 'mirror',
  owner: 'job',
  columns: {
    id: id(),
    number: text(),
    customerId: ref('customers', { required: true }),
    subscriptionId: ref('subscriptions'),
    planId: ref('plans'),
    status: choice(['draft', 'open', 'paid', 'void', 'uncollectible', 'unknown'], { required: true }),
    reason: choice(['first', 'renewal', 'change', 'manual', 'other']),
    createdOn: day({ required: true }),
    paidOn: day(),
    totalCents: money({ required: true }),
    paidCents: money({ required: true }),
    paidBackCents: money({ required: true }),
    withheldCents: money({ required: true }),
    attempts: integer({ required: true, min: 0 }),
    firstFailedOn: day(),
    retryOn: day(),
    graceUntil: day(),
    recovery: choice(['grace', 'overdue', 'recovered', 'lost']),
    paymentIntents: text(),
  },
});

export type InvoicesRow = Row<typeof invoices>;
