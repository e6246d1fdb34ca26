// Demandes: what a customer asked for their subscription, queued here and carried out by the night with an idempotency key.
import { choice, day, id, ref, text } from './definition/column.ts';
import { defineTable, type Row } from './definition/table.ts';

export const requests = defineTable('requests', {
  sheetId: 1209,
  prefix: 'DEM',
  role: 'data',
  owner: 'addon',
  columns: {
    id: id(),
    customerId: ref('customers'),
    subscriptionId: ref('subscriptions', { required: true, owner: 'team' }),
    kind: choice(['pause', 'resume', 'to_yearly', 'to_monthly', 'cancel'], { required: true, owner: 'team' }),
    requestedOn: day({ adoptAs: 'today' }),
    requestedBy: text(),
    status: choice(['queued', 'done', 'refused', 'failed', 'withdrawn'], {
      required: true,
      adoptAs: 'queued',
      owner: 'team',
    }),
    doneOn: day({ owner: 'job' }),
    effectiveOn: day({ owner: 'job' }),
    result: text({ owner: 'job' }),
    actionId: text(),
    check: text({ owner: 'job' }),
  },
});

export type RequestsRow = Row<typeof requests>;
