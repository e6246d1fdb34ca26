/**
 * The rectangles that a data filter stands for; a metadata lookup stands for the rows, columns and sheets it finds.
 */
import { type Span, sheetById, wholeSheet } from '../workbook/a1.ts';
import { type DataFilter, filterSpan, findMetadata, type MetadataSource } from './find-metadata.ts';

/** One rectangle for a range; for a lookup as many as match. Throws ApiError 400 for a range outside the grid. */
export function filterSpans(source: MetadataSource, filter: DataFilter): Span[] {
  const span = filterSpan(source, filter);
  if (span !== undefined) return [span];
  return findMetadata(source, [filter]).flatMap(({ location }) => {
    if (location?.spreadsheet || !location) return [];
    const { dimensionRange } = location;
    const sheet = sheetById(source, location.sheetId ?? dimensionRange?.sheetId);
    const whole = wholeSheet(sheet);
    if (!dimensionRange) return [whole];
    const [start, end] = [dimensionRange.startIndex ?? 0, dimensionRange.endIndex ?? 0];
    return dimensionRange.dimension === 'ROWS'
      ? [{ ...whole, top: start, bottom: end }]
      : [{ ...whole, left: start, right: end }];
  });
}
