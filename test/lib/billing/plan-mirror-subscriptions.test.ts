// Subscriptions: one row each, its plan found, its oddities told, its broken cells put right.
import { describe, expect, test } from 'vitest';
import { planMirrorSubscriptions } from '#lib/billing/plan-mirror-subscriptions.ts';
import type { StripeFacts } from '#lib/billing/stripe-facts.ts';
import { applyChanges } from '#lib/changes/apply.ts';
import type { WorkbookState } from '#lib/tables/tables.ts';
import { fr } from '#lib/text/fr.ts';
import { contextOn } from '../../support/billing-night.ts';
import { rowsAsText } from '../../support/rows-as-text.ts';
import { factsOf, subscriptionFact } from '../../support/stripe-facts-of.ts';
import { raw, type TestRows, typedFormula, workbookOf } from '../../support/workbook-of.ts';

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
const yearly = { id: 'FOR-000002', name: 'Annuel', priceCents: 18_000, interval: 'year', points: 1800 } as const;
const known = { id: 'sub_1', customerId: 'CLI-000001', status: 'active', startedOn: '2026-01-05' } as const;

function mirror(before: WorkbookState, ...subscriptions: StripeFacts['subscriptions']) {
  const planned = planMirrorSubscriptions(contextOn(before, TODAY), factsOf({ subscriptions }));
  return { ...planned, after: applyChanges(before, planned.changes, fr) };
}

function bookOf(rows: TestRows): WorkbookState {
  return workbookOf({ customers: [zoe], plans: [monthly, yearly], ...rows });
}

test('a new subscription is a row with everything Stripe tells', () => {
  const { after, problems } = mirror(
    bookOf({}),
    subscriptionFact('sub_1', { cancelOn: '2026-12-05', latestInvoiceId: 'in_9' }),
  );
  expect(problems).toEqual([]);
  expect(after.subscriptions.rows).toEqual([
    {
      rowIndex: 2,
      id: 'sub_1',
      customerId: 'CLI-000001',
      planId: 'FOR-000001',
      status: 'active',
      priceCents: 1800,
      interval: 'month',
      startedOn: '2026-01-05',
      periodStartOn: '2026-11-05',
      periodEndOn: '2026-12-05',
      resumesOn: null,
      cancelOn: '2026-12-05',
      endedOn: null,
      latestInvoiceId: 'in_9',
    },
  ]);
});

test('the row follows Stripe in place, only where it differs', () => {
  const before = mirror(bookOf({}), subscriptionFact('sub_1')).after;
  const { changes } = mirror(before, subscriptionFact('sub_1', { status: 'canceled', endedOn: '2026-11-20' }));
  expect(changes).toHaveLength(1);
  expect(changes[0]?.cells).toEqual({
    status: { before: 'actif', after: 'résilié' },
    endedOn: { before: null, after: 46_346 },
  });
});

describe('the plan', () => {
  test.each<[string, NonNullable<TestRows['plans']>, Parameters<typeof subscriptionFact>[1], string | null, string[]]>([
    ['by the Stripe price', [monthly], {}, 'FOR-000001', []],
    [
      'else by price and interval',
      [monthly, yearly],
      { stripePrice: 'price_old', priceCents: 18_000, interval: 'year' },
      'FOR-000002',
      [],
    ],
    [
      'not when two plans cost the same',
      [monthly, { ...monthly, id: 'FOR-000009', stripePrice: 'price_other' }],
      { stripePrice: 'price_old' },
      null,
      ['stripePriceUnknown'],
    ],
    ['none of that amount', [monthly], { stripePrice: 'price_old', priceCents: 1500 }, null, ['stripePriceUnknown']],
    ['none for a price in another currency', [monthly], { currency: 'usd' }, null, ['currencyNotEuro']],
    ['a frozen plan keeps its subscribers', [monthly, monthly], {}, 'FOR-000001', []],
  ])('%s', (_, plans, fields, planId, codes) => {
    const { after, problems } = mirror(workbookOf({ customers: [zoe], plans }), subscriptionFact('sub_1', fields));
    expect(after.subscriptions.byId.get('sub_1')?.planId).toBe(planId);
    expect(problems.map(({ code }) => code)).toEqual(codes);
  });

  test('a Formules tab that cannot be read changes no plan', () => {
    const before = workbookOf({ customers: [zoe], subscriptions: [{ ...known, planId: 'FOR-000001' }] }, ['plans']);
    expect(mirror(before, subscriptionFact('sub_1')).after.subscriptions.byId.get('sub_1')?.planId).toBe('FOR-000001');
  });
});

test('another currency: the row stands, without a price', () => {
  const { after, problems } = mirror(bookOf({}), subscriptionFact('sub_1', { currency: 'usd' }));
  expect(rowsAsText(after.subscriptions.rows, 'id', 'status', 'priceCents')).toEqual(['sub_1 | active | -']);
  expect(problems).toEqual([{ code: 'currencyNotEuro', params: { object: 'sub_1', currency: 'USD' } }]);
});

test('a state never seen is kept as unknown, told in Stripe’s word, and stops nothing', () => {
  const { after, problems } = mirror(
    bookOf({}),
    subscriptionFact('sub_1', { status: 'unknown', stripeStatus: 'frobnicated' }),
    subscriptionFact('sub_2'),
  );
  expect(rowsAsText(after.subscriptions.rows, 'id', 'status')).toEqual(['sub_1 | unknown', 'sub_2 | active']);
  expect(problems).toEqual([{ code: 'stripeValueUnknown', params: { object: 'sub_1', value: 'frobnicated' } }]);
});

describe('cells changed by hand', () => {
  test('a broken row is repaired, and each repair is told with the row’s own writes', () => {
    const broken = { ...known, status: raw('frobnicated'), startedOn: raw('hier'), periodEndOn: raw('bientôt') };
    const { after, changes } = mirror(bookOf({ subscriptions: [broken] }), subscriptionFact('sub_1'));
    expect(after.subscriptions.setAside).toEqual([]);
    expect(rowsAsText(after.subscriptions.rows, 'id', 'status', 'startedOn', 'periodEndOn')).toEqual([
      'sub_1 | active | 2026-01-05 | 2026-12-05',
    ]);
    expect(rowsAsText(after.reconciliation.rows, 'id', 'subject', 'status', 'workbookSays', 'stripeSays')).toEqual([
      'RAP-000001 | put_right|subscriptions/sub_1/status | settled | « frobnicated » | actif',
      'RAP-000002 | put_right|subscriptions/sub_1/startedOn | settled | « hier » | 05/01/2026',
      'RAP-000003 | put_right|subscriptions/sub_1/periodEndOn | settled | « bientôt » | 05/12/2026',
    ]);
    expect(new Set(changes.map(({ group }) => group))).toEqual(new Set(['subscriptions/sub_1']));
  });

  const mirrored = mirror(bookOf({}), subscriptionFact('sub_1')).after.subscriptions.rows[0] ?? known;

  test('another day where Stripe never changes one was typed by hand; another state is news', () => {
    const edited = bookOf({ subscriptions: [{ ...mirrored, startedOn: '2026-02-02', status: 'trialing' }] });
    const { after } = mirror(edited, subscriptionFact('sub_1'));
    expect(after.subscriptions.rows).toEqual([mirrored]);
    expect(rowsAsText(after.reconciliation.rows, 'subject', 'workbookSays', 'stripeSays')).toEqual([
      'put_right|subscriptions/sub_1/startedOn | 02/02/2026 | 05/01/2026',
    ]);
  });

  test('a person’s formula is left alone, with a Problem', () => {
    const before = bookOf({ subscriptions: [{ ...mirrored, priceCents: typedFormula(12) }] });
    const { changes, problems } = mirror(before, subscriptionFact('sub_1'));
    expect(changes).toEqual([]);
    expect(problems.map(({ code }) => code)).toEqual(['cellHoldsFormula']);
  });

  test('an id that stands twice is frozen', () => {
    const { changes } = mirror(
      bookOf({ subscriptions: [known, known] }),
      subscriptionFact('sub_1', { status: 'paused' }),
    );
    expect(changes).toEqual([]);
  });
});

test('a subscription whose customer has no row is not written, and not lost: the next night brings it', () => {
  const { changes } = mirror(workbookOf({}), subscriptionFact('sub_1'));
  expect(changes).toEqual([]);
});

test('what is not in tonight’s facts is left as it stands', () => {
  expect(mirror(bookOf({ subscriptions: [known] })).changes).toEqual([]);
});
