// Damaged, edited and hand-typed ledgers: what is put right, what freezes whom, and what is said.
import { expect, test } from 'vitest';
import { decodeTable } from '#lib/tables/definition/decode-table.ts';
import type { TableKey } from '#lib/tables/tables.ts';
import { fr } from '#lib/text/fr.ts';
import { raw, type TestRows, workbookOf } from '../../support/workbook-of.ts';
import { drawBalances, drawLots, invoice, monthly, runNight } from './points-night.ts';

const TODAY = '2026-11-22';
const earn1 = {
  id: 'PTS-000001',
  customerId: 'CLI-1',
  on: '2026-10-20',
  kind: 'earn',
  points: 100,
  lotId: 'LPT-000001',
  source: 'in_1',
} as const;
const lot1 = {
  id: 'LPT-000001',
  customerId: 'CLI-1',
  source: 'in_1',
  earnedOn: '2026-10-20',
  expiresOn: '2028-04-20',
  points: 100,
  remaining: 100,
} as const;
const earn2 = { ...earn1, id: 'PTS-000002', customerId: 'CLI-2', lotId: 'LPT-000002', source: 'in_2' } as const;
const lot2 = { ...lot1, id: 'LPT-000002', customerId: 'CLI-2', source: 'in_2' } as const;

/** Two customers with one earned invoice each, and a new invoice of both waiting. */
const shop = (over: TestRows = {}): TestRows => ({
  customers: [
    { id: 'CLI-1', pointsBalance: 100 },
    { id: 'CLI-2', pointsBalance: 100 },
  ],
  plans: [monthly],
  points: [earn1, earn2],
  pointLots: [lot1, lot2],
  invoices: [
    invoice('in_1', '2026-10-20'),
    invoice('in_2', '2026-10-20', { customerId: 'CLI-2' }),
    invoice('in_3', '2026-11-20'),
    invoice('in_4', '2026-11-20', { customerId: 'CLI-2' }),
  ],
  ...over,
});

const frozen = (place: string, customer: string) =>
  `${place} : les points de ${customer} sont gelés : rien n’est crédité, repris ni expiré tant que cette ligne n’est pas corrigée. Corrigez la cellule, la nuit suivante rattrape tout.`;

interface Damage {
  readonly title: string;
  readonly before: TestRows;
  /** Balances after the night: a frozen customer keeps 100, the other has 200. */
  readonly balances: readonly (number | null)[];
  readonly problems: readonly string[];
}

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
    title: 'a damaged plan row stops new earnings only, and is said once',
    before: shop({ plans: [{ ...monthly, priceCents: raw('dix-huit') }] }),
    balances: [100, 100],
    problems: [
      'onglet « Factures », cellule E5 : la formule FOR-1 est introuvable ou illisible : les points des factures payées qui la désignent ne sont pas crédités. Corrigez l’onglet « Formules », la nuit suivante rattrape tout.',
    ],
  },
  {
    title: 'a plan priced 0',
    before: shop({ plans: [{ ...monthly, priceCents: 0 }] }),
    balances: [100, 100],
    problems: [
      'onglet « Factures », cellule E5 : la formule FOR-1 a un prix nul : les points de ses factures payées ne peuvent pas être calculés. Tapez son prix dans l’onglet « Formules ».',
    ],
  },
  {
    title: 'a paid invoice of a subscription without a plan, and one without its day',
    before: shop({
      invoices: [invoice('in_5', '2026-11-20', { planId: null }), invoice('in_6', '2026-11-20', { paidOn: null })],
    }),
    balances: [100, 100],
    problems: [
      'onglet « Factures », cellule E3 : cette facture d’abonnement payée n’a pas de formule : ses points ne sont pas crédités. Ajoutez le prix Stripe de l’abonnement à une ligne de l’onglet « Formules », la nuit suivante rattrape tout.',
      'onglet « Factures », cellule I4 : cette facture est payée sans date de paiement : ses points ne sont pas crédités. Ouvrez-la dans Stripe et vérifiez son paiement.',
    ],
  },
  {
    title: 'an invoice in a state never seen keeps what stands for it',
    before: shop({ invoices: [invoice('in_1', '2026-10-20', { status: 'unknown', paidBackCents: 1800 })] }),
    balances: [100, 100],
    problems: [],
  },
  {
    title: 'an invoice that moved to another customer is not credited twice',
    before: shop({ invoices: [invoice('in_1', '2026-10-20', { customerId: 'CLI-2' })] }),
    balances: [100, 100],
    problems: [
      'onglet « Factures », cellule C3 : cette facture est à CLI-2, mais ses points ont été écrits chez CLI-1 : rien n’est changé. Corrigez le client de la facture ou ajustez les points des deux clients à la main.',
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

test.each(damages)('$title', ({ before, balances, problems }) => {
  const night = runNight(workbookOf(before), TODAY);
  expect(night.problems).toEqual(problems);
  expect(night.workbook.customers.rows.map((row) => row.pointsBalance)).toEqual(balances);
  expect(runNight(night.workbook, TODAY).changeSet.changes).toEqual([]);
});

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

test('a frozen customer catches up once the cell is corrected', () => {
  const damaged = runNight(workbookOf(shop({ points: [{ ...earn1, points: raw('12,5O') }, earn2] })), TODAY).workbook;
  const values = damaged.points.grid.values.map((row) => row.map((cell) => (cell === '12,5O' ? 100 : cell)));
  const { state } = decodeTable(damaged.points.table, { ...damaged.points.grid, values }, fr);
  const corrected = runNight({ ...damaged, points: state }, '2026-11-23');
  expect(corrected.problems).toEqual([]);
  expect(drawBalances(corrected.workbook)).toEqual(['CLI-1 200, 100 on 2028-04-20', 'CLI-2 200, 100 on 2028-04-20']);
});

const unusable: readonly TableKey[] = ['customers', 'plans', 'invoices', 'points', 'pointLots', 'facts'];

test.each(unusable)('without the tab %s nothing is planned and the step is said to be skipped', (key) => {
  const night = runNight(workbookOf(shop(), [key]), TODAY);
  expect(night.changeSet.changes).toEqual([]);
  expect(night.problems).toEqual([
    `l’étape « points de fidélité » n’a pas été faite : l’onglet « ${night.workbook[key].title} » est inutilisable. Corrigez-le d’abord.`,
  ]);
});

test('without the column that names lots or sources, nothing is planned: all would be earned again', () => {
  const sound = workbookOf(shop());
  for (const [key, name] of [
    ['points', 'lotId'],
    ['points', 'source'],
    ['invoices', 'paidOn'],
    ['facts', 'until'],
  ] as const) {
    const columnIndexOf = new Map([...sound[key].columnIndexOf].filter(([column]) => column !== name));
    const night = runNight({ ...sound, [key]: { ...sound[key], columnIndexOf } }, TODAY);
    expect(night.changeSet.changes).toEqual([]);
    expect(night.problems).toHaveLength(1);
  }
});
