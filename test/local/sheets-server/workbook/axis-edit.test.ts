// The arithmetic of inserted, deleted and moved rows, by laws and by example.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type AxisEdit, mapIndex, mapStretch } from '#local/sheets-server/workbook/axis-edit.ts';

const at = { sheetId: 0, dimension: 'ROWS' } as const;
const size = 30;
const index = fc.nat({ max: size - 1 });
const moves = fc
  .tuple(index, fc.integer({ min: 1, max: 6 }), fc.nat({ max: size }))
  .map(([start, count, to]) => ({ start, end: Math.min(start + count, size), to }))
  .filter(({ start, end, to }) => to < start || to > end)
  .map((move): AxisEdit => ({ ...at, kind: 'move', ...move }));

test('deleting what was inserted brings every index back', () => {
  fc.assert(
    fc.property(index, fc.integer({ min: 1, max: 9 }), index, (place, count, any) => {
      const moved = mapIndex({ ...at, kind: 'insert', at: place, count }, any) ?? Number.NaN;
      expect(mapIndex({ ...at, kind: 'delete', start: place, end: place + count }, moved)).toBe(any);
    }),
  );
});

test('a move is a permutation that keeps the block together', () => {
  fc.assert(
    fc.property(moves, (edit) => {
      const places = Array.from({ length: size }, (_, from) => mapIndex(edit, from));
      expect([...places].sort((a, b) => (a ?? 0) - (b ?? 0))).toEqual(
        Array.from({ length: size }, (_, place) => place),
      );
      if (edit.kind !== 'move') return;
      const block = places.slice(edit.start, edit.end);
      expect(block.every((place, offset) => place === (block[0] ?? 0) + offset)).toBe(true);
    }),
  );
});

test.each([
  ['insert inside', { kind: 'insert', at: 3, count: 2 }, [2, 5], [2, 7]],
  ['insert at the start', { kind: 'insert', at: 2, count: 2 }, [2, 5], [4, 7]],
  ['insert at the end', { kind: 'insert', at: 5, count: 2 }, [2, 5], [2, 5]],
  ['delete inside', { kind: 'delete', start: 3, end: 4 }, [2, 5], [2, 4]],
  ['delete across the start', { kind: 'delete', start: 0, end: 3 }, [2, 5], [0, 2]],
  ['delete across the end', { kind: 'delete', start: 4, end: 9 }, [2, 5], [2, 4]],
  ['delete all', { kind: 'delete', start: 1, end: 6 }, [2, 5], undefined],
  ['open end', { kind: 'delete', start: 0, end: 1 }, [2, Number.POSITIVE_INFINITY], [1, Number.POSITIVE_INFINITY]],
  ['move inside', { kind: 'move', start: 3, end: 4, to: 2 }, [2, 5], [2, 5]],
  ['move past it', { kind: 'move', start: 0, end: 1, to: 9 }, [2, 5], [1, 4]],
  ['move it', { kind: 'move', start: 2, end: 5, to: 9 }, [2, 5], [6, 9]],
] as const)('a stretch after %s', (_, edit, before, after) => {
  expect(mapStretch({ ...at, ...edit }, before[0], before[1])).toEqual(after);
});
