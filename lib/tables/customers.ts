// Clients: one row per person or company that buys, subscribes or writes. The night adds those it meets in Stripe and
// keeps the balance columns; it never overwrites a name or an address that people corrected: it reports the difference.
import { choice, day, id, integer, text } from './definition/column.ts';
import { defineTable, type Row } from './definition/table.ts';

export const customers = defineTable('customers', {
  sheetId: 1201,
  prefix: 'CLI',
  role: 'data',
  owner: 'team',
  columns: {
    id: id(),
    name: text({ personal: true }),
    email: text({ personal: true }),
    phone: text({ personal: true }),
    address: text({ personal: true }),
    postalCode: text({ personal: true }),
    city: text({ personal: true }),
    country: text(),
    stripeCustomer: text({ owner: 'job' }),
    createdOn: day({ adoptAs: 'today' }),
    subscription: choice(['none', 'active', 'trialing', 'past_due', 'unpaid', 'paused', 'incomplete', 'canceled'], {
      owner: 'job',
    }),
    pointsBalance: integer({ owner: 'job' }),
    nextExpiryOn: day({ owner: 'job' }),
    nextExpiryPoints: integer({ owner: 'job' }),
    erasedOn: day({ owner: 'addon' }),
    note: text({ personal: true }),
    check: text({ owner: 'job' }),
  },
});

export type CustomersRow = Row<typeof customers>;
