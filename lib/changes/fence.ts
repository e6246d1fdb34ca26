// Sheets has no compare-and-set. Each commit creates a developer-metadata mark whose id derives from the revision it makes:
// an id in use fails the whole batch, so of two programs with one base only one is applied. The mark's value is the action
// id, so that after a timeout it tells whose commit was applied.
import { assert } from '#lib/kernel/assert.ts';
import type { SheetsRequest } from './sheets-request.ts';

// Far from ids that Google or another add-on would give; int32 leaves room for 1.4 thousand million commits.
const FIRST_MARK_ID = 700_000_000;
/** Longer than any request can hang: at one commit a second, ten minutes. */
const KEPT_MARKS = 600;
export const MARK_KEY = 'ops';
/** Google allows 30,000 characters of metadata: 601 marks of a key and an action id must stay below. */
export const LONGEST_ACTION_ID = 45;

export function markIdOf(revision: number): number {
  return FIRST_MARK_ID + revision;
}

/**
 * The greatest revision among the marks of {@link MARK_KEY}; 0 when there is none. Read *before* the cells it is the base of
 * a commit on these cells, whatever a person typed over the revision's cell: a commit that came between makes ours fail.
 */
export function revisionOfMarks(markIds: readonly number[]): number {
  return markIds.reduce((greatest, id) => Math.max(greatest, id - FIRST_MARK_ID), 0);
}

/** @param revision the one this commit makes: base + 1. */
export function fenceRequests(revision: number, actionId: string): SheetsRequest[] {
  assert(actionId.length <= LONGEST_ACTION_ID, `the action id ${actionId} is too long for a mark`);
  const create: SheetsRequest = {
    createDeveloperMetadata: {
      developerMetadata: {
        metadataId: markIdOf(revision),
        metadataKey: MARK_KEY,
        metadataValue: actionId,
        location: { spreadsheet: true },
        visibility: 'DOCUMENT',
      },
    },
  };
  if (revision <= KEPT_MARKS) return [create];
  const metadataId = markIdOf(revision - KEPT_MARKS);
  return [{ deleteDeveloperMetadata: { dataFilter: { developerMetadataLookup: { metadataId } } } }, create];
}
