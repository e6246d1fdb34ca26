// Formules: what can be subscribed to. Price, interval and points are the shop's; the night checks them against Stripe.
import { choice, flag, id, integer, money, rate, text } from './definition/column.ts';
import { defineTable, type Row } from './definition/table.ts';

export const plans = defineTable('plans', {
  sheetId: 1202,
  prefix: 'FOR',
  role: 'data',
  owner: 'team',
  columns: {
    id: id(),
    name: text({ required: true }),
    stripePrice: text(),
    priceCents: money({ required: true }),
    interval: choice(['month', 'year'], { required: true }),
    points: integer({ required: true, min: 0 }),
    vatRate: rate({ adoptAs: 0.2 }),
    active: flag({ adoptAs: true }),
    note: text(),
    check: text({ owner: 'job' }),
  },
});

export type PlansRow = Row<typeof plans>;
