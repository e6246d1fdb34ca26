// People edit between a program's read and its write. Whatever they do, the tab ends as if they had acted before the program
// or after it: rows and columns stand where they put them, nothing of theirs is lost, everything of ours stands in the rows
// and columns it was meant for. Only a cell that both wrote may hold either value.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { RowChange, RowUpdate } from '#lib/changes/change-set.ts';
import { createDraft } from '#lib/changes/draft.ts';
import { planAdoptRows } from '#lib/changes/plan-adopt-rows.ts';
import { parseSettings } from '#lib/settings/settings.ts';
import { sameCell } from '#lib/tables/definition/cell-codec.ts';
import type { CellValue } from '#lib/tables/definition/column.ts';
import { tables, type WorkbookState } from '#lib/tables/tables.ts';
import { fr } from '#lib/text/fr.ts';
import { type CommitOutcome, commitChanges } from '#sync/sheets/commit.ts';
import { clockAt } from '#test/support/clock-at.ts';
import { type LiveWorkbook, manyRows, startLiveWorkbook } from '#test/support/live-workbook.ts';
import { actAsPerson, editKinds, type PersonEdit, personEdit } from '#test/support/person-edits.ts';
import { headOf } from '#test/support/write-like-a-program.ts';

const TABS = ['hubs', 'system', 'journal'] as const;
const { hubs } = tables;
const NAMES = Object.keys(hubs.columns) as (keyof typeof hubs.columns)[];
const KEYS = NAMES.map((name) => hubs.keyOf[name]);
const ROWS = 6;
/** The team's own column, in which every row has a mark by which the test knows it again. */
const TAG = 'Repère';
const TAG_COLUMN = 4;

interface Writes {
  /** Rows updated, as fractions of the rows; 0 to 1 of each. */
  readonly updated: readonly number[];
  readonly appended: number;
}

const writes: fc.Arbitrary<Writes> = fc.record({
  updated: fc.uniqueArray(fc.nat({ max: ROWS - 1 }), { maxLength: 4 }),
  appended: fc.nat({ max: 2 }),
});

async function start(): Promise<LiveWorkbook> {
  const rows = manyRows('hubs', ROWS, (index) => ({
    name: `Hub ${index}`,
    address: `rue ${index}`,
    priority: index + 1,
    note: index % 2 === 0 ? `note ${index}` : null,
  }));
  const live = await startLiveWorkbook({ hubs: [...rows, { name: 'Neuf', city: 'Lille' }] }, TABS);
  const range = { sheetId: hubs.sheetId, dimension: 'COLUMNS', startIndex: TAG_COLUMN, endIndex: TAG_COLUMN + 1 };
  await live.act({ insertDimension: { range } });
  const tags = Array.from({ length: ROWS + 1 }, (_, index) => [`repère ${index}`]);
  await live.type(hubs.sheetId, 1, TAG_COLUMN, [TAG], ...tags);
  return live;
}

function plan(workbook: WorkbookState, { updated, appended }: Writes): readonly RowChange[] {
  const draft = createDraft(workbook, fr);
  for (const index of updated) {
    const row = workbook.hubs.byId.get(`HUB-00000${index + 1}`);
    if (row !== undefined) draft.update(workbook.hubs, row, { address: `voie ${index}`, priority: 50, note: null });
  }
  const settings = parseSettings(workbook.settings).settings;
  const adopted = planAdoptRows({ workbook, clock: clockAt('2026-11-22'), settings, words: fr });
  for (let count = 1; count <= appended; count += 1) {
    const id = `HUB-00090${count}`;
    draft.append(workbook.hubs, { id, name: `ajouté ${count}`, priority: 7, city: '=Paris', active: true });
  }
  return [...adopted.changes, ...draft.changeSet().changes];
}

interface Seen {
  /** Right before the batch that was applied: what people had made of the tab. */
  readonly people: readonly (readonly CellValue[])[];
  readonly planned: readonly RowChange[];
  /** Updates by the mark of the row that the program read there. */
  readonly updates: ReadonlyMap<CellValue, RowUpdate>;
  readonly outcomes: readonly CommitOutcome['kind'][];
  readonly after: readonly (readonly CellValue[])[];
  /** The same after another run of the program. */
  readonly settled: WorkbookState;
}

async function race(edits: readonly PersonEdit[], wanted: Writes): Promise<Seen> {
  const live = await start();
  try {
    let people: readonly (readonly CellValue[])[] = [];
    const outcomes: CommitOutcome['kind'][] = [];
    let pending = [...edits];
    for (let attempt = 1; ; attempt += 1) {
      const workbook = await live.read();
      const planned = plan(workbook, wanted);
      const updates = updatesByTag(planned, workbook);
      live.server.beforeNext('spreadsheets.batchUpdate', async () => {
        for (const edit of pending) await actAsPerson(live, 'hubs', edit, (header) => header === TAG);
        pending = [];
        people = await live.values('hubs');
      });
      const outcome = await commitChanges(live.client, workbook, planned, { head: headOf(`a${attempt}`) }, fr);
      outcomes.push(outcome.kind);
      if (outcome.kind === 'conflict' && attempt < 4) continue;
      return { people, planned, updates, outcomes, after: await live.values('hubs'), settled: await live.read() };
    }
  } finally {
    await live.close();
  }
}

function updatesByTag(planned: readonly RowChange[], { hubs: { grid } }: WorkbookState) {
  const tagColumn = grid.values[1]?.indexOf(TAG) ?? -1;
  const updates = planned.filter((change): change is RowUpdate => change.kind === 'update');
  return new Map(updates.map((update) => [grid.values[update.rowIndex]?.[tagColumn] ?? null, update]));
}

/** What stands wrong, in words; nothing when the law holds. */
function wrongs({ people, planned, updates, after }: Seen): string[] {
  const found: string[] = [];
  const keys = people[0] ?? [];
  const tagColumn = people[1]?.indexOf(TAG) ?? -1;
  const tagOf = (row: readonly CellValue[]) => row[tagColumn] ?? null;
  const columnOf = (name: string) => keys.indexOf(hubs.keyOf[name as (typeof NAMES)[number]]);
  const width = Math.max(...people.map((row) => row.length), ...after.map((row) => row.length));
  people.forEach((row, rowIndex) => {
    const tag = tagOf(row);
    const update = rowIndex < 2 || typeof tag !== 'string' ? undefined : updates.get(tag);
    const isOnly = people.filter((other) => tagOf(other) === tag).length === 1;
    const isSelf = update !== undefined && sameCell(row[columnOf('id')] ?? null, update.id);
    for (let column = 0; column < width; column += 1) {
      const name = NAMES.find((candidate) => columnOf(candidate) === column);
      const change = name === undefined ? undefined : update?.cells[name];
      const theirs = row[column] ?? null;
      const ours = change?.after ?? null;
      const value = after[rowIndex]?.[column] ?? null;
      const mayBeTheirs = change === undefined || !isOnly || !isSelf || !sameCell(theirs, change.before);
      const mayBeOurs = change !== undefined;
      const fits = (mayBeTheirs && sameCell(value, theirs)) || (mayBeOurs && sameCell(value, ours));
      if (!fits) found.push(`row ${rowIndex} ${name ?? column}: ${value}, theirs ${theirs}, ours ${ours}`);
    }
  });
  const appended = after.slice(people.length).filter((row) => row.some((cell) => cell !== '' && cell !== null));
  const wanted = planned.flatMap((change) => (change.kind === 'append' ? [change] : []));
  if (appended.length !== wanted.length) found.push(`${appended.length} rows appended, ${wanted.length} meant`);
  wanted.forEach(({ cells }, index) => {
    for (let column = 0; column < width; column += 1) {
      const name = NAMES.find((candidate) => columnOf(candidate) === column);
      const value = appended[index]?.[column] ?? null;
      const right = name === undefined ? null : (cells[name] ?? null);
      if (!sameCell(value, right)) found.push(`appended ${index} ${name ?? column}: ${value}, meant ${right}`);
    }
  });
  return found;
}

test('whatever people do between read and write, nothing of theirs is lost and ours stands where it was meant', async () => {
  const reached = new Map<string, number>();
  const count = (what: string) => reached.set(what, (reached.get(what) ?? 0) + 1);
  await fc.assert(
    fc.asyncProperty(fc.array(personEdit, { minLength: 1, maxLength: 3 }), writes, async (edits, wanted) => {
      const seen = await race(edits, wanted);
      for (const { kind } of edits) count(kind);
      for (const outcome of seen.outcomes) count(`outcome ${outcome}`);
      for (const change of seen.planned) {
        count(change.kind === 'append' ? 'append' : change.id === null ? 'adoption' : 'update');
      }
      expect(wrongs(seen)).toEqual([]);
      expect(seen.settled.hubs.usable).toBe(true);
    }),
    { numRuns: 150 },
  );
  process.stdout.write(`  reached: ${[...reached].map(([what, times]) => `${what} ${times}`).join(', ')}\n`);
  for (const kind of [...editKinds, 'outcome stale', 'outcome conflict', 'update', 'append', 'adoption']) {
    expect(reached.get(kind) ?? 0, kind).toBeGreaterThan(5);
  }
  expect(KEYS).toContain('id');
}, 240_000);
