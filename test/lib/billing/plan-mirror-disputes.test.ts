// What a dispute withholds in each of its states.
import { expect, test } from 'vitest';
import { planMirrorDisputes } from '#lib/billing/plan-mirror-disputes.ts';
import { applyChanges } from '#lib/changes/apply.ts';
import { disputes as disputesTable } from '#lib/tables/disputes.ts';
import { fr } from '#lib/text/fr.ts';
import { contextOn } from '../../support/billing-night.ts';
import { rowsAsText } from '../../support/rows-as-text.ts';
import { disputeFact, factsOf } from '../../support/stripe-facts-of.ts';
import { type TestRows, workbookOf } from '../../support/workbook-of.ts';

const rows: TestRows = {
  customers: [{ id: 'CLI-000001', stripeCustomer: 'cus_1' }],
  invoices: [
    {
      id: 'in_1',
      customerId: 'CLI-000001',
      status: 'paid',
      createdOn: '2026-11-05',
      totalCents: 1800,
      paidCents: 1800,
      paidBackCents: 0,
      withheldCents: 0,
      attempts: 1,
      paymentIntents: 'pi_a',
    },
  ],
};

function mirror(before: ReturnType<typeof workbookOf>, fields: Parameters<typeof disputeFact>[1]) {
  const facts = factsOf({ disputes: [disputeFact('dp_1', { paymentIntent: 'pi_a', ...fields })] });
  return applyChanges(before, planMirrorDisputes(contextOn(before, '2026-11-22'), facts).changes, fr);
}

const withheldByStatus = {
  warning_needs_response: 0,
  warning_under_review: 0,
  warning_closed: 0,
  needs_response: 1800,
  under_review: 1800,
  won: 0,
  lost: 1800,
  prevented: 0,
  unknown: 0,
} as const;

test.each(Object.entries(withheldByStatus))('%s withholds %i', (status, withheld) => {
  const { disputes } = mirror(workbookOf(rows), { status: status as keyof typeof withheldByStatus });
  expect(rowsAsText(disputes.rows, 'id', 'customerId', 'invoiceId', 'amountCents', 'withheldCents', 'status')).toEqual([
    `dp_1 | CLI-000001 | in_1 | 1800 | ${withheld} | ${status}`,
  ]);
});

test('the table above holds every state of the column', () => {
  const { type } = disputesTable.columns.status;
  expect(type.kind === 'choice' ? type.codes : []).toEqual(Object.keys(withheldByStatus));
});

test('a state never seen keeps what was withheld', () => {
  const lost = mirror(workbookOf(rows), { status: 'lost' });
  expect(mirror(lost, { status: 'unknown', stripeStatus: 'frobnicated' }).disputes.rows[0]).toMatchObject({
    status: 'unknown',
    withheldCents: 1800,
  });
});

test('another currency withholds nothing', () => {
  expect(mirror(workbookOf(rows), { currency: 'usd' }).disputes.rows[0]).toMatchObject({
    amountCents: 0,
    withheldCents: 0,
  });
});

test.each([
  ['fraudulent', 'frauduleux'],
  ['product_not_received', 'produit non reçu'],
  ['a_reason_of_tomorrow', 'a_reason_of_tomorrow'],
])('the reason %s is mirrored as « %s »', (reason, shown) => {
  expect(mirror(workbookOf(rows), { reason }).disputes.rows[0]?.reason).toBe(shown);
});
