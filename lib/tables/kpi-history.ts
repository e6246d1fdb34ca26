// Historique des KPI: one row per figure, subject (a product, a channel; empty for the whole shop) and day, written once.
import { day, decimal, id, ref, text } from './definition/column.ts';
import { defineTable, type Row } from './definition/table.ts';

export const kpiHistory = defineTable('kpiHistory', {
  sheetId: 1132,
  prefix: null,
  role: 'ledger',
  owner: 'job',
  columns: {
    id: id(),
    kpiId: ref('kpi', { required: true }),
    subject: text(),
    on: day({ required: true }),
    value: decimal(),
    numerator: decimal(),
    denominator: decimal(),
    target: decimal(),
    sample: text(),
    actionId: text(),
  },
});

export type KpiHistoryRow = Row<typeof kpiHistory>;
