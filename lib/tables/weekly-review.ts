// Revue hebdo: one row per week and hero product, written by the first night of the week or on demand; the team adds its
// comment. `sold` and `stockOutDays` are of the week before, the other figures of the moment it was written.
import { choice, day, decimal, id, integer, money, rate, ref, text } from './definition/column.ts';
import { defineTable, type Row } from './definition/table.ts';

export const weeklyReview = defineTable('weeklyReview', {
  sheetId: 1133,
  prefix: null,
  role: 'mirror',
  owner: 'job',
  columns: {
    id: id(),
    weekOn: day({ required: true }),
    productId: ref('products', { required: true }),
    state: choice(['out_of_stock', 'to_reorder', 'on_order', 'enough']),
    onHand: integer(),
    available: integer(),
    incoming: integer(),
    coverWeeks: decimal(),
    sold: integer(),
    rotation: decimal(),
    stockOutDays: decimal(),
    marginRate: rate(),
    valueCents: money(),
    nextBestBeforeOn: day(),
    near60: integer(),
    near30: integer(),
    near14: integer(),
    suggestedQuantity: integer(),
    suggestion: text(),
    comment: text({ owner: 'team' }),
  },
});

export type WeeklyReviewRow = Row<typeof weeklyReview>;
