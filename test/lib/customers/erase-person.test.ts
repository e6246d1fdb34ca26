// The erasure of a person: what goes, what stays, what is refused, and what the Journal and the mirror keep of it afterwards.
import { describe, expect, test } from 'vitest';
import { planMirrorCustomers } from '#lib/billing/plan-mirror-customers.ts';
import { applyChanges } from '#lib/changes/apply.ts';
import { planBlankJournal } from '#lib/customers/plan-blank-journal.ts';
import { tables, type WorkbookState } from '#lib/tables/tables.ts';
import { fr } from '#lib/text/fr.ts';
import { actOf, undoOf } from '../../support/act-of.ts';
import { contextOn } from '../../support/billing-night.ts';
import { customerFact, factsOf } from '../../support/stripe-facts-of.ts';
import { raw, type TestRows, workbookOf } from '../../support/workbook-of.ts';

const TODAY = '2026-11-22';
const CAMILLE = {
  id: 'CLI-000001',
  name: 'Camille Roux',
  email: 'camille.roux@example.org',
  phone: '+33 6 12 34 56 78',
  address: '3 rue des Lilas',
  postalCode: '44000',
  city: 'Nantes',
  country: 'France',
  stripeCustomer: 'cus_1',
  note: 'Préfère le matin',
  pointsBalance: 50,
} as const;
const order = { orderedAt: '2026-06-01T10:00:00', status: 'delivered', totalCents: 500 } as const;
const ticket = { receivedAt: '2026-06-02T10:00:00', channel: 'email', status: 'resolved' } as const;
const reply = { channel: 'email', status: 'sent', preparedAt: '2026-06-02T11:00:00' } as const;
const shop: TestRows = {
  system: [{ id: 'night.last_on', value: '2026-11-22' }],
  customers: [CAMILLE, { id: 'CLI-000002', name: 'Noé Petit', email: 'noe@example.org' }],
  subscriptions: [{ id: 'sub_1', customerId: 'CLI-000001', status: 'canceled', startedOn: '2026-01-05' }],
  orders: [
    {
      ...order,
      id: 'CMD-000001',
      customerId: 'CLI-000001',
      shipName: 'Camille Roux',
      shipCity: 'Nantes',
      note: 'Code 12A',
    },
    { ...order, id: 'CMD-000002', customerId: 'CLI-000002', shipName: 'Noé Petit' },
  ],
  tickets: [
    { ...ticket, id: 'TIC-000001', customerId: 'CLI-000001', subject: 'Colis', message: 'Bonjour, ici Camille' },
    { ...ticket, id: 'TIC-000002', orderId: 'CMD-000001', message: 'Encore moi, 06 12 34 56 78' },
    { ...ticket, id: 'TIC-000003', customerId: 'CLI-000002', orderId: 'CMD-000001', message: 'Noé écrit' },
  ],
  repliesSent: [
    {
      ...reply,
      id: 'ENV-000001',
      key: 'TIC-000002/REP-SUIVI',
      ticketId: 'TIC-000002',
      recipient: 'camille.roux@example.org',
      body: 'Bonjour Camille',
      who: 'Léa',
    },
    {
      ...reply,
      id: 'ENV-000002',
      key: 'CMD-000001/REP-RETARD',
      orderId: 'CMD-000001',
      status: 'prepared',
      body: 'Bonjour Camille',
    },
    { ...reply, id: 'ENV-000003', key: 'x', customerId: 'CLI-000002', body: 'Bonjour Noé' },
  ],
  incidents: [
    {
      id: 'INC-000001',
      kind: 'quality',
      status: 'settled',
      openedOn: '2026-06-03',
      customerId: 'CLI-000001',
      summary: 'Pot cassé chez Camille',
      openedBy: 'Léa',
    },
  ],
  points: [
    { id: 'PTS-000001', customerId: 'CLI-000001', on: '2026-06-10', kind: 'bonus', points: 50, lotId: 'LPT-000001' },
  ],
  pointLots: [
    {
      id: 'LPT-000001',
      customerId: 'CLI-000001',
      earnedOn: '2026-06-10',
      expiresOn: '2027-12-10',
      points: 50,
      remaining: 50,
    },
  ],
};
const erase = (workbook: WorkbookState, confirmation = 'cli-000001') =>
  actOf(workbook, 'erase-person', { customerId: 'CLI-000001', confirmation }, TODAY);

/** Every cell of every tab that holds something of Camille's, as tab!column id. */
function traces(workbook: WorkbookState): string[] {
  const telling = /camille|roux|lilas|12 34 56 78|nantes|12A|matin/i;
  return Object.values(tables).flatMap(({ key }) => {
    const state = workbook[key];
    return (state.rows as readonly { readonly id: string; readonly rowIndex: number }[]).flatMap(({ id, rowIndex }) =>
      Object.entries(state.rawOf(rowIndex)).flatMap(([name, cell]) =>
        telling.test(String(cell)) ? [`${key}!${name} ${id}`] : [],
      ),
    );
  });
}

test('nothing personal is left in any tab, the Journal of the erasure included; ids, amounts and points stay', () => {
  const start = workbookOf(shop);
  expect(traces(start).length).toBeGreaterThan(12);
  const { workbook, summary, refusals } = erase(start);
  expect(refusals).toEqual([]);
  expect(summary).toContain('CLI-000001 est effacé : ');
  expect(traces(workbook)).toEqual([]);
  expect(workbook.customers.byId.get('CLI-000001')).toMatchObject({
    name: 'Client effacé',
    email: null,
    erasedOn: TODAY,
    country: 'France',
    stripeCustomer: 'cus_1',
    pointsBalance: 50,
  });
  expect(workbook.orders.byId.get('CMD-000001')).toMatchObject({ customerId: 'CLI-000001', totalCents: 500 });
  expect(workbook.points.rows).toEqual(start.points.rows);
  expect(workbook.pointLots.rows).toEqual(start.pointLots.rows);
});

test('rows of others, and who of the team acted, stay as they are; a message not sent is put out of use', () => {
  const start = workbookOf(shop);
  const { workbook } = erase(start);
  for (const [key, id] of [
    ['orders', 'CMD-000002'],
    ['tickets', 'TIC-000003'],
    ['repliesSent', 'ENV-000003'],
  ] as const)
    expect(workbook[key].byId.get(id)).toEqual(start[key].byId.get(id));
  expect(workbook.incidents.rows[0]).toMatchObject({ openedBy: 'Léa', summary: null });
  expect(workbook.repliesSent.rows.map(({ status, who }) => [status, who])).toEqual([
    ['sent', 'Léa'],
    ['voided', null],
    ['sent', null],
  ]);
});

describe('refused', () => {
  const subscription = { id: 'sub_1', customerId: 'CLI-000001', startedOn: '2026-01-05' } as const;
  test.each<[string, TestRows, string | undefined, string]>([
    ['another id typed', {}, 'CLI-000002', 'Retapez le numéro'],
    [
      'a subscription that runs',
      { subscriptions: [{ ...subscription, status: 'collection_paused' }] },
      undefined,
      'court encore',
    ],
    [
      'an order under way',
      { orders: [{ ...order, id: 'CMD-000001', customerId: 'CLI-000001', status: 'shipped' }] },
      undefined,
      'CMD-000001 est encore en cours',
    ],
    [
      'an open ticket',
      { tickets: [{ ...ticket, id: 'TIC-000001', customerId: 'CLI-000001', status: 'open' }] },
      undefined,
      'TIC-000001 est encore en cours',
    ],
    [
      'a request that waits',
      { requests: [{ id: 'DEM-000001', subscriptionId: 'sub_1', kind: 'cancel', status: 'queued' }] },
      undefined,
      'DEM-000001 est encore en cours',
    ],
    [
      'a row that cannot be read and so not written',
      {
        tickets: [{ ...ticket, id: 'TIC-000001', customerId: 'CLI-000001', message: 'Camille', status: raw('fini ?') }],
      },
      undefined,
      'un effacement est entier ou n’est pas',
    ],
    [
      'erased already',
      { customers: [{ ...CAMILLE, erasedOn: '2026-10-01' }] },
      undefined,
      'déjà effacé depuis le 01/10/2026',
    ],
  ])('%s', (_, rows, confirmation, text) => {
    const refused = erase(workbookOf({ ...shop, ...rows }), confirmation);
    expect(refused.refusals.join()).toContain(text);
    expect(refused.changes).toEqual([]);
  });

  test('a cell that holds a formula of a person refuses the whole', () => {
    const formula = { raw: 'Camille', formula: true };
    const refused = erase(workbookOf({ ...shop, customers: [{ ...CAMILLE, name: formula }] }));
    expect(refused.refusals.join()).toContain('contient une formule');
  });

  test('its undo', () => {
    const undone = undoOf(erase(workbookOf(shop)), TODAY);
    expect(undone.refusals.join()).toContain('un effacement est définitif');
    expect(undone.changes).toEqual([]);
  });
});

test('what stands elsewhere, in Stripe and in Google’s history is told', () => {
  const stray = { ...ticket, id: 'TIC-000009', message: 'De : CAMILLE.ROUX@example.org' };
  const { warnings } = erase(workbookOf({ ...shop, tickets: [...(shop.tickets ?? []), stray] }));
  expect(warnings[0]).toMatch(/^1 autre cellule contient .* Tickets [A-Z]+6\./);
  expect(warnings.join()).toContain('cus_1');
  expect(warnings.join()).toContain('historique des versions');
});

/** Camille and Noé corrected by hand in one action, then Camille erased. */
function journalled(): WorkbookState {
  const start = workbookOf(shop);
  const updates = [
    ['customers', 'CLI-000001', 2, { name: ['Camile Roux', 'Camille Roux'] }],
    ['customers', 'CLI-000002', 3, { name: ['Noe Petit', 'Noé Petit'] }],
    ['tickets', null, 5, { message: ['', 'Encore moi, 06 12 34 56 78'] }],
  ];
  const row = {
    id: 'JRN-000001',
    actionId: 'a-1',
    part: 1,
    at: '2026-06-01T10:00:00Z',
    action: 'Correction',
    updates: JSON.stringify([['tickets', null, 5, { id: ['', 'TIC-000002'] }]]),
    personal: JSON.stringify(updates),
  } as const;
  const halves = [
    { ...row, id: 'JRN-000002', actionId: 'a-2', updates: null, personal: row.personal.slice(0, 60) },
    { ...row, id: 'JRN-000003', actionId: 'a-2', part: 2, updates: null, personal: row.personal.slice(60) },
    { ...row, id: 'JRN-000004', actionId: 'a-3', updates: null, personal: '[["customers","CLI-000001",2,{"na' },
    { ...row, id: 'JRN-000005', actionId: 'a-4', updates: null, personal: JSON.stringify([updates[1]]) },
  ] as const;
  const journal = workbookOf({ journal: [row, ...halves] }).journal;
  return erase({ ...start, journal }).workbook;
}

test('the night empties the Journal of the person, however it is cut up, and keeps what concerns others', () => {
  const before = journalled();
  const { changes } = planBlankJournal(contextOn(before, '2026-11-23'));
  const after = applyChanges(before, changes, fr);
  expect(after.journal.rows.map(({ id, personal }) => `${id} ${personal ?? '-'}`)).toEqual([
    'JRN-000001 [["customers","CLI-000002",3,{"name":["Noe Petit","Noé Petit"]}]]',
    'JRN-000002 [["customers","CLI-000002",3,{"name":["Noe Petit","Noé Petit"]}],["tickets",null,5,{"message":["","Encore moi, 06 12 34 56 78"]}]]',
    'JRN-000003 -',
    'JRN-000004 -',
    'JRN-000005 [["customers","CLI-000002",3,{"name":["Noe Petit","Noé Petit"]}]]',
    'JRN-000006 -',
  ]);
  expect(planBlankJournal(contextOn(after, '2026-11-23')).changes).toEqual([]);
});

test('a person erased before the last night was seen by it: the Journal is not looked through again', () => {
  const before = journalled();
  const system = workbookOf({ system: [{ id: 'night.last_on', value: '2026-11-23' }] }).system;
  expect(planBlankJournal(contextOn({ ...before, system }, '2026-11-24')).changes).toEqual([]);
});

test('the mirror of Stripe does not bring anything back', () => {
  const { workbook } = erase(workbookOf(shop));
  const facts = factsOf({ customers: [customerFact('cus_1', { name: 'Camille Roux', email: CAMILLE.email })] });
  expect(planMirrorCustomers(contextOn(workbook, TODAY), facts).changes).toEqual([]);
});
