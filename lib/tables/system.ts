// Système (hidden): schema version, revision, id counters, lease and cursors, one row each. Values are text so that
// nothing reformats them.
import { id, text } from './definition/column.ts';
import { defineTable, type Row } from './definition/table.ts';

export const system = defineTable('system', {
  sheetId: 1304,
  prefix: null,
  role: 'system',
  owner: 'addon',
  columns: {
    id: id(),
    value: text(),
  },
});

export type SystemRow = Row<typeof system>;
