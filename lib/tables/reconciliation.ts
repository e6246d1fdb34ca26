// Rapprochement: every disagreement between workbook, Stripe and points, and every cell to correct: since when, which side
// is right, what the night did. A row is settled, never deleted; its `subject` is its stable identity, for programs; `about`
// says it for people. The summary of the night is a note: it disagrees with nothing.
import { choice, day, id, text } from './definition/column.ts';
import { defineTable, type Row } from './definition/table.ts';

export const reconciliation = defineTable('reconciliation', {
  sheetId: 1211,
  prefix: 'RAP',
  role: 'mirror',
  owner: 'job',
  columns: {
    id: id(),
    kind: choice(
      [
        'summary',
        'cell',
        'missing_in_stripe',
        'missing_in_workbook',
        'value_differs',
        'points_differ',
        'unknown_value',
        'other_currency',
        'dunning_drift',
        'payment_overdue',
        'points_debt',
        'duplicate',
        'request_stuck',
        'put_right',
      ],
      { required: true },
    ),
    about: text(),
    what: text({ required: true }),
    workbookSays: text(),
    stripeSays: text(),
    rightSide: choice(['workbook', 'stripe', 'to_decide']),
    done: text(),
    since: day({ required: true }),
    status: choice(['open', 'settled', 'note'], { required: true }),
    settledOn: day(),
    subject: text({ required: true }),
  },
});

export type ReconciliationRow = Row<typeof reconciliation>;
