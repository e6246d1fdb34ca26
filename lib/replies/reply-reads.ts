// The tabs a reply may take a value from: what an action that renders one must read.
import type { TableKey } from '#lib/tables/tables.ts';

export const replyReads = [
  'tickets',
  'customers',
  'orders',
  'lines',
  'shipments',
  'subscriptions',
  'invoices',
  'incidents',
  'products',
  'partners',
  'partnerProducts',
  'purchases',
  'hubs',
  'plans',
  'replyTemplates',
  'repliesSent',
] as const satisfies readonly TableKey[];
