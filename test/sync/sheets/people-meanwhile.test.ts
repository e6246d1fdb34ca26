// People edit between a program's read and its write. Whatever they do, the tab ends as if they had acted before the program
// or after it: rows and columns stand where they put them, nothing of theirs is lost, everything of ours stands in the rows
// and columns it was meant for. Only a cell that both wrote may hold either value, or, where ours went astray onto what a
// person had just typed, the value before both: nothing in the sheet tells what stood there.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { RowChange, RowUpdate } from '#lib/changes/change-set.ts';
import { createDraft } from '#lib/changes/draft.ts';
import { planAdoptRows } from '#lib/changes/plan-adopt-rows.ts';
import type { Problem } from '#lib/kernel/problem.ts';
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
  /** Of the rows read, what each held by column name, by their mark. */
  readonly read: ReadonlyMap<CellValue, Readonly<Record<string, CellValue>>>;
  /** Updates by the mark of the row that the program read there. */
  readonly updates: ReadonlyMap<CellValue, RowUpdate>;
  readonly outcomes: readonly CommitOutcome['kind'][];
  readonly problems: readonly Problem[];
  readonly after: readonly (readonly CellValue[])[];
  /** The same after another run of the program. */
  readonly settled: WorkbookState;
}

interface Race {
  readonly edits: readonly PersonEdit[];
  readonly wanted: Writes;
  /** The answer to the batch never comes; its mark tells that it was applied. */
  readonly answerLost: boolean;
  /** After the batch, before the program reads again. */
  readonly later: readonly PersonEdit[];
}

async function race({ edits, wanted, answerLost, later }: Race): Promise<Seen> {
  const live = await start();
  try {
    let people: readonly (readonly CellValue[])[] = [];
    const outcomes: CommitOutcome['kind'][] = [];
    let pending = [...edits];
    for (let attempt = 1; ; attempt += 1) {
      const workbook = await live.read();
      const planned = plan(workbook, wanted);
      const updates = updatesByTag(planned, workbook);
      const read = cellsByTag(workbook);
      live.server.beforeNext('spreadsheets.batchUpdate', async () => {
        for (const edit of pending) await actAsPerson(live, 'hubs', edit, (header) => header === TAG);
        pending = [];
        people = await live.values('hubs');
        if (answerLost && attempt === 1) live.server.faults.add({ kind: 'applied-then-cut', match: 'write' });
        live.server.beforeNext('spreadsheets.get', async () => {
          for (const edit of later) await actAsPerson(live, 'hubs', edit, (header) => header === TAG);
        });
      });
      const outcome = await commitChanges(live.client, workbook, planned, { head: headOf(`a${attempt}`) }, fr);
      outcomes.push(outcome.kind);
      if (outcome.kind === 'conflict' && attempt < 4) continue;
      const problems = outcome.kind === 'conflict' ? [] : outcome.problems;
      const settled = await live.read();
      return { people, planned, read, updates, outcomes, problems, after: await live.values('hubs'), settled };
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

function cellsByTag({ hubs: { grid, rawOf } }: WorkbookState) {
  const tagColumn = grid.values[1]?.indexOf(TAG) ?? -1;
  return new Map(grid.values.map((row, rowIndex) => [row[tagColumn] ?? null, rawOf(rowIndex)]));
}

/** What stands wrong, in words; nothing when the law holds. */
function wrongs({ people, planned, read, updates, after }: Seen): string[] {
  const found: string[] = [];
  const keys = people[0] ?? [];
  const tagColumn = people[1]?.indexOf(TAG) ?? -1;
  const tagOf = (row: readonly CellValue[]) => row[tagColumn] || null;
  const columnOf = (name: string) => keys.indexOf(hubs.keyOf[name as (typeof NAMES)[number]]);
  const width = Math.max(...people.map((row) => row.length), ...after.map((row) => row.length));
  people.forEach((row, rowIndex) => {
    const tag = tagOf(row);
    // A row that a person typed has no mark; when the program planned again, it adopted it too.
    const update = rowIndex < 2 ? undefined : updates.get(tag);
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
      const before = name === undefined ? theirs : (read.get(tag)?.[name] ?? null);
      const typed = !sameCell(before, theirs);
      const fits =
        (typed && sameCell(value, before)) ||
        (mayBeTheirs && sameCell(value, theirs)) ||
        (mayBeOurs && sameCell(value, ours));
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

const reachedText = (reached: ReadonlyMap<string, number>) =>
  `  reached: ${[...reached].map(([what, times]) => `${what} ${times}`).join(', ')}\n`;

test('whatever people do between read and write, nothing of theirs is lost and ours stands where it was meant', async () => {
  const reached = new Map<string, number>();
  const count = (what: string) => reached.set(what, (reached.get(what) ?? 0) + 1);
  const edits = fc.array(personEdit, { minLength: 1, maxLength: 3 });
  await fc.assert(
    fc.asyncProperty(edits, writes, fc.boolean(), async (done, wanted, answerLost) => {
      const seen = await race({ edits: done, wanted, answerLost, later: [] });
      for (const { kind } of done) count(kind);
      for (const outcome of seen.outcomes) count(`outcome ${outcome}`);
      for (const change of seen.planned) {
        count(change.kind === 'append' ? 'append' : change.id === null ? 'adoption' : 'update');
      }
      if (answerLost) count('answer lost');
      expect(wrongs(seen)).toEqual([]);
      expect(seen.settled.hubs.usable).toBe(true);
    }),
    { numRuns: 150 },
  );
  process.stdout.write(reachedText(reached));
  for (const kind of [
    ...editKinds,
    'outcome stale',
    'outcome conflict',
    'update',
    'append',
    'adoption',
    'answer lost',
  ]) {
    expect(reached.get(kind) ?? 0, kind).toBeGreaterThan(2);
  }
}, 240_000);

/** Of rows that kept their mark: cells that hold neither what people had there nor what was meant for them. */
function lostCells({ people, updates, after }: Seen): string[] {
  const columnIn = (values: Seen['after']) => (name: string) => (values[0] ?? []).indexOf(name);
  const tagBefore = people[1]?.indexOf(TAG) ?? -1;
  const tagAfter = after[1]?.indexOf(TAG) ?? -1;
  const only = (values: Seen['after'], column: number, tag: CellValue | undefined) => {
    const found = values.slice(2).filter((row) => row[column] === tag);
    return found.length === 1 ? found[0] : undefined;
  };
  return people.slice(2).flatMap((row) => {
    const tag = row[tagBefore];
    const kept = only(after, tagAfter, tag);
    if (typeof tag !== 'string' || tag === '' || only(people, tagBefore, tag) === undefined || kept === undefined)
      return [];
    return NAMES.flatMap((name) => {
      const theirs = row[columnIn(people)(hubs.keyOf[name])] ?? null;
      const change = updates.get(tag)?.cells[name];
      const ours = change === undefined ? theirs : change.after;
      const value = kept[columnIn(after)(hubs.keyOf[name])] ?? null;
      return sameCell(value, theirs) || sameCell(value, ours) ? [] : [`${tag} ${name}: ${value}, theirs ${theirs}`];
    });
  });
}

test('rows and columns that move again before the repair reads: what cannot be put right is reported', async () => {
  const structural = personEdit.filter(({ kind }) => !/type|paste|delete/.test(kind));
  const edits = fc.array(structural, { minLength: 1, maxLength: 2 });
  const reached = { repaired: 0, reported: 0 };
  await fc.assert(
    fc.asyncProperty(edits, writes, edits, async (done, wanted, later) => {
      const seen = await race({ edits: done, wanted, answerLost: false, later });
      const lost = lostCells(seen);
      if (lost.length > 0) expect(seen.problems.length, lost.join('; ')).toBeGreaterThan(0);
      if (lost.length > 0) reached.reported += 1;
      else if (seen.outcomes.includes('stale')) reached.repaired += 1;
    }),
    { numRuns: 100 },
  );
  process.stdout.write(`  ${JSON.stringify(reached)}\n`);
  expect(reached.repaired).toBeGreaterThan(10);
}, 240_000);
