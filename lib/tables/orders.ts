// Commandes: one row per order; what is ordered stands in Lignes, how it travels in Expéditions. Amounts include tax.
// `status` and `progress` follow the least advanced parcel. The address is the one of this order.
import { choice, day, id, integer, money, ref, text, wallTime } from './definition/column.ts';
import { defineTable, type Row } from './definition/table.ts';

export const orders = defineTable('orders', {
  sheetId: 1110,
  prefix: 'CMD',
  role: 'data',
  owner: 'team',
  columns: {
    id: id(),
    orderedAt: wallTime({ required: true, adoptAs: 'now' }),
    customerId: ref('customers', { required: true }),
    source: choice(['typed', 'pasted', 'csv_import', 'stripe_checkout'], { adoptAs: 'typed' }),
    sourceId: text(),
    status: choice(
      [
        'draft',
        'confirmed',
        'preparing',
        'partly_shipped',
        'shipped',
        'partly_delivered',
        'delivered',
        'returned',
        'voided',
      ],
      { required: true, adoptAs: 'draft' },
    ),
    progress: text({ owner: 'addon' }),
    parcels: choice(['one_parcel', 'two_parcels'], { owner: 'addon' }),
    promisedOn: day({ owner: 'addon' }),
    shippedOn: day({ owner: 'addon' }),
    deliveredOn: day({ owner: 'addon' }),
    totalCents: money(),
    shippingPaidCents: money(),
    discountCents: money(),
    pointsSpent: integer({ min: 0 }),
    pointsValueCents: money(),
    paidCents: money(),
    paidOn: day(),
    paidBackCents: money(),
    shipName: text({ personal: true }),
    shipAddress: text({ personal: true }),
    shipPostalCode: text({ personal: true }),
    shipCity: text({ personal: true }),
    shipCountry: text(),
    shipPhone: text({ personal: true }),
    instructions: text({ personal: true }),
    delayToldOn: day({ owner: 'addon' }),
    actionId: text({ owner: 'addon' }),
    note: text({ personal: true }),
    check: text({ owner: 'job' }),
  },
});

export type OrdersRow = Row<typeof orders>;
