/**
 * Data filters against developer metadata: by lookup, or by the grid range or A1 range that a row, column or sheet lies in.
 */
import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/v4.js';
import { invalid } from '../schema/api-error.ts';
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
  return span !== undefined && liesIn(metadata.location ?? {}, span);
}

/** The rectangle of a filter by range; undefined for a filter by lookup. Throws ApiError 400 for a filter by nothing. */
export function filterSpan(source: MetadataSource, filter: DataFilter): Span | undefined {
  const { gridRange, a1Range, developerMetadataLookup: lookup } = filter;
  if (gridRange) return resolveGridRange(sheetById(source, gridRange.sheetId), gridRange, 'Invalid dataFilter');
  if (a1Range) return parseA1(source, a1Range);
  if (!lookup) throw invalid('Invalid dataFilter: No filter specified.');
  if (lookup.locationMatchingStrategy && !lookup.metadataLocation) {
    throw invalid('Invalid dataFilter: A location matching strategy needs a metadata location.');
  }
  return undefined;
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

/** Whether the metadata's place meets the wanted one. The spreadsheet as a place meets nothing but itself. */
function intersects(location: Location, wanted: Location): boolean {
  if (wanted.spreadsheet || location.spreadsheet) return wanted.spreadsheet === location.spreadsheet;
  if (sheetOf(location) !== sheetOf(wanted)) return false;
  const [here, there] = [location.dimensionRange, wanted.dimensionRange];
  // A row meets its sheet and every column of it.
  if (!here || !there || here.dimension !== there.dimension) return true;
  return (
    (here.startIndex ?? 0) < (there.endIndex ?? Number.POSITIVE_INFINITY) &&
    (here.endIndex ?? 0) > (there.startIndex ?? 0)
  );
}

function sheetOf({ sheetId, dimensionRange }: Location): number {
  return sheetId ?? dimensionRange?.sheetId ?? 0;
}

/** Whether the metadata's place meets a rectangle. */
function liesIn(location: Location, span: Span): boolean {
  if (location.spreadsheet || sheetOf(location) !== span.sheetId) return false;
  const { dimensionRange } = location;
  if (!dimensionRange) return true;
  const { dimension, startIndex, endIndex } = dimensionRange;
  const [start, end] = dimension === 'ROWS' ? [span.top, span.bottom] : [span.left, span.right];
  return (startIndex ?? 0) < end && (endIndex ?? 0) > start;
}
