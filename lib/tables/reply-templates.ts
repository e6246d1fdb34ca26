// Réponses: the texts the team sends, with {{variables}}. Figures are variables, never typed: they come from plans and
// settings. `variables` lists what the text uses and is written by the job's check.
import { choice, flag, id, integer, text } from './definition/column.ts';
import { defineTable, type Row } from './definition/table.ts';

export const replyTemplates = defineTable('replyTemplates', {
  sheetId: 1122,
  prefix: 'REP',
  role: 'data',
  owner: 'team',
  columns: {
    id: id(),
    name: text({ required: true }),
    category: choice(
      [
        'delay',
        'points_question',
        'billing',
        'subscription',
        'quality',
        'product_question',
        'delivery',
        'out_of_stock',
        'partner_problem',
        'other',
      ],
      { required: true, adoptAs: 'other' },
    ),
    appliesTo: choice(['about_order', 'about_customer', 'about_subscription', 'about_invoice', 'about_incident'], {
      required: true,
      adoptAs: 'about_customer',
    }),
    channel: choice(['chat', 'email', 'whatsapp', 'any_channel'], { required: true, adoptAs: 'any_channel' }),
    subject: text(),
    body: text({ required: true }),
    sideEffect: choice(['no_effect', 'delay_bonus', 'incident_bonus'], { adoptAs: 'no_effect' }),
    variables: text({ owner: 'job' }),
    version: integer({ owner: 'addon', min: 1, adoptAs: 1 }),
    active: flag({ adoptAs: true }),
    note: text(),
    check: text({ owner: 'job' }),
  },
});

export type ReplyTemplatesRow = Row<typeof replyTemplates>;
