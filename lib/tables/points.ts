// Points: the ledger, append-only. One row per lot touched, so a debit spread over lots shows its split. A row without
// a lot is debt: points taken back that had already been spent. The balance is the sum of all rows.
import { choice, day, id, integer, ref, text } from './definition/column.ts';
import { defineTable, type Row } from './definition/table.ts';

export const points = defineTable('points', {
  sheetId: 1207,
  prefix: 'PTS',
  role: 'ledger',
  owner: 'job',
  columns: {
    id: id(),
    customerId: ref('customers', { required: true }),
    on: day({ required: true }),
    kind: choice(['opening', 'earn', 'bonus', 'spend', 'expire', 'clawback', 'restore', 'adjust', 'settle'], {
      required: true,
    }),
    points: integer({ required: true }),
    lotId: ref('pointLots'),
    source: text(),
    reason: text(),
    actionId: text(),
  },
});

export type PointsRow = Row<typeof points>;
