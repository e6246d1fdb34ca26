// Transporteurs: the id is the carrier's name; the link template turns a tracking number into an address.
import { flag, id, integer, text } from './definition/column.ts';
import { defineTable, type Row } from './definition/table.ts';

export const carriers = defineTable('carriers', {
  sheetId: 1113,
  prefix: null,
  role: 'data',
  owner: 'team',
  columns: {
    id: id(),
    trackingUrl: text(),
    transitDays: integer({ min: 0 }),
    active: flag({ adoptAs: true }),
    note: text(),
    check: text({ owner: 'job' }),
  },
});

export type CarriersRow = Row<typeof carriers>;
