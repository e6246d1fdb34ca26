// Both policies on the same history: what the sentence says, what is refused, and that nothing is written.
import { describe, expect, test } from 'vitest';
import { messageOf } from '#lib/kernel/problem.ts';
import { planComparePolicies } from '#lib/stock/reorder/compare-policies-action.ts';
import { fr } from '#lib/text/fr.ts';
import { every, reorderShop, type ShopProduct } from './reorder-shop.ts';

const compare = (product: Partial<ShopProduct>, productId: string | null = null) =>
  planComparePolicies(reorderShop([{ id: 'MIEL', ...product }]), { productId });

describe('two a day for 30 weeks and the day of the receipt; the first 8 weeks are only learned from, 155 days are replayed', () => {
  const steady = { sold: every(2, 210), onHand: 40, cells: { targetStock: 60 } } as const;

  test('steady sales: the target’s 20 % comes too late for 14 days of delivery', () => {
    const plan = compare(steady);
    expect(plan.changes).toEqual([]);
    expect(plan.refusals).toEqual([]);
    expect(plan.summary).toMatch(
      /^MIEL, du 28\/09\/2025 au 01\/03\/2026\. Règle « selon le délai » : 0 jour en rupture sur 155, /,
    );
    const [, lost] = /selon le seuil.*?(\d+) ventes manquées/.exec(plan.summary) ?? [];
    expect(Number(lost)).toBeGreaterThan(0);
    expect(plan.effects).toMatchObject([{ kind: 'copy', label: 'Comparaison des règles de réassort' }]);
  });

  test('without a target stock only one policy can be replayed', () => {
    expect(compare({ ...steady, cells: {} }).summary).not.toContain('selon le seuil');
  });

  test('without a price no amount is shown', () => {
    expect(compare({ ...steady, offers: [{ purchasePriceCents: null }] }).summary).not.toContain('immobilisés');
  });
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
    'MIEL n’a aucun partenaire actif qui l’ait en stock : rien n’est proposé. Complétez l’onglet « Offres partenaires ».',
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
