// Journal: one action, one row (more when its changes pass a cell's limit). It is what undo, repair and audit read.
// Personal before- and after-values stand in a cell of their own, which an erasure blanks.
import { id, instant, integer, text } from './definition/column.ts';
import { defineTable, type Row } from './definition/table.ts';

export const journal = defineTable('journal', {
  sheetId: 1301,
  prefix: 'JRN',
  role: 'ledger',
  owner: 'addon',
  columns: {
    id: id(),
    actionId: text({ required: true }),
    part: integer({ required: true, min: 1 }),
    at: instant({ required: true }),
    who: text({ personal: true }),
    action: text({ required: true }),
    summary: text(),
    updates: text(),
    personal: text({ personal: true }),
    appended: text(),
    ranges: text(),
    undoes: text(),
  },
});

export type JournalRow = Row<typeof journal>;
