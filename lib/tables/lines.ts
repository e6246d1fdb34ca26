// Lignes: what an order contains, and where each line comes from. `allocation` names the lots and quantities held or
// picked (LOT-000012×2 LOT-000015×1); cost and commission are before tax, the price includes it.
import { choice, day, id, integer, money, rate, ref, text } from './definition/column.ts';
import { defineTable, type Row } from './definition/table.ts';

export const lines = defineTable('lines', {
  sheetId: 1111,
  prefix: 'LIG',
  role: 'data',
  owner: 'team',
  columns: {
    id: id(),
    orderId: ref('orders', { required: true }),
    productId: ref('products', { required: true }),
    quantity: integer({ required: true, min: 1 }),
    unitPriceCents: money(),
    discountCents: money(),
    vatRate: rate(),
    status: choice(
      ['to_route', 'reserved', 'at_partner', 'backordered', 'picked', 'shipped', 'delivered', 'returned', 'voided'],
      { required: true, adoptAs: 'to_route' },
    ),
    route: choice(['hub', 'partner', 'backorder'], { owner: 'addon' }),
    hubId: ref('hubs', { owner: 'addon' }),
    partnerId: ref('partners', { owner: 'addon' }),
    allocation: text({ owner: 'addon' }),
    reservedQuantity: integer({ owner: 'addon', min: 0 }),
    shippedQuantity: integer({ owner: 'addon', min: 0 }),
    returnedQuantity: integer({ owner: 'addon', min: 0 }),
    promisedOn: day({ owner: 'addon' }),
    availableOn: day({ owner: 'addon' }),
    shipmentId: ref('shipments', { owner: 'addon' }),
    costCents: money({ owner: 'addon' }),
    commissionCents: money({ owner: 'addon' }),
    exceptionReason: text({ owner: 'addon' }),
    actionId: text({ owner: 'addon' }),
    note: text(),
    check: text({ owner: 'job' }),
  },
});

export type LinesRow = Row<typeof lines>;
