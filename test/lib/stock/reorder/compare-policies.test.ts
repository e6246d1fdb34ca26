// Both policies on the same history: the figures, the sentence, what is refused, and that nothing is written.
import { describe, expect, test } from 'vitest';
import { addDays, type Day } from '#lib/kernel/day.ts';
import { messageOf } from '#lib/kernel/problem.ts';
import { comparePolicies } from '#lib/stock/reorder/compare-policies.ts';
import { planComparePolicies } from '#lib/stock/reorder/compare-policies-action.ts';
import type { DemandDay } from '#lib/stock/reorder/demand-history.ts';
import type { ProductsRow } from '#lib/tables/products.ts';
import { fr } from '#lib/text/fr.ts';
import { every, reorderShop, type ShopProduct } from './reorder-shop.ts';

const OFFER = { leadDays: 14, packSize: 1, minimum: 0, unitCostCents: 400 };
const FROM: Day = '2025-01-01';

function history(days: number, dayAt: (index: number) => Partial<DemandDay> = () => ({})): DemandDay[] {
  return Array.from({ length: days }, (_, index) => ({
    day: addDays(FROM, index),
    units: 2,
    stockedShare: 1,
    onHand: 60,
    ...dayAt(index),
  }));
}

function replayed(days: readonly DemandDay[], cells: ShopProduct['cells'] = {}) {
  const context = reorderShop([{ id: 'MIEL', cells: { targetStock: 60, ...cells } }]);
  const product = context.workbook.products.rows[0] as ProductsRow;
  return comparePolicies(context, product, OFFER, days);
}

describe('two a day, 14 days of delivery, reviewed each week, from 60 on the shelf; 8 weeks are only learned from', () => {
  test('20 % of 60 are 12, six days of sales: the shop is empty while it waits; by lead time never', () => {
    const found = replayed(history(56 + 140));
    expect(found).toMatchObject({ from: '2025-02-26', until: '2025-07-15' });
    const [leadTime, threshold] = found?.runs ?? [];
    expect(leadTime).toMatchObject({
      policy: 'lead_time',
      run: { days: 140, outDays: 0, lostUnits: 0, soldUnits: 280 },
    });
    // Ordered in the evenings of days 28, 63, 98 and 133 with 4, 12, 4 and 12 left, here 14 days later: 11 + 7 + 11 + 1 days out.
    expect(threshold).toMatchObject({ run: { outDays: 30, lostUnits: 60, soldUnits: 220, orders: 4 } });
    expect(threshold?.boundCents).toBeLessThan(leadTime?.boundCents ?? 0);
  });

  test('a stretch without stock is replayed at the average of the other days', () => {
    const gap = (index: number) => (index >= 80 && index < 100 ? { units: 0, stockedShare: 0, onHand: 0 } : {});
    expect(replayed(history(196, gap))?.runs[0]?.run).toMatchObject({ soldUnits: 280, lostUnits: 0 });
  });

  test('the days to come are not known: before sales double, both are alike', () => {
    const doubled = (index: number) => (index >= 150 ? { units: 4 } : {});
    const before = replayed(history(150))?.runs[0]?.run;
    const within = replayed(history(196, doubled).slice(0, 150))?.runs[0]?.run;
    expect(within).toEqual(before);
    expect(replayed(history(196, doubled))?.runs[0]?.run.soldUnits).toBeGreaterThan(280);
  });

  test('without a target stock only one policy can be replayed', () => {
    expect(replayed(history(196), { targetStock: null })?.runs.map(({ policy }) => policy)).toEqual(['lead_time']);
  });

  test('8 weeks to learn from and a cycle of 4 to judge: not one day less', () => {
    expect(replayed(history(84))).toBeNull();
    expect(replayed(history(85))?.runs[0]?.run.days).toBe(29);
  });
});

describe('the action', () => {
  const compare = (product: Partial<ShopProduct>, productId: string | null = null) =>
    planComparePolicies(reorderShop([{ id: 'MIEL', ...product }]), { productId });

  test('says the figures, copies them, and writes nothing', () => {
    const plan = compare({ sold: every(2, 100), cells: { targetStock: 60 }, offers: [{ purchasePriceCents: null }] });
    expect([plan.changes, plan.problems, plan.refusals]).toEqual([[], [], []]);
    // The shelf held all 200 from the start: 90 are left when the replay begins. By lead time 64 come on day 21: 44 + 64 × 25 ÷ 45.
    expect(plan.summary.replaceAll('\u202f', ' ')).toBe(
      'MIEL, du 16/01/2026 au 01/03/2026. ' +
        'Règle « selon le délai » : 0 jour en rupture sur 45, 0 vente manquée ; rotation 9,2 par an ; stock moyen 79,6 ; 2 achats. ' +
        'Règle « selon le seuil » : 0 jour en rupture sur 45, 0 vente manquée ; rotation 16,6 par an ; stock moyen 44 ; 1 achat.',
    );
    expect(plan.effects).toMatchObject([{ kind: 'copy', label: 'Comparaison des règles de réassort' }]);
  });

  test.each<[string, Partial<ShopProduct>, string | null, string]>([
    [
      '12 weeks are too few',
      { sold: every(2, 83) },
      null,
      'MIEL n’a pas assez d’histoire : il faut plus de 12 semaines de mouvements pour comparer.',
    ],
    [
      'no partner',
      { sold: every(2, 200), offers: [] },
      null,
      'MIEL n’a aucun partenaire actif qui l’ait en stock : rien n’est proposé. Complétez l’onglet « Produits par partenaire ».',
    ],
    [
      'no such product',
      {},
      'X',
      'X n’existe pas ou sa ligne est à corriger dans l’onglet « Produits ». Vérifiez l’identifiant.',
    ],
  ])('refused: %s', (_, product, productId, message) => {
    const plan = compare(product, productId);
    expect(plan.refusals.map((found) => messageOf(found, fr))).toEqual([message]);
    expect(plan.changes).toEqual([]);
  });
});
