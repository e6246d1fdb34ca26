// Tickets: one conversation with a customer. Times are the workbook's wall clock, since people type them; the three
// clocks count opening hours and stand still while the shop waits for the customer (`pausedMinutes` is what has passed).
// `clock` is the word as of the last action or night; the colours of `dueAt` compare it and `dueSoonAt` with the time itself.
import { choice, day, flag, id, integer, ref, text, wallTime } from './definition/column.ts';
import { defineTable, type Row } from './definition/table.ts';

export const tickets = defineTable('tickets', {
  sheetId: 1121,
  prefix: 'TIC',
  role: 'data',
  owner: 'team',
  columns: {
    id: id(),
    receivedAt: wallTime({ required: true, adoptAs: 'now' }),
    channel: choice(['chat', 'email', 'whatsapp', 'phone', 'social', 'other'], { required: true, adoptAs: 'email' }),
    customerId: ref('customers'),
    category: choice(
      ['delay', 'points_question', 'billing', 'subscription', 'quality', 'product_question', 'delivery', 'other'],
      { adoptAs: 'other' },
    ),
    subject: text({ personal: true }),
    message: text({ personal: true }),
    orderId: ref('orders'),
    subscriptionId: ref('subscriptions'),
    incidentId: ref('incidents'),
    assignee: text(),
    status: choice(['open', 'waiting_customer', 'resolved', 'voided'], { required: true, adoptAs: 'open' }),
    clock: choice(['on_time', 'due_soon', 'breached', 'clock_stopped'], { owner: 'addon' }),
    dueAt: wallTime({ owner: 'addon' }),
    dueSoonAt: wallTime({ owner: 'addon' }),
    firstDueAt: wallTime({ owner: 'addon' }),
    firstReplyAt: wallTime(),
    nextDueAt: wallTime({ owner: 'addon' }),
    lastCustomerAt: wallTime(),
    lastReplyAt: wallTime(),
    replies: integer({ min: 0 }),
    waitingSince: wallTime(),
    pausedMinutes: integer({ owner: 'addon', min: 0 }),
    resolutionDueAt: wallTime({ owner: 'addon' }),
    resolvedAt: wallTime(),
    reopened: integer({ min: 0 }),
    firstContact: flag(),
    faqId: ref('faq'),
    surveyedOn: day({ owner: 'addon' }),
    csat: integer({ min: 1 }),
    nps: integer({ min: 0 }),
    surveyComment: text({ personal: true }),
    sourceId: text(),
    link: text({ personal: true }),
    actionId: text({ owner: 'addon' }),
    note: text({ personal: true }),
    check: text({ owner: 'job' }),
  },
});

export type TicketsRow = Row<typeof tickets>;
