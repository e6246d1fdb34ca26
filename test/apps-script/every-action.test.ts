// Every action of the menu, on the demo shop, through the built bundle: its preview names exactly the cells that its commit
// then changes, and an undo brings every row back to what it was.
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import { actions } from '#lib/actions/registry.ts';
import type { OpenAnswer, Preview, RawInput, ServerCalls } from '#lib/actions/screen.ts';
import { showCell } from '#lib/changes/preview.ts';
import type { CellValue } from '#lib/tables/definition/column.ts';
import { FIRST_DATA_ROW_INDEX, type Table } from '#lib/tables/definition/table.ts';
import { type TableKey, tables } from '#lib/tables/tables.ts';
import { fr } from '#lib/text/fr.ts';
import { createWorldClock } from '#local/clock.ts';
import type { CellInput, Workbook } from '#local/sheets-server/workbook/workbook.ts';
import { ACTION_CASES, ONLY_SHOWS } from '#test/support/action-cases.ts';
import type { AddOnHost } from '#test/support/add-on-host.ts';
import { openAddOn } from '#test/support/built-add-on.ts';
import { fillForm } from '#test/support/shop-form.ts';
import { buildShopFolder, TODAY } from '#test/support/shop-world.ts';

const NOW_MS = Date.parse(`${TODAY}T09:00:00Z`);
let shop: string;
let host: AddOnHost;
// One shop for all: each action is undone before the next begins.
beforeAll(async () => {
  shop = await buildShopFolder();
  host = openAddOn(join(shop, 'workbook.sqlite'), SPREADSHEET_ID, createWorldClock(NOW_MS));
}, 120_000);
afterAll(() => {
  host.close();
  rmSync(shop, { recursive: true });
});

const SPREADSHEET_ID = 'classeur-de-demonstration';

function call<Name extends keyof ServerCalls>(
  name: Name,
  request: ServerCalls[Name]['request'],
): ServerCalls[Name]['value'] {
  const answer = host.call(name, request);
  if (!answer.ok) throw new Error(answer.message);
  return answer.value;
}

const NOT_COMPARED: ReadonlySet<string> = new Set(['journal', 'system']);

/** What changed in the tabs that an action may write, said as the preview says it: tab · row · column : before → after. */
function changesBetween(before: Workbook, after: Workbook): string[] {
  return (Object.values(tables) as Table[]).flatMap((table) => {
    if (NOT_COMPARED.has(table.key) || table.role === 'view') return [];
    const was = rowsOf(before, table);
    const is = rowsOf(after, table);
    // A workbook is never mutated: a row that nobody wrote is the same object.
    const places = Array.from({ length: Math.max(was.length, is.length) }, (_, index) => index);
    return places.filter((index) => was[index] !== is[index]).flatMap((index) => rowChanges(table, is, was, index));
  });
}

function rowChanges(table: Table, is: Rows, was: Rows, index: number): string[] {
  const names = columnNames(table, is);
  const id = String(is[index]?.inputs[names.indexOf('id')] ?? '');
  return names.flatMap((name, column) => {
    const [old, now] = [was, is].map((rows) => enteredIn(rows[index]?.inputs[column]));
    const type = table.columns[name ?? '']?.type;
    if (name === undefined || type === undefined || old === now) return [];
    const shown = [old, now].map((value) => showCell(type, value ?? null, fr));
    return [`${fr.tabTitle(table.key)} · ${id} · ${fr.header(table.key, name)} : ${shown.join(' → ')}`];
  });
}

function linesOf(preview: Preview): string[] {
  return preview.lines.flatMap(({ tab, id, cells }) =>
    cells.map(({ header, before, after }) => `${tab} · ${id} · ${header} : ${before} → ${after}`),
  );
}

const PICKS = 8;

interface Tried {
  readonly open: OpenAnswer;
  readonly raw: RawInput;
  readonly preview: Preview;
}

/** Rows a person could have selected, then options of the lists, until the action agrees to do something. */
function findDoable(id: string, given: RawInput): Tried {
  const action = actions.find((known) => known.id === id);
  const seen: string[] = [];
  for (const table of [null, ...(action?.startsFrom ?? [])]) {
    for (let pick = 0; pick < PICKS; pick += 1) {
      if (table === null) host.select(-1, 0);
      else host.select(tables[table].sheetId, 2 + pick * 7);
      const open = call('openForm', { action: id });
      const raw = fillForm(open.form, TODAY, given, pick);
      const answer = call('previewForm', { run: open.run, raw });
      if (answer.kind === 'invalid') seen.push(JSON.stringify(answer.problems));
      else if (answer.preview.refusals.length > 0) seen.push(answer.preview.refusals.join());
      else if (answer.preview.lines.length > 0 || ONLY_SHOWS.has(id)) return { open, raw, preview: answer.preview };
      else seen.push('nothing to write');
    }
  }
  throw new Error(`${id} agrees to nothing: ${[...new Set(seen)].slice(0, 6).join('\n')}`);
}

/** Types the same into a whole column. @returns what puts it back. */
function typeColumn([key, name, value]: readonly [TableKey, string, CellValue]): () => void {
  const rows = rowsOf(host.session.workbook(), tables[key]);
  const columnIndex = columnNames(tables[key], rows).indexOf(name);
  const before = rows.flatMap((row, rowIndex): (readonly [number, CellValue])[] => {
    const was = rowIndex < FIRST_DATA_ROW_INDEX ? null : enteredIn(row?.inputs[columnIndex]);
    return was === null ? [] : [[rowIndex, was]];
  });
  const write = (next: (was: CellValue) => CellValue) => {
    const requests = before.map(([rowIndex, was]) => ({
      updateCells: {
        start: { sheetId: tables[key].sheetId, rowIndex, columnIndex },
        rows: [{ values: [{ userEnteredValue: enteredValue(next(was)) }] }],
        fields: 'userEnteredValue',
      },
    }));
    host.api('POST', ':batchUpdate', { requests });
  };
  write(() => value);
  return () => write((was) => was);
}

/** @returns what empties it again. */
function addRow([key, cells]: readonly [TableKey, Readonly<Record<string, CellValue>>]): () => void {
  const rows = rowsOf(host.session.workbook(), tables[key]);
  const names = columnNames(tables[key], rows);
  const { sheetId } = tables[key];
  const values = names.map((name) => {
    const cell = cells[name ?? ''] ?? null;
    return cell === null ? {} : { userEnteredValue: enteredValue(cell) };
  });
  host.api('POST', ':batchUpdate', {
    requests: [{ appendCells: { sheetId, rows: [{ values }], fields: 'userEnteredValue' } }],
  });
  const rowIndex = rowsOf(host.session.workbook(), tables[key]).findIndex((row) =>
    row?.inputs.includes(cells.id ?? ''),
  );
  const start = { sheetId, rowIndex, columnIndex: 0 };
  const empty = { updateCells: { start, rows: [{ values: names.map(() => ({})) }], fields: 'userEnteredValue' } };
  return () => host.api('POST', ':batchUpdate', { requests: [empty] });
}

function enteredValue(value: CellValue): object {
  return typeof value === 'number' ? { numberValue: value } : { stringValue: String(value) };
}

type Rows = Workbook['sheets'][number]['rows'];

function rowsOf({ sheets }: Workbook, { sheetId }: Table): Rows {
  return sheets.find((sheet) => sheet.sheetId === sheetId)?.rows ?? [];
}

/** By column of the sheet, as its key row says; undefined for a column of the team. */
function columnNames({ keyOf }: Table, rows: Rows): (string | undefined)[] {
  const nameOf = new Map(Object.entries(keyOf).map(([name, key]) => [key, name]));
  return (rows[0]?.inputs ?? []).map((key) => nameOf.get(String(key)));
}

/** Of a live formula its text: the KPI tab has some beside the cells that are written. */
function enteredIn(input: CellInput | undefined): CellValue {
  if (typeof input === 'object' && input !== null) return input.formula;
  return input === undefined || input === '' ? null : input;
}

/** The id of a tab's first row. */
function firstId(key: TableKey): string {
  const rows = rowsOf(host.session.workbook(), tables[key]);
  return String(rows[FIRST_DATA_ROW_INDEX]?.inputs[columnNames(tables[key], rows).indexOf('id')] ?? '');
}

test.each(actions.map(({ id }) => id))('%s', (id) => {
  const { typed = [], added = [], given, isFinal = false } = ACTION_CASES[id] ?? {};
  const putBack = [...typed.map(typeColumn), ...added.map(addRow)];
  onTestFinished(() => {
    for (const act of putBack) act();
  });
  const { open, raw, preview } = findDoable(id, given?.(firstId) ?? {});
  const before = host.session.workbook();
  const done = call('commitForm', { run: open.run, raw, seen: preview });
  expect(done).toMatchObject({ kind: 'done', summary: preview.summary });
  const after = host.session.workbook();
  expect(changesBetween(before, after).sort()).toEqual(linesOf(preview).sort());
  if (ONLY_SHOWS.has(id)) {
    expect(preview.lines).toEqual([]);
    expect(done.kind === 'done' ? done.effects.length : 0).toBeGreaterThan(0);
    return;
  }
  expect(preview.lines.length).toBeGreaterThan(0);
  const undo = call('openForm', { action: 'undo' });
  const shown = call('previewForm', { run: undo.run, raw: undo.form.initial });
  if (shown.kind === 'invalid') throw new Error(JSON.stringify(shown.problems));
  if (isFinal) {
    expect(shown.preview.refusals.length).toBeGreaterThan(0);
    return;
  }
  expect(shown.preview.refusals).toEqual([]);
  const undone = call('commitForm', { run: undo.run, raw: undo.form.initial, seen: shown.preview });
  expect(undone.kind).toBe('done');
  const back = host.session.workbook();
  expect(changesBetween(after, back).sort()).toEqual(linesOf(shown.preview).sort());
  expect(notRestored(before, back)).toEqual([]);
});

/** Cells that were filled before an action and hold something else after its undo; rows it added stay, marked as undone. */
function notRestored(before: Workbook, back: Workbook): string[] {
  return (Object.values(tables) as Table[]).flatMap((table) => {
    if (NOT_COMPARED.has(table.key) || table.role === 'view') return [];
    const now = rowsOf(back, table);
    return rowsOf(before, table).flatMap((row, index) =>
      (row === now[index] ? [] : (row?.inputs ?? [])).flatMap((input, column) => {
        const was = enteredIn(input);
        const is = enteredIn(now[index]?.inputs[column]);
        return was === null || was === is ? [] : [`${table.key} row ${index + 1} column ${column + 1}: ${was} → ${is}`];
      }),
    );
  });
}
