/**
 * createDeveloperMetadata, updateDeveloperMetadata, deleteDeveloperMetadata, and the matching of data filters. An explicit
 * id that is in use refuses the whole batch: programs fence their commits with that.
 */
import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/v4.js';
import { findMetadata } from '../reads/find-metadata.ts';
import { mergeByMask } from '../schema/field-mask.ts';
import { sheetById } from '../workbook/a1.ts';
import type { Draft } from '../workbook/draft.ts';
import type { DeveloperMetadata } from '../workbook/workbook.ts';
import { type RequestContext, type RequestHandler, refuse, required, requiredMask } from './request-context.ts';

/** Characters of keys and values together, for the spreadsheet and for each sheet. */
const maxMetadataCharacters = 30_000;

export const createDeveloperMetadata: RequestHandler<sheets_v4.Schema$CreateDeveloperMetadataRequest> = (
  request,
  context,
) => {
  const { draft } = context;
  const given = required(request.developerMetadata, 'developer_metadata', context);
  if (!given.metadataKey) throw refuse(context, 'Metadata key must be specified.');
  if (!given.visibility || given.visibility === 'DEVELOPER_METADATA_VISIBILITY_UNSPECIFIED') {
    throw refuse(context, 'Metadata visibility must be specified.');
  }
  const taken = draft.developerMetadata;
  const metadataId = given.metadataId ?? draft.newId((id) => taken.has(id));
  if (metadataId <= 0) throw refuse(context, 'Metadata ID must be positive.');
  if (taken.has(metadataId)) {
    throw refuse(context, `Metadata ID already exists: ${metadataId}`);
  }
  const created: DeveloperMetadata = {
    metadataId,
    metadataKey: given.metadataKey,
    ...(given.metadataValue ? { metadataValue: given.metadataValue } : {}),
    location: checkLocation(given.location ?? undefined, context),
    visibility: given.visibility,
  };
  draft.writableMetadata().set(metadataId, created);
  checkMetadataSize(draft, created, context);
  return { createDeveloperMetadata: { developerMetadata: created } };
};

export const updateDeveloperMetadata: RequestHandler<sheets_v4.Schema$UpdateDeveloperMetadataRequest> = (
  request,
  context,
) => {
  const { draft } = context;
  const mask = requiredMask(request.fields, 'DeveloperMetadata', context);
  const update = required(request.developerMetadata, 'developer_metadata', context);
  const found = findMetadata(draft, request.dataFilters ?? []);
  if (found.length === 0) throw refuse(context, 'No developer metadata matches the data filters.');
  const updated = found.map((metadata) => {
    const wanted =
      mask === 'all' ? { ...update, metadataId: metadata.metadataId ?? null } : mergeByMask(metadata, update, mask);
    if (wanted.metadataId !== metadata.metadataId) throw refuse(context, 'Metadata ID cannot be changed.');
    if (!wanted.metadataKey || !wanted.visibility)
      throw refuse(context, 'Metadata key and visibility must be specified.');
    const next = { ...wanted, location: checkLocation(wanted.location ?? undefined, context) };
    draft.writableMetadata().set(metadata.metadataId ?? 0, next);
    checkMetadataSize(draft, next, context);
    return next;
  });
  return { updateDeveloperMetadata: { developerMetadata: updated } };
};

export const deleteDeveloperMetadata: RequestHandler<sheets_v4.Schema$DeleteDeveloperMetadataRequest> = (
  request,
  context,
) => {
  const filter = required(request.dataFilter, 'data_filter', context);
  const deleted = findMetadata(context.draft, [filter]);
  const metadata = context.draft.writableMetadata();
  for (const { metadataId } of deleted) metadata.delete(metadataId ?? 0);
  return { deleteDeveloperMetadata: { deletedDeveloperMetadata: deleted } };
};

/** The location with its derived type; throws a refusal unless it names exactly one existing place. */
function checkLocation(
  location: sheets_v4.Schema$DeveloperMetadataLocation | undefined,
  context: RequestContext,
): sheets_v4.Schema$DeveloperMetadataLocation {
  const { spreadsheet, sheetId, dimensionRange } = location ?? {};
  const places = [spreadsheet === true, typeof sheetId === 'number', Boolean(dimensionRange)].filter(Boolean).length;
  if (places !== 1)
    throw refuse(context, 'Metadata location must name exactly one of spreadsheet, sheet_id, dimension_range.');
  if (spreadsheet) return { locationType: 'SPREADSHEET', spreadsheet: true };
  if (typeof sheetId === 'number') {
    sheetById(context.draft, sheetId);
    return { locationType: 'SHEET', sheetId };
  }
  const { dimension, startIndex, endIndex } = dimensionRange ?? {};
  const sheet = sheetById(context.draft, dimensionRange?.sheetId);
  const isRow = dimension === 'ROWS';
  if (!isRow && dimension !== 'COLUMNS') throw refuse(context, 'dimension must be ROWS or COLUMNS.');
  const start = startIndex ?? 0;
  const end = endIndex ?? start;
  if (end - start !== 1) throw refuse(context, 'Metadata may only be associated with a single row or column.');
  if (start < 0 || end > (isRow ? sheet.rowCount : sheet.columnCount)) {
    throw refuse(context, `dimension_range exceeds grid limits: [${start}, ${end})`);
  }
  return {
    locationType: isRow ? 'ROW' : 'COLUMN',
    dimensionRange: { sheetId: sheet.sheetId, dimension, startIndex: start, endIndex: end },
  };
}

function checkMetadataSize(draft: Draft, changed: DeveloperMetadata, context: RequestContext): void {
  const place = placeOf(changed);
  let characters = 0;
  for (const metadata of draft.developerMetadata.values()) {
    if (placeOf(metadata) !== place) continue;
    characters += (metadata.metadataKey ?? '').length + (metadata.metadataValue ?? '').length;
  }
  if (characters > maxMetadataCharacters) {
    throw refuse(context, `Developer metadata exceeds the limit of ${maxMetadataCharacters} characters for ${place}.`);
  }
}

function placeOf({ location }: DeveloperMetadata): string {
  if (location?.spreadsheet) return 'the spreadsheet';
  return `sheet ${location?.sheetId ?? location?.dimensionRange?.sheetId ?? 0}`;
}
