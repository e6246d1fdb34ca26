// The reorder point kept in Produits: by each policy, emptied where there is none, written once.
import { expect, test } from 'vitest';
import { planReorderPoints } from '#lib/stock/reorder/plan-reorder-points.ts';
import { rowsAsText } from '../../../support/rows-as-text.ts';
import { after, every, reorderShop } from './reorder-shop.ts';

test('each product has the point of its policy; planned again nothing changes', () => {
  const context = reorderShop([
    { id: 'DELAI', sold: every(2, 60), onHand: 60 },
    { id: 'SEUIL', sold: every(2, 60), cells: { reorderPolicy: 'threshold', targetStock: 50, thresholdRate: 0.15 } },
    { id: 'NOUVEAU', cells: { targetStock: 20 } },
    { id: 'INCONNU', cells: { reorderPoint: 9 } },
    { id: 'RETIRE', sold: every(2, 60), cells: { active: false, reorderPoint: 9 } },
    { id: 'DROPSHIP', cells: { model: 'dropship', reorderPoint: 9 } },
  ]);
  const plan = planReorderPoints(context);
  const next = after(context, { ...plan, refusals: [], summary: '', effects: [] });
  expect(rowsAsText(next.workbook.products.rows, 'id', 'reorderPoint')).toEqual([
    'DELAI | 84',
    'SEUIL | 7',
    'NOUVEAU | 4',
    'INCONNU | -',
    'RETIRE | -',
    'DROPSHIP | -',
  ]);
  expect(planReorderPoints(next).changes).toEqual([]);
});
