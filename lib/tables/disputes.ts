// Litiges: the mirror of Stripe's disputes. An inquiry (warning) withholds nothing; `withheldCents` is what the bank holds
// or has taken.
import { choice, day, id, money, ref, text } from './definition/column.ts';
import { defineTable, type Row } from './definition/table.ts';

export const disputes = defineTable('disputes', {
  sheetId: 1206,
  prefix: null,
  role: 'mirror',
  owner: 'job',
  columns: {
    id: id(),
    customerId: ref('customers'),
    invoiceId: ref('invoices'),
    amountCents: money({ required: true }),
    withheldCents: money({ required: true }),
    status: choice(
      [
        'warning_needs_response',
        'warning_under_review',
        'warning_closed',
        'needs_response',
        'under_review',
        'won',
        'lost',
        'prevented',
        'unknown',
      ],
      { required: true },
    ),
    reason: text(),
    openedOn: day({ required: true }),
    evidenceDueOn: day(),
  },
});

export type DisputesRow = Row<typeof disputes>;
