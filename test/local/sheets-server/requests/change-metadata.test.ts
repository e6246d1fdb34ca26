// Developer metadata: explicit ids as a fence, lookups, locations, deletion, limits.
import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/index.js';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openTestSheet, refusalOf, spreadsheetId, type TestSheet } from '../open-test-sheet.ts';

let sheet: TestSheet;

const mark = (
  metadataId: number | undefined,
  location: sheets_v4.Schema$DeveloperMetadataLocation = { spreadsheet: true },
  metadataKey = 'k',
  metadataValue = 'v',
): sheets_v4.Schema$Request => ({
  createDeveloperMetadata: {
    developerMetadata: {
      ...(metadataId && { metadataId }),
      metadataKey,
      metadataValue,
      visibility: 'DOCUMENT',
      location,
    },
  },
});
const row = (index: number) => ({
  dimensionRange: { sheetId: 0, dimension: 'ROWS', startIndex: index, endIndex: index + 1 },
});

async function idsFor(...dataFilters: sheets_v4.Schema$DataFilter[]): Promise<unknown[]> {
  const { data } = await sheet.api.developerMetadata.search({ spreadsheetId, requestBody: { dataFilters } });
  return (data.matchedDeveloperMetadata ?? []).map((match) => match.developerMetadata?.metadataId);
}

beforeEach(async () => {
  sheet = await openTestSheet();
  await sheet.batch(
    mark(1),
    mark(2, { sheetId: 0 }, 'k', 'other'),
    mark(3, row(4), 'row'),
    mark(4, { dimensionRange: { sheetId: 0, dimension: 'COLUMNS', startIndex: 2, endIndex: 3 } }, 'col'),
  );
});

afterEach(() => sheet.server.close());

test('a created mark is answered, got by id, and listed where it lies', async () => {
  const [reply] = await sheet.batch(mark(undefined, { spreadsheet: true }, 'free'));
  const created = reply?.createDeveloperMetadata?.developerMetadata;
  expect(created).toMatchObject({ metadataKey: 'free', location: { locationType: 'SPREADSHEET', spreadsheet: true } });
  const { data } = await sheet.api.developerMetadata.get({ spreadsheetId, metadataId: created?.metadataId ?? 0 });
  expect(data).toEqual(created);
  const { data: all } = await sheet.api.get({
    spreadsheetId,
    fields: 'developerMetadata.metadataId,sheets.developerMetadata.metadataId',
  });
  expect(all.developerMetadata?.map((entry) => entry.metadataId)).toEqual([1, created?.metadataId]);
  expect(all.sheets?.[0]?.developerMetadata).toEqual([{ metadataId: 2 }]);
});

test.each([
  [{ metadataId: 3 }, [3]],
  [{ metadataKey: 'k' }, [1, 2]],
  [{ metadataKey: 'k', metadataValue: 'other' }, [2]],
  [{ locationType: 'ROW' }, [3]],
  [{ metadataLocation: { sheetId: 0 } }, [2, 3, 4]],
  [{ metadataLocation: { sheetId: 0 }, locationMatchingStrategy: 'EXACT_LOCATION' }, [2]],
  [{ metadataLocation: { spreadsheet: true } }, [1]],
  [{ metadataLocation: row(4) }, [2, 3, 4]],
  [{ metadataLocation: row(5) }, [2, 4]],
  [{ metadataKey: 'none' }, []],
])('the lookup %j finds %j', async (developerMetadataLookup, ids) => {
  expect(await idsFor({ developerMetadataLookup })).toEqual(ids);
});

test('filters by range find what meets the range', async () => {
  expect(await idsFor({ a1Range: "'Feuille 1'!D4:E6" })).toEqual([2, 3]);
  expect(await idsFor({ gridRange: { sheetId: 0, startRowIndex: 0, endRowIndex: 2, endColumnIndex: 3 } })).toEqual([
    2, 4,
  ]);
  expect(await idsFor({ gridRange: { sheetId: 0 } })).toEqual([2, 3, 4]);
  expect((await refusalOf(idsFor({}))).message).toBe('Invalid dataFilter: No filter specified.');
});

test('a lookup reads and writes the values of its row', async () => {
  await sheet.api.values.batchUpdateByDataFilter({
    spreadsheetId,
    requestBody: {
      valueInputOption: 'RAW',
      data: [{ dataFilter: { developerMetadataLookup: { metadataId: 3 } }, values: [['=1', 2]] }],
    },
  });
  await sheet.batch({ insertDimension: { range: { sheetId: 0, dimension: 'ROWS', startIndex: 0, endIndex: 2 } } });
  const { data } = await sheet.api.values.batchGetByDataFilter({
    spreadsheetId,
    requestBody: {
      dataFilters: [{ developerMetadataLookup: { metadataKey: 'row' } }],
      valueRenderOption: 'UNFORMATTED_VALUE',
    },
  });
  expect(data.valueRanges?.[0]?.valueRange).toMatchObject({ range: "'Feuille 1'!A7:Z7", values: [['=1', 2]] });
});

test('deleting what is not there is no error and says what was deleted', async () => {
  const [first, second] = await sheet.batch(
    { deleteDeveloperMetadata: { dataFilter: { developerMetadataLookup: { metadataKey: 'none' } } } },
    { deleteDeveloperMetadata: { dataFilter: { developerMetadataLookup: { metadataKey: 'k' } } } },
  );
  expect(first?.deleteDeveloperMetadata?.deletedDeveloperMetadata).toEqual([]);
  expect(second?.deleteDeveloperMetadata?.deletedDeveloperMetadata?.map((entry) => entry.metadataId)).toEqual([1, 2]);
  expect(await idsFor({ developerMetadataLookup: { metadataKey: 'k' } })).toEqual([]);
});

test('an update by lookup changes the selected members only', async () => {
  const dataFilters = [{ developerMetadataLookup: { metadataKey: 'k' } }];
  await sheet.batch({
    updateDeveloperMetadata: { dataFilters, developerMetadata: { metadataValue: 'new' }, fields: 'metadataValue' },
  });
  expect(await idsFor({ developerMetadataLookup: { metadataKey: 'k', metadataValue: 'new' } })).toEqual([1, 2]);
});

test.each([
  ['an id in use', mark(1), 'Metadata ID already exists: 1'],
  ['no key', mark(9, { spreadsheet: true }, ''), 'Metadata key must be specified'],
  ['no location', mark(9, {}), 'exactly one of spreadsheet, sheet_id, dimension_range'],
  ['two locations', mark(9, { spreadsheet: true, sheetId: 0 }), 'exactly one of'],
  ['an unknown sheet', mark(9, { sheetId: 7 }), 'No grid with id: 7'],
  [
    'two rows',
    mark(9, { dimensionRange: { sheetId: 0, dimension: 'ROWS', startIndex: 0, endIndex: 2 } }),
    'single row or column',
  ],
  ['a row outside', mark(9, row(1000)), 'exceeds grid limits'],
  [
    '30,001 characters',
    mark(9, { spreadsheet: true }, 'big', 'x'.repeat(29_997)),
    'exceeds the limit of 30000 characters for the spreadsheet',
  ],
])('%s is refused', async (_, request, message) => {
  expect(await refusalOf(sheet.batch(request))).toMatchObject({ code: 400, message: expect.stringContaining(message) });
});

test('an unknown id is 404', async () => {
  const refusal = await refusalOf(sheet.api.developerMetadata.get({ spreadsheetId, metadataId: 99 }));
  expect(refusal).toEqual({ code: 404, message: 'Requested entity was not found.' });
});
