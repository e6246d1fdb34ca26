// Durability: what was answered is in the file, whole batches only, also when the process is killed in the middle of writing.
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { DatabaseSync } from 'node:sqlite';
import fc from 'fast-check';
import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/index.js';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createWorldClock } from '#local/clock.ts';
import { startSheetsServer } from '#local/sheets-server/start-sheets-server.ts';
import { cells, clientOf, openTestSheet, refusalOf, spreadsheetId } from '../open-test-sheet.ts';

let folder: string;
const file = () => join(folder, 'sheet.sqlite');

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'sheets-server-'));
});

afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

async function startProcess(): Promise<{ readonly process: ChildProcess; readonly url: string }> {
  const main = join(import.meta.dirname, '../../../../local/sheets-server/main.ts');
  const child = spawn(process.execPath, [main, '--file', file(), '--id', spreadsheetId], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  for await (const line of createInterface({ input: child.stdout })) {
    return { process: child, url: (JSON.parse(line) as { url: string }).url };
  }
  throw new Error('The server process ended before it listened');
}

/** One batch = one row in each of two tabs and one mark: halves of it would show. */
function numberedBatch(number: number) {
  const append = (sheetId: number) => ({
    appendCells: { sheetId, fields: 'userEnteredValue', rows: [cells(number, `texte ${number}`)] },
  });
  const developerMetadata = {
    metadataId: number + 1,
    metadataKey: 'n',
    visibility: 'DOCUMENT',
    location: { spreadsheet: true },
  };
  return { requests: [append(0), append(1), { createDeveloperMetadata: { developerMetadata } }] };
}

test.each([0, 5, 40])(
  'killed amid writes after %i batches, nothing answered is lost and no batch is half there',
  async (calm) => {
    const child = await startProcess();
    const api = clientOf(child.url);
    await api.batchUpdate({
      spreadsheetId,
      requestBody: { requests: [{ addSheet: { properties: { sheetId: 1, title: 'B' } } }] },
    });
    const answered: number[] = [];
    const write = async (number: number): Promise<void> => {
      await api.batchUpdate({ spreadsheetId, requestBody: numberedBatch(number) });
      answered.push(number);
    };
    for (let number = 0; number < calm; number += 1) await write(number);
    const inFlight = Array.from({ length: 8 }, (_, index) => write(calm + index));
    await Promise.race(inFlight);
    child.process.kill('SIGKILL');
    await Promise.allSettled(inFlight);

    const server = await startSheetsServer({ file: file(), spreadsheetId, clock: createWorldClock(0) });
    const dump = server.snapshot();
    await server.close();
    const numbers = [
      ...dump.sheets.map((tab) => tab.cells.filter(({ column }) => column === 0).map(({ input }) => Number(input))),
      dump.developerMetadata.map(({ metadataId }) => Number(metadataId) - 1),
    ].map((list) => list.sort((one, other) => one - other));
    expect(answered.length).toBeGreaterThan(calm);
    expect(numbers[0]).toEqual(expect.arrayContaining(answered));
    expect(numbers[1]).toEqual(numbers[0]);
    expect(numbers[2]).toEqual(numbers[0]);
  },
);

const range = { sheetId: 0, startRowIndex: 0, endRowIndex: 3, startColumnIndex: 0, endColumnIndex: 2 };
const row = (startIndex: number) => ({ sheetId: 0, dimension: 'ROWS', startIndex, endIndex: startIndex + 1 });
const requests = fc.constantFrom<sheets_v4.Schema$Request[]>(
  { addSheet: {} },
  { appendCells: { sheetId: 0, fields: '*', rows: [cells('=1', 2, true, '=B1*2')] } },
  {
    updateCells: {
      range,
      fields: 'userEnteredValue,note',
      rows: [{ values: [{ userEnteredValue: { numberValue: 0.1 }, note: 'n' }] }],
    },
  },
  {
    repeatCell: {
      range,
      cell: { userEnteredFormat: { numberFormat: { type: 'PERCENT', pattern: '0%' } } },
      fields: 'userEnteredFormat',
    },
  },
  { setDataValidation: { range, rule: { condition: { type: 'BOOLEAN' } } } },
  { insertDimension: { range: row(1) } },
  { deleteDimension: { range: row(2) } },
  { moveDimension: { source: row(0), destinationIndex: 4 } },
  { updateDimensionProperties: { range: row(0), properties: { pixelSize: 40 }, fields: 'pixelSize' } },
  { sortRange: { range, sortSpecs: [{ dimensionIndex: 1, sortOrder: 'DESCENDING' }] } },
  { addProtectedRange: { protectedRange: { range, warningOnly: true } } },
  { duplicateSheet: { sourceSheetId: 0 } },
  {
    createDeveloperMetadata: {
      developerMetadata: { metadataKey: 'k', visibility: 'DOCUMENT', location: { dimensionRange: row(1) } },
    },
  },
);

test('closing and opening, or replaying the whole log, gives the same workbook', { timeout: 60_000 }, async () => {
  let applied = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(requests, { minLength: 1, maxLength: 12 }), async (list) => {
      rmSync(folder, { recursive: true, force: true });
      folder = mkdtempSync(join(tmpdir(), 'sheets-server-'));
      const sheet = await openTestSheet({ file: file() });
      for (const request of list) if ((await refusalOf(sheet.batch(request))).code === 200) applied += 1;
      await sheet.type('A1', [['1-2', '=TODAY()']]);
      const before = sheet.server.snapshot();
      await sheet.server.close();
      const again = await openTestSheet({ file: file() });
      expect(again.server.snapshot()).toEqual(before);
      await again.server.close();
      // Without the snapshot the log alone must lead there; the blank start is part of the first opening.
      const database = new DatabaseSync(file());
      database.exec('DELETE FROM snapshot; DELETE FROM cell;');
      database.close();
      const replayed = await openTestSheet({ file: file() });
      expect(replayed.server.snapshot()).toEqual(before);
      await replayed.server.close();
    }),
    { numRuns: 25 },
  );
  expect(applied).toBeGreaterThan(50);
});

test('a snapshot holds each cell as a neutral row', async () => {
  const sheet = await openTestSheet({ file: file() });
  await sheet.type('A1', [['texte', 1.5, true, '=B1*2']]);
  await sheet.server.close();
  const database = new DatabaseSync(file(), { readOnly: true });
  const rows = database.prepare('SELECT sheet, row, col, kind, input FROM cell ORDER BY col').all();
  const { journal_mode: mode } = database.prepare('PRAGMA journal_mode').get() as { journal_mode: string };
  database.close();
  expect(mode).toBe('wal');
  expect(rows.map((cell) => Object.values(cell))).toEqual([
    [0, 0, 0, 'text', 'texte'],
    [0, 0, 1, 'number', 1.5],
    [0, 0, 2, 'boolean', 1],
    [0, 0, 3, 'formula', '=B1*2'],
  ]);
});
