// What the night does about each request, in every state of the subscription. Pauses last 3 months.
import { describe, expect, test } from 'vitest';
import { decideRequest, decideRequests } from '#lib/billing/decide-request.ts';
import { idempotencyKeyOf } from '#lib/billing/request-call.ts';
import type { SubscriptionFact } from '#lib/billing/stripe-facts.ts';
import type { RowOf } from '#lib/tables/tables.ts';
import { contextOn } from '../../support/billing-night.ts';
import { factsOf, subscriptionFact } from '../../support/stripe-facts-of.ts';
import { type TestRows, workbookOf } from '../../support/workbook-of.ts';

type Kind = RowOf<'requests'>['kind'];

const TODAY = '2026-11-22';
const monthly = {
  id: 'FOR-000001',
  name: 'Mensuel',
  stripePrice: 'price_month',
  priceCents: 1800,
  interval: 'month',
  points: 180,
  active: true,
} as const;
const yearly = {
  id: 'FOR-000002',
  name: 'Annuel',
  stripePrice: 'price_year',
  priceCents: 18_000,
  interval: 'year',
  points: 1800,
  active: true,
} as const;
const shop: TestRows = { customers: [{ id: 'CLI-000001', stripeCustomer: 'cus_1' }], plans: [monthly, yearly] };
const onYearly = {
  stripePrice: 'price_year',
  priceCents: 18_000,
  interval: 'year',
  periodEndOn: '2027-06-05',
} as const;

function decide(kind: Kind, fields: Partial<SubscriptionFact> | null, rows: TestRows = {}, customerId?: string) {
  const request = {
    id: 'DEM-000001',
    subscriptionId: 'sub_1',
    kind,
    status: 'queued',
    ...(customerId && { customerId }),
  } as const;
  const workbook = workbookOf({ ...shop, requests: [request], ...rows });
  const fact = fields === null ? undefined : subscriptionFact('sub_1', fields);
  const row = workbook.requests.rows[0];
  if (row === undefined) throw new Error('the request row is not sound');
  return decideRequest(contextOn(workbook, TODAY), row, fact);
}

describe('found done by this very request, whose night was killed before it wrote the answer down', () => {
  test.each<[Kind, Partial<SubscriptionFact>, string | null, string]>([
    ['pause', { status: 'collection_paused', resumesOn: '2027-02-22' }, TODAY, 'En pause jusqu’au 22/02/2027'],
    ['resume', { status: 'active' }, TODAY, 'repris'],
    ['to_yearly', onYearly, TODAY, 'Passé à la formule Annuel'],
    ['cancel', { cancelOn: '2026-12-05' }, '2026-12-05', 'Résiliation prévue le 05/12/2026'],
  ])('%s', (kind, fields, effectiveOn, text) => {
    const ours = decide(kind, { ...fields, lastRequestId: 'DEM-000001' });
    expect(ours).toMatchObject({ kind: 'already', effectiveOn });
    expect(ours.text).toContain(text);
    expect(decide(kind, { ...fields, lastRequestId: 'DEM-000009' }).text).toContain('rien n’a été changé');
  });
});

describe('a change of interval', () => {
  test('waits for the last night before the renewal, and says so', () => {
    const decision = decide('to_yearly', { periodEndOn: '2026-11-24' });
    expect(decision).toMatchObject({ kind: 'wait', effectiveOn: '2026-11-24' });
    expect(decision.text).toContain('Annuel à l’échéance du 24/11/2026');
  });

  test('is done at once when the setting says so', () => {
    const request = { id: 'DEM-000001', subscriptionId: 'sub_1', kind: 'to_yearly', status: 'queued' } as const;
    const workbook = workbookOf({ ...shop, requests: [request] });
    const [decided] = decideRequests(
      contextOn(workbook, TODAY, { 'billing.switchAtRenewal': false }),
      factsOf({ subscriptions: [subscriptionFact('sub_1', { periodEndOn: '2027-01-01' })] }),
    );
    expect(decided?.decision.kind).toBe('do');
  });
});

describe('done', () => {
  test.each<[string, Kind, Partial<SubscriptionFact>, object, string | null, string]>([
    [
      'a pause',
      'pause',
      {},
      { kind: 'pause_collection', subscriptionId: 'sub_1', resumesOn: '2027-02-22' },
      TODAY,
      'En pause jusqu’au 22/02/2027',
    ],
    [
      'a pause on trial',
      'pause',
      { status: 'trialing' },
      { kind: 'pause_collection', subscriptionId: 'sub_1', resumesOn: '2027-02-22' },
      TODAY,
      'En pause',
    ],
    [
      'resume a suspended collection',
      'resume',
      { status: 'collection_paused', periodEndOn: '2026-12-05', priceCents: 1800 },
      { kind: 'resume_collection', subscriptionId: 'sub_1' },
      TODAY,
      'prochaine échéance le 05/12/2026 (18,00',
    ],
    [
      'resume a paused subscription',
      'resume',
      { status: 'paused', priceCents: 1800 },
      { kind: 'resume', subscriptionId: 'sub_1' },
      TODAY,
      'Stripe demande tout de suite 18,00',
    ],
    [
      'to yearly',
      'to_yearly',
      { periodEndOn: '2026-11-23' },
      { kind: 'switch_price', subscriptionId: 'sub_1', fromPrice: 'price_month', stripePrice: 'price_year' },
      TODAY,
      'Annuel',
    ],
    [
      'to monthly',
      'to_monthly',
      { ...onYearly, periodEndOn: '2026-11-22' },
      { kind: 'switch_price', subscriptionId: 'sub_1', fromPrice: 'price_year', stripePrice: 'price_month' },
      TODAY,
      'Mensuel',
    ],
    ['cancel', 'cancel', {}, { kind: 'cancel_at_period_end', subscriptionId: 'sub_1' }, '2026-12-05', '05/12/2026'],
    [
      'cancel with a payment due',
      'cancel',
      { status: 'past_due' },
      { kind: 'cancel_at_period_end', subscriptionId: 'sub_1' },
      '2026-12-05',
      '05/12/2026',
    ],
    [
      'cancel without a known period',
      'cancel',
      { periodEndOn: null },
      { kind: 'cancel_at_period_end', subscriptionId: 'sub_1' },
      null,
      'en fin de période',
    ],
  ])('%s', (_, kind, fields, call, effectiveOn, text) => {
    const decision = decide(kind, fields);
    expect(decision).toMatchObject({ kind: 'do', call, effectiveOn });
    expect(decision.text).toContain(text);
  });
});

describe('already so', () => {
  test.each<[string, Kind, Partial<SubscriptionFact>, string]>([
    [
      'paused until a day',
      'pause',
      { status: 'collection_paused', resumesOn: '2027-02-22' },
      'déjà en pause jusqu’au 22/02/2027',
    ],
    ['paused without an end', 'pause', { status: 'paused' }, 'déjà en pause'],
    ['running', 'resume', {}, 'pas en pause'],
    ['yearly', 'to_yearly', onYearly, 'déjà annuel'],
    ['monthly', 'to_monthly', {}, 'déjà mensuel'],
    ['to be cancelled', 'cancel', { cancelOn: '2026-12-05' }, 'déjà prévue le 05/12/2026'],
    ['cancelled', 'cancel', { status: 'canceled', endedOn: '2026-11-01' }, 'déjà résilié'],
  ])('%s', (_, kind, fields, text) => {
    const decision = decide(kind, fields);
    expect(decision.kind).toBe('already');
    expect(decision.text).toContain(text);
  });
});

describe('refused, with the cure', () => {
  test.each<[string, Kind, Partial<SubscriptionFact> | null, TestRows, string]>([
    ['a subscription Stripe does not know', 'pause', null, {}, 'ne connaît pas l’abonnement sub_1'],
    [
      'one that ended long ago',
      'pause',
      null,
      { subscriptions: [{ id: 'sub_1', customerId: 'CLI-000001', status: 'canceled', startedOn: TODAY }] },
      'est terminé',
    ],
    ['one that ended', 'to_yearly', { status: 'canceled' }, {}, 'est terminé'],
    ['one that never began', 'cancel', { status: 'incomplete_expired' }, {}, 'est terminé'],
    ['one that has not begun', 'pause', { status: 'incomplete' }, {}, 'n’a pas commencé'],
    ['a state never seen', 'cancel', { status: 'unknown', stripeStatus: 'frobnicated' }, {}, '« frobnicated »'],
    ['pause: a yearly plan, no renewal inside', 'pause', onYearly, {}, 'déjà payé jusqu’au 05/06/2027'],
    [
      'pause: a yearly renewal inside would be given away',
      'pause',
      { ...onYearly, periodEndOn: '2026-12-24' },
      {},
      '24/12/2026',
    ],
    ['pause: a payment due', 'pause', { status: 'past_due' }, {}, 'impayée'],
    ['pause: unpaid', 'pause', { status: 'unpaid' }, {}, 'impayée'],
    ['pause: about to end', 'pause', { cancelOn: '2026-12-05' }, {}, 'prévue le 05/12/2026'],
    ['pause: an interval never seen', 'pause', { interval: 'unknown' }, {}, 'fréquence'],
    ['switch: a payment due', 'to_yearly', { status: 'past_due' }, {}, 'impayée'],
    ['switch: paused', 'to_yearly', { status: 'collection_paused' }, {}, 'Demandez d’abord la reprise'],
    ['switch: about to end', 'to_yearly', { cancelOn: '2026-12-05' }, {}, 'prévue le 05/12/2026'],
    ['switch: no plan of that interval', 'to_yearly', {}, { plans: [monthly] }, 'Aucune formule proposée « annuel »'],
    [
      'switch: the plan is not offered',
      'to_yearly',
      {},
      { plans: [monthly, { ...yearly, active: false }] },
      'Aucune formule',
    ],
    [
      'switch: the plan has no Stripe price',
      'to_yearly',
      {},
      { plans: [monthly, { ...yearly, stripePrice: null as never }] },
      'Aucune formule',
    ],
    [
      'switch: two plans',
      'to_yearly',
      {},
      { plans: [monthly, yearly, { ...yearly, id: 'FOR-000003', name: 'Annuel bis' }] },
      'Annuel, Annuel bis',
    ],
  ])('%s', (_, kind, fields, rows, text) => {
    const decision = decide(kind, fields, rows);
    expect(decision.kind).toBe('refuse');
    expect(decision.text).toContain(text);
  });

  test('the subscription of somebody else', () => {
    expect(decide('pause', {}, {}, 'CLI-000009')).toMatchObject({ kind: 'refuse' });
    expect(decide('pause', {}, {}, 'CLI-000001')).toMatchObject({ kind: 'do' });
  });
});

test('of two requests for one subscription the second waits for the next night', () => {
  const request = { kind: 'pause', status: 'queued' } as const;
  const workbook = workbookOf({
    ...shop,
    requests: [
      { ...request, id: 'DEM-000003', subscriptionId: 'sub_2' },
      { ...request, id: 'DEM-000002', subscriptionId: 'sub_1', kind: 'cancel' },
      { ...request, id: 'DEM-000001', subscriptionId: 'sub_1' },
      { ...request, id: 'DEM-000000', subscriptionId: 'sub_1', status: 'withdrawn' },
    ],
  });
  const facts = factsOf({ subscriptions: [subscriptionFact('sub_1'), subscriptionFact('sub_2')] });
  const decided = decideRequests(contextOn(workbook, TODAY), facts);
  expect(decided.map(({ request: { id }, decision }) => `${id} ${decision.kind}`)).toEqual([
    'DEM-000001 do',
    'DEM-000003 do',
  ]);
});

test('the idempotency key is the request’s', () => {
  expect(idempotencyKeyOf({ id: 'DEM-000012' })).toBe('ops-DEM-000012');
});
