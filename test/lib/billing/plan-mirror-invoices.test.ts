// Invoices: amounts, plan, PaymentIntents; other plans' columns left to them.
import { describe, expect, test } from 'vitest';
import { planMirrorInvoices } from '#lib/billing/plan-mirror-invoices.ts';
import type { StripeFacts } from '#lib/billing/stripe-facts.ts';
import { applyChanges } from '#lib/changes/apply.ts';
import type { WorkbookState } from '#lib/tables/tables.ts';
import { fr } from '#lib/text/fr.ts';
import { contextOn } from '../../support/billing-night.ts';
import { rowsAsText } from '../../support/rows-as-text.ts';
import { factsOf, invoiceFact, subscriptionFact } from '../../support/stripe-facts-of.ts';
import { raw, type TestRow, type TestRows, workbookOf } from '../../support/workbook-of.ts';

type InvoiceRow = TestRow<WorkbookState['invoices']['table']>;

const TODAY = '2026-11-22';
const zoe = { id: 'CLI-000001', stripeCustomer: 'cus_1' } as const;
const monthly = {
  id: 'FOR-000001',
  name: 'Mensuel',
  stripePrice: 'price_month',
  priceCents: 1800,
  interval: 'month',
  points: 180,
} as const;

function mirror(before: WorkbookState, facts: Partial<StripeFacts>) {
  const planned = planMirrorInvoices(contextOn(before, TODAY), factsOf(facts));
  return { ...planned, after: applyChanges(before, planned.changes, fr) };
}

function bookOf(rows: TestRows = {}): WorkbookState {
  return workbookOf({ customers: [zoe], plans: [monthly], ...rows });
}

const paid = mirror(bookOf(), { invoices: [invoiceFact('in_1')] }).after.invoices.rows[0] as InvoiceRow;

test('a new invoice is a row with everything Stripe tells, and nothing given back yet', () => {
  expect(paid).toEqual({
    rowIndex: 2,
    id: 'in_1',
    number: 'N-in_1',
    customerId: 'CLI-000001',
    subscriptionId: 'sub_1',
    planId: 'FOR-000001',
    status: 'paid',
    reason: 'renewal',
    createdOn: '2026-11-05',
    paidOn: '2026-11-05',
    totalCents: 1800,
    paidCents: 1800,
    paidBackCents: 0,
    withheldCents: 0,
    attempts: 1,
    firstFailedOn: null,
    retryOn: null,
    graceUntil: null,
    recovery: null,
    paymentIntents: 'pi_in_1',
  });
});

describe('what an invoice brings to its row', () => {
  test.each<[string, InvoiceRow, Parameters<typeof invoiceFact>[1], Partial<Record<keyof InvoiceRow, unknown>>]>([
    [
      'paid from open',
      { ...paid, status: 'open', paidOn: null, paidCents: 0 },
      {},
      { status: 'paid', paidCents: 1800 },
    ],
    [
      'what was given back stays',
      { ...paid, paidBackCents: 300, withheldCents: 100 },
      {},
      { paidBackCents: 300, withheldCents: 100 },
    ],
    [
      'a broken amount given back starts again at 0',
      { ...paid, paidBackCents: raw('3 euros') },
      {},
      { paidBackCents: 0 },
    ],
    [
      'intents add up, blanks and rubbish go',
      { ...paid, paymentIntents: ' pi_z ;pi_a, ?? ' },
      { paymentIntents: ['pi_in_1'] },
      { paymentIntents: 'pi_a, pi_in_1, pi_z' },
    ],
    ['intents not read tonight stay', paid, { paymentIntents: [] }, { paymentIntents: 'pi_in_1' }],
    ['the number of a draft comes later, and stays', paid, { number: null }, { number: 'N-in_1' }],
    ['a plan found once stays', paid, { stripePrice: 'price_gone' }, { planId: 'FOR-000001' }],
    [
      'a plan that is gone does not',
      { ...paid, planId: 'FOR-000077' },
      { stripePrice: 'price_gone' },
      { planId: null },
    ],
    ['paid by credit: nothing was paid', paid, { paidCents: 0 }, { status: 'paid', totalCents: 1800, paidCents: 0 }],
    [
      'another currency counts no euro',
      paid,
      { currency: 'usd' },
      { status: 'paid', planId: null, totalCents: 0, paidCents: 0 },
    ],
    [
      'a state never seen',
      paid,
      { status: 'unknown', stripeStatus: 'frobnicated' },
      { status: 'unknown', paidCents: 0 },
    ],
  ])('%s', (_, row, fields, expected) => {
    const { after } = mirror(bookOf({ invoices: [row] }), { invoices: [invoiceFact('in_1', fields)] });
    expect(after.invoices.setAside).toEqual([]);
    expect(after.invoices.rows[0]).toMatchObject(expected);
  });
});

test('a price is known by what its subscription costs when no plan names it', () => {
  const facts = {
    subscriptions: [subscriptionFact('sub_1', { stripePrice: 'price_old' })],
    invoices: [invoiceFact('in_1', { stripePrice: 'price_old' })],
  };
  expect(mirror(bookOf(), facts).after.invoices.rows[0]?.planId).toBe('FOR-000001');
});

test('a price of no plan is told once, however many invoices it has', () => {
  const invoices = ['in_1', 'in_2', 'in_3'].map((id) => invoiceFact(id, { stripePrice: 'price_new' }));
  const { problems, after } = mirror(bookOf(), { invoices });
  expect(problems).toEqual([{ code: 'stripePriceUnknown', params: { price: 'price_new' } }]);
  expect(after.invoices.rows).toHaveLength(3);
});

test('an invoice without subscription or price is no Problem', () => {
  const { problems } = mirror(bookOf(), {
    invoices: [invoiceFact('in_1', { stripePrice: null, subscriptionId: null, reason: 'manual' })],
  });
  expect(problems).toEqual([]);
});

test('a row set aside is repaired whole', () => {
  const broken: InvoiceRow = { ...paid, status: raw('???'), withheldCents: raw('rien'), customerId: raw(null) };
  const { after } = mirror(bookOf({ invoices: [broken] }), { invoices: [invoiceFact('in_1')] });
  expect(after.invoices.rows).toEqual([paid]);
  expect(rowsAsText(after.reconciliation.rows, 'subject', 'workbookSays', 'stripeSays')).toEqual([
    'put_right|invoices/in_1/withheldCents | « rien » | 0,00 €'.replace('0,00 €', fr.formatEuros(0)),
    'put_right|invoices/in_1/customerId | vide | CLI-000001',
    'put_right|invoices/in_1/status | « ??? » | payé',
  ]);
});
