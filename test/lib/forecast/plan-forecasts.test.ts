// What the night keeps in Produits, what the reorder sentence says of it, and what the card shows: on shops of a few rows.
import { describe, expect, test } from 'vitest';
import type { CardSection } from '#lib/actions/action.ts';
import { applyChanges } from '#lib/changes/apply.ts';
import { planForecasts } from '#lib/forecast/plan-forecasts.ts';
import { planShowForecast } from '#lib/forecast/show-forecast-action.ts';
import { messageOf } from '#lib/kernel/problem.ts';
import { planProposePurchases } from '#lib/stock/reorder/plan-propose-purchases.ts';
import { fr } from '#lib/text/fr.ts';
import { rowsAsText } from '../../support/rows-as-text.ts';
import { workbookOf } from '../../support/workbook-of.ts';
import { every, META, reorderShop, type ShopProduct } from '../stock/reorder/reorder-shop.ts';

/** Today is a Monday; sales are given by week, all on the Tuesday. */
const byWeek = (weeks: readonly number[]) => weeks.flatMap((units) => [0, units, 0, 0, 0, 0, 0]);
const steady = (units: number, weeks: number) => byWeek(every(units, weeks));

/** A few are left, so that no week was sold out. */
function nightOf(products: readonly ShopProduct[]) {
  const context = reorderShop(products.map((product) => ({ onHand: 4, ...product })));
  const plan = planForecasts(context);
  const next = { ...context, workbook: applyChanges(context.workbook, plan.changes, fr) };
  return { context, plan, next };
}

describe('kept by the night', () => {
  const { plan, next } = nightOf([
    { id: 'NEUF', sold: steady(2, 7) },
    { id: 'HUIT', sold: steady(2, 8) },
    { id: 'ARRETE', sold: byWeek([...every(6, 30), ...every(0, 6)]) },
    { id: 'ETE', sold: steady(2, 60), cells: { seasonalMonths: '6, 7, 8' } },
    { id: 'MARS', sold: steady(2, 120), cells: { seasonalMonths: '3' } },
    { id: 'SAISON', sold: steady(2, 20), cells: { seasonalMonths: 'été' } },
    { id: 'RETIRE', sold: steady(2, 20), cells: { active: false, weeklyDemand: 9, demandMethod: 'sba' } },
    { id: 'GOURDE', cells: { model: 'dropship', weeklyDemand: 9 } },
    { id: 'RIEN', onHand: 0 },
  ]);

  test('product | a week | method | error | of the simple average | bias', () => {
    const { rows } = next.workbook.products;
    const columns = ['id', 'weeklyDemand', 'demandMethod', 'demandError', 'simpleError', 'demandBias'] as const;
    expect(rowsAsText(rows, ...columns)).toEqual([
      'NEUF | - | - | - | - | -',
      // The eight weeks are learned from, none is left to test.
      'HUIT | 2 | simple_average | - | - | -',
      // 6 × 0.9⁶ = 3.19; off by 6 + 5.4 + … over 28 weeks = 1; the average by 6 × (13 + 12 + … + 8) / 13 = 1.04.
      'ARRETE | 3.19 | tsb | 1 | 1.04 | 1',
      // March: no summer day in the next four weeks.
      'ETE | 0 | simple_average | 0 | 0 | 0',
      // The eight weeks of two Marches are learned from.
      'MARS | 2 | simple_average | - | - | -',
      'SAISON | 2 | simple_average | 0 | 0 | 0',
      'RETIRE | - | - | - | - | -',
      'GOURDE | - | - | - | - | -',
      'RIEN | - | - | - | - | -',
    ]);
  });

  test('planned again it plans nothing, and the month that is none is said with its cell', () => {
    const again = planForecasts(next);
    expect(again.changes).toEqual([]);
    expect(plan.problems.map((found) => messageOf(found, fr))).toEqual([
      expect.stringMatching(/^onglet « Produits », cellule [A-Z]+8 : « été » n’est pas une liste de mois/),
    ]);
  });

  test('without readable movements last night’s forecasts stand', () => {
    const workbook = { ...next.workbook, movements: workbookOf({}, ['movements']).movements };
    expect(planForecasts({ ...next, workbook }).changes).toEqual([]);
  });
});

describe('the sum of a proposal says where its sales come from', () => {
  const reasonOf = (product: ShopProduct) => {
    const { next } = nightOf([product]);
    const plan = planProposePurchases(next, { productId: null, hubId: null }, META);
    return plan.changes.map(({ cells }) => cells.reason).join();
  };

  test.each<[string, ShopProduct, RegExp]>([
    ['too new: the average', { id: 'A', sold: steady(2, 7) }, /\(2 vendus par semaine, sur /],
    [
      'not tried yet',
      { id: 'A', sold: steady(2, 8) },
      /\(2 prévus par semaine \(moyenne simple, pas encore vérifiée\), sur /,
    ],
    ['tried', { id: 'A', sold: steady(2, 20) }, /\(2 prévus par semaine \(moyenne simple, erreur moyenne 0\), sur /],
    [
      'another method',
      { id: 'A', sold: byWeek([...every(6, 30), ...every(0, 6)]) },
      /\(3,2 prévus par semaine \(TSB, erreur moyenne 1 contre 1 pour la moyenne simple\), sur /,
    ],
  ])('%s', (_, product, said) => {
    expect(reasonOf(product)).toMatch(said);
  });
});

describe('the card', () => {
  const cardOf = (product: ShopProduct) => {
    const context = reorderShop([{ onHand: 4, ...product }]);
    const { effects, summary, refusals } = planShowForecast(context, { productId: product.id });
    const sections = effects.flatMap((effect) => (effect.kind === 'card' ? effect.sections : []));
    const lines = (section: CardSection) => section.items.map(({ label, value }) => `${label} : ${value}`);
    return { summary, refusals, sections: sections.map(lines) };
  };

  test('a product that has just stopped selling', () => {
    const { summary, sections } = cardOf({ id: 'ARRETE', sold: byWeek([...every(6, 30), ...every(0, 6)]) });
    expect(summary).toBe('ARRETE : 3,2 par semaine (TSB, erreur moyenne 1).');
    expect(sections[0]).toEqual([
      'Attendu par semaine : 3,2',
      'Méthode : TSB : taille et probabilité d’une vente',
      'Pourquoi : Elle s’est trompée de 1 par semaine en moyenne, la moyenne simple de 1,04.',
      'Allure des ventes : régulières',
      'Semaines prises en compte : 36',
      // Received on the Sunday at midnight.
      'Semaines mises de côté : 1',
    ]);
    expect(sections[1]?.[2]).toBe(
      'TSB : taille et probabilité d’une vente : 3,19 par semaine ; s’est trompée de 1 en moyenne ; 1 de trop par semaine dans l’ensemble (essayée sur 28 semaines)',
    );
    expect(sections[2]).toHaveLength(26);
    expect(sections[2]?.slice(5, 7)).toEqual(['Semaine du 19/01/2026 : 0 vendu', 'Semaine du 12/01/2026 : 6 vendus']);
  });

  test.each<[string, ShopProduct, RegExp]>([
    ['too new', { id: 'A', sold: steady(2, 7) }, /^A : 7 semaines de ventes seulement : rien n’est prévu avant 8/],
    ['seldom sold', { id: 'A', sold: byWeek([...every(0, 4), 12].flatMap((w) => [w])) }, /rien n’est prévu/],
  ])('%s', (_, product, said) => {
    expect(cardOf(product).summary).toMatch(said);
  });

  test('never received: refused', () => {
    expect(cardOf({ id: 'A', onHand: 0 }).refusals.map(({ code }) => code)).toEqual(['forecastNoSales']);
  });

  test('unknown: refused', () => {
    const { refusals } = planShowForecast(reorderShop([]), { productId: 'X' });
    expect(refusals.map(({ code }) => code)).toEqual(['stockRowUnknown']);
  });
});
