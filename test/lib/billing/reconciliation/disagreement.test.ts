// Every kind of disagreement, as the row it becomes: what the workbook says, what Stripe says, which side is right.
import { describe, expect, test } from 'vitest';
import { planReconciliation } from '#lib/billing/plan-reconciliation.ts';
import type { StripeFacts } from '#lib/billing/stripe-facts.ts';
import { applyChanges } from '#lib/changes/apply.ts';
import { type Problem, problem } from '#lib/kernel/problem.ts';
import type { WorkbookState } from '#lib/tables/tables.ts';
import { fr } from '#lib/text/fr.ts';
import { billingNight, contextOn } from '../../../support/billing-night.ts';
import { rowsAsText } from '../../../support/rows-as-text.ts';
import {
  customerFact,
  disputeFact,
  eventFact,
  factsOf,
  invoiceFact,
  refundFact,
  subscriptionFact,
} from '../../../support/stripe-facts-of.ts';
import { raw, type TestRows, workbookOf } from '../../../support/workbook-of.ts';

const TODAY = '2026-11-22';
const zoe = { id: 'CLI-000001', stripeCustomer: 'cus_1', name: 'Zoé Petit', email: 'zoe@example.com' } as const;
const zoeFact = customerFact('cus_1', { name: 'Zoé Petit', email: 'zoe@example.com' });
const monthly = {
  id: 'FOR-000001',
  name: 'Mensuel',
  stripePrice: 'price_month',
  priceCents: 1800,
  interval: 'month',
  points: 180,
} as const;
const shop: TestRows = { customers: [zoe], plans: [monthly] };
const calm = { customers: [zoeFact], subscriptions: [subscriptionFact('sub_1')], invoices: [invoiceFact('in_1')] };

const withoutSummary = ({ reconciliation }: WorkbookState) =>
  reconciliation.rows.filter(({ kind }) => kind !== 'summary');

/** A whole billing night, then the rows of Rapprochement but the summary. */
function linesAfter(rows: TestRows, facts: Partial<StripeFacts>, found: readonly Problem[] = []): string[] {
  const night = billingNight(workbookOf({ ...shop, ...rows }), factsOf({ ...calm, ...facts }), TODAY, found);
  return rowsAsText(withoutSummary(night.workbook), 'subject', 'workbookSays', 'stripeSays', 'rightSide');
}

describe('what disagrees', () => {
  test.each<[string, TestRows, Partial<StripeFacts>, string[]]>([
    [
      'a name and an address: what differs, and no more',
      { customers: [{ ...zoe, name: 'Zoé Grand', email: 'z@example.org' }] },
      {},
      [
        'value_differs|customers/CLI-000001/email | z…@example.org | z…oe@example.com | to_decide',
        'value_differs|customers/CLI-000001/name | Z…Gra… | Z…Pet… | to_decide',
      ],
    ],
    [
      'not the case or the blanks of them',
      { customers: [{ ...zoe, name: ' zoé  petit', email: 'ZOE@example.com' }] },
      {},
      [],
    ],
    ['not an erased customer', { customers: [{ ...zoe, name: 'x', erasedOn: TODAY }] }, {}, []],
    [
      'a customer deleted in Stripe',
      {},
      { customers: [customerFact('cus_1', { deleted: true })] },
      ['missing_in_stripe|customers/CLI-000001 | cus_1 | supprimé | stripe'],
    ],
    [
      'two rows with one address',
      { customers: [zoe, { id: 'CLI-000002', email: 'Zoe@example.com' }] },
      {},
      ['duplicate|customers/CLI-000001/email | - | - | to_decide'],
    ],
    [
      'two rows with one Stripe customer',
      { customers: [zoe, { id: 'CLI-000002', stripeCustomer: 'cus_1' }] },
      {},
      ['duplicate|customers/CLI-000001/stripeCustomer | - | - | to_decide'],
    ],
    [
      'a live subscription that Stripe no longer has',
      { subscriptions: [{ id: 'sub_9', customerId: 'CLI-000001', status: 'past_due', startedOn: '2026-01-05' }] },
      {},
      ['missing_in_stripe|subscriptions/sub_9 | paiement en retard | vide | to_decide'],
    ],
    [
      'not one that has ended',
      { subscriptions: [{ id: 'sub_9', customerId: 'CLI-000001', status: 'canceled', startedOn: '2026-01-05' }] },
      {},
      [],
    ],
    [
      'an open invoice that Stripe no longer has',
      {
        invoices: [
          {
            id: 'in_9',
            customerId: 'CLI-000001',
            status: 'draft',
            createdOn: TODAY,
            totalCents: 1800,
            paidCents: 0,
            paidBackCents: 0,
            withheldCents: 0,
            attempts: 0,
          },
        ],
      },
      {},
      ['missing_in_stripe|invoices/in_9 | brouillon | vide | to_decide'],
    ],
    [
      'states never seen, in Stripe’s word',
      {},
      {
        subscriptions: [subscriptionFact('sub_1', { status: 'unknown', stripeStatus: 'frobnicated' })],
        refunds: [refundFact('re_1', { status: 'unknown', stripeStatus: 'returned', paymentIntent: 'pi_in_1' })],
        disputes: [disputeFact('dp_1', { status: 'unknown', stripeStatus: 'appealed', paymentIntent: 'pi_in_1' })],
      },
      [
        'unknown_value|disputes/dp_1/status | inconnu | appealed | stripe',
        'unknown_value|refunds/re_1/status | inconnu | returned | stripe',
        'unknown_value|subscriptions/sub_1/status | inconnu | frobnicated | stripe',
      ],
    ],
    [
      'another currency: one row a customer',
      {},
      { invoices: ['in_1', 'in_2'].map((id) => invoiceFact(id, { currency: 'usd' })) },
      ['other_currency|customers/CLI-000001/currency | EUR | USD | to_decide'],
    ],
    [
      'a plan that does not cost what customers pay',
      { plans: [{ ...monthly, priceCents: 2000, interval: 'year' }] },
      { invoices: [] },
      [
        'value_differs|plans/FOR-000001/interval | annuel | mensuel | stripe',
        `value_differs|plans/FOR-000001/priceCents | ${fr.formatEuros(2000)} | ${fr.formatEuros(1800)} | stripe`,
      ],
    ],
    [
      'a payment overdue',
      {},
      {
        invoices: [invoiceFact('in_1', { status: 'open', nextAttemptOn: '2026-11-25' })],
        events: [eventFact('evt_1', 'payment_failed', { subject: 'in_1', on: '2026-11-10' })],
        subscriptions: [subscriptionFact('sub_1', { status: 'past_due' })],
      },
      [
        'dunning_drift|settings/billing.retryDays | 3 jours | 15 jours | to_decide',
        `payment_overdue|invoices/in_1 | ${fr.formatEuros(1800)} | nouvel essai le 25/11/2026 | -`,
      ],
    ],
    [
      'a debt of points',
      {
        points: [
          { id: 'PTS-000001', customerId: 'CLI-000001', on: TODAY, kind: 'clawback', points: -500, source: 'in_0' },
        ],
      },
      {},
      ['points_debt|customers/CLI-000001 | -320 points | - | workbook'],
    ],
    [
      'requests stuck or failed, not those of tonight',
      {
        requests: [
          { id: 'DEM-000001', subscriptionId: 'sub_1', kind: 'pause', status: 'queued', requestedOn: '2026-11-20' },
          { id: 'DEM-000002', subscriptionId: 'sub_1', kind: 'pause', status: 'failed', result: 'Stripe a refusé.' },
          { id: 'DEM-000003', subscriptionId: 'sub_1', kind: 'pause', status: 'queued', requestedOn: '2026-11-21' },
          { id: 'DEM-000004', subscriptionId: 'sub_1', kind: 'pause', status: 'done', requestedOn: '2026-11-01' },
        ],
      },
      {},
      [
        'request_stuck|requests/DEM-000001 | à faire | - | -',
        'request_stuck|requests/DEM-000002 | échoué | Stripe a refusé. | -',
      ],
    ],
  ])('%s', (_, rows, facts, expected) => {
    expect(linesAfter(rows, facts)).toEqual(expected);
  });

  test('what Stripe has and no plan took over, but not while the customers cannot be read', () => {
    const missing = (without: ('customers' | 'reconciliation')[]) => {
      const before = workbookOf(shop, without);
      const planned = planReconciliation(contextOn(before, TODAY), factsOf(calm), []);
      return rowsAsText(
        withoutSummary(applyChanges(before, planned.changes, fr)),
        'subject',
        'workbookSays',
        'stripeSays',
      );
    };
    expect(missing([])).toEqual([
      'missing_in_workbook|invoices/in_1 | vide | payé',
      'missing_in_workbook|subscriptions/sub_1 | vide | actif',
    ]);
    expect(missing(['customers'])).toEqual([]);
  });

  test('points of a frozen customer that are not what was paid', () => {
    const broken = { id: 'PTS-000001', customerId: 'CLI-000001', on: raw('hier'), kind: 'bonus', points: 10 } as const;
    const subjects = linesAfter({ points: [broken] }, {}).map((line) => line.split(' | ').slice(0, 3).join(' | '));
    expect(subjects).toContain('points_differ|invoices/in_1 | 0 points | 180 points');
  });

  test('every Problem is a row with its place; a price of no plan says what it is', () => {
    const bad = problem('cellNotADay', { value: 'hier' }, { tab: 'Factures', cell: 'H12', id: 'in_4' });
    const price = problem('stripePriceUnknown', { price: 'price_x' });
    expect(linesAfter({}, {}, [bad, price, bad])).toEqual([
      'cell|cellNotADay|Factures!in_4|value=hier | onglet « Factures », cellule H12 | - | -',
      'unknown_value|prices/price_x | vide | price_x | to_decide',
    ]);
  });

  test('no address stands in full, wherever it came from', () => {
    const odd = problem('cellNotAnAmount', { value: 'zoe@example.com' }, { tab: 'Factures', cell: 'H12' });
    const night = billingNight(
      workbookOf({
        ...shop,
        customers: [
          { ...zoe, email: 'autre@example.com' },
          { id: 'CLI-000002', email: 'autre@example.com' },
        ],
      }),
      factsOf(calm),
      TODAY,
      [odd],
    );
    const written = JSON.stringify(night.workbook.reconciliation.grid.values);
    expect(written).not.toMatch(/zoe@|autre@/);
    expect(withoutSummary(night.workbook)).toHaveLength(3);
  });
});

describe('what a row is about, in the shop’s words', () => {
  const price = problem('stripePriceUnknown', { price: 'price_9' });
  test.each<[string, TestRows, Partial<StripeFacts>, readonly Problem[], string[]]>([
    ['a column of a row', { customers: [{ ...zoe, name: 'Zoé Grand' }] }, {}, [], ['Clients · CLI-000001 · Nom']],
    ['a row', {}, { customers: [customerFact('cus_1', { deleted: true })] }, [], ['Clients · CLI-000001']],
    ['what is no column', {}, { invoices: [invoiceFact('in_1', { currency: 'usd' })] }, [], ['Clients · CLI-000001']],
    ['a price of Stripe', {}, {}, [price], ['Prix Stripe price_9']],
    [
      'a cell',
      {},
      {},
      [problem('cellNotADay', { value: 'hier' }, { tab: 'Factures', cell: 'H12', id: 'in_4' })],
      ['Factures · in_4'],
    ],
    ['a setting, which its sentence names', {}, {}, [problem('settingUnknown', { key: 'x' })], ['-']],
  ])('%s', (_, rows, facts, problems, expected) => {
    const night = billingNight(workbookOf({ ...shop, ...rows }), factsOf({ ...calm, ...facts }), TODAY, problems);
    expect(rowsAsText(withoutSummary(night.workbook), 'about')).toEqual(expected);
  });
});

test('the summary stands first in a new workbook', () => {
  const night = billingNight(workbookOf({ ...shop, customers: [{ ...zoe, name: 'x' }] }), factsOf(calm), TODAY);
  expect(night.workbook.reconciliation.rows.map(({ kind }) => kind)).toEqual(['summary', 'value_differs']);
});
