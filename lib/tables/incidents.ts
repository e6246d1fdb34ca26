// Incidents: a hero product out of stock, a partner's problem, a quality claim, each followed step by step until it is
// settled. `people` lists the ids of those concerned; `log` is what was done and when, one line a step.
import { choice, day, id, integer, money, ref, text, wallTime } from './definition/column.ts';
import { defineTable, type Row } from './definition/table.ts';

export const incidents = defineTable('incidents', {
  sheetId: 1125,
  prefix: 'INC',
  role: 'data',
  owner: 'team',
  columns: {
    id: id(),
    kind: choice(['out_of_stock', 'partner_problem', 'quality'], { required: true }),
    status: choice(['open', 'in_progress', 'settled', 'voided'], { required: true, adoptAs: 'open' }),
    openedOn: day({ required: true, adoptAs: 'today' }),
    openedBy: text({ owner: 'addon', personal: true }),
    summary: text({ personal: true }),
    productId: ref('products'),
    partnerId: ref('partners'),
    lotId: ref('lots'),
    orderId: ref('orders'),
    lineId: ref('lines'),
    customerId: ref('customers'),
    ticketId: ref('tickets'),
    step: integer({ owner: 'addon', min: 0 }),
    dueAt: wallTime({ owner: 'addon' }),
    people: text({ owner: 'addon' }),
    messagesSent: integer({ owner: 'addon', min: 0 }),
    substituteId: ref('products'),
    backupPartnerId: ref('partners'),
    purchaseId: ref('purchases'),
    bonusPoints: integer({ min: 0 }),
    gestureCents: money(),
    photos: text({ personal: true }),
    diagnosis: choice(['product_fault', 'transport_fault', 'expectation_gap']),
    remedy: choice(['replacement', 'refund', 'bonus', 'no_remedy']),
    improvement: text(),
    log: text({ owner: 'addon' }),
    settledOn: day(),
    actionId: text({ owner: 'addon' }),
    note: text({ personal: true }),
    check: text({ owner: 'job' }),
  },
});

export type IncidentsRow = Row<typeof incidents>;
