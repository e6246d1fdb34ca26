// The registry: every table of the workbook, by key, in the order of the tabs.

import { carriers } from './carriers.ts';
import { closedDays } from './closed-days.ts';
import { customers } from './customers.ts';
import type { Row } from './definition/table.ts';
import type { TableState } from './definition/table-state.ts';
import { disputes } from './disputes.ts';
import { facts } from './facts.ts';
import { faq } from './faq.ts';
import { hubs } from './hubs.ts';
import { incidents } from './incidents.ts';
import { invoices } from './invoices.ts';
import { journal } from './journal.ts';
import { kpi } from './kpi.ts';
import { kpiHistory } from './kpi-history.ts';
import { lines } from './lines.ts';
import { lots } from './lots.ts';
import { movements } from './movements.ts';
import { orders } from './orders.ts';
import { partnerProducts } from './partner-products.ts';
import { partners } from './partners.ts';
import { plans } from './plans.ts';
import { pointLots } from './point-lots.ts';
import { points } from './points.ts';
import { products } from './products.ts';
import { purchases } from './purchases.ts';
import { reconciliation } from './reconciliation.ts';
import { refunds } from './refunds.ts';
import { repliesSent } from './replies-sent.ts';
import { replyTemplates } from './reply-templates.ts';
import { requests } from './requests.ts';
import { settings } from './settings.ts';
import { shipments } from './shipments.ts';
import { stock } from './stock.ts';
import { stockTakes } from './stock-takes.ts';
import { subscriptions } from './subscriptions.ts';
import { system } from './system.ts';
import { tickets } from './tickets.ts';
import { weeklyReview } from './weekly-review.ts';

export const tables = {
  stock,
  kpi,
  weeklyReview,
  orders,
  lines,
  shipments,
  products,
  lots,
  purchases,
  movements,
  stockTakes,
  customers,
  tickets,
  replyTemplates,
  repliesSent,
  faq,
  incidents,
  partners,
  partnerProducts,
  hubs,
  carriers,
  plans,
  subscriptions,
  requests,
  invoices,
  refunds,
  disputes,
  points,
  pointLots,
  reconciliation,
  facts,
  kpiHistory,
  settings,
  closedDays,
  journal,
  system,
} as const;

export type Tables = typeof tables;
export type TableKey = keyof Tables;
export type RowOf<Key extends TableKey> = Row<Tables[Key]>;
/** The whole workbook as read, table by table. */
export type WorkbookState = { readonly [Key in TableKey]: TableState<Tables[Key]> };
