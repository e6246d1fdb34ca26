// A program killed right after its batch, before it could check where its cells landed: the next run finds them by the
// Journal, and repairs or names the cell. Run as the night runs it: read, prepare, commit.
import { afterEach, describe, expect, test } from 'vitest';
import { planCommit } from '#lib/changes/plan-commit.ts';
import { systemKeys, systemNumber } from '#lib/changes/system-state.ts';
import { planPreparation } from '#lib/night/plan-preparation.ts';
import { parseSettings } from '#lib/settings/settings.ts';
import { tables, type WorkbookState } from '#lib/tables/tables.ts';
import { fr } from '#lib/text/fr.ts';
import { commitChanges } from '#sync/sheets/commit.ts';
import { clockAt } from '#test/support/clock-at.ts';
import { type LiveWorkbook, manyRows, startLiveWorkbook } from '#test/support/live-workbook.ts';
import { headOf } from '#test/support/write-like-a-program.ts';

let open: LiveWorkbook[] = [];
afterEach(async () => {
  await Promise.all(open.map((live) => live.close()));
  open = [];
});

async function start(): Promise<LiveWorkbook> {
  const rows = manyRows('hubs', 4, (index) => ({ name: `Hub ${index + 1}`, priority: index + 1 }));
  const live = await startLiveWorkbook({ hubs: rows }, ['hubs', 'system', 'journal']);
  open.push(live);
  return live;
}

const priorities = ({ hubs }: WorkbookState) =>
  hubs.rows.map(({ id, priority }) => `${id.slice(-1)}:${priority}`).join(' ');

const setPriority = (workbook: WorkbookState, id: string, after: number) => {
  const row = workbook.hubs.byId.get(id);
  if (row === undefined) throw new Error(id);
  const cells = { priority: { before: row.priority, after } };
  return { kind: 'update' as const, table: 'hubs' as const, id, rowIndex: row.rowIndex, group: id, cells };
};

/** The batch is applied; its sender never sees the answer and does nothing more. */
async function commitAndDie(live: LiveWorkbook, workbook: WorkbookState, id: string, after: number): Promise<void> {
  const commit = planCommit(workbook, [setPriority(workbook, id, after)], { head: headOf(`tué-${id}`) }, fr);
  await live.client.batchUpdate(commit.body, 'spreadsheetId');
}

async function nextRun(live: LiveWorkbook) {
  const workbook = await live.read();
  const { settings } = parseSettings(workbook.settings);
  const { changes, problems } = planPreparation({ workbook, clock: clockAt('2026-11-23'), settings, words: fr });
  const outcome = await commitChanges(live.client, workbook, changes, { head: headOf('suite') }, fr);
  expect(outcome.kind).toBe('written');
  return problems.map(({ code, at }) => `${code} ${at?.cell}`);
}

const sortUp = {
  sortRange: {
    range: { sheetId: tables.hubs.sheetId, startRowIndex: 2 },
    sortSpecs: [{ dimensionIndex: 0, sortOrder: 'DESCENDING' }],
  },
};

describe('killed between the batch and its check, rows sorted before the batch', () => {
  test('both rows are put right, where the Journal knows what the other held', async () => {
    const live = await start();
    const first = await live.read();
    const known = [setPriority(first, 'HUB-000004', 40), setPriority(first, 'HUB-000001', 10)];
    await commitChanges(live.client, first, known, { head: headOf('avant') }, fr);
    const base = await live.read();
    await live.act(sortUp);
    await commitAndDie(live, base, 'HUB-000001', 11);
    expect(priorities(await live.read())).toBe('4:11 3:3 2:2 1:10');
    expect(await nextRun(live)).toEqual([]);
    expect(priorities(await live.read())).toBe('4:40 3:3 2:2 1:11');
    expect(await nextRun(live)).toEqual([]);
    expect(priorities(await live.read())).toBe('4:40 3:3 2:2 1:11');
  });

  test('the cell is named, where nothing tells what the other row held', async () => {
    const live = await start();
    const base = await live.read();
    await live.act(sortUp);
    await commitAndDie(live, base, 'HUB-000001', 11);
    expect(await nextRun(live)).toEqual(['cellOverwritten G3']);
  });
});

test('killed with nothing moved: the next run changes and reports nothing, and makes the next revision', async () => {
  const live = await start();
  const base = await live.read();
  await commitAndDie(live, base, 'HUB-000001', 11);
  expect(await nextRun(live)).toEqual([]);
  const { system, ...rest } = await live.read();
  expect(priorities({ system, ...rest })).toBe('1:11 2:2 3:3 4:4');
  expect(systemNumber(system, systemKeys.revision)).toBe(2);
});
