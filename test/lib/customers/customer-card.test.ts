// The card of a person on the demo shop and on small ones: what presses first, the rows behind each line, nothing of others.
import { describe, expect, test } from 'vitest';
import type { CardSection } from '#lib/actions/action.ts';
import type { RowOf, WorkbookState } from '#lib/tables/tables.ts';
import { demoShop, demoWorkbook, LAST_DAY } from '../../demo/demo-workbook.ts';
import { actOf } from '../../support/act-of.ts';
import { type TestRows, workbookOf } from '../../support/workbook-of.ts';

const NOW = '2026-11-23T09:30:00Z';

function cardOf(workbook: WorkbookState, customerId: string): readonly CardSection[] {
  const { effects, changes, refusals } = actOf(workbook, 'customer-card', { customerId }, NOW);
  expect([changes, refusals]).toEqual([[], []]);
  return effects.flatMap((effect) => (effect.kind === 'card' ? effect.sections : []));
}
const drawn = (sections: readonly CardSection[]) =>
  sections.flatMap(({ title, items, empty }) => [
    `# ${title}`,
    ...(items.length === 0
      ? [`(${empty})`]
      : items.map(({ label, value, row }) => `${row?.id ?? ''} | ${label} | ${value}`)),
  ]);

const order: Partial<RowOf<'orders'>> = {
  orderedAt: '2026-11-18T10:00:00',
  status: 'partly_shipped',
  totalCents: 4200,
};
const shop: TestRows = {
  customers: [
    {
      id: 'CLI-000001',
      name: 'Camille Roux',
      email: 'camille@example.org',
      postalCode: '44000',
      city: 'Nantes',
      createdOn: '2026-01-05',
      pointsBalance: 160,
      nextExpiryOn: '2027-06-10',
      nextExpiryPoints: 60,
    },
    { id: 'CLI-000002', name: 'Noé Petit' },
  ],
  plans: [{ id: 'FOR-000001', name: 'Mensuel', priceCents: 1800, interval: 'month', points: 180 }],
  subscriptions: [
    { id: 'sub_0', customerId: 'CLI-000001', status: 'canceled', startedOn: '2025-01-05', endedOn: '2025-06-05' },
    {
      id: 'sub_1',
      customerId: 'CLI-000001',
      planId: 'FOR-000001',
      status: 'past_due',
      priceCents: 1800,
      startedOn: '2026-01-05',
      periodEndOn: '2026-12-05',
    },
    { id: 'sub_9', customerId: 'CLI-000002', status: 'active', startedOn: '2026-01-05' },
  ],
  requests: [{ id: 'DEM-000001', subscriptionId: 'sub_1', kind: 'pause', status: 'queued' }],
  invoices: [
    {
      ...{ id: 'in_1', customerId: 'CLI-000001', status: 'open', createdOn: '2026-11-18', attempts: 1 },
      ...{ totalCents: 1800, paidCents: 0, paidBackCents: 0, withheldCents: 0 },
      ...{ recovery: 'grace', graceUntil: '2026-11-25' },
    },
    {
      ...{
        id: 'in_0',
        customerId: 'CLI-000001',
        status: 'paid',
        createdOn: '2026-10-05',
        paidOn: '2026-10-05',
        attempts: 1,
      },
      ...{ totalCents: 1800, paidCents: 1800, paidBackCents: 0, withheldCents: 0 },
    },
  ],
  pointLots: [
    {
      id: 'LPT-000001',
      customerId: 'CLI-000001',
      earnedOn: '2025-12-10',
      expiresOn: '2027-06-10',
      points: 60,
      remaining: 60,
    },
    {
      id: 'LPT-000002',
      customerId: 'CLI-000001',
      earnedOn: '2025-05-10',
      expiresOn: '2026-11-10',
      points: 60,
      remaining: 60,
    },
    {
      id: 'LPT-000009',
      customerId: 'CLI-000002',
      earnedOn: '2025-12-10',
      expiresOn: '2027-06-10',
      points: 60,
      remaining: 60,
    },
  ],
  orders: [
    { ...order, id: 'CMD-000001', customerId: 'CLI-000001' },
    { ...order, id: 'CMD-000009', customerId: 'CLI-000002' },
  ],
  shipments: [
    { id: 'EXP-000001', orderId: 'CMD-000001', origin: 'hub', status: 'delivered' },
    { id: 'EXP-000002', orderId: 'CMD-000001', origin: 'partner', status: 'in_transit', promisedOn: '2026-11-24' },
    { id: 'EXP-000009', orderId: 'CMD-000009', origin: 'hub', status: 'in_transit' },
  ],
  tickets: [
    {
      id: 'TIC-000001',
      receivedAt: '2026-11-23T09:00:00',
      channel: 'chat',
      status: 'open',
      customerId: 'CLI-000001',
      subject: 'Où est mon miel ?',
    },
    { id: 'TIC-000009', receivedAt: '2026-11-23T09:00:00', channel: 'chat', status: 'open', customerId: 'CLI-000002' },
  ],
  incidents: [
    {
      id: 'INC-000001',
      kind: 'out_of_stock',
      status: 'open',
      openedOn: '2026-11-20',
      people: 'CLI-000007, CMD-000001',
    },
    { id: 'INC-000009', kind: 'quality', status: 'open', openedOn: '2026-11-20', customerId: 'CLI-000002' },
  ],
  repliesSent: [
    {
      id: 'ENV-000001',
      key: 'k1',
      customerId: 'CLI-000001',
      channel: 'email',
      status: 'sent',
      preparedAt: '2026-11-19T09:00:00',
      sentAt: '2026-11-19T10:00:00',
      subject: 'Votre commande',
    },
    {
      id: 'ENV-000009',
      key: 'k9',
      customerId: 'CLI-000002',
      channel: 'email',
      status: 'sent',
      preparedAt: '2026-11-19T09:00:00',
    },
  ],
};

test('everything of one person, what presses first, each line with its row', () => {
  expect(drawn(cardOf(workbookOf(shop), 'CLI-000001'))).toEqual([
    '# Qui',
    'CLI-000001 | Client | CLI-000001',
    ' | Nom | Camille Roux',
    ' | E-mail | camille@example.org',
    ' | Adresse | 44000 Nantes',
    ' | Créé le | 05/01/2026',
    '# Abonnement',
    'sub_1 | Mensuel | paiement en retard ; 18,00 € ; prochaine échéance le 05/12/2026',
    'DEM-000001 | Demande en attente | pause',
    'sub_0 | sub_0 | résilié ; terminé le 05/06/2025',
    '# Paiements',
    'in_1 | Échec de 18,00 € | délai de grâce jusqu’au 25/11/2026',
    'in_0 | Dernier paiement : 18,00 € | 05/10/2026',
    '# Points',
    'CLI-000001 | Solde | 160 points',
    'LPT-000001 | Expirent le 10/06/2027 | 60 points',
    '# Commandes',
    'CMD-000001 | CMD-000001 du 18/11/2026 | expédié en partie ; 42,00 €',
    'EXP-000002 | Colis EXP-000002 | en transit ; promis le 24/11/2026',
    '# Tickets',
    'TIC-000001 | TIC-000001 · Où est mon miel ? | première réponse : encore 30 min (avant le 23/11/2026 11:00)',
    '# Incidents',
    'INC-000001 | rupture · INC-000001 | ouvert ; 20/11/2026',
    '# Messages',
    'ENV-000001 | Votre commande | envoyé ; e-mail ; 19/11/2026 10:00',
  ]);
});

test('somebody of whom nothing is known has a card that says so', () => {
  const sections = cardOf(workbookOf({ customers: [{ id: 'CLI-000001' }] }), 'CLI-000001');
  expect(drawn(sections)).toEqual([
    '# Qui',
    'CLI-000001 | Client | CLI-000001',
    '# Abonnement',
    '(Aucun abonnement.)',
    '# Paiements',
    '(Aucun paiement d’abonnement.)',
    '# Points',
    'CLI-000001 | Solde | 0 points',
    '# Commandes',
    '(Aucune commande.)',
    '# Tickets',
    '(Aucun ticket.)',
    '# Incidents',
    '(Aucun incident.)',
    '# Messages',
    '(Aucun message.)',
  ]);
});

describe('it opens from any row about a person', () => {
  test.each([
    ['customers', 'CLI-000001'],
    ['orders', 'CMD-000001'],
    ['shipments', 'EXP-000002'],
    ['tickets', 'TIC-000001'],
    ['subscriptions', 'sub_1'],
    ['invoices', 'in_1'],
    ['pointLots', 'LPT-000001'],
    ['repliesSent', 'ENV-000001'],
  ] as const)('%s', (table, id) => {
    const { effects } = actOf(workbookOf(shop), 'customer-card', {}, NOW, { table, id });
    expect(effects[0]).toMatchObject({ kind: 'card', title: 'Camille Roux – CLI-000001' });
  });
});

test('on the demo shop every card is readable and every line leads to a row that is there', () => {
  const workbook = demoWorkbook(demoShop());
  let lines = 0;
  for (const { id } of workbook.customers.rows.slice(0, 60)) {
    const { effects } = actOf(workbook, 'customer-card', { customerId: id }, LAST_DAY);
    for (const { title, items, empty } of effects.flatMap((effect) =>
      effect.kind === 'card' ? effect.sections : [],
    )) {
      if (items.length === 0) expect(empty, title).not.toBe('');
      for (const { label, value, row } of items) {
        lines += 1;
        expect(`${label}|${value}`).not.toMatch(/undefined|null|NaN|^\||\|$| {2}/);
        if (row !== undefined) expect(workbook[row.table].byId.has(row.id), `${row.table} ${row.id}`).toBe(true);
      }
    }
  }
  expect(lines).toBeGreaterThan(500);
});
