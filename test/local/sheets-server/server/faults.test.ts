// Faults on demand, seen by the unmodified client: what was applied, what was not, and how it looks from outside.
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { FaultKind } from '#local/sheets-server/server/faults.ts';
import { cells, openTestSheet, refusalOf, spreadsheetId, type TestSheet } from '../open-test-sheet.ts';

let sheet: TestSheet;

beforeEach(async () => {
  sheet = await openTestSheet();
});

afterEach(() => sheet.server.close());

const write = () =>
  sheet.batch({ updateCells: { start: { sheetId: 0 }, fields: 'userEnteredValue', rows: [cells('écrit')] } });

const post = async (path: string, body: object) => {
  const answer = await fetch(`${sheet.server.url}${path}`, { method: 'POST', body: JSON.stringify(body) });
  return { code: answer.status, body: (await answer.json()) as Record<string, unknown> };
};

test.each([
  ['rate-limited', 429, false],
  ['unavailable', 503, false],
  ['unauthenticated', 401, false],
  ['forbidden', 403, false],
  ['not-found', 404, false],
  ['applied-then-unavailable', 503, true],
  ['applied-then-cut', 0, true],
] as [FaultKind, number, boolean][])(
  '%s answers %i; applied: %s; the next call is well',
  async (kind, code, isApplied) => {
    sheet.server.faults.add({ kind, match: 'writes' });
    expect(await sheet.read('A1')).toEqual([]);
    expect((await refusalOf(write())).code).toBe(code);
    expect(await sheet.read('A1')).toEqual(isApplied ? [['écrit']] : []);
    expect((await refusalOf(write())).code).toBe(200);
  },
);

test('the body of a 429 is Google’s', async () => {
  sheet.server.faults.add({ kind: 'rate-limited' });
  const answer = await fetch(`${sheet.server.url}/v4/spreadsheets/${spreadsheetId}`);
  expect(await answer.json()).toMatchObject({
    error: {
      code: 429,
      status: 'RESOURCE_EXHAUSTED',
      message: expect.stringContaining("quota metric 'Read requests'"),
      details: [{ reason: 'RATE_LIMIT_EXCEEDED' }],
    },
  });
});

test('a fault waits for its method and strikes as often as told', async () => {
  sheet.server.faults.add({ kind: 'unavailable', match: 'values.get', times: 2 });
  expect((await refusalOf(write())).code).toBe(200);
  const codes = [];
  for (let call = 0; call < 3; call += 1) codes.push((await refusalOf(sheet.read('A1'))).code);
  expect(codes).toEqual([503, 503, 200]);
  expect(sheet.server.faults.pending()).toEqual([]);
});

test('a call that hangs is applied later, after its client gave up', async () => {
  sheet.server.faults.add({ kind: 'hang-then-apply', match: 'writes', afterMs: 1000 });
  const requestBody = {
    requests: [{ updateCells: { start: { sheetId: 0 }, fields: 'userEnteredValue', rows: [cells('tard')] } }],
  };
  const refusal = await refusalOf(sheet.api.batchUpdate({ spreadsheetId, requestBody }, { timeout: 20 }));
  expect(refusal.code).toBe(0);
  expect(await sheet.read('A1')).toEqual([]);
  await expect.poll(() => sheet.read('A1'), { timeout: 10_000 }).toEqual([['tard']]);
});

test('a person edits between two calls, in this process or through the control endpoint', async () => {
  await sheet.type('A1', [['ligne 1'], ['ligne 2']]);
  sheet.server.beforeNext('spreadsheets.batchUpdate', () => {
    sheet.server.person.insertRow(0, 1);
  });
  await write();
  expect(await sheet.read('A1:A3')).toEqual([['écrit'], ['ligne 1'], ['ligne 2']]);
  await post('/_local/person/edit', { range: "'Feuille 1'!B1", text: '12,5 %'.replace(' ', '') });
  await post('/_local/person/delete-row', { sheetId: 0, row: 2, beforeNext: 'read' });
  expect(await sheet.read('A1:B3')).toEqual([['écrit', 0.125], ['ligne 2']]);
});

test('faults and figures through the control endpoints', async () => {
  expect((await post('/_local/faults', { kind: 'unavailable', match: 'read' })).code).toBe(200);
  expect((await refusalOf(sheet.read('A1'))).code).toBe(503);
  expect((await post('/_local/faults', { kind: 'earthquake' })).code).toBe(400);
  expect((await post('/_local/nope', {})).code).toBe(404);
  const stats = (await (await fetch(`${sheet.server.url}/_local/stats`)).json()) as { requests: object };
  expect(stats.requests).toMatchObject({ reads: 1, writes: 0, byMethod: { 'values.get': 1 } });
});

test('the quota of sixty writes a minute frees as the world clock moves', async () => {
  sheet.server.setQuota({ readsPerMinute: 60, writesPerMinute: 2 });
  const codes: number[] = [];
  for (let call = 0; call < 3; call += 1) codes.push((await refusalOf(write())).code);
  sheet.clock.advance(60_000);
  codes.push((await refusalOf(write())).code);
  expect(codes).toEqual([200, 200, 429, 200]);
  expect(await sheet.read('A1')).toEqual([['écrit']]);
});

test('a body over ten megabytes is refused', async () => {
  const answer = await post(`/v4/spreadsheets/${spreadsheetId}:batchUpdate`, { requests: ['x'.repeat(10_485_760)] });
  expect(answer).toMatchObject({
    code: 400,
    body: { error: { message: 'Request payload size exceeds the limit: 10485760 bytes.' } },
  });
});
