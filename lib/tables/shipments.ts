// Expéditions: one row per parcel, from a hub or from a partner. Cost (before tax) and errors feed the KPIs.
// The first nine states are those of tracking, in the order a parcel passes them; the tenth undoes the row.
import { choice, day, id, integer, money, ref, text } from './definition/column.ts';
import { defineTable, type Row } from './definition/table.ts';

export const shipments = defineTable('shipments', {
  sheetId: 1112,
  prefix: 'EXP',
  role: 'data',
  owner: 'team',
  columns: {
    id: id(),
    orderId: ref('orders', { required: true }),
    origin: choice(['hub', 'partner'], { required: true }),
    hubId: ref('hubs'),
    partnerId: ref('partners'),
    carrierId: ref('carriers'),
    trackingNumber: text(),
    trackingUrl: text({ owner: 'addon' }),
    status: choice(
      [
        'to_prepare',
        'label_made',
        'handed_over',
        'in_transit',
        'out_for_delivery',
        'at_pickup_point',
        'delivered',
        'attempt_failed',
        'sent_back',
        'voided',
      ],
      { required: true, adoptAs: 'to_prepare' },
    ),
    promisedOn: day({ owner: 'addon' }),
    shippedOn: day(),
    deliveredOn: day(),
    returnedOn: day(),
    /** When what is known of its way was noted: an old one is not passed on to a customer. */
    trackedOn: day({ owner: 'addon' }),
    costCents: money(),
    weightGrams: integer({ min: 0 }),
    errorKind: choice(['wrong_item', 'missing_item', 'damaged', 'lost', 'wrong_address', 'late', 'other']),
    errorNote: text(),
    actionId: text({ owner: 'addon' }),
    note: text(),
    check: text({ owner: 'job' }),
  },
});

export type ShipmentsRow = Row<typeof shipments>;
