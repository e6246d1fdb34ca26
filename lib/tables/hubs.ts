// Hubs: where micro-stock lies and from where it is shipped. Every lot, movement and hub line names its hub.
import { flag, id, integer, money, ref, text } from './definition/column.ts';
import { defineTable, type Row } from './definition/table.ts';

export const hubs = defineTable('hubs', {
  sheetId: 1105,
  prefix: 'HUB',
  role: 'data',
  owner: 'team',
  columns: {
    id: id(),
    name: text({ required: true }),
    address: text(),
    postalCode: text(),
    city: text(),
    country: text(),
    priority: integer({ min: 1, adoptAs: 1 }),
    shipDays: integer({ min: 0 }),
    cutOffHour: integer({ min: 0 }),
    parcelCostCents: money(),
    carrierId: ref('carriers'),
    active: flag({ adoptAs: true }),
    note: text(),
    check: text({ owner: 'job' }),
  },
});

export type HubsRow = Row<typeof hubs>;
