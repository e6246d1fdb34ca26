// Without a tab or a column that points stand on, the night plans none of them and says so.
import { expect, test } from 'vitest';
import type { TableKey } from '#lib/tables/tables.ts';
import { workbookOf } from '../../support/workbook-of.ts';
import { shop, TODAY } from './damaged-shop.ts';
import { runNight } from './points-night.ts';

const unusable: readonly TableKey[] = ['customers', 'plans', 'invoices', 'points', 'pointLots', 'facts'];

test.each(unusable)('without the tab %s nothing is planned and the step is said to be skipped', (key) => {
  const night = runNight(workbookOf(shop(), [key]), TODAY);
  expect(night.changeSet.changes).toEqual([]);
  expect(night.problems).toEqual([
    `l’étape « points de fidélité » n’a pas été faite : l’onglet « ${night.workbook[key].title} » est inutilisable. Corrigez-le d’abord.`,
  ]);
});

test('without the column that names lots or sources, nothing is planned: all would be earned again', () => {
  const sound = workbookOf(shop());
  for (const [key, name] of [
    ['points', 'lotId'],
    ['points', 'source'],
    ['invoices', 'paidOn'],
    ['facts', 'until'],
  ] as const) {
    const columnIndexOf = new Map([...sound[key].columnIndexOf].filter(([column]) => column !== name));
    const night = runNight({ ...sound, [key]: { ...sound[key], columnIndexOf } }, TODAY);
    expect(night.changeSet.changes).toEqual([]);
    expect(night.problems).toHaveLength(1);
  }
});
