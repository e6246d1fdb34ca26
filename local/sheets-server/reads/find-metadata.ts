/**
 * Data filters against developer metadata: by lookup, or by the grid range or A1 range that a row, column or sheet lies in.
 */
import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/v4.js';
import { parseA1, resolveGridRange, type Span, sheetById } from '../workbook/a1.ts';
import type { DeveloperMetadata, NamedRange, Sheet } from '../workbook/workbook.ts';

export type DataFilter = sheets_v4.Schema$DataFilter;
type Lookup = sheets_v4.Schema$DeveloperMetadataLookup;
type Location = sheets_v4.Schema$DeveloperMetadataLocation;

export interface MetadataSource {
  readonly sheets: readonly Sheet[];
  readonly namedRanges: readonly NamedRange[];
  readonly developerMetadata: ReadonlyMap<number, DeveloperMetadata>;
}

/** The metadata that match any of the filters, in order of id. */
export function findMetadata(source: MetadataSource, filters: readonly DataFilter[]): DeveloperMetadata[] {
  return [...source.developerMetadata.values()]
    .filter((metadata) => filters.some((filter) => matchesFilter(source, metadata, filter)))
    .sort((a, b) => (a.metadataId ?? 0) - (b.metadataId ?? 0));
}

export function matchesFilter(source: MetadataSource, metadata: DeveloperMetadata, filter: DataFilter): boolean {
  if (filter.developerMetadataLookup) return matchesLookup(metadata, filter.developerMetadataLookup);
  const span = filterSpan(source, filter);
  return span !== undefined && liesIn(metadata.location ?? {}, span, source);
}

/** The rectangle of a filter by range; undefined for a filter by lookup. */
export function filterSpan(source: MetadataSource, { gridRange, a1Range }: DataFilter): Span | undefined {
  if (gridRange) return resolveGridRange(sheetById(source, gridRange.sheetId), gridRange, 'Invalid dataFilter');
  return a1Range ? parseA1(source, a1Range) : undefined;
}

function matchesLookup(metadata: DeveloperMetadata, lookup: Lookup): boolean {
  const { metadataId, metadataKey, metadataValue, visibility, locationType, metadataLocation } = lookup;
  if (typeof metadataId === 'number' && metadata.metadataId !== metadataId) return false;
  if (typeof metadataKey === 'string' && metadata.metadataKey !== metadataKey) return false;
  if (typeof metadataValue === 'string' && (metadata.metadataValue ?? '') !== metadataValue) return false;
  if (visibility && metadata.visibility !== visibility) return false;
  if (locationType && metadata.location?.locationType !== locationType) return false;
  if (!metadataLocation) return true;
  const isExact = lookup.locationMatchingStrategy === 'EXACT_LOCATION';
  return isExact
    ? locationKey(metadata.location ?? {}) === locationKey(metadataLocation)
    : intersects(metadata.location ?? {}, metadataLocation);
}

function locationKey({ spreadsheet, sheetId, dimensionRange }: Location): string {
  if (spreadsheet) return 'spreadsheet';
  if (!dimensionRange) return `sheet ${sheetId}`;
  const { dimension, startIndex, endIndex } = dimensionRange;
  return `${dimension} ${dimensionRange.sheetId ?? 0} ${startIndex ?? 0} ${endIndex ?? 0}`;
}

/** Whether the metadata lie at or inside the wanted place. */
function intersects(location: Location, wanted: Location): boolean {
  if (wanted.spreadsheet) return true;
  if (location.spreadsheet) return false;
  if (!wanted.dimensionRange) return sheetOf(location) === sheetOf(wanted);
  const { dimensionRange } = location;
  if (!dimensionRange) return false;
  return (
    sheetOf(location) === sheetOf(wanted) &&
    dimensionRange.dimension === wanted.dimensionRange.dimension &&
    (dimensionRange.startIndex ?? 0) < (wanted.dimensionRange.endIndex ?? Number.POSITIVE_INFINITY) &&
    (dimensionRange.endIndex ?? 0) > (wanted.dimensionRange.startIndex ?? 0)
  );
}

function sheetOf({ sheetId, dimensionRange }: Location): number {
  return sheetId ?? dimensionRange?.sheetId ?? 0;
}

function liesIn(location: Location, span: Span, source: MetadataSource): boolean {
  if (location.spreadsheet || sheetOf(location) !== span.sheetId) return false;
  const { dimensionRange } = location;
  const sheet = sheetById(source, span.sheetId);
  const allRows = span.top === 0 && span.bottom === sheet.rowCount;
  const allColumns = span.left === 0 && span.right === sheet.columnCount;
  if (!dimensionRange) return allRows && allColumns;
  const { dimension, startIndex, endIndex } = dimensionRange;
  if (dimension === 'ROWS') return allColumns && (startIndex ?? 0) < span.bottom && (endIndex ?? 0) > span.top;
  return allRows && (startIndex ?? 0) < span.right && (endIndex ?? 0) > span.left;
}
