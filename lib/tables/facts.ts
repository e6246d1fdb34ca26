// Faits: what Stripe forgets (portal visits, first failures, pauses), kept because KPIs and points need it later.
// The id is the event's, or built from its subject, so a fact seen twice is stored once.
import { choice, day, id, ref, text } from './definition/column.ts';
import { defineTable, type Row } from './definition/table.ts';

export const facts = defineTable('facts', {
  sheetId: 1210,
  prefix: null,
  role: 'ledger',
  owner: 'job',
  columns: {
    id: id(),
    kind: choice(['portal_visit', 'payment_failed', 'pause'], { required: true }),
    customerId: ref('customers'),
    subject: text(),
    on: day({ required: true }),
    until: day(),
  },
});

export type FactsRow = Row<typeof facts>;
