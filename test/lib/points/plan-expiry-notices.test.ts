// Who is told that points expire, and when: once a term, by the next day of expiry, and never what is no longer so.
import { describe, expect, test } from 'vitest';
import { applyChanges } from '#lib/changes/apply.ts';
import { addDays, type Day } from '#lib/kernel/day.ts';
import { planExpiryNotices } from '#lib/points/plan-expiry-notices.ts';
import type { RowOf, WorkbookState } from '#lib/tables/tables.ts';
import { fr } from '#lib/text/fr.ts';
import { actOf, hintsOf, undoOf } from '../../support/act-of.ts';
import { contextOn } from '../../support/billing-night.ts';
import { type TestRows, workbookOf } from '../../support/workbook-of.ts';

const TODAY: Day = '2026-11-22';
const inDays = (days: number) => addDays(TODAY, days);
const customer = (over: Partial<RowOf<'customers'>> = {}) => ({
  id: 'CLI-000001',
  name: 'Camille Roux',
  email: 'camille@example.org',
  pointsBalance: 160,
  nextExpiryOn: inDays(45),
  nextExpiryPoints: 60,
  ...over,
});
const template = (over: object = {}) => ({
  id: 'REP-EXPIRATION',
  name: 'Points qui expirent',
  category: 'points_question' as const,
  appliesTo: 'about_customer' as const,
  channel: 'any_channel' as const,
  subject: '{{points.prochains}} points expirent',
  body: 'Bonjour {{client.prenom}}, {{points.prochains}} points expirent le {{points.prochaineExpiration}}.',
  version: 3,
  active: true,
  ...over,
});
const shop = (over: Partial<RowOf<'customers'>> = {}, more: TestRows = {}): TestRows => ({
  customers: [customer(over)],
  replyTemplates: [template()],
  ...more,
});

function notices(workbook: WorkbookState, today: Day = TODAY) {
  const { changes, problems } = planExpiryNotices(contextOn(workbook, today));
  expect(problems).toEqual([]);
  const after = applyChanges(workbook, changes, fr);
  expect(planExpiryNotices(contextOn(after, today)).changes).toEqual([]);
  return { after, keys: after.repliesSent.rows.map(({ key, status }) => `${key} ${status}`) };
}

describe('one notice a term, counted to the next day of expiry (first 60 days, last 30)', () => {
  test.each<[string, number, string[]]>([
    ['a day before the first term', 61, []],
    ['on the first term', 60, ['1']],
    ['between the terms', 31, ['1']],
    ['on the last term', 30, ['2']],
    ['on the eve', 1, ['2']],
    ['on the day itself, when they are gone', 0, []],
  ])('%s: %i days', (_, days, stages) => {
    const day = inDays(days);
    const expected = stages.map((stage) => `CLI-000001/REP-EXPIRATION/${day}/${stage} prepared`);
    expect(notices(workbookOf(shop({ nextExpiryOn: day }))).keys).toEqual(expected);
  });

  test('night after night: two notices for one day of expiry', () => {
    let workbook = workbookOf(shop({ nextExpiryOn: inDays(62) }));
    for (let days = 0; days < 62; days += 1) workbook = notices(workbook, inDays(days)).after;
    expect(
      workbook.repliesSent.rows.map(({ key, preparedAt }) => `${key.slice(-1)} ${preparedAt.slice(0, 10)}`),
    ).toEqual([`1 ${inDays(2)}`, `2 ${inDays(32)}`]);
  });

  test('points that expire every month, each notice sent: at most one a month', () => {
    let workbook = workbookOf(shop({ nextExpiryOn: inDays(45) }));
    for (let days = 0; days < 200; days += 1) {
      const today = inDays(days);
      const row = workbook.customers.rows[0];
      if (row?.nextExpiryOn === today) {
        const customers = workbookOf({ customers: [customer({ nextExpiryOn: addDays(today, 31) })] }).customers;
        workbook = { ...workbook, customers };
      }
      const { after } = notices(workbook, today);
      const sent = after.repliesSent.rows.map((reply) => ({ ...reply, status: 'sent' as const }));
      workbook = { ...after, repliesSent: workbookOf({ repliesSent: sent }).repliesSent };
    }
    const days = workbook.repliesSent.rows.map(({ preparedAt }) => preparedAt.slice(0, 10));
    expect(days.length).toBeGreaterThan(4);
    for (const [index, day] of days.entries()) {
      const next = days[index + 1];
      if (index > 0 && next !== undefined) expect(next >= addDays(day as Day, 28), `${day} ${next}`).toBe(true);
    }
  });
});

test.each<[string, TestRows]>([
  ['nobody erased', shop({ erasedOn: '2026-10-01', email: null })],
  ['nobody without an address', shop({ email: null })],
  ['nobody whose points are all spent', shop({ nextExpiryOn: null, nextExpiryPoints: null })],
  ['no text of a template put aside', shop({}, { replyTemplates: [template({ active: false })] })],
])('%s is written to', (_, rows) => {
  expect(notices(workbookOf(rows)).keys).toEqual([]);
});

describe('a notice that is no longer so', () => {
  const prepared = (status: 'prepared' | 'drafted' | 'sent') => ({
    id: 'ENV-000001',
    key: `CLI-000001/REP-EXPIRATION/${inDays(45)}/1`,
    templateId: 'REP-EXPIRATION',
    customerId: 'CLI-000001',
    channel: 'email' as const,
    status,
    preparedAt: '2026-11-20T03:00:00' as const,
  });
  test.each([
    ['points spent since: dropped', 'prepared', { nextExpiryOn: inDays(400) }, 'voided'],
    ['day past: dropped', 'prepared', { nextExpiryOn: null }, 'voided'],
    ['still so: kept', 'prepared', {}, 'prepared'],
    ['a Gmail draft is a person’s', 'drafted', { nextExpiryOn: null }, 'drafted'],
    ['sent is sent', 'sent', { nextExpiryOn: null }, 'sent'],
  ] as const)('%s', (_, status, over, expected) => {
    const { after } = notices(workbookOf(shop(over, { repliesSent: [prepared(status)] })));
    expect(after.repliesSent.rows[0]?.status).toBe(expected);
  });
});

test('from the menu: whom it is for, then the rows with their texts; a second time nobody; undo puts them out of use', () => {
  const workbook = workbookOf(shop());
  expect(hintsOf(workbook, 'prepare-expiry-notices', null, TODAY)).toEqual([
    'Camille Roux : 60 points expirent le 06/01/2027.',
  ]);
  const done = actOf(workbook, 'prepare-expiry-notices', {}, TODAY);
  expect(done.summary).toBe('1 message préparé dans « Envois », à relire et à envoyer.');
  expect(done.workbook.repliesSent.rows[0]).toMatchObject({
    subject: '60 points expirent',
    body: 'Bonjour Camille, 60 points expirent le 06/01/2027.',
    recipient: 'camille@example.org',
    status: 'prepared',
    templateVersion: 3,
    actionId: done.actionId,
  });
  expect(actOf(done.workbook, 'prepare-expiry-notices', {}, TODAY).refusals.join()).toContain('aucun client');
  expect(undoOf(done, TODAY).workbook.repliesSent.rows[0]?.status).toBe('voided');
});

test('a text that lacks a value is left unwritten, and said', () => {
  const lacking = workbookOf(shop({ name: null }));
  const done = actOf(lacking, 'prepare-expiry-notices', {}, TODAY);
  expect(done.workbook.repliesSent.rows[0]).toMatchObject({ status: 'prepared', body: null });
  expect(done.summary).toContain('1 texte reste à compléter.');
  expect(done.warnings.join()).toContain('« Nom » est vide');
});
