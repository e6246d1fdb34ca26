// What stands as given back and withheld on an invoice, from the rows of Remboursements and Litiges.
import { expect, test } from 'vitest';
import { planMoneyBack } from '#lib/billing/plan-money-back.ts';
import { applyChanges } from '#lib/changes/apply.ts';
import type { WorkbookState } from '#lib/tables/tables.ts';
import { fr } from '#lib/text/fr.ts';
import { contextOn } from '../../support/billing-night.ts';
import { raw, type TestRow, workbookOf } from '../../support/workbook-of.ts';

type RefundRow = TestRow<WorkbookState['refunds']['table']>;
type DisputeRow = TestRow<WorkbookState['disputes']['table']>;

const invoice = {
  id: 'in_1',
  customerId: 'CLI-000001',
  status: 'paid',
  createdOn: '2026-11-05',
  totalCents: 1800,
  paidCents: 1800,
  paidBackCents: 111,
  withheldCents: 222,
  attempts: 1,
} as const;

const refund = (id: string, paidBackCents: number, fields: Partial<RefundRow> = {}): RefundRow => ({
  id,
  type: 'refund',
  invoiceId: 'in_1',
  amountCents: paidBackCents,
  paidBackCents,
  status: 'succeeded',
  createdOn: '2026-11-10',
  ...fields,
});
const dispute = (id: string, withheldCents: number, fields: Partial<DisputeRow> = {}): DisputeRow => ({
  id,
  invoiceId: 'in_1',
  amountCents: withheldCents,
  withheldCents,
  status: 'needs_response',
  openedOn: '2026-11-12',
  ...fields,
});

test.each<[string, RefundRow[], DisputeRow[], string]>([
  ['nothing', [], [], 'back 0, withheld 0'],
  ['a full refund', [refund('re_1', 1800)], [], 'back 1800, withheld 0'],
  ['two partial ones', [refund('re_1', 500), refund('re_2', 300)], [], 'back 800, withheld 0'],
  [
    'a refund and a credit note out of band',
    [refund('re_1', 500), refund('cn_1', 200, { type: 'credit_note', status: 'issued' })],
    [],
    'back 700, withheld 0',
  ],
  ['a voided credit note', [refund('cn_1', 200, { type: 'credit_note', status: 'void' })], [], 'back 0, withheld 0'],
  [
    'a pending or failed refund',
    [refund('re_1', 500, { status: 'pending' }), refund('re_2', 500, { status: 'failed' })],
    [],
    'back 0, withheld 0',
  ],
  ['a dispute', [], [dispute('dp_1', 1800)], 'back 0, withheld 1800'],
  [
    'refunded, then disputed: never more than was paid',
    [refund('re_1', 1000)],
    [dispute('dp_1', 1800)],
    'back 1000, withheld 800',
  ],
  ['more given back than paid', [refund('re_1', 5000)], [dispute('dp_1', 1)], 'back 1800, withheld 0'],
  [
    'of another invoice, or of none',
    [refund('re_1', 500, { invoiceId: 'in_9' }), refund('re_2', 500, { invoiceId: null as never })],
    [],
    'back 0, withheld 0',
  ],
  [
    'a row set aside: its invoice keeps what it shows',
    [refund('re_1', 500, { amountCents: raw('?') }), refund('re_2', 100)],
    [],
    'back 111, withheld 222',
  ],
])('%s', (_, refunds, disputes, expected) => {
  const before = workbookOf({ invoices: [invoice], refunds, disputes });
  const after = applyChanges(before, planMoneyBack(contextOn(before, '2026-11-22')).changes, fr);
  const { paidBackCents, withheldCents } = after.invoices.rows[0] ?? invoice;
  expect(`back ${paidBackCents}, withheld ${withheldCents}`).toBe(expected);
});

test('nothing is planned while one of the three tabs cannot be read', () => {
  const before = workbookOf({ invoices: [invoice] }, ['refunds']);
  const planned = planMoneyBack(contextOn(before, '2026-11-22'));
  expect(planned.changes).toEqual([]);
  expect(planned.problems.map(({ code }) => code)).toEqual(['stepSkipped']);
});
