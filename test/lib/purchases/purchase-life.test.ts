// A purchase from its draft to its end, as the tab shows it, with what the partner is told.
import { describe, expect, test } from 'vitest';
import type { ActionPlan, Effect } from '#lib/actions/action.ts';
import { messageOf } from '#lib/kernel/problem.ts';
import { planCancelPurchase } from '#lib/purchases/plan-cancel-purchase.ts';
import { planChangeExpectedDay } from '#lib/purchases/plan-change-expected-day.ts';
import { planSendPurchase } from '#lib/purchases/plan-send-purchase.ts';
import { fr } from '#lib/text/fr.ts';
import { rowsAsText } from '../../support/rows-as-text.ts';
import { after, META, reorderShop, type ShopExtras } from '../stock/reorder/reorder-shop.ts';

const waiting = { partnerId: 'PAR-1', quantity: 24, unitCostCents: 400, bundle: 'ACH-1' } as const;
const purchases = [
  { ...waiting, id: 'ACH-1', productId: 'MIEL', status: 'draft', reason: 'un calcul' },
  { ...waiting, id: 'ACH-2', productId: 'SAVON', status: 'draft', quantity: 6 },
  { ...waiting, id: 'ACH-3', productId: 'SAVON', status: 'draft', bundle: 'ACH-3' },
  { ...waiting, id: 'ACH-4', productId: 'SAVON', status: 'draft', partnerId: 'PAR-2' },
  { ...waiting, id: 'ACH-5', productId: 'MIEL', status: 'sent', expectedOn: '2026-03-10', bundle: 'ACH-5' },
  {
    ...waiting,
    id: 'ACH-6',
    productId: 'SAVON',
    status: 'partly_received',
    receivedQuantity: 10,
    expectedOn: '2026-03-10',
    bundle: 'ACH-5',
  },
  { ...waiting, id: 'ACH-7', productId: 'SAVON', status: 'received', bundle: 'ACH-5' },
] as const;

const shop = (extras: ShopExtras = {}) =>
  reorderShop(
    [
      { id: 'MIEL', offers: [{ partnerSku: 'IL-250' }] },
      { id: 'SAVON', offers: [{ leadTimeDays: 2 }] },
    ],
    {
      purchases,
      ...extras,
    },
  );

const told = (plan: ActionPlan) => [...plan.refusals, ...plan.problems].map((found) => messageOf(found, fr));
const textOf = (effect: Effect | undefined) => (effect !== undefined && 'text' in effect ? effect.text : undefined);
const changed = (
  context: ReturnType<typeof shop>,
  plan: ActionPlan,
  ...columns: ('status' | 'expectedOn' | 'note' | 'sentOn' | 'hubId')[]
) => {
  const ids = new Set(plan.changes.map(({ id }) => id));
  return rowsAsText(
    after(context, plan).workbook.purchases.rows.filter(({ id }) => ids.has(id)),
    'id',
    ...columns,
  );
};

describe('sending', () => {
  const send = (context = shop(), input = {}) =>
    planSendPurchase(context, { purchaseId: 'ACH-1', expectedOn: null, mailDraft: true, ...input }, META);

  test('the rows of one bundle to one partner go together, each after its lead time', () => {
    const context = shop();
    const plan = send(context);
    expect(changed(context, plan, 'status', 'sentOn', 'expectedOn', 'hubId')).toEqual([
      'ACH-1 | sent | 2026-03-02 | 2026-03-16 | HUB-1',
      'ACH-2 | sent | 2026-03-02 | 2026-03-04 | HUB-1',
    ]);
    expect(plan.summary).toBe('ACH-1, ACH-2 : envoyés à Ilanga, attendus le 16/03/2026.');
    expect(told(plan)).toEqual([]);
  });

  test('the message is ready to copy, and a mail draft', () => {
    const plan = send();
    expect(plan.effects.map(({ kind }) => kind)).toEqual(['copy', 'mail-draft']);
    expect(plan.effects[1]).toMatchObject({ to: 'zoe@ilanga.example', subject: 'Commande ACH-1 – Make the CHANGE' });
    expect(textOf(plan.effects[0])?.replaceAll(' ', ' ')).toBe(
      [
        'Bonjour Zoé,',
        'Nous souhaitons vous commander :',
        '- 24 × MIEL (réf. IL-250) à 4,00 € HT – notre référence ACH-1\n- 6 × SAVON à 4,00 € HT – notre référence ACH-2',
        'Total : 120,00 € HT.\nLivraison souhaitée le 16/03/2026, à l’adresse : Hub de Lyon, 1 rue du Rucher, Lyon.\nPouvez-vous nous confirmer la quantité, le prix, la date de livraison et les dates (DDM ou DLC) des produits ?',
        'Merci et à bientôt,\nL’équipe Make the CHANGE',
      ].join('\n\n'),
    );
  });

  test('an urgent one asks for 48 hours, and says so first', () => {
    const plan = send(shop({ purchases: [{ ...purchases[0], urgent: true }] }));
    expect(plan.effects[1]).toMatchObject({ subject: 'URGENT – Commande ACH-1 – Make the CHANGE' });
    expect(textOf(plan.effects[0])).toContain('commander, en urgence :');
    expect(textOf(plan.effects[0])).toContain('au plus tard le 04/03/2026');
  });

  test('without an address there is the message to copy only, and it is said', () => {
    const plan = send(shop(), { purchaseId: 'ACH-4' });
    expect(plan.effects.map(({ kind }) => kind)).toEqual(['copy']);
    expect(told(plan)).toEqual([
      'Terre & Cie n’a pas d’adresse e-mail : le message est à copier. Remplissez « E-mail » dans « Partenaires » pour un brouillon.',
    ]);
  });

  test('a day given by hand is kept, for all of the bundle', () => {
    const context = shop();
    expect(changed(context, send(context, { expectedOn: '2026-03-20' }), 'expectedOn')).toEqual([
      'ACH-1 | 2026-03-20',
      'ACH-2 | 2026-03-20',
    ]);
  });

  test.each<[string, ShopExtras, object, string]>([
    [
      'sent already',
      {},
      { purchaseId: 'ACH-5' },
      'ACH-5 est « envoyé » : cette action n’y change rien. Choisissez un autre achat.',
    ],
    [
      'not there',
      {},
      { purchaseId: 'ACH-9' },
      'ACH-9 n’existe pas ou sa ligne est à corriger dans l’onglet « Achats ». Vérifiez l’identifiant.',
    ],
    [
      'a day that is past',
      {},
      { expectedOn: '2026-03-01' },
      'le 01/03/2026 est passé : indiquez un jour à venir, ou recevez l’achat s’il est arrivé.',
    ],
    [
      'a suspended partner',
      { partners: [{ id: 'PAR-1', name: 'Ilanga', status: 'suspended' }] },
      {},
      'Ilanga est « suspendu » : rien ne lui est envoyé. Changez le partenaire de l’achat ou l’état du partenaire.',
    ],
  ])('refused: %s', (_, extras, input, message) => {
    const plan = send(shop(extras), input);
    expect(plan.changes).toEqual([]);
    expect(told(plan)).toEqual([message]);
  });

  test('below the partner’s smallest amount: sent, and said', () => {
    const partners = [
      { id: 'PAR-1', name: 'Ilanga', status: 'active', email: 'a@b.example', minimumOrderCents: 20_000 },
    ] as const;
    expect(told(send(shop({ partners })))).toEqual([
      'Ilanga demande 200,00 € HT au moins par commande, les achats proposés font 120,00 € : complétez-les ou demandez une exception.',
    ]);
  });
});

describe('cancelling', () => {
  const cancel = (
    context: ReturnType<typeof shop>,
    purchaseId: string,
    wholeBundle = false,
    reason = 'rupture chez eux',
  ) => planCancelPurchase(context, { purchaseId, wholeBundle, reason }, META);

  test.each<[string, string, boolean, string[], string, number]>([
    ['a draft, quietly', 'ACH-1', false, ['ACH-1 | voided | Annulé : rupture chez eux'], 'ACH-1 : annulé.', 0],
    [
      'what was sent: the partner is told',
      'ACH-5',
      false,
      ['ACH-5 | voided | Annulé : rupture chez eux'],
      'ACH-5 : annulé.',
      1,
    ],
    [
      'received in part: what came stays, the rest is given up',
      'ACH-6',
      false,
      ['ACH-6 | received | Reliquat de 14 abandonné : rupture chez eux'],
      'ACH-6 : les 14 unités encore attendues sont abandonnées, ce qui est reçu reste.',
      1,
    ],
    [
      'the whole bundle, but not what is received',
      'ACH-5',
      true,
      ['ACH-5 | voided | Annulé : rupture chez eux', 'ACH-6 | received | Reliquat de 14 abandonné : rupture chez eux'],
      'ACH-5 : annulé. ACH-6 : les 14 unités encore attendues sont abandonnées, ce qui est reçu reste.',
      1,
    ],
  ])('%s', (_, purchaseId, wholeBundle, rows, summary, messages) => {
    const context = shop();
    const plan = cancel(context, purchaseId, wholeBundle);
    expect(changed(context, plan, 'status', 'note')).toEqual(rows);
    expect(plan.summary).toBe(summary);
    expect(plan.effects).toHaveLength(messages);
  });

  test('the message names what will not come', () => {
    expect(textOf(cancel(shop(), 'ACH-6').effects[0])).toContain('- 14 × SAVON');
  });

  test('order lines that wait for it are counted', () => {
    const lines = [{ id: 'LIG-1', orderId: 'CMD-1', productId: 'MIEL', quantity: 2, status: 'backordered' }] as const;
    expect(told(cancel(shop({ lines }), 'ACH-5'))).toEqual([
      '1 ligne de commande attend MIEL : la date promise n’est plus sûre. Répartissez à nouveau ce qui attend et prévenez les clients.',
    ]);
  });

  test('refused: received already, or without a reason', () => {
    expect(told(cancel(shop(), 'ACH-7'))).toEqual([
      'ACH-7 est « reçu » : cette action n’y change rien. Choisissez un autre achat.',
    ]);
    expect(told(cancel(shop(), 'ACH-1', false, ' '))).toEqual(['le motif manque : dites en quelques mots pourquoi.']);
  });
});

describe('another day', () => {
  const lines = [
    { id: 'LIG-1', orderId: 'CMD-1', productId: 'MIEL', quantity: 2, status: 'backordered', availableOn: '2026-03-11' },
    { id: 'LIG-2', orderId: 'CMD-1', productId: 'MIEL', quantity: 2, status: 'backordered', availableOn: '2026-03-25' },
  ] as const;
  const move = (
    context: ReturnType<typeof shop>,
    purchaseId: string,
    expectedOn: '2026-03-05' | '2026-03-20' | '2026-02-01',
  ) => planChangeExpectedDay(context, { purchaseId, expectedOn, reason: 'cure prolongée' }, META);

  test('the bundle moves together, with a note; lines told an earlier day are counted', () => {
    const context = shop({ lines });
    const plan = move(context, 'ACH-5', '2026-03-20');
    expect(changed(context, plan, 'expectedOn', 'note')).toEqual([
      'ACH-5 | 2026-03-20 | Attendu le 20/03/2026 au lieu du 10/03/2026 : cure prolongée',
      'ACH-6 | 2026-03-20 | Attendu le 20/03/2026 au lieu du 10/03/2026 : cure prolongée',
    ]);
    expect(plan.summary).toBe('ACH-5, ACH-6 : attendus le 20/03/2026 au lieu du 10/03/2026.');
    expect(told(plan)[0]).toMatch(/^1 ligne de commande/);
  });

  test('an earlier day worries nobody', () => {
    expect(told(move(shop({ lines }), 'ACH-5', '2026-03-05'))).toEqual([]);
  });

  test('refused: a draft, a day that is past', () => {
    expect(told(move(shop(), 'ACH-1', '2026-03-20'))).toHaveLength(1);
    expect(told(move(shop(), 'ACH-5', '2026-02-01'))[0]).toContain('est passé');
  });
});
