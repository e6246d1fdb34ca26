// Remboursements: the mirror of Stripe's refunds and credit notes. `paidBackCents` is what left the shop for good.
import { choice, day, id, money, ref, text } from './definition/column.ts';
import { defineTable, type Row } from './definition/table.ts';

export const refunds = defineTable('refunds', {
  sheetId: 1205,
  prefix: null,
  role: 'mirror',
  owner: 'job',
  columns: {
    id: id(),
    type: choice(['refund', 'credit_note'], { required: true }),
    customerId: ref('customers'),
    invoiceId: ref('invoices'),
    amountCents: money({ required: true }),
    paidBackCents: money({ required: true }),
    status: choice(['pending', 'requires_action', 'succeeded', 'failed', 'canceled', 'issued', 'void', 'unknown'], {
      required: true,
    }),
    reason: text(),
    createdOn: day({ required: true }),
  },
});

export type RefundsRow = Row<typeof refunds>;
