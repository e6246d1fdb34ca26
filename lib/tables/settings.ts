// Réglages: one row per setting; the id is the setting's key. What each one must be stands in lib/settings.
import { id, scalar, text } from './definition/column.ts';
import { defineTable, type Row } from './definition/table.ts';

export const settings = defineTable('settings', {
  sheetId: 1302,
  prefix: null,
  role: 'data',
  owner: 'team',
  columns: {
    id: id(),
    label: text({ owner: 'job' }),
    value: scalar(),
    unit: text({ owner: 'job' }),
    note: text({ owner: 'job' }),
    check: text({ owner: 'job' }),
  },
});

export type SettingsRow = Row<typeof settings>;
