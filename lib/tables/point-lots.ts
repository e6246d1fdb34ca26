// Lots de points: what remains of each earning and when it expires. `remaining` is the sum of the ledger's rows of the lot.
import { day, id, integer, ref, text } from './definition/column.ts';
import { defineTable, type Row } from './definition/table.ts';

export const pointLots = defineTable('pointLots', {
  sheetId: 1208,
  prefix: 'LPT',
  role: 'mirror',
  owner: 'job',
  columns: {
    id: id(),
    customerId: ref('customers', { required: true }),
    source: text(),
    earnedOn: day({ required: true }),
    expiresOn: day({ required: true }),
    points: integer({ required: true, min: 0 }),
    remaining: integer({ required: true, min: 0 }),
  },
});

export type PointLotsRow = Row<typeof pointLots>;
