// The marks that let one program of two come first.
import { describe, expect, test } from 'vitest';
import { fenceRequests, LONGEST_ACTION_ID, markIdOf, revisionOfMarks } from '#lib/changes/fence.ts';
import { planCommit } from '#lib/changes/plan-commit.ts';
import { fr } from '#lib/text/fr.ts';
import { workbookOf } from '#test/support/workbook-of.ts';
import { headOf } from '#test/support/write-like-a-program.ts';

const base = (markedRevision: number | undefined, cell: string | null) => {
  const workbook = workbookOf({ system: cell === null ? [] : [{ id: 'revision', value: cell }] });
  if (markedRevision === undefined) return workbook;
  return { ...workbook, system: { ...workbook.system, grid: { ...workbook.system.grid, markedRevision } } };
};

describe('the revision that a commit makes', () => {
  test.each([
    ['of the marks, whatever the cell says', 7, '3', 8],
    ['of the marks, when the cell is far ahead', 7, '9000', 8],
    ['of the marks, when the row is gone', 7, null, 8],
    ['of the marks, when the cell holds words', 7, 'bonjour', 8],
    ['of the cell, after a commit of ours', undefined, '12', 13],
    ['1, in a new workbook', 0, '0', 1],
  ])('is one more than that %s', (_, marks, cell, revision) => {
    const commit = planCommit(base(marks, cell), [], { head: headOf('a') }, fr);
    expect(commit).toMatchObject({ revision, markId: markIdOf(revision) });
    const text = JSON.stringify(commit.changes);
    expect(text).toContain(`"${revision}"`);
  });
});

test('marks give the revision back, whatever their order; none is 0', () => {
  expect(revisionOfMarks([markIdOf(3), markIdOf(11), markIdOf(7)])).toBe(11);
  expect(revisionOfMarks([])).toBe(0);
});

test('a mark carries the action id; from the 601st on the oldest goes', () => {
  expect(fenceRequests(600, 'a')).toHaveLength(1);
  expect(JSON.stringify(fenceRequests(1, 'nuit/3'))).toContain('"metadataValue":"nuit/3"');
  const [drop, create] = fenceRequests(601, 'a');
  expect(drop).toEqual({
    deleteDeveloperMetadata: { dataFilter: { developerMetadataLookup: { metadataId: markIdOf(1) } } },
  });
  expect(create).toMatchObject({ createDeveloperMetadata: { developerMetadata: { metadataId: markIdOf(601) } } });
});

test('an action id that would fill Google’s 30,000 characters is a bug of ours', () => {
  expect(601 * ('ops'.length + LONGEST_ACTION_ID)).toBeLessThan(30_000);
  expect(() => fenceRequests(1, 'x'.repeat(LONGEST_ACTION_ID + 1))).toThrow('Bug');
});
