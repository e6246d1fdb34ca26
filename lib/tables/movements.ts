// Mouvements: the stock ledger, append-only. One row per quantity change of one lot, signed; a mistake is undone by a
// reversal that names the row it reverses. `at` orders what happened within a day.
import { choice, day, id, instant, integer, money, ref, text } from './definition/column.ts';
import { defineTable, type Row } from './definition/table.ts';

export const movements = defineTable('movements', {
  sheetId: 1107,
  prefix: 'MVT',
  role: 'ledger',
  owner: 'addon',
  columns: {
    id: id(),
    on: day({ required: true }),
    at: instant(),
    lotId: ref('lots', { required: true }),
    productId: ref('products', { required: true }),
    hubId: ref('hubs', { required: true }),
    kind: choice(
      [
        'receipt',
        'pick',
        'customer_return',
        'supplier_return',
        'waste',
        'gift',
        'short_dated_sale',
        'count_adjustment',
        'quarantine',
        'release',
        'transfer',
        'reversal',
      ],
      { required: true },
    ),
    quantity: integer({ required: true }),
    unitCostCents: money({ required: true }),
    orderId: ref('orders'),
    lineId: ref('lines'),
    purchaseId: ref('purchases'),
    stockTakeId: ref('stockTakes'),
    incidentId: ref('incidents'),
    reversesId: ref('movements'),
    reason: text(),
    who: text({ personal: true }),
    actionId: text(),
  },
});

export type MovementsRow = Row<typeof movements>;
