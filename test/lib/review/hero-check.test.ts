// The three criteria of a hero product, each reached, missed or unknown, as the cell in Produits says them.
import { expect, test } from 'vitest';
import { applyChanges } from '#lib/changes/apply.ts';
import { checkHero, type HeroFigures, sayHeroCheck } from '#lib/review/hero-check.ts';
import { planHeroChecks } from '#lib/review/plan-hero-checks.ts';
import type { ProductsRow } from '#lib/tables/products.ts';
import { fr } from '#lib/text/fr.ts';
import { rowsAsText } from '../../support/rows-as-text.ts';
import { workbookOf } from '../../support/workbook-of.ts';
import { reviewShop } from './review-shop.ts';

const context = reviewShop();
const nothing: HeroFigures = { marginRate: null, rotation: null };

const spaces = (text: string) => text.replaceAll(' ', ' ');

test.each<[string, string, HeroFigures, Partial<ProductsRow>, string]>([
  [
    'all three',
    'MIEL',
    { marginRate: 0.55, rotation: 9.2 },
    {},
    'toute l’année ✓, marge 55 % ✓, rotation 9,2 par an ✓',
  ],
  [
    'the bars themselves are not above the bars',
    'MIEL',
    { marginRate: 0.5, rotation: 8 },
    {},
    'toute l’année ✓, marge 50 % ✗ (plus de 50 %), rotation 8 par an ✗ (plus de 8)',
  ],
  // 1 − 500 ÷ (2400 ÷ 1.2) = 75 %.
  [
    'nothing sold yet: the margin of the price list',
    'BAUME',
    nothing,
    {},
    'de saison ✗, marge estimée 75 % ✓, rotation pas encore mesurée ?',
  ],
  ['no offer', 'SAVON', nothing, {}, 'toute l’année ✓, marge inconnue ?, rotation pas encore mesurée ?'],
  // 1 − 1600 ÷ 2000 = 20 %, and 15 % more in stock.
  ['shipped by a partner', 'GOURDE', nothing, {}, 'Candidat : toute l’année ✓, marge estimée 35 % ✗ (plus de 50 %)'],
  [
    'months that are none',
    'GOURDE',
    nothing,
    { seasonalMonths: 'été' },
    'Candidat : mois de saison illisibles ?, marge estimée 35 % ✗ (plus de 50 %)',
  ],
  [
    'free',
    'MIEL',
    { marginRate: null, rotation: 9 },
    { priceCents: 0 },
    'toute l’année ✓, marge inconnue ?, rotation 9 par an ✓',
  ],
])('%s', (_, id, figures, cells, said) => {
  const product = { ...(context.workbook.products.byId.get(id) as ProductsRow), ...cells };
  expect(spaces(sayHeroCheck(context, checkHero(context, product, figures)))).toBe(said);
});

test('the night keeps it for every product on sale, and once', () => {
  const products = context.workbook.products.rows.map((row) => (row.id === 'SAVON' ? { ...row, active: false } : row));
  const shop = reviewShop({ products });
  const next = { ...shop, workbook: applyChanges(shop.workbook, planHeroChecks(shop).changes, fr) };
  expect(rowsAsText(next.workbook.products.rows, 'id', 'heroCheck').map((row) => row.slice(0, 20))).toEqual([
    'MIEL | toute l’année',
    'BAUME | de saison ✗,',
    'SAVON | -',
    'GOURDE | Candidat : ',
  ]);
  expect(planHeroChecks(next).changes).toEqual([]);
});

test('without readable orders last night’s words stand', () => {
  const workbook = { ...context.workbook, orders: workbookOf({}, ['orders']).orders };
  expect(planHeroChecks({ ...context, workbook }).changes).toEqual([]);
});
