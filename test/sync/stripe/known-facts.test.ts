// What the workbook knows of Stripe decides what is read again: unsettled rows, rows that cannot be read, missed nights.
import { describe, expect, test } from 'vitest';
import { parseSettings } from '#lib/settings/settings.ts';
import type { WorkbookState } from '#lib/tables/tables.ts';
import { cursorKeys, knownFacts } from '#sync/stripe/known-facts.ts';
import { clockAt } from '../../support/clock-at.ts';
import { raw, type TestRows, workbookOf } from '../../support/workbook-of.ts';

const customers = [{ id: 'CLI-000001', stripeCustomer: 'cus_1' }];
const subscription = { customerId: 'CLI-000001', startedOn: '2026-01-01' } as const;
const invoice = {
  customerId: 'CLI-000001',
  createdOn: '2026-01-01',
  totalCents: 1800,
  paidCents: 0,
  paidBackCents: 0,
  withheldCents: 0,
  attempts: 0,
} as const;
const money = { amountCents: 100, createdOn: '2026-01-01', paidBackCents: 0, type: 'refund' } as const;
const dispute = { amountCents: 100, withheldCents: 0, openedOn: '2026-01-01' } as const;

const mirror: TestRows = {
  customers,
  subscriptions: [
    { ...subscription, id: 'sub_b', status: 'active' },
    { ...subscription, id: 'sub_a', status: 'collection_paused' },
    { ...subscription, id: 'sub_c', status: 'canceled' },
    { ...subscription, id: 'sub_d', status: 'incomplete_expired' },
    { ...subscription, id: 'sub_e', status: 'unknown' },
    { ...subscription, id: 'sub_f', status: raw('frobnicated') },
  ],
  invoices: [
    { ...invoice, id: 'in_paid', status: 'paid' },
    { ...invoice, id: 'in_open', status: 'open' },
    { ...invoice, id: 'in_draft', status: 'draft' },
    { ...invoice, id: 'in_bad', status: 'paid', totalCents: raw('douze') },
  ],
  refunds: [
    { ...money, id: 're_done', status: 'succeeded' },
    { ...money, id: 're_wait', status: 'pending' },
    { ...money, id: 'cn_1', type: 'credit_note', status: 'issued' },
  ],
  disputes: [
    { ...dispute, id: 'dp_open', status: 'under_review' },
    { ...dispute, id: 'dp_lost', status: 'lost' },
    { ...dispute, id: 'dp_closed', status: 'warning_closed' },
  ],
};

const cursor = (lastNightOn: string) => [
  { id: cursorKeys.lastEventId, value: 'evt_9' },
  { id: cursorKeys.lastNightOn, value: lastNightOn },
];
const knownOf = (workbook: WorkbookState) =>
  knownFacts(workbook, parseSettings(workbook.settings).settings, clockAt('2026-11-22'));

test('unsettled rows, and those that cannot be read, in the order of ids', () => {
  expect(knownOf(workbookOf({ ...mirror, system: cursor('2026-11-21') }))).toEqual({
    fullHistory: false,
    windowDays: 45,
    recentDays: 3,
    liveSubscriptionIds: ['sub_a', 'sub_b', 'sub_e', 'sub_f'],
    openInvoiceIds: ['in_bad', 'in_draft', 'in_open'],
    pendingRefundIds: ['re_wait'],
    openDisputeIds: ['dp_open'],
    lastEventId: 'evt_9',
  });
});

describe('rows that somebody deleted', () => {
  const spokenOf: TestRows = {
    ...mirror,
    subscriptions: [{ ...subscription, id: 'sub_b', status: 'active', latestInvoiceId: 'in_latest' }],
    invoices: [{ ...invoice, id: 'in_paid', status: 'paid', subscriptionId: 'sub_gone' }],
    refunds: [{ ...money, id: 're_done', status: 'succeeded', invoiceId: 'in_refunded' }],
    disputes: [{ ...dispute, id: 'dp_lost', status: 'lost', invoiceId: 'in_disputed' }],
    points: [
      { id: 'PTS-1', customerId: 'CLI-000001', on: '2026-01-01', kind: 'earn', points: 10, source: 'in_earned' },
      { id: 'PTS-2', customerId: 'CLI-000001', on: '2026-01-01', kind: 'earn', points: 10, source: 'in_paid' },
      { id: 'PTS-3', customerId: 'CLI-000001', on: '2026-01-01', kind: 'spend', points: -5, source: 'CMD-000001' },
    ],
    facts: [
      { id: 'evt_1', kind: 'payment_failed', on: '2026-01-01', subject: 'in_failed' },
      { id: 'evt_2', kind: 'pause', on: '2026-01-01', subject: 'sub_b' },
    ],
    system: cursor('2026-11-21'),
  };

  test('are read again by their ids, wherever another tab speaks of them', () => {
    expect(knownOf(workbookOf(spokenOf))).toMatchObject({
      fullHistory: false,
      liveSubscriptionIds: ['sub_b', 'sub_gone'],
      openInvoiceIds: ['in_disputed', 'in_earned', 'in_failed', 'in_latest', 'in_refunded'],
    });
  });

  test('many of them bring the whole history', () => {
    const points = Array.from({ length: 101 }, (_, index) => ({
      id: `PTS-${index}`,
      customerId: 'CLI-000001',
      on: '2026-01-01' as const,
      kind: 'earn' as const,
      points: 10,
      source: `in_lost${index}`,
    }));
    expect(knownOf(workbookOf({ ...mirror, points, system: cursor('2026-11-21') })).fullHistory).toBe(true);
  });
});

describe('everything is read', () => {
  test.each<[string, TestRows, boolean]>([
    ['the first night', {}, true],
    ['a first night that was killed before its end', mirror, true],
    ['the second night', { ...mirror, system: cursor('2026-11-21') }, false],
    ['a mirror tab that somebody emptied', { ...mirror, invoices: [], system: cursor('2026-11-21') }, true],
    ['four weeks without a night', { ...mirror, system: cursor('2026-10-25') }, false],
    ['more than four weeks without a night', { ...mirror, system: cursor('2026-10-24') }, true],
  ])('%s: %s', (_, rows, fullHistory) => {
    expect(knownOf(workbookOf(rows)).fullHistory).toBe(fullHistory);
  });
});

test.each([
  ['2026-11-21', 45, 3],
  ['2026-11-22', 45, 2],
  ['2026-11-30', 45, 2],
  ['2026-10-26', 45, 29],
  ['hier', 45, 2],
])('the windows after the night of %s', (lastNightOn, windowDays, recentDays) => {
  expect(knownOf(workbookOf({ ...mirror, system: cursor(lastNightOn) }))).toMatchObject({ windowDays, recentDays });
});
