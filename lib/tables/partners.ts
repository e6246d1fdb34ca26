// Partenaires: who makes or ships what the shop sells. Delays count working days. A suspended partner gets no new line.
import { choice, day, id, integer, money, rate, ref, text } from './definition/column.ts';
import { defineTable, type Row } from './definition/table.ts';

export const partners = defineTable('partners', {
  sheetId: 1103,
  prefix: 'PAR',
  role: 'data',
  owner: 'team',
  columns: {
    id: id(),
    name: text({ required: true }),
    brands: text(),
    contact: text({ personal: true }),
    email: text({ personal: true }),
    phone: text({ personal: true }),
    leadTimeDays: integer({ min: 0 }),
    shipDaysMin: integer({ min: 0 }),
    shipDaysMax: integer({ min: 0 }),
    commissionRate: rate(),
    minimumOrderCents: money(),
    parcelCostCents: money(),
    carrierId: ref('carriers'),
    backupPartnerId: ref('partners'),
    closedFrom: day(),
    closedUntil: day(),
    status: choice(['active', 'suspended', 'ended'], { required: true, adoptAs: 'active' }),
    note: text(),
    check: text({ owner: 'job' }),
  },
});

export type PartnersRow = Row<typeof partners>;
