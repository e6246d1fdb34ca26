// Achats: purchase orders, one row per product ordered; the rows sent to a partner together share a `bundle`. Prices are
// before tax. `reason` is the sum behind a proposal in one sentence.
import { choice, day, flag, id, integer, money, ref, text } from './definition/column.ts';
import { defineTable, type Row } from './definition/table.ts';

export const purchases = defineTable('purchases', {
  sheetId: 1108,
  prefix: 'ACH',
  role: 'data',
  owner: 'team',
  columns: {
    id: id(),
    bundle: text(),
    partnerId: ref('partners', { required: true }),
    productId: ref('products', { required: true }),
    hubId: ref('hubs'),
    status: choice(['draft', 'sent', 'partly_received', 'received', 'voided'], { required: true, adoptAs: 'draft' }),
    urgent: flag({ adoptAs: false }),
    quantity: integer({ required: true, min: 1 }),
    receivedQuantity: integer({ owner: 'addon', min: 0, adoptAs: 0 }),
    unitCostCents: money(),
    createdOn: day({ adoptAs: 'today' }),
    createdBy: text({ owner: 'addon', personal: true }),
    sentOn: day(),
    expectedOn: day(),
    receivedOn: day({ owner: 'addon' }),
    reason: text({ owner: 'addon' }),
    partnerReference: text(),
    incidentId: ref('incidents'),
    actionId: text({ owner: 'addon' }),
    note: text(),
    check: text({ owner: 'job' }),
  },
});

export type PurchasesRow = Row<typeof purchases>;
