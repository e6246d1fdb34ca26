// What a killed program left astray, found by the next run in the Journal: put right where the Journal knows both rows,
// reported where it does not, and left alone where it can have come about otherwise.
import { describe, expect, test } from 'vitest';
import { applyChanges } from '#lib/changes/apply.ts';
import type { RowUpdate } from '#lib/changes/change-set.ts';
import type { JournalEntry } from '#lib/changes/journal.ts';
import { planJournalRepair } from '#lib/changes/plan-journal-repair.ts';
import type { CellValue } from '#lib/tables/definition/column.ts';
import { type TableKey, tables, type WorkbookState } from '#lib/tables/tables.ts';
import { fr } from '#lib/text/fr.ts';
import { workbookOf } from '#test/support/workbook-of.ts';
import { headOf } from '#test/support/write-like-a-program.ts';

const ranges = { hubs: Object.fromEntries(Object.keys(tables.hubs.columns).map((name, index) => [name, index])) };
type Cells = Readonly<Record<string, readonly [CellValue, CellValue]>>;
const entry = (actionId: string, ...updates: (readonly [TableKey, string, number, Cells])[]): JournalEntry => ({
  ...headOf(actionId),
  updates,
  appended: {},
  ranges,
});
const hubs = (...priorities: readonly (readonly [number, number])[]): WorkbookState =>
  workbookOf({ hubs: priorities.map(([id, priority]) => ({ id: `HUB-00000${id}`, name: `Hub ${id}`, priority })) });
const HUB1 = 'HUB-000001';
const HUB2 = 'HUB-000002';

// A row was inserted above, or rows were sorted, while « a » wrote 9 for hub 1 to its old row, 0-based 2: there is hub 2 now.
const meant = entry('a', ['hubs', HUB1, 2, { priority: [1, 9] }]);

describe('a write that went astray', () => {
  test('is put right in both rows, where an earlier entry tells what the other row held', () => {
    const earlier = entry('0', ['hubs', HUB2, 3, { priority: [1, 2] }]);
    const { changes, problems } = planJournalRepair([earlier, meant], hubs([2, 9], [1, 1]));
    expect(problems).toEqual([]);
    const after = applyChanges(hubs([2, 9], [1, 1]), changes, fr);
    expect(after.hubs.rows.map(({ id, priority }) => [id, priority])).toEqual([
      [HUB2, 2],
      [HUB1, 9],
    ]);
    expect(new Set(changes.map((change) => (change as RowUpdate).group)).size).toBe(1);
    expect(planJournalRepair([earlier, meant], after)).toEqual({ changes: [], problems: [] });
  });

  test('is reported with its cell, where nothing tells what the other row held', () => {
    const { changes, problems } = planJournalRepair([meant], hubs([2, 9], [1, 1]));
    expect(changes).toEqual([]);
    expect(problems).toMatchObject([{ code: 'cellOverwritten', at: { tab: 'Hubs', cell: 'G3' } }]);
  });
});

describe('nothing is touched or said', () => {
  const twoCells = entry('a', ['hubs', HUB1, 2, { priority: [1, 9], city: [null, 'Lille'] }]);
  test.each<[string, readonly JournalEntry[], WorkbookState]>([
    ['when the row stands where it was written', [meant], hubs([1, 9], [2, 2])],
    ['when rows were sorted afterwards', [meant], hubs([2, 2], [1, 9])],
    ['when a person changed the row since', [meant], hubs([2, 9], [1, 5])],
    [
      'when the other row holds what an action wrote there',
      [entry('0', ['hubs', HUB2, 3, { priority: [1, 9] }]), meant],
      hubs([2, 9], [1, 1]),
    ],
    [
      'when a later action wrote the cell',
      [meant, entry('b', ['hubs', HUB1, 3, { priority: [9, 1] }])],
      hubs([2, 9], [1, 1]),
    ],
    ['when the row is gone', [meant], hubs([2, 9])],
    ['when only some of its cells look astray', [twoCells], hubs([2, 9], [1, 1])],
    ['when there is no entry', [], hubs([2, 9], [1, 1])],
  ])('%s', (_, entries, workbook) => {
    expect(planJournalRepair(entries, workbook)).toEqual({ changes: [], problems: [] });
  });
});
