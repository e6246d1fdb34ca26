/**
 * Takes the objects that point at grid ranges through an edit of rows or columns: conditional formats, bands, protections,
 * named ranges, filters, merges, charts (sources and anchor) and the metadata of rows and columns. An object whose whole
 * range is deleted goes with it; a chart stays and loses that source.
 */
import { type AxisEdit, mapIndex, mapStretch } from '../workbook/axis-edit.ts';
import type { Draft } from '../workbook/draft.ts';
import type { EmbeddedChart, GridRange, ProtectedRange } from '../workbook/workbook.ts';

export function mapObjects(draft: Draft, edit: AxisEdit): void {
  const sheet = draft.writableSheet(edit.sheetId);
  sheet.conditionalFormats = sheet.conditionalFormats.flatMap((rule) => {
    const ranges = mapRanges(rule.ranges ?? [], edit);
    return ranges.length === 0 ? [] : [{ ...rule, ranges }];
  });
  sheet.bandedRanges = mapOwners(sheet.bandedRanges, edit);
  sheet.protectedRanges = mapOwners(sheet.protectedRanges, edit).map((range) => withUnprotected(range, edit));
  sheet.merges = mapRanges(sheet.merges, edit);
  sheet.basicFilter = sheet.basicFilter && mapOwners([sheet.basicFilter], edit)[0];
  draft.namedRanges = mapOwners(draft.namedRanges, edit);
  for (const { sheetId, charts } of [...draft.sheets]) {
    if (charts.length > 0) draft.writableSheet(sheetId).charts = charts.map((chart) => mapChart(chart, edit));
  }
  mapMetadata(draft, edit);
}

/** The range after the edit; itself when it lies elsewhere, undefined when it is deleted. */
function mapGridRange(range: GridRange, edit: AxisEdit): GridRange | undefined {
  if ((range.sheetId ?? 0) !== edit.sheetId) return range;
  const [startKey, endKey] =
    edit.dimension === 'ROWS'
      ? (['startRowIndex', 'endRowIndex'] as const)
      : (['startColumnIndex', 'endColumnIndex'] as const);
  const [start, end] = [range[startKey], range[endKey]];
  if (typeof start !== 'number' && typeof end !== 'number') return range;
  const stretch = mapStretch(edit, start ?? 0, end ?? Number.POSITIVE_INFINITY);
  if (stretch === undefined) return undefined;
  return {
    ...range,
    ...(typeof start === 'number' && { [startKey]: stretch[0] }),
    ...(typeof end === 'number' && { [endKey]: stretch[1] }),
  };
}

function mapRanges(ranges: readonly GridRange[], edit: AxisEdit): GridRange[] {
  return ranges.flatMap((range) => mapGridRange(range, edit) ?? []);
}

function mapOwners<T extends { range?: GridRange }>(owners: readonly T[], edit: AxisEdit): T[] {
  return owners.flatMap((owner) => {
    if (owner.range === undefined) return [owner];
    const range = mapGridRange(owner.range, edit);
    if (range === undefined) return [];
    return range === owner.range ? [owner] : [{ ...owner, range }];
  });
}

function withUnprotected(range: ProtectedRange, edit: AxisEdit): ProtectedRange {
  return range.unprotectedRanges ? { ...range, unprotectedRanges: mapRanges(range.unprotectedRanges, edit) } : range;
}

function mapChart(chart: EmbeddedChart, edit: AxisEdit): EmbeddedChart {
  return JSON.parse(JSON.stringify(chart), (key, member: unknown) => {
    if (key === 'sources' && Array.isArray(member)) return mapRanges(member as GridRange[], edit);
    if (key !== 'anchorCell' || typeof member !== 'object' || member === null) return member;
    const anchor = member as { sheetId?: number; rowIndex?: number; columnIndex?: number };
    if ((anchor.sheetId ?? 0) !== edit.sheetId) return member;
    const index = edit.dimension === 'ROWS' ? 'rowIndex' : 'columnIndex';
    const fallback = edit.kind === 'delete' ? edit.start : 0;
    return { ...anchor, [index]: mapIndex(edit, anchor[index] ?? 0) ?? fallback };
  }) as EmbeddedChart;
}

function mapMetadata(draft: Draft, edit: AxisEdit): void {
  for (const metadata of [...draft.developerMetadata.values()]) {
    const range = metadata.location?.dimensionRange;
    if (!range || (range.sheetId ?? 0) !== edit.sheetId || range.dimension !== edit.dimension) continue;
    const startIndex = mapIndex(edit, range.startIndex ?? 0);
    const id = metadata.metadataId ?? 0;
    if (startIndex === undefined) draft.writableMetadata().delete(id);
    else if (startIndex !== range.startIndex) {
      const dimensionRange = { ...range, startIndex, endIndex: startIndex + 1 };
      draft.writableMetadata().set(id, { ...metadata, location: { ...metadata.location, dimensionRange } });
    }
  }
}
