// Damaged and edited ledgers, lots and pauses: what is put right, what freezes whom, and what is said.
import { expect, test } from 'vitest';
import { decodeTable } from '#lib/tables/definition/decode-table.ts';
import { fr } from '#lib/text/fr.ts';
import { raw, type TestRows, workbookOf } from '../../support/workbook-of.ts';
import { type Damage, earn1, earn2, expectDamage, frozen, lot1, lot2, shop, TODAY } from './damaged-shop.ts';
import { drawBalances, drawLots, invoice, monthly, runNight } from './points-night.ts';

const damages: readonly Damage[] = [
  { title: 'nothing is wrong', before: shop(), balances: [200, 200], problems: [] },
  {
    title: 'a ledger row with a bad cell freezes its customer',
    before: shop({ points: [{ ...earn1, points: raw('12,5O') }, earn2] }),
    balances: [100, 200],
    problems: [frozen('onglet « Points », cellule E3', 'CLI-1')],
  },
  {
    title: 'a ledger id that stands twice freezes both customers',
    before: shop({ points: [earn1, { ...earn2, id: 'PTS-000001' }] }),
    balances: [100, 100],
    problems: [frozen('onglet « Points », cellule A3', 'CLI-1'), frozen('onglet « Points », cellule A4', 'CLI-2')],
  },
  {
    title: 'a ledger row without a customer freezes everyone',
    before: shop({ points: [{ ...earn1, customerId: raw('') }, earn2] }),
    balances: [100, 100],
    problems: [
      'onglet « Points », cellule B3 : cette ligne ne dit pas à quel client elle appartient : les points de tous les clients sont gelés. Remplissez la cellule « Client », la nuit suivante rattrape tout.',
    ],
  },
  {
    title: 'a lot id that stands twice freezes its customers',
    before: shop({ pointLots: [lot1, lot2, lot2] }),
    balances: [200, 100],
    problems: [
      frozen('onglet « Lots de points », cellule A4', 'CLI-2'),
      frozen('onglet « Lots de points », cellule A5', 'CLI-2'),
    ],
  },
  {
    title: 'a customer whose row stands twice is left alone',
    before: shop({ customers: [{ id: 'CLI-1', pointsBalance: 100 }, { id: 'CLI-2' }, { id: 'CLI-2' }] }),
    balances: [200],
    problems: [frozen('onglet « Clients », cellule A4', 'CLI-2'), frozen('onglet « Clients », cellule A5', 'CLI-2')],
  },
  {
    title: 'a pause that cannot be read freezes its customer: their points must not expire',
    before: shop({ facts: [{ id: 'pause_sub_1_2026-11-01', kind: 'pause', customerId: 'CLI-1', on: raw('hier') }] }),
    balances: [100, 200],
    problems: [frozen('onglet « Faits », cellule E3', 'CLI-1')],
  },
  {
    title: 'a portal visit that cannot be read freezes no one',
    before: shop({ facts: [{ id: 'evt_1', kind: 'portal_visit', customerId: 'CLI-1', on: raw('hier') }] }),
    balances: [200, 200],
    problems: [],
  },
  {
    title: 'an entry on a lot of someone else freezes both',
    before: shop({ points: [earn1, { ...earn2, lotId: 'LPT-000001' }] }),
    balances: [100, 100],
    problems: [
      'onglet « Points », cellule F4 : cette écriture de CLI-2 désigne le lot LPT-000001, qui appartient à CLI-1 : les points des deux clients sont gelés. Corrigez le client ou le lot de l’écriture.',
    ],
  },
  {
    title: 'a remaining typed over is put right from the ledger',
    before: shop({ pointLots: [{ ...lot1, remaining: 900 }, lot2] }),
    balances: [200, 200],
    problems: [
      'onglet « Lots de points », cellule G3 : le lot LPT-000001 annonçait 900 points restants, ses écritures en donnent 100 : il a été remis d’accord avec les écritures. Pour corriger des points, ajoutez une écriture, sans toucher aux lots.',
    ],
  },
  {
    title: 'a lot whose figures cannot be read is repaired from the ledger',
    before: shop({
      pointLots: [{ ...lot1, remaining: raw('cent'), expiresOn: raw('bientôt'), points: raw('') }, lot2],
    }),
    balances: [200, 200],
    problems: [
      'onglet « Lots de points », cellule G3 : le lot LPT-000001 annonçait ? points restants, ses écritures en donnent 100 : il a été remis d’accord avec les écritures. Pour corriger des points, ajoutez une écriture, sans toucher aux lots.',
    ],
  },
  {
    title: 'a lot whose customer and day are gone is repaired from its earning',
    before: shop({ pointLots: [{ ...lot1, customerId: raw(''), earnedOn: raw('?') }, lot2] }),
    balances: [200, 200],
    problems: [],
  },
  {
    title: 'a lot without a customer whose entries name two of them freezes everyone',
    before: shop({
      points: [earn1, { ...earn2, lotId: 'LPT-000001' }],
      pointLots: [
        { ...lot1, customerId: raw('') },
        { ...lot2, remaining: 0 },
      ],
    }),
    balances: [100, 100],
    problems: [
      'onglet « Lots de points », cellule B3 : cette ligne ne dit pas à quel client elle appartient : les points de tous les clients sont gelés. Remplissez la cellule « Client », la nuit suivante rattrape tout.',
      frozen('onglet « Points », cellule F3', 'CLI-1'),
      frozen('onglet « Points », cellule F4', 'CLI-2'),
    ],
  },
  {
    title: 'an entry on a lot that stands twice and is someone else’s freezes its customer too',
    before: shop({ points: [{ ...earn1, lotId: 'LPT-000002' }, earn2], pointLots: [lot2, lot2] }),
    balances: [100, 100],
    problems: [
      frozen('onglet « Lots de points », cellule A3', 'CLI-2'),
      frozen('onglet « Lots de points », cellule A4', 'CLI-2'),
      frozen('onglet « Points », cellule F3', 'CLI-1'),
    ],
  },
  {
    title: 'a lot whose row was deleted is made again under its id',
    before: shop({ pointLots: [lot2] }),
    balances: [200, 200],
    problems: [
      'onglet « Points », cellule F3 : le lot LPT-000001 n’avait plus de ligne dans l’onglet « Lots de points » : elle a été recréée d’après ses écritures. Vérifiez sa date de gain.',
    ],
  },
  {
    title: 'a customer that only the ledger knows is reported once',
    before: shop({ customers: [{ id: 'CLI-1', pointsBalance: 100 }] }),
    balances: [200],
    problems: [
      'onglet « Points », cellule B4 : le client CLI-2 n’existe pas dans l’onglet « Clients » : ses points ne sont pas tenus. Recréez sa ligne ou corrigez l’identifiant.',
    ],
  },
  {
    title: 'pauses without a customer, or that end before they begin',
    before: shop({
      facts: [
        { id: 'pause_1', kind: 'pause', on: '2026-11-01', until: '2026-11-05' },
        { id: 'pause_2', kind: 'pause', customerId: 'CLI-1', on: '2026-11-05', until: '2026-11-01' },
      ],
    }),
    balances: [200, 200],
    problems: [
      'onglet « Faits », cellule C3 : cette pause ne dit pas quel client elle concerne : elle ne prolonge aucun point. Remplissez la cellule « Client ».',
      'onglet « Faits », cellule F4 : cette pause finit (01/11/2026) avant de commencer (05/11/2026) : elle ne prolonge aucun point. Corrigez ses dates.',
    ],
  },
];

test.each(damages)('$title', expectDamage);

test.each<readonly [string, TestRows]>([
  [
    'figures',
    shop({ pointLots: [{ ...lot1, remaining: raw('cent'), expiresOn: raw('bientôt'), points: raw('') }, lot2] }),
  ],
  ['customer and day', shop({ pointLots: [{ ...lot1, customerId: raw(''), earnedOn: raw('?') }, lot2] })],
  ['whole row', shop({ pointLots: [lot2] })],
])('a repaired lot is as if nothing had happened: %s', (_, before) => {
  const { workbook } = runNight(workbookOf(before), TODAY);
  const { workbook: sound } = runNight(workbookOf(shop()), TODAY);
  expect(workbook.pointLots.setAside).toEqual([]);
  expect([...drawLots(workbook)].sort()).toEqual([...drawLots(sound)].sort());
});

test('a lot whose points cannot be read holds what was earned, not what was taken and given back besides', () => {
  const moves = { customerId: 'CLI-1', on: '2026-11-01', lotId: 'LPT-000001', source: 'in_1' } as const;
  const before = shop({
    points: [
      earn1,
      { ...moves, id: 'PTS-000003', kind: 'clawback', points: -50 },
      { ...moves, id: 'PTS-000004', kind: 'restore', points: 50 },
    ],
    pointLots: [{ ...lot1, points: raw('cent') }],
    invoices: [invoice('in_1', '2026-10-20')],
  });
  expect(drawLots(runNight(workbookOf(before), TODAY).workbook)).toEqual(['LPT-000001 100/100 → 2028-04-20']);
});

test('a lot never shows fewer points than it holds', () => {
  const before = shop({ pointLots: [{ ...lot1, points: 50 }, lot2], invoices: [] });
  expect(drawLots(runNight(workbookOf(before), TODAY).workbook)[0]).toBe('LPT-000001 100/100 → 2028-04-20');
});

test('an earning entry that was deleted is earned again, at today’s terms, in the lot that stands', () => {
  const before = shop({
    points: [earn2],
    plans: [{ ...monthly, points: 150 }],
    invoices: [invoice('in_1', '2026-10-20')],
  });
  const night = runNight(workbookOf(before), TODAY);
  expect(night.changeSet.problems.map((found) => found.code)).toEqual(['pointsLotDiffers']);
  expect(drawLots(night.workbook)[0]).toBe('LPT-000001 150/150 → 2028-04-20');
});

test('a frozen customer catches up once the cell is corrected', () => {
  const damaged = runNight(workbookOf(shop({ points: [{ ...earn1, points: raw('12,5O') }, earn2] })), TODAY).workbook;
  const values = damaged.points.grid.values.map((row) => row.map((cell) => (cell === '12,5O' ? 100 : cell)));
  const { state } = decodeTable(damaged.points.table, { ...damaged.points.grid, values }, fr);
  const corrected = runNight({ ...damaged, points: state }, '2026-11-23');
  expect(corrected.problems).toEqual([]);
  expect(drawBalances(corrected.workbook)).toEqual(['CLI-1 200, 100 on 2028-04-20', 'CLI-2 200, 100 on 2028-04-20']);
});
