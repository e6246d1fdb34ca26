// The workbook as the job reads it: what is there, in two calls, whatever people did to the tabs.
import { afterEach, describe, expect, test } from 'vitest';
import { markIdOf } from '#lib/changes/fence.ts';
import { planCommit } from '#lib/changes/plan-commit.ts';
import { tables } from '#lib/tables/tables.ts';
import { fr } from '#lib/text/fr.ts';
import { commitChanges } from '#sync/sheets/commit.ts';
import { readWorkbook } from '#sync/sheets/read-workbook.ts';
import { type LiveWorkbook, manyRows, startLiveWorkbook } from '#test/support/live-workbook.ts';
import { commitCount, headOf, planCount, runCount } from '#test/support/write-like-a-program.ts';

let open: LiveWorkbook[] = [];
afterEach(async () => {
  await Promise.all(open.map((live) => live.close()));
  open = [];
});

const { hubs, journal, system } = tables;

async function start(count = 3): Promise<LiveWorkbook> {
  const rows = manyRows('hubs', count, (index) => ({ name: `Hub ${index}`, priority: 10 }));
  const live = await startLiveWorkbook({ hubs: rows }, ['hubs', 'system', 'journal']);
  open.push(live);
  return live;
}

const rowsOf = (sheetId: number, length: number) => ({ appendDimension: { sheetId, dimension: 'ROWS', length } });

describe('reading', () => {
  test('takes two calls, and names the tabs that are not there', async () => {
    const live = await start();
    const { workbook, problems } = await readWorkbook(live.client, fr);
    expect(live.client.traffic).toMatchObject({ reads: 2, writes: 0 });
    expect(workbook.hubs.rows).toHaveLength(3);
    expect(workbook.lots.usable).toBe(false);
    const missing = problems.filter(({ code }) => code === 'tabMissing').length;
    expect(missing).toBe(Object.keys(tables).length - 3);
  });

  test('finds renamed tabs, moved and hidden columns, and says their titles as they are', async () => {
    const live = await start();
    const properties = { sheetId: hubs.sheetId, title: "L'atelier" };
    const source = { sheetId: hubs.sheetId, dimension: 'COLUMNS', startIndex: 0, endIndex: 1 };
    await live.act(
      { updateSheetProperties: { properties, fields: 'title' } },
      { moveDimension: { source, destinationIndex: 5 } },
    );
    const { hubs: state } = await live.read();
    expect([state.title, state.rows[0]?.id, state.columnIndexOf.get('id')]).toEqual(["L'atelier", 'HUB-000001', 4]);
    const outcome = await commitCount(live.client, await live.read(), 'a');
    expect(outcome.kind).toBe('written');
  });

  test('knows the fence’s revision by its marks alone', async () => {
    const live = await start();
    await runCount(live.client, 'a');
    const location = { spreadsheet: true };
    const developerMetadata = { metadataId: markIdOf(77), metadataKey: 'autre', location, visibility: 'DOCUMENT' };
    await live.act({ createDeveloperMetadata: { developerMetadata } });
    await live.type(system.sheetId, 3, 1, ['55']);
    expect((await live.read()).system.grid.markedRevision).toBe(1);
  });
});

describe('the Journal’s tail', () => {
  test('is all that is read of it, and the last entry is in it', async () => {
    const live = await start();
    let workbook = await live.read();
    for (let index = 1; index <= 100; index += 1) {
      const outcome = await commitChanges(live.client, workbook, [], { head: headOf(`a${index}`) }, fr);
      if (outcome.kind !== 'written') throw new Error(outcome.kind);
      workbook = outcome.workbook;
    }
    const read = await live.read();
    expect(read.journal.rows).toHaveLength(80);
    expect(read.journal.rows.at(-1)).toMatchObject({ id: 'JRN-000100', actionId: 'a100', rowIndex: 101 });
    expect(workbook.journal.rows.at(-1)).toEqual(read.journal.rows.at(-1));
  });

  test('is found above empty rows that a person left below', async () => {
    const live = await start();
    await runCount(live.client, 'a');
    await live.act(rowsOf(journal.sheetId, 500));
    const { journal: state } = await live.read();
    expect(state.rows.map((row) => row.actionId)).toEqual(['a']);
    const outcome = await commitCount(live.client, await live.read(), 'b');
    expect(outcome.kind).toBe('written');
    expect((await live.read()).journal.rows.map(({ id, rowIndex }) => [id, rowIndex])).toEqual([
      ['JRN-000001', 2],
      ['JRN-000002', 3],
    ]);
  });

  test('gives no id twice when its counter was typed over', async () => {
    const live = await start();
    await runCount(live.client, 'a');
    const values = await live.values('system');
    await live.type(
      system.sheetId,
      values.findIndex(([id]) => id === 'counter.JRN'),
      1,
      ['0'],
    );
    await runCount(live.client, 'b');
    expect((await live.read()).journal.rows.map(({ id }) => id)).toEqual(['JRN-000001', 'JRN-000002']);
  });
});

describe('rows appended', () => {
  test.each([
    ['below stray text that stands far under the table', 40, 12, 'brouillon'],
    ['below a note under a known column', 9, 1, 'ne pas oublier'],
  ])('land %s, and the model knows', async (_, row, column, text) => {
    const live = await start();
    await live.act(rowsOf(hubs.sheetId, 60));
    await live.type(hubs.sheetId, row, column, [text]);
    const outcome = await commitCount(live.client, await live.read(), 'a');
    if (outcome.kind !== 'written') throw new Error(outcome.kind);
    const read = await live.read();
    expect(read.hubs.rows.at(-1)).toMatchObject({ name: 'a', rowIndex: row + 1 });
    expect(outcome.workbook.hubs.rows.at(-1)).toEqual(read.hubs.rows.at(-1));
    expect((await live.values('hubs'))[row]?.[column]).toBe(text);
  });

  test('land below what a person typed at the end meanwhile, and the workbook is read again', async () => {
    const live = await start();
    const workbook = await live.read();
    await live.act(rowsOf(hubs.sheetId, 1));
    await live.type(hubs.sheetId, 5, 1, ['Tapé entre-temps']);
    const outcome = await commitCount(live.client, workbook, 'a');
    expect(outcome).toEqual({ kind: 'stale', problems: [] });
    const read = await live.read();
    expect(read.hubs.rows.at(-1)).toMatchObject({ name: 'a', rowIndex: 6 });
    expect(read.hubs.unadopted).toMatchObject([{ rowIndex: 5 }]);
  });

  test('in a filtered tab are written as in any other', async () => {
    const live = await start();
    const range = { sheetId: hubs.sheetId, startRowIndex: 1 };
    await live.act({ setBasicFilter: { filter: { range, criteria: { 1: { hiddenValues: ['Hub 0', 'Hub 2'] } } } } });
    expect((await runCount(live.client, 'a')).outcomes).toEqual(['written']);
    expect((await live.read()).hubs.rows.map(({ name, priority }) => `${name} ${priority}`)).toEqual([
      'Hub 0 11',
      'Hub 1 10',
      'Hub 2 10',
      'a null',
    ]);
  });

  test('ask for no cell outside the grid: it grows with the rows', async () => {
    const live = await start();
    const { body } = planCommit(await live.read(), planCount(await live.read(), 'a'), { head: headOf('a') }, fr);
    const tail = body.responseRanges.filter((range) => /A\d+:A$/.test(range));
    expect(tail).toContain("'Hubs'!A5:A");
  });
});
