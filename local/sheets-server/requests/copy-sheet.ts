/**
 * A copy of a sheet for duplicateSheet: same cells, formats and rules; charts, bands and protections get ids of their own.
 * Developer metadata stay with the original.
 */
import { copyRow, type Draft } from '../workbook/draft.ts';
import { objectIds } from '../workbook/object-ids.ts';
import type { Sheet } from '../workbook/workbook.ts';

export function copySheet(draft: Draft, source: Sheet, sheetId: number, title: string): Sheet {
  const used = objectIds(draft);
  const newId = (ids: Set<number>): number => {
    const id = draft.newId((candidate) => ids.has(candidate));
    ids.add(id);
    return id;
  };
  const moved = <T extends object>(value: T): T => withSheetId(value, source.sheetId, sheetId);
  return {
    ...source,
    sheetId,
    owner: draft.token,
    properties: { ...source.properties, title },
    // Rows that this very draft has changed are its own to change again: the copy must not share those.
    rows: source.rows.map((row) => (row?.owner === draft.token ? copyRow(row, draft.token) : row)),
    columns: source.columns.slice(),
    conditionalFormats: source.conditionalFormats.map(moved),
    bandedRanges: source.bandedRanges.map((band) => ({ ...moved(band), bandedRangeId: newId(used.bandedRanges) })),
    protectedRanges: source.protectedRanges.map((range) => ({
      ...moved(range),
      protectedRangeId: newId(used.protectedRanges),
    })),
    charts: source.charts.map((chart) => ({ ...moved(chart), chartId: newId(used.charts) })),
    merges: source.merges.map(moved),
    basicFilter: source.basicFilter && moved(source.basicFilter),
  };
}

/** A deep copy in which every member `sheetId` that named the source names the copy. Sheet 0 may be left out of ranges. */
function withSheetId<T extends object>(value: T, from: number, to: number): T {
  return JSON.parse(JSON.stringify(value), (key, member: unknown) => {
    if (key === 'sheetId') return member === from ? to : member;
    const isRange =
      typeof member === 'object' && member !== null && ('startRowIndex' in member || 'endRowIndex' in member);
    return isRange && from === 0 && !('sheetId' in member) ? { ...member, sheetId: to } : member;
  }) as T;
}
