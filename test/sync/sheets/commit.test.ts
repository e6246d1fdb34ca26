// One commit against the local Sheets server: what it costs, who wins, and what becomes of it when the network fails.
import fc from 'fast-check';
import { afterEach, describe, expect, test } from 'vitest';
import { planCommit } from '#lib/changes/plan-commit.ts';
import { systemKeys, systemText } from '#lib/changes/system-state.ts';
import { tables, type WorkbookState } from '#lib/tables/tables.ts';
import { fr } from '#lib/text/fr.ts';
import { commitChanges } from '#sync/sheets/commit.ts';
import { type LiveWorkbook, manyRows, startLiveWorkbook } from '#test/support/live-workbook.ts';
import { commitCount, headOf, planCount, runCount } from '#test/support/write-like-a-program.ts';

const TABS = ['hubs', 'system', 'journal'] as const;
const hubRows = () => manyRows('hubs', 3, (index) => ({ name: `Hub ${index}`, priority: 10 }));

let open: LiveWorkbook[] = [];
afterEach(async () => {
  await Promise.all(open.map((live) => live.close()));
  open = [];
});

async function liveHubs(): Promise<LiveWorkbook> {
  const live = await startLiveWorkbook({ hubs: hubRows() }, TABS);
  open.push(live);
  return live;
}

/** The count of the first hub, the hubs appended, the revision, the actions of the Journal. */
async function effects(live: LiveWorkbook) {
  const { hubs, system, journal } = await live.read();
  return {
    count: (hubs.byId.get('HUB-000001')?.priority ?? 0) - 10,
    appended: hubs.rows.slice(3).map(({ id, name }) => `${id} ${name}`),
    revision: systemText(system, systemKeys.revision),
    journal: journal.rows.map((row) => row.actionId),
  };
}

describe('a commit', () => {
  test('is one write after the read, and answers little', async () => {
    const live = await startLiveWorkbook({ hubs: manyRows('hubs', 500, (index) => ({ name: `Hub ${index}` })) }, TABS);
    open.push(live);
    const workbook = await live.read();
    const before = { ...live.client.traffic };
    const outcome = await commitCount(live.client, workbook, 'a');
    const { reads, writes, bytesReceived } = live.client.traffic;
    expect({ kind: outcome.kind, reads: reads - before.reads, writes: writes - before.writes }).toEqual({
      kind: 'written',
      reads: 0,
      writes: 1,
    });
    expect(before.reads).toBe(2);
    expect(bytesReceived - before.bytesReceived).toBeLessThan(6000);
  });

  test('gives the workbook that a read gives', async () => {
    const live = await liveHubs();
    const outcome = await commitCount(live.client, await live.read(), 'a');
    const read = await live.read();
    if (outcome.kind !== 'written') throw new Error(outcome.kind);
    for (const key of TABS) {
      expect(outcome.workbook[key].rows).toEqual(read[key].rows);
      expect(outcome.workbook[key].endRowIndex).toBe(read[key].endRowIndex);
    }
  });

  test('writes text as text, whatever it looks like, and clears what became empty', async () => {
    const live = await liveHubs();
    const workbook = await live.read();
    const texts = ['=1+1', '007', '1-2', 'TRUE', '22/11/2026', "'", '+33 1', '@x', '12,50 €'];
    const append = (name: string, index: number) => {
      const id = `HUB-00010${index}`;
      return { kind: 'append' as const, table: 'hubs' as const, id, group: id, cells: { id, name } };
    };
    const clear = { priority: { before: 10, after: null }, note: { before: null, after: '=A1' } };
    const changes = [
      ...texts.map(append),
      { kind: 'update' as const, table: 'hubs' as const, id: 'HUB-000002', rowIndex: 3, group: 'g', cells: clear },
    ];
    await commitChanges(live.client, workbook, changes, { head: headOf('a') }, fr);
    const { hubs } = await live.read();
    expect(hubs.rows.slice(3).map((row) => row.name)).toEqual(texts);
    expect(hubs.byId.get('HUB-000002')).toMatchObject({ priority: null, note: '=A1' });
  });
});

describe('two programs on one base', () => {
  test('one wins, the other plans again, both effects stand', async () => {
    const live = await liveHubs();
    const other = live.otherClient();
    const base = await live.read();
    const [first, second] = await Promise.all([commitCount(live.client, base, 'a'), commitCount(other, base, 'b')]);
    expect([first.kind, second.kind].sort()).toEqual(['conflict', 'written']);
    await runCount(other, 'a');
    await runCount(other, 'b');
    expect(await effects(live)).toMatchObject({ count: 2, revision: '2' });
  });

  test('whatever the interleaving of any number of them', async () => {
    let conflicts = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(fc.integer({ min: 0, max: 30 }), { minLength: 2, maxLength: 5 }), async (pauses) => {
        const live = await startLiveWorkbook({ hubs: hubRows() }, TABS);
        try {
          const names = pauses.map((_, index) => `p${index}`);
          const runs = await Promise.all(
            names.map(async (name, index) => {
              // Turns of the event loop, not time: they shift each program's calls against the others'.
              for (let turn = 0; turn < (pauses[index] ?? 0); turn += 1) await new Promise(setImmediate);
              return runCount(live.otherClient(), name, 20);
            }),
          );
          conflicts += runs.flatMap((run) => run.outcomes).filter((kind) => kind === 'conflict').length;
          const after = await effects(live);
          expect(after.count).toBe(names.length);
          expect(after.appended.map((text) => text.split(' ')[1]).sort()).toEqual(names);
          expect(new Set(after.appended.map((text) => text.split(' ')[0])).size).toBe(names.length);
          expect(after.revision).toBe(String(names.length));
        } finally {
          await live.close();
        }
      }),
      { numRuns: 15 },
    );
    expect(conflicts).toBeGreaterThan(5);
  });
});

describe('a network that fails', () => {
  test.each([
    ['applied-then-cut', 'stale'],
    ['applied-then-unavailable', 'stale'],
    ['unavailable', 'written'],
    ['rate-limited', 'written'],
  ] as const)('%s: written once', async (kind, outcome) => {
    const live = await liveHubs();
    live.server.faults.add({ kind, match: 'write', times: 1 });
    const run = await runCount(live.client, 'a');
    expect(run).toEqual({ outcomes: [outcome], problems: [] });
    await runCount(live.client, 'a');
    expect(await effects(live)).toEqual({ count: 1, appended: ['HUB-000004 a'], revision: '1', journal: ['a'] });
  });

  test('429 five times over is waited out', async () => {
    const live = await liveHubs();
    live.server.faults.add({ kind: 'rate-limited', match: 'write', times: 5 });
    expect((await runCount(live.client, 'a')).outcomes).toEqual(['written']);
    expect(await effects(live)).toMatchObject({ count: 1, journal: ['a'] });
  });

  test('no answer at all ends the run with its cure, and nothing is doubled when it runs again', async () => {
    const live = await liveHubs();
    live.server.faults.add({ kind: 'unavailable', match: 'write', times: 4 });
    await expect(runCount(live.client, 'a')).rejects.toThrow('Google Sheets ne répond pas');
    await runCount(live.client, 'a');
    expect(await effects(live)).toMatchObject({ count: 1, appended: ['HUB-000004 a'] });
  });

  test('an account without rights ends the run at once', async () => {
    const live = await liveHubs();
    live.server.faults.add({ kind: 'forbidden', match: 'write', times: 1 });
    await expect(runCount(live.client, 'a')).rejects.toThrow('a refusé l’écriture');
    expect(await effects(live)).toMatchObject({ count: 0, journal: [] });
  });

  test('a request that hangs and is applied after its client gave up doubles nothing', async () => {
    for (const again of ['a', 'b']) {
      const live = await liveHubs();
      const base = await live.read();
      const late = planLate(live, base);
      // Its sender is gone; another run, of the same action or of another, comes first.
      await runCount(live.client, again);
      await expect(late()).rejects.toThrow();
      expect(await effects(live)).toEqual({
        count: 1,
        appended: [`HUB-000004 ${again}`],
        revision: '1',
        journal: [again],
      });
    }
  });
});

/** The batch of action `a` on that base, to be sent whenever it is called. */
function planLate(live: LiveWorkbook, base: WorkbookState): () => Promise<unknown> {
  const { body } = planCommit(base, planCount(base, 'a'), { head: headOf('a') }, fr);
  return () => live.otherClient().batchUpdate(body, 'spreadsheetId');
}

describe('the revision’s cell typed over', () => {
  const rowOfRevision = 3;
  test.each([
    ['text', 'bonjour'],
    ['lower', '1'],
    ['far lower', '0'],
    ['higher', '9000'],
    ['emptied', ''],
  ])('%s: repaired, no commit lost', async (_, typed) => {
    const live = await liveHubs();
    await runCount(live.client, 'a');
    await runCount(live.client, 'b');
    const base = await live.read();
    await live.type(tables.system.sheetId, rowOfRevision, 1, [typed]);
    // One program read before the typing, the other after: still only one of them may come first.
    await runCount(live.otherClient(), 'c');
    const stale = await commitCount(live.client, base, 'd');
    expect(stale.kind).toBe('conflict');
    await runCount(live.client, 'd');
    expect(await effects(live)).toMatchObject({ count: 4, revision: '4', journal: ['a', 'b', 'c', 'd'] });
  });

  test('the row of Système deleted: written anew', async () => {
    const live = await liveHubs();
    await runCount(live.client, 'a');
    live.server.person.deleteRow(tables.system.sheetId, rowOfRevision + 1);
    await runCount(live.client, 'b');
    expect(await effects(live)).toMatchObject({ count: 2, revision: '2' });
  });

  test('a row of Système pasted twice is not pasted on by us', async () => {
    const live = await liveHubs();
    await runCount(live.client, 'a');
    const { length } = await live.values('system');
    await live.act({ appendDimension: { sheetId: tables.system.sheetId, dimension: 'ROWS', length: 1 } });
    await live.type(tables.system.sheetId, length, 0, ['revision', '7']);
    await runCount(live.client, 'b');
    await runCount(live.client, 'c');
    expect((await live.values('system')).length).toBe(length + 1);
    expect(await effects(live)).toMatchObject({ count: 3, revision: '3' });
  });
});

test('marks older than 600 are dropped, and all of them stay under Google’s 30,000 characters', async () => {
  const live = await liveHubs();
  let workbook = await live.read();
  for (let index = 1; index <= 605; index += 1) {
    const head = headOf(`nuit-20261122T0900Z-${String(index).padStart(25, '0')}`);
    const outcome = await commitChanges(live.client, workbook, [], { head, journal: false }, fr);
    if (outcome.kind !== 'written') throw new Error(`${outcome.kind} at ${index}`);
    workbook = outcome.workbook;
  }
  const marks = await live.marks();
  expect(marks.length).toBe(600);
  const characters = marks.map((mark) => (mark.metadataKey ?? '').length + (mark.metadataValue ?? '').length);
  expect(characters.reduce((sum, count) => sum + count, 0)).toBeLessThan(30_000);
  expect(planCount(workbook, 'x')).toHaveLength(2);
}, 120_000);
