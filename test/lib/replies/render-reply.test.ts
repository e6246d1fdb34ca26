// What a text says of the workbook: values in French figures, what is missing or too old named with its cell, nothing of
// somebody else.
import { describe, expect, test } from 'vitest';
import { firstNameOf } from '#lib/replies/first-name.ts';
import { renderReply } from '#lib/replies/render-reply.ts';
import { isOneSeason, monthsOf } from '#lib/replies/season.ts';
import { FIXED } from '#lib/text/fr/formats.ts';
import { fr } from '#lib/text/fr.ts';
import { contextOf, rendered, replyRows, replyShop, templateOf } from './reply-shop.ts';

const LEA = { customers: 'CLI-000001' };
const ORDER = { orders: 'CMD-000001' };

test.each([
  ['{{client.prenom}}', LEA, 'Léa'],
  ['{{points.solde}}', LEA, '500'],
  ['{{points.solde}}', { customers: 'CLI-000002' }, '0'],
  ['{{points.prochaineExpiration}}', LEA, '01/12/2027'],
  ['{{points.lienCatalogue}}', LEA, 'https://boutique.example/c?max=500'],
  ['{{points.dureeMois}} mois', {}, '18 mois'],
  ['{{formule.prixMensuel}}', {}, `18${FIXED}€`],
  ['{{formule.economie}}, soit {{formule.economiePart}}', {}, `36${FIXED}€, soit 17${FIXED}%`],
  ['{{abonnement.finPeriode}}', { subscriptions: 'sub_lea' }, '01/12/2026'],
  [
    '{{#abonnement.annuel}}annuel{{/abonnement.annuel}}{{^abonnement.annuel}}mensuel{{/abonnement.annuel}}',
    LEA,
    'mensuel',
  ],
  ['{{facture.montant}} le {{facture.nouvelEssai}}', { invoices: 'in_lea' }, `18${FIXED}€ le 24/11/2026`],
  ['{{ligne.produit}} chez {{envoi.partenaire}}', ORDER, 'confiture chez Rucher'],
  ['{{envoi.departPrevu}}', ORDER, '26/11/2026'], // ordered a week ago: counted from today
  [
    '{{#colis}}[{{contenu}}|{{origine}}|{{etat}}{{#enRetard}}|en retard{{/enRetard}}]{{/colis}}',
    ORDER,
    '[2 × miel|Lyon|en transit][1 × confiture|Rucher|à préparer|en retard]',
  ],
  ['{{produit.nom}} {{incident.points}}', { incidents: 'INC-000001', ...ORDER }, 'miel 50'],
  ['{{commande.id}}', { tickets: 'TIC-000001' }, 'CMD-000001'],
  ['{{commande.id}}', { lines: 'LIG-000003' }, 'CMD-000002'],
])('%s of %j is %s', (text, about, wanted) => {
  expect(rendered(replyShop(), text, about)).toMatchObject({ body: wanted, lacks: [] });
});

const withCustomer = (cells: object) => replyShop({ customers: [{ id: 'CLI-000001', name: 'Léa Roux', ...cells }] });
const withInvoice = (cells: object) => replyShop({ invoices: [{ ...replyRows.invoices?.[0], ...cells }] });
const mirrored = (night: string | null) =>
  replyShop({ system: night === null ? [] : [{ id: 'night.last_on', value: night }] });

describe('what is missing or too old is marked in the text and named with its cell', () => {
  test.each([
    ['{{client.prenom}}', withCustomer({ name: null }), LEA, 'cellule B3 : « Nom » est vide'],
    ['{{client.prenom}}', withCustomer({ name: '   ' }), LEA, 'cellule B3 : « Nom » est vide'],
    ['{{points.solde}}', withCustomer({}), LEA, 'onglet « Clients », cellule L3 : « Solde de points » est vide'],
    [
      '{{liens.portail}}',
      replyShop({}, { 'links.portal': '' }),
      {},
      'onglet « Réglages », cellule C3 : le réglage « links.portal » est vide',
    ],
    ['{{abonnement.finPeriode}}', mirrored('2026-11-20'), LEA, 'date de la nuit du 20/11/2026'],
    ['{{abonnement.finPeriode}}', mirrored(null), LEA, 'aucune nuit n’a encore été faite'],
    ['{{#abonnement.annuel}}a{{/abonnement.annuel}}', mirrored('2026-11-20'), LEA, 'cellule F3'],
    [
      '{{facture.graceJusquau}}',
      withInvoice({ graceUntil: '2026-11-22' }),
      { invoices: 'in_lea' },
      'dit le 22/11/2026, qui est passé : d’après Stripe',
    ],
    ['{{facture.nouvelEssai}}', withInvoice({ retryOn: null }), { invoices: 'in_lea' }, '« Nouvel essai » est vide'],
    ['{{envoi.lienSuivi}}', replyShop(), ORDER, 'onglet « Expéditions », cellule H4 : « Lien de suivi » est vide'],
    [
      '{{partenaire.secours}}',
      replyShop(),
      ORDER,
      'onglet « Partenaires », cellule N3 : « Partenaire de secours » est vide',
    ],
    ['{{formule.economie}}', replyShop({ plans: [] }), {}, 'il faut une formule mensuelle et une annuelle'],
    ['{{commande.id}}', replyShop(), { orders: 'CMD-000009' }, 'CMD-000009 n’est pas dans l’onglet « Commandes »'],
  ])('%s', (text, workbook, about, wanted) => {
    const { body, lacks } = rendered(workbook, text, about);
    expect(lacks).toHaveLength(1);
    expect(lacks[0]).toContain(wanted);
    expect(body).toMatch(text.startsWith('{{#') ? /^a$/ : /^\[à compléter : .+\]$/);
  });

  test('where the ticket names no order, its cell is the one to fill', () => {
    const workbook = replyShop({ tickets: [{ ...replyRows.tickets?.[0], orderId: null, customerId: null }] });
    expect(rendered(workbook, '{{commande.id}}', { tickets: 'TIC-000001' }).lacks).toEqual([
      'onglet « Tickets », cellule H3 : « Commande » est vide : remplissez la cellule.',
    ]);
  });

  test('of several open orders a person must name one', () => {
    const orders = (replyRows.orders ?? []).map((row) => ({ ...row, customerId: 'CLI-000001' }));
    const { lacks } = rendered(replyShop({ orders }), '{{commande.id}}', LEA);
    expect(lacks[0]).toContain('CMD-000001, CMD-000002');
  });
});

test.each([
  ['2026-11-18', 0],
  ['2026-11-17', 1],
] as const)('a parcel under way that was last seen on %s: %i problem', (trackedOn, count) => {
  const [first, second] = replyRows.shipments ?? [];
  const workbook = replyShop({ shipments: [{ ...first, shippedOn: '2026-11-10', trackedOn }, { ...second }] });
  const { lacks } = rendered(workbook, '{{#colis}}{{etat}}{{/colis}}', ORDER);
  expect(lacks).toHaveLength(count);
  if (count > 0) expect(lacks[0]).toContain('onglet « Expéditions », cellule I3');
});

test('a declared fallback says something else instead, and lacks nothing', () => {
  const text =
    '{{#envoi.lienSuivi}}Suivre : {{envoi.lienSuivi}}{{/envoi.lienSuivi}}{{^envoi.lienSuivi}}Bientôt.{{/envoi.lienSuivi}}';
  expect(rendered(replyShop(), text, ORDER)).toMatchObject({ body: 'Bientôt.', lacks: [] });
});

test('a sentence left out leaves no gap', () => {
  const text = 'A\n\n{{#envoi.lienSuivi}}\n{{envoi.lienSuivi}}\n{{/envoi.lienSuivi}}\n\nB';
  expect(rendered(replyShop(), text, ORDER).body).toBe('A\n\nB');
});

describe('nothing of somebody else', () => {
  test('an order of Paul is not told to Léa, whatever the ticket names', () => {
    const workbook = replyShop({ tickets: [{ ...replyRows.tickets?.[0], orderId: 'CMD-000002' }] });
    const { body, lacks } = rendered(workbook, '{{client.prenom}} {{commande.id}}', { tickets: 'TIC-000001' });
    expect(lacks).toEqual([expect.stringContaining('CMD-000002 est à CLI-000002, pas à CLI-000001')]);
    expect(body).not.toContain('CMD-000002');
  });

  test('an erased customer gets no reply', () => {
    const { lacks } = rendered(withCustomer({ erasedOn: '2026-11-01' }), 'Bonjour', LEA);
    expect(lacks).toEqual([expect.stringContaining('on ne lui écrit plus')]);
  });
});

test('what a cell holds is text: it is not rendered again, and stays on one line', () => {
  const workbook = withCustomer({ name: '{{points.solde}}\nBcc: a@b.fr x' });
  expect(rendered(workbook, '{{client.nom}}', LEA).body).toBe('{{points.solde}} Bcc: a@b.fr x');
});

test('a bonus given already is not announced again', () => {
  const shop = replyShop();
  const template = {
    subject: null,
    body: '{{#points.bonus}}{{points.bonus}} points{{/points.bonus}}{{^points.bonus}}rien{{/points.bonus}}',
  };
  expect(renderReply(contextOf(shop), template, ORDER).body).toBe('50 points');
  expect(renderReply(contextOf(shop), template, ORDER, { isBonusGiven: true }).body).toBe('rien');
  expect(renderReply(contextOf(shop, { 'points.delayBonus': 0 }), template, ORDER).body).toBe('rien');
});

test.each(Object.keys(fr.starterReplies) as (keyof typeof fr.starterReplies)[])('%s is whole in this shop', (id) => {
  const shop = replyShop();
  const about = { tickets: 'TIC-000001', incidents: 'INC-000001', invoices: 'in_lea' };
  const { subject, body, lacks } = rendered(shop, templateOf(shop, id).id, about);
  expect(lacks).toEqual([]);
  expect(`${subject}\n\n${body}`).toMatchSnapshot();
});

test.each([
  ['Léa Roux', 'Léa'],
  ['  Marie-Claire   Dupont ', 'Marie-Claire'],
  ['DUPONT Léa', 'Léa'],
  ['LÉA DUPONT', 'LÉA'],
  ['Léa', 'Léa'],
  ['Mme Roux', 'Mme Roux'],
  ['SARL Dupont', 'SARL Dupont'],
  ['Atelier des Trois Cols', 'Atelier des Trois Cols'],
])('%s is called %s', (name, called) => {
  expect(firstNameOf(name)).toBe(called);
});

test.each([
  ['5, 6, 7', [5, 6, 7], 'de mai à juillet'],
  ['9-11', [9, 10, 11], 'de septembre à novembre'],
  ['1, 12, 11', [11, 12, 1], 'de novembre à janvier'],
  ['11-2', [11, 12, 1, 2], 'de novembre à février'],
  ['4, 8', [4, 8], 'avril et août'],
  ['4-6', [4, 5, 6], 'd’avril à juin'],
  ['toute l’année', [], ''],
  ['13, 0, 5', [5], 'mai'],
  [null, [], ''],
])('the season « %s » is %j, said « %s »', (text, months, said) => {
  expect(monthsOf(text)).toEqual(months);
  expect(fr.replies.months(months, isOneSeason(months))).toBe(said);
});
