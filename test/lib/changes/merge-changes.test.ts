// Several plans on one row make one write a cell.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { RowChange, RowUpdate } from '#lib/changes/change-set.ts';
import { mergeChanges } from '#lib/changes/merge-changes.ts';
import { workbookAndChanges } from '#test/support/random-changes.ts';

const update = (cells: RowUpdate['cells'], id: string | null = 'HUB-000001'): RowUpdate => ({
  kind: 'update',
  table: 'hubs',
  id,
  rowIndex: 2,
  group: 'g',
  cells,
});
const append = (cells: Readonly<Record<string, string | number | null>>): RowChange => ({
  kind: 'append',
  table: 'hubs',
  id: 'HUB-000009',
  group: 'g',
  cells,
});

describe('merged changes', () => {
  test.each<[string, RowChange[], unknown]>([
    [
      'the first before and the last after stand',
      [update({ priority: { before: 1, after: 2 } }), update({ priority: { before: 2, after: 3 } })],
      [{ priority: { before: 1, after: 3 } }],
    ],
    [
      'a value set and set back is no change',
      [update({ priority: { before: 1, after: 2 } }), update({ priority: { before: 2, after: 1 } })],
      [],
    ],
    [
      'an update of a row appended before it is part of the append',
      [append({ name: 'Cave', priority: 1 }), update({ priority: { before: 1, after: 4 } }, 'HUB-000009')],
      [{ name: 'Cave', priority: 4 }],
    ],
    [
      'a row appended twice is one row, the later cells over the earlier',
      [append({ name: 'Cave', priority: 1 }), append({ priority: 2 })],
      [{ name: 'Cave', priority: 2 }],
    ],
    [
      'a row adopted and then updated by its new id is one update',
      [update({ id: { before: null, after: 'HUB-000007' } }, null), update({ priority: { before: null, after: 1 } })],
      [{ id: { before: null, after: 'HUB-000007' }, priority: { before: null, after: 1 } }],
    ],
  ])('%s', (_, changes, cells) => {
    expect(mergeChanges(changes).map((change) => change.cells)).toEqual(cells);
  });

  test('one change a row, and merging again changes nothing', () => {
    fc.assert(
      fc.property(workbookAndChanges, ({ changes }) => {
        const merged = mergeChanges(changes);
        const places = merged.map((change) =>
          change.kind === 'append' ? `${change.table}+${change.id}` : `${change.table}@${change.rowIndex}`,
        );
        expect(new Set(places).size).toBe(places.length);
        expect(mergeChanges(merged)).toEqual(merged);
      }),
    );
  });
});
