/**
 * The ids in use, by kind of object; each kind is numbered across the whole workbook.
 */
import type { NamedRange, Sheet } from './workbook.ts';

export interface ObjectIds {
  readonly charts: Set<number>;
  readonly bandedRanges: Set<number>;
  readonly protectedRanges: Set<number>;
  readonly namedRanges: Set<string>;
}

export function objectIds(view: {
  readonly sheets: readonly Sheet[];
  readonly namedRanges: readonly NamedRange[];
}): ObjectIds {
  return {
    charts: new Set(view.sheets.flatMap((sheet) => sheet.charts.map(({ chartId }) => chartId ?? 0))),
    bandedRanges: new Set(
      view.sheets.flatMap((sheet) => sheet.bandedRanges.map(({ bandedRangeId }) => bandedRangeId ?? 0)),
    ),
    protectedRanges: new Set(
      view.sheets.flatMap((sheet) => sheet.protectedRanges.map(({ protectedRangeId }) => protectedRangeId ?? 0)),
    ),
    namedRanges: new Set(view.namedRanges.map(({ namedRangeId }) => namedRangeId ?? '')),
  };
}
