// A formula that a person typed into a cell we would write is seen before the write, and only there is it asked for.
import { afterEach, describe, expect, test } from 'vitest';
import { createDraft } from '#lib/changes/draft.ts';
import { tables, type WorkbookState } from '#lib/tables/tables.ts';
import { fr } from '#lib/text/fr.ts';
import { commitChanges } from '#sync/sheets/commit.ts';
import { withFormulas } from '#sync/sheets/find-formulas.ts';
import { type LiveWorkbook, manyRows, startLiveWorkbook } from '#test/support/live-workbook.ts';
import { headOf } from '#test/support/write-like-a-program.ts';

let open: LiveWorkbook[] = [];
afterEach(async () => {
  await Promise.all(open.map((live) => live.close()));
  open = [];
});

async function start(): Promise<LiveWorkbook> {
  const rows = manyRows('hubs', 300, (index) => ({ name: `Hub ${index}`, priority: 1 }));
  const live = await startLiveWorkbook({ hubs: rows }, ['hubs', 'system', 'journal']);
  open.push(live);
  return live;
}

function plan(workbook: WorkbookState, rowIndexes: readonly number[]) {
  const draft = createDraft(workbook, fr);
  for (const row of workbook.hubs.rows) {
    if (rowIndexes.includes(row.rowIndex)) draft.update(workbook.hubs, row, { priority: 5 });
  }
  draft.append(workbook.hubs, { id: 'HUB-000900', name: 'Nouveau' });
  return draft.changeSet();
}

const PRIORITY = Object.keys(tables.hubs.columns).indexOf('priority');

describe('formulas', () => {
  test('in cells to be written are kept, with a Problem; the other cells are written', async () => {
    const live = await start();
    await live.type(tables.hubs.sheetId, 7, PRIORITY, ['=2+2']);
    await live.type(tables.hubs.sheetId, 280, PRIORITY, ['=1+1']);
    const workbook = await live.read();
    const known = await withFormulas(live.client, workbook, plan(workbook, [6, 7, 280]).changes, fr);
    const { changes, problems } = plan(known, [6, 7, 280]);
    expect(problems.map(({ code, at }) => `${code} ${at?.cell}`)).toEqual([
      'cellHoldsFormula G8',
      'cellHoldsFormula G281',
    ]);
    await commitChanges(live.client, known, changes, { head: headOf('a') }, fr);
    const values = await live.values('hubs');
    expect([6, 7, 280].map((row) => values[row]?.[PRIORITY])).toEqual([5, 4, 2]);
    await live.type(tables.hubs.sheetId, 7, PRIORITY, ['=2+3']);
    expect((await live.values('hubs'))[7]?.[PRIORITY]).toBe(5);
  });

  test('elsewhere change nothing: the workbook is given back as it is, for one read', async () => {
    const live = await start();
    await live.type(tables.hubs.sheetId, 7, PRIORITY, ['=2+2']);
    const workbook = await live.read();
    const { reads, bytesReceived } = live.client.traffic;
    expect(await withFormulas(live.client, workbook, plan(workbook, [6, 280]).changes, fr)).toBe(workbook);
    expect(live.client.traffic.reads - reads).toBe(1);
    expect(live.client.traffic.bytesReceived - bytesReceived).toBeLessThan(3000);
  });

  test('are not asked for when nothing but appends and Système are written', async () => {
    const live = await start();
    const workbook = await live.read();
    const { reads } = live.client.traffic;
    expect(await withFormulas(live.client, workbook, plan(workbook, []).changes, fr)).toBe(workbook);
    expect(live.client.traffic.reads).toBe(reads);
  });
});
