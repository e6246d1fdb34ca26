// The registry: every table of the workbook, by key, in the order of the tabs.
import { closedDays } from './closed-days.ts';
import { customers } from './customers.ts';
import type { Row } from './definition/table.ts';
import type { TableState } from './definition/table-state.ts';
import { disputes } from './disputes.ts';
import { facts } from './facts.ts';
import { invoices } from './invoices.ts';
import { journal } from './journal.ts';
import { plans } from './plans.ts';
import { pointLots } from './point-lots.ts';
import { points } from './points.ts';
import { reconciliation } from './reconciliation.ts';
import { refunds } from './refunds.ts';
import { requests } from './requests.ts';
import { settings } from './settings.ts';
import { subscriptions } from './subscriptions.ts';
import { system } from './system.ts';

export const tables = {
  customers,
  plans,
  subscriptions,
  invoices,
  refunds,
  disputes,
  points,
  pointLots,
  requests,
  facts,
  reconciliation,
  journal,
  settings,
  closedDays,
  system,
} as const;

export type Tables = typeof tables;
export type TableKey = keyof Tables;
export type RowOf<Key extends TableKey> = Row<Tables[Key]>;
/** The whole workbook as read, table by table. */
export type WorkbookState = { readonly [Key in TableKey]: TableState<Tables[Key]> };
