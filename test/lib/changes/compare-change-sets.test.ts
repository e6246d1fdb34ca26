// Whether what is planned again at commit is what a person saw.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { RowChange, RowUpdate } from '#lib/changes/change-set.ts';
import { sameChanges } from '#lib/changes/compare-change-sets.ts';
import { workbookAndChanges } from '#test/support/random-changes.ts';

const base: RowUpdate = {
  kind: 'update',
  table: 'hubs',
  id: 'HUB-000001',
  rowIndex: 2,
  group: 'g',
  cells: { name: { before: 'Atelier', after: 'Grenier' } },
};
const append: RowChange = { kind: 'append', table: 'hubs', id: 'HUB-000002', group: 'g', cells: { name: 'Cave' } };

describe('the same', () => {
  test('as itself, whatever it is', () => {
    fc.assert(
      fc.property(workbookAndChanges, ({ changes }) => {
        expect(sameChanges(changes, structuredClone(changes))).toBe(true);
      }),
    );
  });

  test.each<[string, RowChange, RowChange]>([
    ['when its row moved', base, { ...base, rowIndex: 9 }],
    [
      'an empty cell and empty text',
      { ...append, cells: { name: '' } } as RowChange,
      { ...append, cells: { name: null } } as RowChange,
    ],
    ['in another group', base, { ...base, group: 'h' }],
  ])('%s', (_, a, b) => {
    expect(sameChanges([a], [b])).toBe(true);
  });
});

describe('another', () => {
  test.each<[string, readonly RowChange[], readonly RowChange[]]>([
    ['after', [base], [{ ...base, cells: { name: { before: 'Atelier', after: 'Cave' } } }]],
    ['before', [base], [{ ...base, cells: { name: { before: 'Autre', after: 'Grenier' } } }]],
    ['row', [base], [{ ...base, id: 'HUB-000003' }]],
    ['table', [base], [{ ...base, table: 'lots' }]],
    ['column', [base], [{ ...base, cells: { note: { before: 'Atelier', after: 'Grenier' } } }]],
    ['cell more', [base], [{ ...base, cells: { ...base.cells, note: { before: null, after: 'x' } } }]],
    ['change more', [base], [base, append]],
    ['order', [base, append], [append, base]],
    ['kind', [base], [append]],
    ['value appended', [append], [{ ...append, cells: { name: 'Grenier' } } as RowChange]],
    ['place of a row without id', [{ ...base, id: null }], [{ ...base, id: null, rowIndex: 3 }]],
  ])('%s', (_, a, b) => {
    expect(sameChanges(a, b)).toBe(false);
  });
});
