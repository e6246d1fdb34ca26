// Jours fermés: days on which nothing ships and no clock runs, besides the weekend.
import { day, id, text } from './definition/column.ts';
import { defineTable, type Row } from './definition/table.ts';

export const closedDays = defineTable('closedDays', {
  sheetId: 1303,
  prefix: 'FER',
  role: 'data',
  owner: 'team',
  columns: {
    id: id(),
    on: day({ required: true }),
    name: text(),
    check: text({ owner: 'job' }),
  },
});

export type ClosedDaysRow = Row<typeof closedDays>;
