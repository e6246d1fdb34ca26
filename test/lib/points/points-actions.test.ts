// The points acts as a person does them: what is written, what is said beforehand, what is refused, and what an undo leaves.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { RawInput } from '#lib/actions/screen.ts';
import { addDays, type Day } from '#lib/kernel/day.ts';
import type { WorkbookState } from '#lib/tables/tables.ts';
import { type Act, actOf, hintsOf, undoOf } from '../../support/act-of.ts';
import { type TestRows, workbookOf } from '../../support/workbook-of.ts';
import { drawBalances, drawLedger, drawLots } from './points-night.ts';

const TODAY: Day = '2026-11-22';
const bonus = (id: string, on: Day, lotId: string, points: number) =>
  ({ id, customerId: 'CLI-000001', on, kind: 'bonus', points, lotId }) as const;
const lot = (id: string, earnedOn: Day, expiresOn: Day, points: number) =>
  ({ id, customerId: 'CLI-000001', earnedOn, expiresOn, points, remaining: points }) as const;
const order = (id: string, over: object = {}) =>
  ({
    id,
    orderedAt: '2026-11-20T10:00:00',
    customerId: 'CLI-000001',
    status: 'confirmed',
    totalCents: 500,
    ...over,
  }) as const;

/** Two lots: the second by id expires first. */
const shop: TestRows = {
  customers: [
    { id: 'CLI-000001', name: 'Camille Roux', pointsBalance: 160, nextExpiryOn: '2027-06-10', nextExpiryPoints: 60 },
    { id: 'CLI-000002', name: 'Noé Petit', pointsBalance: -30 },
    { id: 'CLI-000003', erasedOn: '2026-10-01', pointsBalance: 0 },
  ],
  points: [bonus('PTS-000001', '2026-06-10', 'LPT-000001', 100), bonus('PTS-000002', '2025-12-10', 'LPT-000002', 60)],
  pointLots: [lot('LPT-000001', '2026-06-10', '2027-12-10', 100), lot('LPT-000002', '2025-12-10', '2027-06-10', 60)],
  orders: [
    order('CMD-000001'),
    order('CMD-000002', { paidCents: 450 }),
    order('CMD-000003', { status: 'voided' }),
    order('CMD-000004', { customerId: 'CLI-000002' }),
  ],
};
const act = (id: string, typed: RawInput, workbook = workbookOf(shop)) => actOf(workbook, id, typed, TODAY);

test('points offered are a lot of their own; the summary gives their worth, their day and the balance', () => {
  const given = act('give-points', { customerId: 'CLI-000001', points: '50', reason: 'Merci', orderId: 'CMD-000001' });
  expect(given.summary).toBe(
    '50 points (0,50 €) offerts à CLI-000001 ; ils expirent le 22/05/2028. Solde : 210 points, dont 60 expirent le 10/06/2027.',
  );
  expect(drawLedger(given.workbook).slice(2)).toEqual(['2026-11-22 CLI-000001 bonus +50 LPT-000003 CMD-000001']);
  expect(given.workbook.points.rows[2]).toMatchObject({ reason: 'Merci', actionId: given.actionId });
});

test('a debt takes its part first, and is told', () => {
  const given = act('give-points', { customerId: 'CLI-000002', points: '50', reason: 'Merci' });
  expect(given.warnings).toEqual(['CLI-000002 devait 30 points : ces points règlent d’abord cette dette.']);
  expect(drawBalances(given.workbook)[1]).toBe('CLI-000002 20, 20 on 2028-05-22');
});

test('a spend takes the oldest expiry first and lowers what is left to pay', () => {
  const spent = act('spend-points', { orderId: 'CMD-000001', points: '90' });
  expect(spent.summary).toBe(
    '90 points dépensés sur CMD-000001, soit 0,90 € ; reste à payer : 4,10 €. Solde : 70 points, dont 70 expirent le 10/12/2027.',
  );
  expect(drawLots(spent.workbook)).toEqual(['LPT-000001 70/100 → 2027-12-10', 'LPT-000002 0/60 → 2027-06-10']);
  expect(spent.workbook.orders.byId.get('CMD-000001')).toMatchObject({ pointsSpent: 90, pointsValueCents: 90 });
});

test('points given back go to the lots they came from, and the order says so', () => {
  const spent = act('spend-points', { orderId: 'CMD-000001', points: '90' });
  const some = act('restore-points', { orderId: 'CMD-000001', points: '40', reason: 'Geste' }, spent.workbook);
  expect(drawLots(some.workbook)).toEqual(['LPT-000001 100/100 → 2027-12-10', 'LPT-000002 10/60 → 2027-06-10']);
  const all = act('restore-points', { orderId: 'CMD-000001', reason: 'Geste' }, some.workbook);
  expect(all.summary).toContain('50 points de CMD-000001 rendus.');
  expect(drawBalances(all.workbook)[0]).toBe('CLI-000001 160, 60 on 2027-06-10');
  expect(all.workbook.orders.byId.get('CMD-000001')).toMatchObject({ pointsSpent: 0, pointsValueCents: 0 });
});

test('a correction may exceed the balance, and the debt is told', () => {
  const less = act('adjust-points', { customerId: 'CLI-000001', points: '-200', reason: 'Doublon' });
  expect(less.warnings).toEqual([
    'le solde de CLI-000001 passe à -40 points : ses prochains points serviront d’abord à cette dette.',
  ]);
  expect(less.summary).toBe('-200 points pour CLI-000001. Solde : -40 points.');
  const more = act('adjust-points', { customerId: 'CLI-000001', points: '25', reason: 'Oubli' });
  expect(more.summary).toContain('+25 points pour CLI-000001. Solde : 185 points');
});

describe('refused', () => {
  test.each<[string, string, RawInput, string]>([
    [
      'nobody can give to an erased customer',
      'give-points',
      { customerId: 'CLI-000003', points: '5', reason: 'x' },
      'effacé',
    ],
    [
      'the order of somebody else',
      'give-points',
      { customerId: 'CLI-000001', points: '5', reason: 'x', orderId: 'CMD-000004' },
      'n’est pas à CLI-000001',
    ],
    [
      'more points than there are',
      'spend-points',
      { orderId: 'CMD-000001', points: '170' },
      'a 160 points disponibles',
    ],
    ['nothing to spend', 'spend-points', { orderId: 'CMD-000004', points: '1' }, 'a 0 points disponibles'],
    ['more than is left to pay', 'spend-points', { orderId: 'CMD-000002', points: '51' }, 'il reste 0,50 € à payer'],
    ['a cancelled order', 'spend-points', { orderId: 'CMD-000003', points: '1' }, 'ne se paie plus'],
    ['nothing was spent', 'restore-points', { orderId: 'CMD-000001', reason: 'x' }, 'il n’en reste que 0'],
    [
      'a correction by nothing',
      'adjust-points',
      { customerId: 'CLI-000001', points: '0', reason: 'x' },
      'nombre de points',
    ],
  ])('%s', (_, id, typed, text) => {
    const refused = act(id, typed);
    expect(refused.refusals.join()).toContain(text);
    expect(refused.changes).toEqual([]);
  });
});

test('the form says where the account stands before anything is typed, and follows the customer', () => {
  const workbook = workbookOf(shop);
  const selection = { table: 'customers', id: 'CLI-000001' } as const;
  expect(hintsOf(workbook, 'give-points', null, TODAY, selection)).toEqual([
    'Camille Roux. Solde : 160 points, dont 60 expirent le 10/06/2027.',
    'Utilisables aujourd’hui : 160 points.',
  ]);
  expect(hintsOf(workbook, 'give-points', { customerId: 'cli-000002' }, TODAY, selection)[0]).toBe(
    'Noé Petit. Solde : -30 points.',
  );
  expect(hintsOf(workbook, 'spend-points', { orderId: 'CMD-000002' }, TODAY)).toContain(
    'Reste à payer sur CMD-000002 : 0,50 €.',
  );
});

type Step =
  | { readonly id: 'give-points' | 'adjust-points' | 'spend-points' | 'restore-points'; readonly points: number }
  | { readonly id: 'wait'; readonly points: number };

const step: fc.Arbitrary<Step> = fc.record({
  id: fc.constantFrom('give-points', 'adjust-points', 'spend-points', 'spend-points', 'restore-points', 'wait'),
  points: fc.integer({ min: 1, max: 150 }),
});

function typedFor({ id, points }: Step, isNegative: boolean): RawInput {
  const count = String(id === 'adjust-points' && isNegative ? -points : points);
  const about =
    id === 'spend-points' || id === 'restore-points' ? { orderId: 'CMD-000001' } : { customerId: 'CLI-000001' };
  return { ...about, points: count, ...(id === 'spend-points' ? {} : { reason: 'Loi' }) };
}

function expectBooksBalance({ points, pointLots, customers }: WorkbookState): void {
  const own = points.rows.filter(({ customerId }) => customerId === 'CLI-000001');
  const sum = own.reduce((total, row) => total + row.points, 0);
  expect(customers.byId.get('CLI-000001')?.pointsBalance).toBe(sum);
  for (const { id, remaining } of pointLots.rows) {
    expect(
      own.filter(({ lotId }) => lotId === id).reduce((total, row) => total + row.points, 0),
      id,
    ).toBe(remaining);
    expect(remaining, id).toBeGreaterThanOrEqual(0);
  }
}

const rich: TestRows = { ...shop, orders: [order('CMD-000001', { totalCents: 1_000_000 })] };

test('law: whatever is done, the balance is the sum of the ledger, no spend goes below zero, the oldest expiry goes first, and undone last first all is as it was', () => {
  const done = new Map<string, number>();
  fc.assert(
    fc.property(fc.array(step, { minLength: 1, maxLength: 8 }), fc.boolean(), (steps, isNegative) => {
      const start = workbookOf(rich);
      let workbook = start;
      let today: Day = TODAY;
      const acts: { readonly act: Act; readonly today: Day }[] = [];
      for (const each of steps) {
        if (each.id === 'wait') {
          today = addDays(today, each.points * 2);
          continue;
        }
        const before = workbook;
        const next = actOf(workbook, each.id, typedFor(each, isNegative), today);
        if (next.refusals.length > 0) continue;
        workbook = next.workbook;
        acts.push({ act: next, today });
        done.set(each.id, (done.get(each.id) ?? 0) + 1);
        expectBooksBalance(workbook);
        if (each.id === 'spend-points') {
          expect(workbook.customers.byId.get('CLI-000001')?.pointsBalance).toBeGreaterThanOrEqual(0);
          expectOldestFirst(before, workbook, today);
        }
      }
      for (const { act: one, today: on } of acts.reverse()) {
        const undone = undoOf({ ...one, workbook }, on);
        expect(undone.refusals).toEqual([]);
        workbook = undone.workbook;
        expectBooksBalance(workbook);
      }
      expect(drawBalances(workbook)).toEqual(drawBalances(start));
      expect(drawLots(workbook).slice(0, 2)).toEqual(drawLots(start));
    }),
    { numRuns: 150, seed: 4 },
  );
  expect(Math.min(...done.values()), JSON.stringify([...done])).toBeGreaterThan(20);
});

/** A lot that was drawn on may leave something only when no live lot that expires earlier has anything left. */
function expectOldestFirst(before: WorkbookState, after: WorkbookState, today: Day): void {
  const live = after.pointLots.rows.filter(({ expiresOn }) => expiresOn > today);
  for (const drawn of live) {
    if ((before.pointLots.byId.get(drawn.id)?.remaining ?? 0) === drawn.remaining) continue;
    const earlier = live.filter(({ expiresOn, remaining }) => expiresOn < drawn.expiresOn && remaining > 0);
    expect(
      earlier.map(({ id }) => id),
      drawn.id,
    ).toEqual([]);
  }
}
