// Rapprochement: what disagrees is one open row with its age, settled when it is gone, new when it comes back.
import { describe, expect, test } from 'vitest';
import { planReconciliation } from '#lib/billing/plan-reconciliation.ts';
import type { StripeFacts } from '#lib/billing/stripe-facts.ts';
import { applyChanges } from '#lib/changes/apply.ts';
import type { Day } from '#lib/kernel/day.ts';
import { type Problem, problem } from '#lib/kernel/problem.ts';
import type { WorkbookState } from '#lib/tables/tables.ts';
import { fr } from '#lib/text/fr.ts';
import { billingNight, contextOn } from '../../support/billing-night.ts';
import { rowsAsText } from '../../support/rows-as-text.ts';
import { customerFact, factsOf, invoiceFact, subscriptionFact } from '../../support/stripe-facts-of.ts';
import { raw, type TestRows, workbookOf } from '../../support/workbook-of.ts';

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

test('a calm night leaves one row, the summary', () => {
  const night = billingNight(workbookOf(shop), factsOf(calm), TODAY);
  expect(rowsAsText(night.workbook.reconciliation.rows, 'id', 'subject', 'status', 'since', 'what')).toEqual([
    'RAP-000001 | summary|night | note | 2026-11-22 | Nuit du 22/11/2026 : tout concorde. Paiements en délai de grâce : 0. Points en circulation : 180.',
  ]);
});

describe('night after night', () => {
  interface Night {
    readonly today: Day;
    readonly facts: Partial<StripeFacts>;
    readonly found?: readonly Problem[];
  }
  const bad = problem('cellNotADay', { value: 'hier' }, { tab: 'Factures', cell: 'H12', id: 'in_4' });
  const unknown = { subscriptions: [subscriptionFact('sub_1', { status: 'unknown', stripeStatus: 'frobnicated' })] };
  const renamed = { customers: [customerFact('cus_1', { name: 'Zoé Grand', email: 'zoe@example.com' })] };

  function nights(list: readonly Night[]): string[] {
    let workbook = workbookOf(shop);
    for (const { today, facts, found } of list) {
      const input = factsOf({ ...calm, ...facts });
      workbook = billingNight(workbook, input, today, found).workbook;
      expect(billingNight(workbook, input, today, found).changes).toEqual([]);
    }
    return rowsAsText(withoutSummary(workbook), 'subject', 'stripeSays', 'since', 'status', 'settledOn');
  }

  const cell = 'cell|cellNotADay|Factures!in_4|value=hier | -';

  test.each<[string, readonly Night[], string[]]>([
    ['first seen', [{ today: '2026-11-20', facts: {}, found: [bad] }], [`${cell} | 2026-11-20 | open | -`]],
    [
      'still there: its age is kept',
      [
        { today: '2026-11-20', facts: {}, found: [bad] },
        { today: '2026-11-22', facts: {}, found: [bad] },
      ],
      [`${cell} | 2026-11-20 | open | -`],
    ],
    [
      'gone: settled that night',
      [
        { today: '2026-11-20', facts: {}, found: [bad] },
        { today: '2026-11-22', facts: {} },
      ],
      [`${cell} | 2026-11-20 | settled | 2026-11-22`],
    ],
    [
      'back again: a new row',
      [
        { today: '2026-11-20', facts: {}, found: [bad] },
        { today: '2026-11-21', facts: {} },
        { today: '2026-11-22', facts: {}, found: [bad] },
      ],
      [`${cell} | 2026-11-20 | settled | 2026-11-21`, `${cell} | 2026-11-22 | open | -`],
    ],
    [
      'a customer not read tonight settles nothing',
      [
        { today: '2026-11-20', facts: renamed },
        { today: '2026-11-21', facts: { customers: [] } },
      ],
      ['value_differs|customers/CLI-000001/name | Z…Gra… | 2026-11-20 | open | -'],
    ],
    [
      'read again and equal: settled',
      [
        { today: '2026-11-20', facts: renamed },
        { today: '2026-11-21', facts: { customers: [] } },
        { today: '2026-11-22', facts: {} },
      ],
      ['value_differs|customers/CLI-000001/name | Z…Gra… | 2026-11-20 | settled | 2026-11-22'],
    ],
    [
      'Stripe’s word stays when the object is not read again',
      [
        {
          today: '2026-11-20',
          facts: { invoices: [invoiceFact('in_1', { status: 'unknown', stripeStatus: 'frobnicated' })] },
        },
        { today: '2026-11-21', facts: { invoices: [] } },
      ],
      ['unknown_value|invoices/in_1/status | frobnicated | 2026-11-20 | open | -'],
    ],
    [
      'known again: settled',
      [
        { today: '2026-11-20', facts: unknown },
        { today: '2026-11-21', facts: {} },
      ],
      ['unknown_value|subscriptions/sub_1/status | frobnicated | 2026-11-20 | settled | 2026-11-21'],
    ],
    [
      'another currency stays while the customer is not read, and goes with the last such payment',
      [
        { today: '2026-11-20', facts: { invoices: [invoiceFact('in_1', { currency: 'usd' })] } },
        { today: '2026-11-21', facts: { customers: [], subscriptions: [], invoices: [] } },
        { today: '2026-11-22', facts: { invoices: [] } },
      ],
      [
        'other_currency|customers/CLI-000001/currency | USD | 2026-11-20 | settled | 2026-11-22',
        'missing_in_stripe|subscriptions/sub_1 | vide | 2026-11-21 | settled | 2026-11-22',
      ],
    ],
  ])('%s', (_, list, expected) => {
    expect(nights(list)).toEqual(expected);
  });

  test('the summary is one row, of the last night, and counts what is open', () => {
    const first = billingNight(workbookOf(shop), factsOf(calm), '2026-11-20').workbook;
    const failing = {
      ...calm,
      invoices: [...calm.invoices, invoiceFact('in_2', { status: 'open' })],
    };
    const second = billingNight(first, factsOf(failing), '2026-11-22', [bad]).workbook;
    const summaries = second.reconciliation.rows.filter(({ kind }) => kind === 'summary');
    expect(rowsAsText(summaries, 'id', 'status', 'since', 'settledOn', 'what')).toEqual([
      'RAP-000001 | note | 2026-11-22 | - | Nuit du 22/11/2026 : écarts ouverts : 1 (cellule à corriger : 1). Paiements en délai de grâce : 1. Points en circulation : 180.',
    ]);
  });
});

describe('a tab that people damaged', () => {
  const row = {
    id: 'RAP-000005',
    kind: 'value_differs',
    subject: 'value_differs|plans/FOR-000001/priceCents',
    what: 'Formule',
    since: '2026-11-01',
    status: 'open',
  } as const;
  const dear = { plans: [{ ...monthly, priceCents: 2000 }] };

  function reconciled(rows: TestRows, facts: Partial<StripeFacts> = {}) {
    const before = workbookOf({ ...shop, ...rows });
    const planned = planReconciliation(contextOn(before, TODAY), factsOf({ ...calm, invoices: [], ...facts }), []);
    const state = applyChanges(before, planned.changes, fr);
    const open = withoutSummary(state).filter(({ subject }) => subject === row.subject);
    return { state, lines: rowsAsText(open, 'id', 'kind', 'since', 'status') };
  }

  test.each<[string, TestRows, string[]]>([
    [
      'a broken open row is put right in place',
      { ...dear, reconciliation: [{ ...row, kind: raw('?'), status: raw('?') }] },
      ['RAP-000005 | value_differs | 2026-11-01 | open'],
    ],
    [
      'a broken age starts again',
      { ...dear, reconciliation: [{ ...row, since: raw('longtemps') }] },
      ['RAP-000005 | value_differs | 2026-11-22 | open'],
    ],
    [
      'a broken row that is settled is settled',
      { reconciliation: [{ ...row, kind: raw('?'), what: raw(null) }] },
      ['RAP-000005 | value_differs | 2026-11-01 | settled'],
    ],
    [
      'a copied row with another id is settled',
      { ...dear, reconciliation: [row, { ...row, id: 'RAP-000006' }] },
      ['RAP-000005 | value_differs | 2026-11-01 | open', 'RAP-000006 | value_differs | 2026-11-01 | settled'],
    ],
    ['an id that stands twice is frozen with its subject', { ...dear, reconciliation: [row, row] }, []],
  ])('%s', (_, rows, expected) => {
    expect(reconciled(rows).lines).toEqual(expected);
  });

  test('a broken summary is put right, not doubled', () => {
    const { state } = reconciled({
      reconciliation: [
        { id: 'RAP-000009', kind: raw('bilan'), subject: 'summary|night', what: 'x', since: TODAY, status: 'open' },
      ],
    });
    const summaries = state.reconciliation.rows.filter(({ kind }) => kind === 'summary');
    expect(rowsAsText(summaries, 'id', 'subject')).toEqual(['RAP-000009 | summary|night']);
  });

  test('without the tab nothing is planned, and it is said', () => {
    const planned = planReconciliation(contextOn(workbookOf({}, ['reconciliation']), TODAY), factsOf({}), []);
    expect(planned).toEqual({
      changes: [],
      problems: [{ code: 'stepSkipped', params: { step: 'Rapprochement', tab: 'Rapprochement' } }],
    });
  });
});
