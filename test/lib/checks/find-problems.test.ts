// Everything wrong in the cells as they stand, and what is said of it beside the rows.
import { describe, expect, test } from 'vitest';
import { applyChanges } from '#lib/changes/apply.ts';
import { findProblems } from '#lib/checks/find-problems.ts';
import { planCheckRows } from '#lib/checks/plan-check-rows.ts';
import { parseSettings } from '#lib/settings/settings.ts';
import type { WorkbookState } from '#lib/tables/tables.ts';
import { fr } from '#lib/text/fr.ts';
import { clockAt } from '#test/support/clock-at.ts';
import { raw, type TestRows, workbookOf } from '#test/support/workbook-of.ts';

const found = (rows: TestRows, without: Parameters<typeof workbookOf>[1] = []) =>
  findProblems(workbookOf(rows, without), fr).map(({ code, at }) => `${code} ${at?.tab} ${at?.cell}`);

const order = {
  id: 'CMD-000001',
  orderedAt: '2026-11-20T10:00:00',
  customerId: 'CLI-000001',
  status: 'draft',
} as const;
const customers = [{ id: 'CLI-000001', name: 'Zoé' }];

describe('problems of cells', () => {
  test('a sound workbook has none', () => {
    expect(found({ hubs: [{ id: 'HUB-000001', name: 'Atelier' }], customers, orders: [order] })).toEqual([]);
  });

  test.each<[string, TestRows, string[]]>([
    [
      'a bad cell',
      { hubs: [{ id: 'HUB-000001', name: 'Atelier', priority: raw('beaucoup') }] },
      ['cellNotANumber Hubs G3'],
    ],
    ['a required cell empty', { hubs: [{ id: 'HUB-000001' }] }, ['cellRequired Hubs B3']],
    [
      'an id twice, at both rows',
      {
        hubs: [
          { id: 'HUB-000001', name: 'a' },
          { id: 'HUB-000001', name: 'b' },
        ],
      },
      ['idTwice Hubs A3', 'idTwice Hubs A4'],
    ],
    [
      'a reference to nothing',
      { customers, orders: [{ ...order, customerId: 'CLI-000009' }] },
      ['refToNothing Commandes C3'],
    ],
  ])('%s', (_, rows, problems) => {
    expect(found(rows)).toEqual(problems);
  });

  test('a reference to a row set aside is one to something', () => {
    const aside = [
      { id: 'CLI-000001', name: 'Zoé' },
      { id: 'CLI-000001', name: 'Zoé' },
    ];
    expect(found({ customers: aside, orders: [order] }).filter((text) => text.startsWith('ref'))).toEqual([]);
  });

  test('a reference out of a row set aside is checked too', () => {
    const rows = { customers, orders: [{ ...order, customerId: 'CLI-000009', status: raw('envolée') }] };
    expect(found(rows)).toEqual(['cellNotAChoice Commandes F3', 'refToNothing Commandes C3']);
  });

  test('references into a tab that is gone are not all wrong: the tab is', () => {
    expect(found({ orders: [order] }, ['customers'])).toEqual(['tabMissing undefined undefined']);
  });

  test('of thousands of copies of one id each name ten rows, so that they stay short', () => {
    const many = Array.from({ length: 5000 }, () => ({ id: 'HUB-000001', name: 'copie' }));
    const problems = findProblems(workbookOf({ hubs: many }), fr);
    expect(problems).toHaveLength(5000);
    expect(problems[4999]?.params.rows).toBe('3, 4, 5, 6, 7, 8, 9, 10, 11, 12…');
  });
});

describe('the column « Contrôle »', () => {
  const check = (workbook: WorkbookState) => {
    const { settings } = parseSettings(workbook.settings);
    const context = { workbook, clock: clockAt('2026-11-22'), settings, words: fr };
    const { changes, problems } = planCheckRows(context, findProblems(workbook, fr));
    expect(problems).toEqual([]);
    return { changes, after: applyChanges(workbook, changes, fr) };
  };

  test('says each problem of its row with its column, and is emptied when they are cured', () => {
    const bad = workbookOf({
      hubs: [
        { id: 'HUB-000001', name: 'Atelier', priority: raw('beaucoup'), cutOffHour: raw('midi') },
        { id: 'HUB-000002', name: 'Grenier', check: 'ancien' },
      ],
    });
    const { after } = check(bad);
    const [first, second] = after.hubs.rows;
    expect(first?.check).toMatch(/^G : « beaucoup ».* · I : « midi »/);
    expect(second?.check).toBeNull();
  });

  test('is written beside rows set aside as well', () => {
    const twice = [
      { id: 'HUB-000001', name: 'a' },
      { id: 'HUB-000001', name: 'b' },
    ];
    const { after } = check(workbookOf({ hubs: twice }));
    expect(after.hubs.setAside.map(({ cells }) => String(cells.check).slice(0, 3))).toEqual(['A :', 'A :']);
  });

  test('said once is not said again', () => {
    const bad = workbookOf({ hubs: [{ id: 'HUB-000001', name: 'Atelier', priority: raw('beaucoup') }] });
    const { after } = check(bad);
    expect(check(after).changes).toEqual([]);
  });
});
