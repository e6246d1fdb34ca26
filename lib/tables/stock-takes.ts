// Comptages: the lines of a count sheet; the lines of one count share a `session`. A blank count is not zero. `expected`
// is what the books said at the time of counting.
import { choice, day, id, integer, ref, text, wallTime } from './definition/column.ts';
import { defineTable, type Row } from './definition/table.ts';

export const stockTakes = defineTable('stockTakes', {
  sheetId: 1109,
  prefix: 'INV',
  role: 'data',
  owner: 'addon',
  columns: {
    id: id(),
    session: text({ required: true }),
    hubId: ref('hubs', { required: true }),
    productId: ref('products', { required: true }),
    lotId: ref('lots', { required: true }),
    expected: integer({ required: true }),
    counted: integer({ owner: 'team', min: 0 }),
    countedAt: wallTime({ owner: 'team' }),
    countedBy: text({ owner: 'team', personal: true }),
    difference: integer(),
    reason: text({ owner: 'team' }),
    status: choice(['to_count', 'counted', 'validated', 'voided'], { required: true }),
    validatedOn: day(),
    actionId: text(),
    note: text({ owner: 'team' }),
    check: text({ owner: 'job' }),
  },
});

export type StockTakesRow = Row<typeof stockTakes>;
