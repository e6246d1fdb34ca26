// Refunds and credit notes find their invoice, of tonight or of long ago, and count only what left the shop.
import { expect, test } from 'vitest';
import { planMirrorRefunds } from '#lib/billing/plan-mirror-refunds.ts';
import { applyChanges } from '#lib/changes/apply.ts';
import { fr } from '#lib/text/fr.ts';
import { contextOn } from '../../support/billing-night.ts';
import { rowsAsText } from '../../support/rows-as-text.ts';
import { factsOf, refundFact } from '../../support/stripe-facts-of.ts';
import { raw, type TestRows, workbookOf } from '../../support/workbook-of.ts';

const invoice = {
  customerId: 'CLI-000001',
  status: 'paid',
  createdOn: '2025-01-05',
  totalCents: 1800,
  paidCents: 1800,
  paidBackCents: 0,
  withheldCents: 0,
  attempts: 1,
} as const;
const rows: TestRows = {
  customers: [
    { id: 'CLI-000001', stripeCustomer: 'cus_1' },
    { id: 'CLI-000002', stripeCustomer: 'cus_2' },
  ],
  invoices: [
    { ...invoice, id: 'in_1', paymentIntents: 'pi_a, pi_b' },
    { ...invoice, id: 'in_2', paymentIntents: 'pi_c', status: raw('???') },
  ],
};

test.each<[string, Parameters<typeof refundFact>[1], NonNullable<TestRows['refunds']>, string]>([
  ['through its PaymentIntent', { paymentIntent: 'pi_b' }, [], 'in_1 | CLI-000001 | 1800 | 1800 | succeeded'],
  ['also when the invoice’s row is broken', { paymentIntent: 'pi_c' }, [], 'in_2 | - | 1800 | 1800 | succeeded'],
  [
    'of no invoice we know',
    { paymentIntent: 'pi_z', stripeCustomer: 'cus_2' },
    [],
    '- | CLI-000002 | 1800 | 1800 | succeeded',
  ],
  [
    'pending gives nothing back',
    { paymentIntent: 'pi_a', status: 'pending' },
    [],
    'in_1 | CLI-000001 | 1800 | 0 | pending',
  ],
  [
    'failed after all: what was counted comes back',
    { paymentIntent: 'pi_a', status: 'failed', paidBackCents: 1800 },
    [
      {
        id: 're_1',
        type: 'refund',
        customerId: 'CLI-000001',
        invoiceId: 'in_1',
        amountCents: 1800,
        paidBackCents: 1800,
        status: 'succeeded',
        createdOn: '2026-11-10',
      },
    ],
    'in_1 | CLI-000001 | 1800 | 0 | failed',
  ],
  [
    'a credit note counts its part out of band',
    { type: 'credit_note', invoiceId: 'in_1', status: 'issued', paidBackCents: 500 },
    [],
    'in_1 | CLI-000001 | 1800 | 500 | issued',
  ],
  ['another currency', { paymentIntent: 'pi_a', currency: 'usd' }, [], 'in_1 | CLI-000001 | 0 | 0 | succeeded'],
  [
    'a state never seen',
    { paymentIntent: 'pi_a', status: 'unknown', stripeStatus: 'frobnicated', paidBackCents: 1800 },
    [],
    'in_1 | CLI-000001 | 1800 | 0 | unknown',
  ],
  [
    'an invoice found once stays',
    { paymentIntent: null },
    [
      {
        id: 're_1',
        type: 'refund',
        customerId: 'CLI-000001',
        invoiceId: 'in_1',
        amountCents: raw('beaucoup'),
        paidBackCents: 0,
        status: 'pending',
        createdOn: '2026-11-10',
      },
    ],
    'in_1 | CLI-000001 | 1800 | 1800 | succeeded',
  ],
])('%s', (_, fields, refunds, expected) => {
  const before = workbookOf({ ...rows, refunds });
  const planned = planMirrorRefunds(
    contextOn(before, '2026-11-22'),
    factsOf({ refunds: [refundFact('re_1', fields)] }),
  );
  const after = applyChanges(before, planned.changes, fr);
  expect(rowsAsText(after.refunds.rows, 'invoiceId', 'customerId', 'amountCents', 'paidBackCents', 'status')).toEqual([
    expected,
  ]);
});
