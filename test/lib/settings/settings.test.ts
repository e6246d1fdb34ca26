// Réglages: every error at once, with its cell, and the default in its place; a text may be left empty, a number may not.
import { describe, expect, test } from 'vitest';
import { messageOf } from '#lib/kernel/problem.ts';
import { parseSettings } from '#lib/settings/settings.ts';
import { defaultSettings } from '#lib/tables/default-settings.ts';
import type { CellValue } from '#lib/tables/definition/column.ts';
import { fr } from '#lib/text/fr.ts';
import { raw, workbookOf } from '../../support/workbook-of.ts';

/** The default rows, with some values typed over. */
function parse(typed: Readonly<Record<string, CellValue>>, without: readonly string[] = []) {
  const rows = { ...defaultSettings, ...typed };
  const settings = Object.entries(rows)
    .filter(([id]) => !without.includes(id))
    .map(([id, value]) => ({ id, value: raw(value) }));
  return parseSettings(workbookOf({ settings }).settings);
}

test('the defaults pass their own rules', () => {
  expect(parse({})).toEqual({ settings: { ...defaultSettings }, problems: [] });
});

describe('a value that cannot be used gives way to the default', () => {
  /** setting | typed | code */
  test.each([
    ['points.delayBonus', 'cinquante', 'settingBad'],
    ['points.delayBonus', 12.5, 'settingBad'],
    ['points.delayBonus', -1, 'settingBad'],
    ['points.delayBonus', null, 'settingMissing'],
    ['stock.threshold', 20, 'settingBad'],
    ['stock.allowPartial', 'oui', 'settingBad'],
    ['support.chatHours', 0, 'settingBad'],
    ['shop.name', 12, 'settingBad'],
  ] as const)('%s = %j', (key, value, code) => {
    const { settings, problems } = parse({ [key]: value });
    expect(problems.map((found) => [found.code, found.params.key])).toEqual([[code, key]]);
    expect(problems[0]?.at?.cell).toMatch(/^C\d+$/);
    expect(settings).toEqual(defaultSettings);
  });
});

test('a shop that closes before it opens gets both hours back', () => {
  const { settings, problems } = parse({ 'support.openHour': 18, 'support.closeHour': 9 });
  expect(problems.map((found) => [found.code, found.params.key, found.params.expected])).toEqual([
    ['settingBad', 'support.closeHour', '> 18'],
  ]);
  expect(problems[0]?.at?.cell).toMatch(/^C\d+$/);
  expect(settings).toEqual(defaultSettings);
});

test('a text may be empty; a missing row may not', () => {
  expect(parse({ 'shop.name': null })).toMatchObject({ settings: { 'shop.name': '' }, problems: [] });
  const { settings, problems } = parse({}, ['shop.name']);
  expect(problems.map((found) => found.code)).toEqual(['settingMissing']);
  expect(settings['shop.name']).toBe(defaultSettings['shop.name']);
});

test('every error is said at once, in French, with its cure', () => {
  const { problems } = parse({ 'points.delayBonus': 'x', 'orders.cutOffHour': 99, 'points.pieges': 1 });
  expect(problems.map((found) => messageOf(found, fr).replace(/cellule [A-C]\d+/, 'cellule …'))).toEqual([
    'onglet « Réglages », cellule … : le réglage « points.delayBonus » vaut « x » ; attendu : 0–10000. La valeur par défaut 50 est utilisée en attendant.',
    'onglet « Réglages », cellule … : le réglage « orders.cutOffHour » vaut « 99 » ; attendu : 0–23. La valeur par défaut 14 est utilisée en attendant.',
    'onglet « Réglages », cellule … : le réglage « points.pieges » n’est pas connu ; il est ignoré. Supprimez la ligne ou corrigez sa clé.',
  ]);
});
