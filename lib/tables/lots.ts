// Lots: one row per receipt of a product in a hub. `onHand` is the sum of the lot's movements and `reserved` the sum of
// its open reservations, both kept in the commit that changes them and audited every night. No minimum is set on them:
// a quantity made negative by hand must be read to be found. A lot set apart or moved names the lot it came from.
import { choice, day, id, integer, money, ref, text } from './definition/column.ts';
import { defineTable, type Row } from './definition/table.ts';

export const lots = defineTable('lots', {
  sheetId: 1106,
  prefix: 'LOT',
  role: 'data',
  owner: 'addon',
  columns: {
    id: id(),
    productId: ref('products', { required: true }),
    hubId: ref('hubs', { required: true }),
    receivedOn: day({ required: true }),
    bestBeforeOn: day(),
    datePrecision: choice(['day_known', 'month_known', 'year_known']),
    dateKind: choice(['ddm', 'dlc', 'no_date'], { required: true }),
    unitCostCents: money({ required: true }),
    purchaseId: ref('purchases'),
    partnerId: ref('partners'),
    supplierLot: text(),
    fromLotId: ref('lots'),
    initialQuantity: integer({ required: true, min: 0 }),
    onHand: integer({ required: true }),
    reserved: integer({ required: true }),
    status: choice(['expected', 'available', 'quarantined', 'exhausted', 'voided'], { required: true }),
    location: text({ owner: 'team' }),
    actionId: text(),
    note: text({ owner: 'team' }),
    check: text({ owner: 'job' }),
  },
});

export type LotsRow = Row<typeof lots>;
