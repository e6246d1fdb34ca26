// A change of a subscription asked for in the sidebar: what Stripe will do and when is told beforehand, a row waits, and what
// cannot be done is refused with its cure.
import { describe, expect, test } from 'vitest';
import type { RowOf } from '#lib/tables/tables.ts';
import { actOf, hintsOf, undoOf, WHO } from '../../support/act-of.ts';
import { rowsAsText } from '../../support/rows-as-text.ts';
import { type TestRows, workbookOf } from '../../support/workbook-of.ts';

const TODAY = '2026-11-22';
const plan = (id: string, interval: 'month' | 'year', priceCents: number, over: object = {}) =>
  ({
    id,
    name: interval === 'month' ? 'Mensuel' : 'Annuel',
    interval,
    priceCents,
    stripePrice: `price_${id}`,
    points: 1,
    active: true,
    ...over,
  }) as const;
const subscription = (over: Partial<RowOf<'subscriptions'>> = {}) => ({
  id: 'sub_1',
  customerId: 'CLI-000001',
  planId: 'FOR-000001',
  status: 'active' as const,
  priceCents: 1800,
  interval: 'month' as const,
  startedOn: '2026-01-05' as const,
  periodEndOn: '2026-12-05' as const,
  ...over,
});
const yearly = { planId: 'FOR-000002', priceCents: 18_000, interval: 'year', periodEndOn: '2027-06-05' } as const;
const shop = (over: Partial<RowOf<'subscriptions'>> = {}, more: TestRows = {}): TestRows => ({
  customers: [{ id: 'CLI-000001', name: 'Camille Roux', stripeCustomer: 'cus_1' }],
  plans: [plan('FOR-000001', 'month', 1800), plan('FOR-000002', 'year', 18_000)],
  subscriptions: [subscription(over)],
  system: [{ id: 'night.last_on', value: TODAY }],
  ...more,
});
const ask = (kind: string, rows: TestRows = shop()) =>
  actOf(workbookOf(rows), 'request-change', { subscriptionId: 'sub_1', kind }, TODAY);

describe('what Stripe will do and when, before anything waits', () => {
  test.each<[string, Partial<RowOf<'subscriptions'>>, string]>([
    ['pause', {}, 'rien n’est prélevé jusqu’au 22/02/2027, puis il reprend tout seul. Les points sont gardés'],
    ['resume', { status: 'collection_paused' }, 'reprend les prélèvements ; le prochain est le 05/12/2026.'],
    ['resume', { status: 'paused' }, 'une nouvelle période commence et est prélevée aussitôt.'],
    ['to_yearly', {}, 'À l’échéance du 05/12/2026, Stripe passe à la formule Annuel (annuel, 180,00 €)'],
    ['to_yearly', {}, 'Le client économise 36,00 € par an (17 %).'],
    ['to_yearly', { periodEndOn: '2026-11-23' }, 'À la prochaine nuit, Stripe passe à la formule Annuel'],
    ['to_monthly', yearly, 'À l’échéance du 05/06/2027, Stripe passe à la formule Mensuel (mensuel, 18,00 €)'],
    ['to_monthly', yearly, 'Le client perd l’économie de l’annuel : 36,00 € par an (17 %).'],
    ['cancel', {}, 'court jusqu’au 05/12/2026, plus rien n’est prélevé ensuite. Les points restent utilisables'],
  ])('%s: %o', (kind, over, text) => {
    const asked = ask(kind, shop(over));
    expect(asked.refusals).toEqual([]);
    expect(asked.summary).toContain(text);
    const filled = { subscriptionId: 'sub_1', kind };
    expect(hintsOf(workbookOf(shop(over)), 'request-change', filled, TODAY).join(' ')).toContain(text);
  });
});

test('the saving is what this customer pays against what the plan costs', () => {
  const rows = shop(
    { priceCents: 2000 },
    { plans: [plan('FOR-000001', 'month', 2000), plan('FOR-000002', 'year', 21_600)] },
  );
  expect(ask('to_yearly', rows).summary).toContain('24,00 € par an (10 %)');
  const dear = shop({}, { plans: [plan('FOR-000001', 'month', 1800), plan('FOR-000002', 'year', 30_000)] });
  expect(ask('to_yearly', dear).summary).not.toContain('économise');
});

test('the request waits in Demandes in the name of who asked; its undo withdraws it', () => {
  const asked = ask('cancel');
  expect(
    rowsAsText(
      asked.workbook.requests.rows,
      'id',
      'customerId',
      'subscriptionId',
      'kind',
      'requestedOn',
      'requestedBy',
      'status',
    ),
  ).toEqual([`DEM-000001 | CLI-000001 | sub_1 | cancel | 2026-11-22 | ${WHO} | queued`]);
  expect(undoOf(asked, TODAY).workbook.requests.rows[0]?.status).toBe('withdrawn');
});

describe('refused', () => {
  const queued = (status: 'queued' | 'done') =>
    [{ id: 'DEM-000001', customerId: 'CLI-000001', subscriptionId: 'sub_1', kind: 'pause', status }] as const;
  test.each<[string, string, TestRows, string]>([
    ['another request waits', 'cancel', shop({}, { requests: queued('queued') }), 'DEM-000001 (pause) attend déjà'],
    ['cancelled already', 'cancel', shop({ status: 'canceled' }), 'déjà résilié'],
    ['about to end already', 'cancel', shop({ cancelOn: '2026-12-05' }), 'déjà prévue le 05/12/2026'],
    [
      'a pause of what is paused',
      'pause',
      shop({ status: 'collection_paused', resumesOn: '2027-01-01' }),
      'en pause jusqu’au 01/01/2027',
    ],
    ['a pause of a year that is paid', 'pause', shop(yearly), 'déjà payé jusqu’au 05/06/2027'],
    ['a resume of what runs', 'resume', shop(), 'n’est pas en pause'],
    ['the interval it has', 'to_monthly', shop(), 'déjà mensuel'],
    [
      'no plan to switch to',
      'to_yearly',
      shop({}, { plans: [plan('FOR-000001', 'month', 1800)] }),
      'Complétez l’onglet « Formules »',
    ],
    [
      'two plans to switch to',
      'to_yearly',
      shop({}, { plans: [plan('FOR-000002', 'year', 18_000), plan('FOR-000003', 'year', 20_000)] }),
      'n’en proposez qu’une',
    ],
    ['a payment due', 'to_yearly', shop({ status: 'past_due' }), 'impayée'],
  ])('%s', (_, kind, rows, text) => {
    const refused = ask(kind, rows);
    expect(refused.refusals.join()).toContain(text);
    expect(refused.changes).toEqual([]);
  });

  test('not when the earlier request is done', () => {
    expect(ask('cancel', shop({}, { requests: queued('done') })).refusals).toEqual([]);
  });
});

test.each([
  ['2026-11-20', 'tel qu’à la nuit du 20/11/2026'],
  [null, 'aucune nuit n’a encore relu Stripe'],
])('the mirror’s age is told: %s', (value, text) => {
  const system = value === null ? [] : [{ id: 'night.last_on', value }];
  expect(ask('cancel', shop({}, { system })).warnings.join()).toContain(text);
});

test('a customer’s row leads to the subscription when there is only one that runs', () => {
  const selection = { table: 'customers', id: 'CLI-000001' } as const;
  const ended = { ...subscription({ status: 'canceled' }), id: 'sub_0' };
  const one = workbookOf(shop({}, { subscriptions: [ended, subscription()] }));
  expect(hintsOf(one, 'request-change', null, TODAY, selection)).toEqual([
    'Camille Roux – Mensuel – actif – sub_1 ; 18,00 € (mensuel) ; fin de période : 05/12/2026.',
  ]);
  const two = workbookOf(shop({}, { subscriptions: [{ ...subscription(), id: 'sub_0' }, subscription()] }));
  expect(hintsOf(two, 'request-change', null, TODAY, selection)).toEqual([]);
});

test('a request that waits can be withdrawn, and brought back by an undo; one that is done cannot', () => {
  const asked = ask('pause').workbook;
  const withdrawn = actOf(asked, 'withdraw-request', {}, TODAY, { table: 'subscriptions', id: 'sub_1' });
  expect(withdrawn.summary).toBe('Demande DEM-000001 (pause, sub_1) retirée : Stripe n’en saura rien.');
  expect(withdrawn.workbook.requests.rows[0]).toMatchObject({
    status: 'withdrawn',
    result: `Retirée par ${WHO} avant d’être faite.`,
  });
  expect(undoOf(withdrawn, TODAY).workbook.requests.rows[0]).toMatchObject({ status: 'queued', result: null });
  const again = actOf(withdrawn.workbook, 'withdraw-request', { requestId: 'DEM-000001' }, TODAY);
  expect(again.refusals.join()).toContain('il n’y a plus rien à retirer');
});
