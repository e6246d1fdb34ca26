// Stock: a live view by formulas, one row per product in the order of Produits. Nothing here is ever written by an action;
// the same figures are computed by lib (lib/stock/stock-view.ts) and must agree. The total stands in the first row only.
import { choice, day, decimal, id, integer, money, text } from './definition/column.ts';
import { defineTable, type Row } from './definition/table.ts';

export const stock = defineTable('stock', {
  sheetId: 1101,
  prefix: null,
  role: 'view',
  owner: 'job',
  columns: {
    id: id({ formula: true }),
    name: text({ formula: true }),
    model: choice(['hero', 'dropship'], { formula: true }),
    state: choice(['at_partner', 'inactive', 'out_of_stock', 'to_reorder', 'on_order', 'enough'], { formula: true }),
    onHand: integer({ formula: true }),
    reserved: integer({ formula: true }),
    available: integer({ formula: true }),
    incoming: integer({ formula: true }),
    targetStock: integer({ formula: true }),
    reorderPoint: integer({ formula: true }),
    weeklyDemand: decimal({ formula: true }),
    coverWeeks: decimal({ formula: true }),
    nextBestBeforeOn: day({ formula: true }),
    valueCents: money({ formula: true }),
    totalValueCents: money({ formula: true }),
  },
});

export type StockRow = Row<typeof stock>;
