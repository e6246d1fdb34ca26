// KPI: one row per figure the shop steers by. The night writes value and trend; target and state are live formulas over
// Réglages; the definition is text. `behind` names the rows the value was computed from.
import { choice, day, decimal, id, text } from './definition/column.ts';
import { defineTable, type Row } from './definition/table.ts';

export const kpi = defineTable('kpi', {
  sheetId: 1131,
  prefix: null,
  role: 'mirror',
  owner: 'job',
  columns: {
    id: id(),
    group: choice(['kpi_stock', 'kpi_service', 'kpi_billing', 'kpi_fulfilment'], { required: true }),
    name: text({ required: true }),
    value: decimal(),
    rule: choice(['above', 'below', 'at_most']),
    target: decimal({ formula: true }),
    unit: text(),
    state: choice(['reached', 'missed', 'no_value'], { formula: true }),
    previousValue: decimal(),
    trend: choice(['rising', 'falling', 'steady']),
    history: text({ formula: true }),
    asOf: day(),
    sample: text(),
    definition: text(),
    behind: text(),
  },
});

export type KpiRow = Row<typeof kpi>;
