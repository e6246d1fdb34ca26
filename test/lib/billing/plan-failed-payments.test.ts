// How a failed payment stands, night after night, and how it ends. Grace is 7 days.
import { describe, expect, test } from 'vitest';
import { planFailedPayments } from '#lib/billing/plan-failed-payments.ts';
import { applyChanges } from '#lib/changes/apply.ts';
import type { Day } from '#lib/kernel/day.ts';
import type { WorkbookState } from '#lib/tables/tables.ts';
import { fr } from '#lib/text/fr.ts';
import { contextOn } from '../../support/billing-night.ts';
import { rowsAsText } from '../../support/rows-as-text.ts';
import { factsOf, invoiceFact } from '../../support/stripe-facts-of.ts';
import { type TestRow, type TestRows, workbookOf } from '../../support/workbook-of.ts';

type InvoiceRow = TestRow<WorkbookState['invoices']['table']>;

const open = {
  id: 'in_1',
  customerId: 'CLI-000001',
  subscriptionId: 'sub_1',
  status: 'open',
  createdOn: '2026-11-05',
  totalCents: 1800,
  paidCents: 0,
  paidBackCents: 0,
  withheldCents: 0,
  attempts: 1,
} as const satisfies InvoiceRow;
const failing = { ...open, firstFailedOn: '2026-11-05', graceUntil: '2026-11-12', recovery: 'grace' } as const;
const subscription = { id: 'sub_1', customerId: 'CLI-000001', status: 'past_due', startedOn: '2026-01-05' } as const;
const failure = (id: string, on: Day) => ({ id, kind: 'payment_failed', subject: 'in_1', on }) as const;

function standing(row: InvoiceRow, today: Day, retry: Day | null, rows: TestRows = {}): string {
  const before = workbookOf({ invoices: [row], subscriptions: [subscription], ...rows });
  const facts = factsOf({ invoices: [invoiceFact('in_1', { status: 'open', nextAttemptOn: retry })] });
  const after = applyChanges(before, planFailedPayments(contextOn(before, today), facts).changes, fr);
  return rowsAsText(after.invoices.rows, 'firstFailedOn', 'retryOn', 'graceUntil', 'recovery')[0] ?? '';
}

describe('first failure | retry | grace until | recovery', () => {
  test.each<[string, InvoiceRow, Day, Day | null, TestRows, string]>([
    ['first seen tonight', open, '2026-11-06', '2026-11-08', {}, '2026-11-06 | 2026-11-08 | 2026-11-13 | grace'],
    [
      'dated by its event',
      open,
      '2026-11-06',
      '2026-11-08',
      { facts: [failure('evt_1', '2026-11-05')] },
      '2026-11-05 | 2026-11-08 | 2026-11-12 | grace',
    ],
    [
      'the earliest of several events',
      open,
      '2026-11-09',
      null,
      { facts: [failure('evt_2', '2026-11-08'), failure('evt_1', '2026-11-05')] },
      '2026-11-05 | - | 2026-11-12 | grace',
    ],
    [
      'an event outweighs a later night',
      { ...failing, firstFailedOn: '2026-11-06' },
      '2026-11-07',
      null,
      { facts: [failure('evt_1', '2026-11-05')] },
      '2026-11-05 | - | 2026-11-12 | grace',
    ],
    [
      'an event alone, whatever the attempts say',
      { ...open, attempts: 0 },
      '2026-11-06',
      null,
      { facts: [failure('evt_1', '2026-11-05')] },
      '2026-11-05 | - | 2026-11-12 | grace',
    ],
    ['not attempted yet: nothing failed', { ...open, attempts: 0 }, '2026-11-06', '2026-11-06', {}, '- | - | - | -'],
    ['the last day of grace', failing, '2026-11-12', '2026-11-12', {}, '2026-11-05 | 2026-11-12 | 2026-11-12 | grace'],
    ['the day after', failing, '2026-11-13', null, {}, '2026-11-05 | - | 2026-11-12 | overdue'],
    [
      'paid at last',
      { ...failing, status: 'paid', recovery: 'overdue', retryOn: '2026-11-15' },
      '2026-11-16',
      null,
      {},
      '2026-11-05 | - | 2026-11-12 | recovered',
    ],
    [
      'failed and paid between two nights',
      { ...open, status: 'paid' },
      '2026-11-09',
      null,
      { facts: [failure('evt_1', '2026-11-05')] },
      '2026-11-05 | - | 2026-11-12 | recovered',
    ],
    ['paid without a failure', { ...open, status: 'paid' }, '2026-11-09', null, {}, '- | - | - | -'],
    ['void', { ...failing, status: 'void' }, '2026-11-20', null, {}, '2026-11-05 | - | 2026-11-12 | lost'],
    [
      'uncollectible',
      { ...failing, status: 'uncollectible' },
      '2026-11-20',
      null,
      {},
      '2026-11-05 | - | 2026-11-12 | lost',
    ],
    [
      'its subscription ended unpaid',
      failing,
      '2026-11-10',
      null,
      { subscriptions: [{ ...subscription, status: 'canceled' }] },
      '2026-11-05 | - | 2026-11-12 | lost',
    ],
    [
      'lost, then paid after all',
      { ...failing, status: 'paid', recovery: 'lost' },
      '2026-11-20',
      null,
      {},
      '2026-11-05 | - | 2026-11-12 | recovered',
    ],
    [
      'a state never seen keeps what is there',
      { ...failing, status: 'unknown' },
      '2026-11-20',
      null,
      {},
      '2026-11-05 | - | 2026-11-12 | grace',
    ],
  ])('%s', (_, row, today, retry, rows, expected) => {
    expect(standing(row, today, retry, rows)).toBe(expected);
  });
});

test('a changed grace setting moves what is open and leaves what is settled', () => {
  const settled = { ...failing, id: 'in_2', status: 'paid', recovery: 'recovered' } as const;
  const before = workbookOf({ invoices: [failing, settled], subscriptions: [subscription] });
  const planned = planFailedPayments(contextOn(before, '2026-11-06', { 'billing.graceDays': 10 }), factsOf({}));
  const after = applyChanges(before, planned.changes, fr);
  expect(rowsAsText(after.invoices.rows, 'id', 'graceUntil')).toEqual(['in_1 | 2026-11-15', 'in_2 | 2026-11-12']);
});

test('a retry that was not read tonight stays', () => {
  const before = workbookOf({ invoices: [{ ...failing, retryOn: '2026-11-08' }], subscriptions: [subscription] });
  expect(planFailedPayments(contextOn(before, '2026-11-06'), factsOf({})).changes).toEqual([]);
});
