// How each tab looks as a whole: its colour by theme, frozen columns, rows at creation. The tabs' order is the registry's.
import type { TableKey } from '#lib/tables/tables.ts';
import { color } from './palette.ts';
import type { ColorStyle } from './workbook-request.ts';

export interface TabDesign {
  readonly colour: ColorStyle;
  readonly frozenColumns: number;
  readonly rows: number;
  readonly hidden: boolean;
}

const colours = {
  steering: color('#b7791f'),
  orders: color('#1f5c43'),
  stock: color('#2f7d5b'),
  care: color('#5b4b8a'),
  partners: color('#7c5a3a'),
  billing: color('#2b5d8a'),
  workbook: color('#6b7280'),
} as const;

const themeOf: Readonly<Record<TableKey, keyof typeof colours>> = {
  stock: 'steering',
  kpi: 'steering',
  weeklyReview: 'steering',
  kpiHistory: 'steering',
  orders: 'orders',
  lines: 'orders',
  shipments: 'orders',
  products: 'stock',
  lots: 'stock',
  purchases: 'stock',
  movements: 'stock',
  stockTakes: 'stock',
  customers: 'care',
  tickets: 'care',
  replyTemplates: 'care',
  repliesSent: 'care',
  faq: 'care',
  incidents: 'care',
  partners: 'partners',
  partnerProducts: 'partners',
  hubs: 'partners',
  carriers: 'partners',
  plans: 'billing',
  subscriptions: 'billing',
  requests: 'billing',
  invoices: 'billing',
  refunds: 'billing',
  disputes: 'billing',
  points: 'billing',
  pointLots: 'billing',
  reconciliation: 'billing',
  facts: 'billing',
  settings: 'workbook',
  closedDays: 'workbook',
  journal: 'workbook',
  system: 'workbook',
};

/** Rows with live formulas on the Stock tab: as many products as it can show. */
export const STOCK_ROWS = 200;
/** Enough blank rows to type in; appended rows lengthen the tab by themselves. */
const BLANK_ROWS = 300;
const HEAD_ROWS = 2;

export function tabDesignOf(table: TableKey): TabDesign {
  return {
    colour: colours[themeOf[table]],
    frozenColumns: table === 'products' || table === 'stock' || table === 'customers' ? 2 : 1,
    rows: HEAD_ROWS + (table === 'stock' ? STOCK_ROWS : BLANK_ROWS),
    hidden: table === 'system',
  };
}
