// What bounds a proposal besides its policy: what is sold before the date, and what one partner takes together. The figures
// are those of plan-propose-purchases.test.ts: 2 a day, point 84, up to 140.
import { describe, expect, test } from 'vitest';
import { rowsAsText } from '../../../support/rows-as-text.ts';
import { honey, propose } from './reorder-shop.ts';

describe('shelf life', () => {
  test('never more than is sold before the date', () => {
    // Sold until 14 days before a date 40 days after the arrival in 14 days: 2 × (14 + 40 − 14) = 80, less the 60 there.
    const { ordered, warnings, again } = propose([
      honey({ onHand: 60, cells: { shelfLifeDays: 40, dateKind: 'ddm' }, offers: [{ packSize: 6 }] }),
    ]);
    expect(ordered).toEqual(['ACH-000001 | MIEL | PAR-1 | 18 | false']);
    expect(warnings).toEqual(['MIEL : 18 proposés au lieu de 80, pour que tout soit vendu avant la date.']);
    expect(again.changes).toEqual([]);
  });

  test('a minimum above that: nothing, and why', () => {
    const { ordered, warnings } = propose([
      honey({ onHand: 60, cells: { shelfLifeDays: 40, dateKind: 'ddm' }, offers: [{ packSize: 24 }] }),
    ]);
    expect(ordered).toEqual([]);
    expect(warnings).toEqual([
      'MIEL : la plus petite commande chez Ilanga est de 24, il ne s’en vendrait que 20 avant la date : rien n’est proposé. Négociez un minimum plus bas ou tapez l’achat à la main.',
    ]);
  });

  test('units too near their date are not counted, and said', () => {
    // Delivered tomorrow, 14 days to keep: good until the 17th.
    const { purchases } = propose([honey({ onHand: 90, bestBeforeOn: '2026-03-16' })]);
    expect(purchases[0]?.quantity).toBe(140);
    expect(purchases[0]?.reason).toContain('disponible 0 (90 trop près de leur date, non comptés) + commandé 0 = 0');
  });
});

describe('what goes to one partner', () => {
  const partners = [
    { id: 'PAR-1', name: 'Ilanga', status: 'active', leadTimeDays: 10, minimumOrderCents: 60_000 },
  ] as const;

  test('shares a bundle, also with a draft that waits', () => {
    const { purchases } = propose([honey(), honey({ id: 'SAVON' })], {
      purchases: [
        { id: 'ACH-000007', bundle: 'ACH-000007', partnerId: 'PAR-1', productId: 'X', quantity: 1, status: 'draft' },
      ],
    });
    expect(rowsAsText(purchases, 'id', 'productId', 'bundle')).toEqual([
      'ACH-000007 | X | ACH-000007',
      'ACH-000008 | MIEL | ACH-000007',
      'ACH-000009 | SAVON | ACH-000007',
    ]);
  });

  test('is raised to its smallest amount, pack by pack where stock lasts least', () => {
    // 56 honey and 60 soaps at 4 € make 464 €; 136 € more are 34 units: packs of 10 to the honey (same cover, first), in turn.
    const { ordered, warnings, again } = propose(
      [honey({ offers: [{ packSize: 10 }] }), honey({ id: 'SAVON', offers: [{ packSize: 10 }] })],
      { partners },
    );
    expect(ordered).toEqual(['ACH-000001 | MIEL | PAR-1 | 80 | false', 'ACH-000002 | SAVON | PAR-1 | 70 | false']);
    expect(warnings).toEqual([]);
    expect(again.changes).toEqual([]);
  });

  test('says what is missing when the date forbids more', () => {
    const { warnings } = propose([honey({ cells: { shelfLifeDays: 70 } })], { partners });
    expect(warnings.at(-1)).toBe(
      'Ilanga demande 600,00 € HT au moins par commande, les achats proposés font 224,00 € : complétez-les ou demandez une exception.',
    );
  });
});
