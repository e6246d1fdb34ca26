// FAQ: questions and answers, published as a small web page by the job and suggested while a ticket is open.
import { choice, day, flag, id, integer, text } from './definition/column.ts';
import { defineTable, type Row } from './definition/table.ts';

export const faq = defineTable('faq', {
  sheetId: 1124,
  prefix: 'FAQ',
  role: 'data',
  owner: 'team',
  columns: {
    id: id(),
    question: text({ required: true }),
    answer: text({ required: true }),
    category: choice(
      ['delay', 'points_question', 'billing', 'subscription', 'quality', 'product_question', 'delivery', 'other'],
      { adoptAs: 'other' },
    ),
    keywords: text(),
    position: integer({ min: 0 }),
    published: flag({ adoptAs: false }),
    updatedOn: day(),
    uses: integer({ owner: 'addon', min: 0 }),
    lastUsedOn: day({ owner: 'addon' }),
    note: text(),
    check: text({ owner: 'job' }),
  },
});

export type FaqRow = Row<typeof faq>;
