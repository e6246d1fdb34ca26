// Reorder proposals as a shopkeeper would check them: the sales, the shelf, what is ordered, the sentence that says why.
// Usual figures: 2 a day; 10 working days from Monday 2 March end on 16 March (14 days), plus 7 days of review; buffer of
// 3 weeks; a cycle of 4 weeks. Point = 2×21 + 2×21 = 84, up to 84 + 56 = 140.
import { describe, expect, test } from 'vitest';
import { messageOf } from '#lib/kernel/problem.ts';
import { planProposePurchases } from '#lib/stock/reorder/plan-propose-purchases.ts';
import { fr } from '#lib/text/fr.ts';
import { workbookOf } from '../../../support/workbook-of.ts';
import { every, honey, META, propose, reorderShop, type ShopExtras, type ShopProduct } from './reorder-shop.ts';

describe('by lead time: point 84, up to 140', () => {
  test('the whole row, with its sum in one sentence', () => {
    const { purchases, summary, warnings } = propose([honey({ onHand: 60 })]);
    expect(purchases).toMatchObject([
      {
        id: 'ACH-000001',
        bundle: 'ACH-000001',
        partnerId: 'PAR-1',
        productId: 'MIEL',
        hubId: 'HUB-1',
        status: 'draft',
        urgent: false,
        quantity: 80,
        receivedQuantity: 0,
        unitCostCents: 400,
        createdOn: '2026-03-02',
        createdBy: 'ana@shop.fr',
        sentOn: null,
        expectedOn: '2026-03-16',
        actionId: 'ACT-1',
        reason:
          'Disponible 60 + commandé 0 = 60, au plus le point de commande 84 (14 vendus par semaine, sur 21 jours de délai et de revue 42, plus sécurité 42) : 80 pour remonter à 140.',
      },
    ]);
    expect(summary).toBe('1 achat proposé à 1 partenaire pour 320,00 € HT. Argent immobilisé : 240,00 € HT en stock.');
    expect(warnings).toEqual([]);
  });

  test.each<[string, ShopProduct, ShopExtras, string[]]>([
    ['above the point nothing is ordered', honey({ onHand: 85 }), {}, []],
    ['the trigger is inclusive', honey(), {}, ['ACH-000001 | MIEL | PAR-1 | 56 | false']],
    [
      'what is reserved is not available',
      honey({ onHand: 90, reserved: 6 }),
      {},
      ['ACH-000001 | MIEL | PAR-1 | 56 | false'],
    ],
    ['whole packs, rounded up', honey({ offers: [{ packSize: 24 }] }), {}, ['ACH-000001 | MIEL | PAR-1 | 72 | false']],
    [
      'the product’s own pack when the offer says none',
      honey({ cells: { packSize: 50 } }),
      {},
      ['ACH-000001 | MIEL | PAR-1 | 100 | false'],
    ],
    [
      'at least the minimum',
      honey({ offers: [{ minimumQuantity: 100 }] }),
      {},
      ['ACH-000001 | MIEL | PAR-1 | 100 | false'],
    ],
    [
      'the minimum in whole packs',
      honey({ offers: [{ minimumQuantity: 100, packSize: 24 }] }),
      {},
      ['ACH-000001 | MIEL | PAR-1 | 120 | false'],
    ],
    ['a product no longer sold is left alone', honey({ onHand: 0, cells: { active: false } }), {}, []],
    ['a dropship product is the partner’s stock', honey({ onHand: 0, cells: { model: 'dropship' } }), {}, []],
    [
      'the forecast kept in Produits wins: 7 a week, point 42, up to 70',
      honey({ onHand: 42, cells: { weeklyDemand: 7 } }),
      {},
      ['ACH-000001 | MIEL | PAR-1 | 28 | false'],
    ],
    [
      'no offer: the product’s own partner, 3 working days; point 62, up to 118',
      honey({ onHand: 62, cells: { partnerId: 'PAR-2' }, offers: [] }),
      {},
      ['ACH-000001 | MIEL | PAR-2 | 56 | false'],
    ],
    [
      'out of stock there until 9 March: 21 days, point 98, up to 154',
      honey({ onHand: 98, offers: [{ inStock: false, backOn: '2026-03-09' }] }),
      {},
      ['ACH-000001 | MIEL | PAR-1 | 56 | false'],
    ],
    [
      'a week of closure is a longer delay: 21 days, point 98, up to 154',
      honey({ onHand: 98 }),
      {
        partners: [
          {
            id: 'PAR-1',
            name: 'Ilanga',
            status: 'active',
            leadTimeDays: 10,
            closedFrom: '2026-03-03',
            closedUntil: '2026-03-09',
          },
        ],
      },
      ['ACH-000001 | MIEL | PAR-1 | 56 | false'],
    ],
    [
      'unsteady sales need more than the buffer: 84 at once every 42 days',
      // Over 21 days: none with (41/42)^21 = 60 %, one 84 with 31 %, two 168 with 7.6 %, together 98.8 %: 168 − 42 = 126.
      honey({ sold: [...every(0, 41), 84, ...every(0, 41), 84], onHand: 168 }),
      {},
      ['ACH-000001 | MIEL | PAR-1 | 56 | false'],
    ],
  ])('%s', (_, product, extras, expected) => {
    const { ordered, again } = propose([product], extras);
    expect(ordered).toEqual(expected);
    expect(again.changes).toEqual([]);
  });
});

describe('what is ordered already counts', () => {
  const sent = { id: 'ACH-000001', partnerId: 'PAR-1', productId: 'MIEL', quantity: 40, status: 'sent' } as const;

  test.each<[string, ShopExtras, string[]]>([
    ['sent', { purchases: [sent] }, ['ACH-000001 | MIEL | PAR-1 | 40 | -']],
    [
      'received in part: only the rest comes',
      { purchases: [{ ...sent, status: 'partly_received', receivedQuantity: 16 }] },
      ['ACH-000001 | MIEL | PAR-1 | 40 | -', 'ACH-000002 | MIEL | PAR-1 | 56 | false'],
    ],
    [
      'cancelled: nothing comes',
      { purchases: [{ ...sent, status: 'voided' }] },
      ['ACH-000001 | MIEL | PAR-1 | 40 | -', 'ACH-000002 | MIEL | PAR-1 | 80 | false'],
    ],
    ['a draft', { purchases: [{ ...sent, status: 'draft' }] }, ['ACH-000001 | MIEL | PAR-1 | 40 | -']],
    [
      'a draft that is too small is topped up, not doubled',
      { purchases: [{ ...sent, status: 'draft', quantity: 10 }] },
      ['ACH-000001 | MIEL | PAR-1 | 80 | false'],
    ],
    [
      'waiting lines have a claim on it',
      {
        purchases: [sent],
        lines: [{ id: 'LIG-1', orderId: 'CMD-1', productId: 'MIEL', quantity: 20, status: 'backordered' }],
      },
      ['ACH-000001 | MIEL | PAR-1 | 40 | -', 'ACH-000002 | MIEL | PAR-1 | 60 | false'],
    ],
  ])('%s', (_, extras, expected) => {
    const { ordered, again } = propose([honey({ onHand: 60 })], extras);
    expect(ordered).toEqual(expected);
    expect(again.changes).toEqual([]);
  });
});

describe('by threshold: 20 % of the target stock', () => {
  const plain = (onHand: number, cells: ShopProduct['cells'] = {}): ShopProduct =>
    honey({ onHand, cells: { reorderPolicy: 'threshold', targetStock: 50, ...cells } });

  test.each<[string, ShopProduct, string[]]>([
    ['above', plain(11), []],
    ['at the line: refilled to the target', plain(10), ['ACH-000001 | MIEL | PAR-1 | 40 | true']],
    ['the product’s own share', plain(15, { thresholdRate: 0.3 }), ['ACH-000001 | MIEL | PAR-1 | 35 | true']],
    ['0.2 × 35 is 7', plain(7, { targetStock: 35 }), ['ACH-000001 | MIEL | PAR-1 | 28 | true']],
    [
      'a new product without sales, although set to lead time',
      { id: 'MIEL', onHand: 2, cells: { targetStock: 20 } },
      ['ACH-000001 | MIEL | PAR-1 | 18 | true'],
    ],
  ])('%s', (_, product, expected) => {
    const { ordered, again } = propose([product]);
    expect(ordered).toEqual(expected);
    expect(again.changes).toEqual([]);
  });

  test('the sentence says which rule stood in', () => {
    const { purchases } = propose([{ id: 'MIEL', onHand: 2, cells: { targetStock: 20 } }]);
    expect(purchases[0]?.reason).toBe(
      'Urgent, à livrer pour le 04/03/2026 : disponible 2 + commandé 0 = 2, au plus le point de commande 4 (20 % de la cible 20, faute de ventes à observer) : 18 pour remonter à 20.',
    );
  });

  test('without a target nothing can be worked out, and it is said', () => {
    const { ordered, warnings } = propose([{ id: 'MIEL', onHand: 0 }]);
    expect(ordered).toEqual([]);
    expect(warnings).toEqual([
      'MIEL n’a ni stock cible ni assez de ventes observées : rien n’est proposé. Remplissez « Stock cible » dans « Produits ».',
    ]);
  });
});

describe('the red line makes an urgent purchase', () => {
  const backup = { partnerId: 'PAR-2', purchasePriceCents: 500, rank: 'backup' } as const;

  test.each<[string, ShopProduct, ShopExtras, string[]]>([
    ['above 20 % of what is aimed at (28)', honey({ onHand: 29 }), {}, ['ACH-000001 | MIEL | PAR-1 | 111 | false']],
    ['at it', honey({ onHand: 28 }), {}, ['ACH-000001 | MIEL | PAR-1 | 112 | true']],
    [
      'the backup partner when the first would come too late: 14 days against 10 in stock',
      honey({ onHand: 20, offers: [{}, backup] }),
      {},
      ['ACH-000001 | MIEL | PAR-2 | 120 | true'],
    ],
    [
      'the first when it comes in time: 14 days against 14 in stock',
      honey({ onHand: 28, offers: [{}, backup] }),
      {},
      ['ACH-000001 | MIEL | PAR-1 | 112 | true'],
    ],
    [
      'no hurry, no backup',
      honey({ onHand: 60, offers: [{}, backup] }),
      {},
      ['ACH-000001 | MIEL | PAR-1 | 80 | false'],
    ],
    [
      'the backup when the first has none',
      honey({ onHand: 60, offers: [{ inStock: false }, backup] }),
      {},
      // Its own delay counts: 3 days to Thursday, point 2×10 + 42 = 62, up to 118.
      ['ACH-000001 | MIEL | PAR-2 | 58 | false'],
    ],
  ])('%s', (_, product, extras, expected) => {
    const { ordered, again } = propose([product], extras);
    expect(ordered).toEqual(expected);
    expect(again.changes).toEqual([]);
  });

  test('everything is ordered already: the partner is to be reminded', () => {
    const { ordered, warnings } = propose([honey({ onHand: 5 })], {
      purchases: [
        { id: 'ACH-1', partnerId: 'PAR-1', productId: 'MIEL', quantity: 200, status: 'sent', expectedOn: '2026-03-05' },
      ],
    });
    expect(ordered).toHaveLength(1);
    expect(warnings).toEqual([
      'MIEL : 5 disponibles, sous la ligne rouge de 28. ACH-1 est attendu le 05/03/2026 : relancez le partenaire.',
    ]);
  });
});

test('a price nobody knows is said', () => {
  expect(propose([honey({ offers: [{ purchasePriceCents: null }] })]).warnings).toEqual([
    'le prix d’achat de MIEL chez Ilanga n’est pas connu : remplissez-le dans l’achat ou dans « Produits par partenaire ».',
  ]);
});

test('a draft that waits while the shelf empties becomes urgent, once', () => {
  const waiting = {
    id: 'ACH-1',
    partnerId: 'PAR-1',
    productId: 'MIEL',
    quantity: 200,
    status: 'draft',
    urgent: false,
  } as const;
  const { ordered, warnings, again } = propose([honey({ onHand: 5 })], { purchases: [waiting] });
  expect(ordered).toEqual(['ACH-1 | MIEL | PAR-1 | 200 | true']);
  expect(warnings).toEqual([
    'MIEL : 5 disponibles, sous la ligne rouge de 28. Le brouillon ACH-1 devient urgent : envoyez-le.',
  ]);
  expect(again.changes).toEqual([]);
});

test('refused: a product or a hub that is not there, a tab that is gone', () => {
  const context = reorderShop([honey()]);
  const told = (input: Parameters<typeof planProposePurchases>[1], shop = context) =>
    planProposePurchases(shop, input, META).refusals.map((found) => messageOf(found, fr));
  expect(told({ productId: 'X', hubId: 'Y' })).toEqual([
    'X n’existe pas ou sa ligne est à corriger dans l’onglet « Produits ». Vérifiez l’identifiant.',
    'Y n’existe pas ou sa ligne est à corriger dans l’onglet « Hubs ». Vérifiez l’identifiant.',
  ]);
  const without = { ...context, workbook: workbookOf({}, ['movements']) };
  expect(told({ productId: null, hubId: null }, without)).toEqual([
    'l’onglet « Mouvements » est inutilisable : rien n’est enregistré. Restaurez-le par Fichier › Historique des versions, ou lancez « ops init ».',
  ]);
});

test('one product at a time: the others are left alone', () => {
  const context = reorderShop([honey(), honey({ id: 'SAVON' })]);
  const plan = planProposePurchases(context, { productId: 'SAVON', hubId: 'HUB-1' }, META);
  expect(plan.changes).toMatchObject([{ cells: { productId: 'SAVON' } }]);
});

test('every product above its point: it says so', () => {
  expect(propose([honey({ onHand: 200 })]).summary).toBe(
    'Rien à commander : 1 produit examiné, tous au-dessus de leur point de commande ou déjà commandés. Argent immobilisé : 800,00 € HT en stock.',
  );
});

test('the money tied up counts what is ordered and still to come', () => {
  const sent = { partnerId: 'PAR-1', productId: 'MIEL', status: 'partly_received', quantity: 10 } as const;
  const purchases = [{ id: 'ACH-1', ...sent, receivedQuantity: 4, unitCostCents: 450 }];
  expect(propose([honey({ onHand: 200 })], { purchases }).summary).toMatch(
    /Argent immobilisé : 800,00\s€ HT en stock, 27,00\s€ HT en commande\.$/,
  );
});
