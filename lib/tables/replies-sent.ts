// Envois: every reply prepared or sent, once per `key` (the ticket, order or person, and the template), so that a second
// click or a re-send never pays a bonus twice. A draft alone has no side effect.
import { choice, id, integer, ref, text, wallTime } from './definition/column.ts';
import { defineTable, type Row } from './definition/table.ts';

export const repliesSent = defineTable('repliesSent', {
  sheetId: 1123,
  prefix: 'ENV',
  role: 'data',
  owner: 'addon',
  columns: {
    id: id(),
    key: text({ required: true }),
    templateId: ref('replyTemplates'),
    templateVersion: integer({ min: 1 }),
    customerId: ref('customers'),
    ticketId: ref('tickets'),
    orderId: ref('orders'),
    subscriptionId: ref('subscriptions'),
    incidentId: ref('incidents'),
    channel: choice(['chat', 'email', 'whatsapp', 'phone', 'social', 'other'], { required: true }),
    status: choice(['prepared', 'drafted', 'sent', 'failed', 'voided'], { required: true }),
    preparedAt: wallTime({ required: true }),
    sentAt: wallTime(),
    recipient: text({ personal: true }),
    subject: text({ personal: true }),
    body: text({ personal: true }),
    bonusPoints: integer({ min: 0 }),
    draftId: text(),
    who: text({ personal: true }),
    actionId: text(),
    check: text({ owner: 'job' }),
  },
});

export type RepliesSentRow = Row<typeof repliesSent>;
