/**
 * developerMetadata.get and developerMetadata.search.
 */
import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/v4.js';
import { findMetadata, matchesFilter } from '../reads/find-metadata.ts';
import { ApiError, invalid } from '../schema/api-error.ts';
import type { Call } from './api-methods.ts';

export function getMetadata({ session, target }: Call<undefined>): object {
  if (!/^[0-9]+$/.test(target)) throw invalid(`Invalid value at 'metadata_id' (TYPE_INT32), "${target}"`);
  const found = session.workbook().developerMetadata.get(Number(target));
  if (found === undefined) throw new ApiError('NOT_FOUND', 'Requested entity was not found.');
  return found;
}

/** Every match with the filters it matched. */
export function searchMetadata({ session, body }: Call<sheets_v4.Schema$SearchDeveloperMetadataRequest>): object {
  const workbook = session.workbook();
  const filters = body.dataFilters ?? [];
  if (filters.length === 0) throw invalid('At least one data filter must be specified.');
  const matched = findMetadata(workbook, filters).map((developerMetadata) => ({
    developerMetadata,
    dataFilters: filters.filter((filter) => matchesFilter(workbook, developerMetadata, filter)),
  }));
  return matched.length === 0 ? {} : { matchedDeveloperMetadata: matched };
}
