// Every action of the menu, on the demo shop, through the built bundle: its preview names exactly the cells that its commit
// then changes, and an undo brings every row back to what it was.
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import { actions } from '#lib/actions/registry.ts';
import type { OpenAnswer, Preview, RawInput, ServerCalls } from '#lib/actions/screen.ts';
import { showCell } from '#lib/changes/preview.ts';
import { serialFromDay } from '#lib/kernel/day.ts';
import type { CellValue } from '#lib/tables/definition/column.ts';
import type { Table } from '#lib/tables/definition/table.ts';
import { type TableKey, tables } from '#lib/tables/tables.ts';
import { fr } from '#lib/text/fr.ts';
import { createWorldClock } from '#local/clock.ts';
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

type Cells = ReadonlyMap<string, CellValue>;

/** Every cell of the tabs that an action may write, but Journal and Système: table|0-based row|column name → value. */
function cellsOf(): Cells {
  const cells = new Map<string, CellValue>();
  for (const table of Object.values(tables) as Table[]) {
    if (table.key === 'journal' || table.key === 'system' || table.role === 'view') continue;
    const body = {
      dataFilters: [{ gridRange: { sheetId: table.sheetId } }],
      valueRenderOption: 'UNFORMATTED_VALUE',
      dateTimeRenderOption: 'SERIAL_NUMBER',
    };
    const { valueRanges } = host.api('POST', '/values:batchGetByDataFilter', body) as {
      readonly valueRanges: readonly { readonly valueRange: { readonly values?: readonly CellValue[][] } }[];
    };
    const [keys = [], , ...data] = valueRanges[0]?.valueRange.values ?? [];
    const names = new Map(Object.entries(table.keyOf).map(([name, key]) => [key, name]));
    data.forEach((row, index) => {
      row.forEach((value, column) => {
        const name = names.get(String(keys[column]));
        if (name !== undefined && value !== '' && value !== null) cells.set(`${table.key}|${index + 2}|${name}`, value);
      });
    });
  }
  return cells;
}

/** What changed, said as the preview says it: tab · row · column : before → after. */
function changesBetween(before: Cells, after: Cells): string[] {
  const places = new Set([...before.keys(), ...after.keys()]);
  return [...places].flatMap((place) => {
    const [was, is] = [before.get(place) ?? null, after.get(place) ?? null];
    if (was === is) return [];
    const [key, row, name] = place.split('|') as [TableKey, string, string];
    const table: Table = tables[key];
    const column = table.columns[name];
    if (column === undefined) return [];
    const id = String(after.get(`${key}|${row}|id`) ?? '');
    const shown = [was, is].map((value) => showCell(column.type, value, fr));
    return [`${fr.tabTitle(key)} · ${id} · ${fr.header(key, name)} : ${shown.join(' → ')}`];
  });
}

function linesOf(preview: Preview): string[] {
  return preview.lines.flatMap(({ tab, id, cells }) =>
    cells.map(({ header, before, after }) => `${tab} · ${id} · ${header} : ${before} → ${after}`),
  );
}

const PICKS = 8;
/** They write nothing: what they give is printed or read. */
const ONLY_SHOWS: ReadonlySet<string> = new Set(['print-pick-list', 'print-packing-slips', 'compare-reorder-policies']);

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

interface Setting {
  /** Columns that a person fills, from the first row on, before the action. */
  readonly typed?: readonly (readonly [TableKey, string, CellValue])[];
  readonly given?: () => RawInput;
}

const firstId = (key: TableKey) => String(cellsOf().get(`${key}|2|id`));

/** What must be so before an action has something to do in this shop, and what no list offers. */
const SETTINGS: Readonly<Record<string, Setting>> = {
  'propose-purchases': {
    typed: [
      ['lots', 'onHand', 0],
      ['purchases', 'status', fr.choiceLabel('voided')],
    ],
  },
  'open-stock-take': { typed: [['stockTakes', 'status', fr.choiceLabel('voided')]] },
  'settle-lot': { typed: [['lots', 'onHand', 7]] },
  'prepare-delay-replies': { typed: [['shipments', 'promisedOn', serialFromDay('2026-10-01')]] },
  'import-orders': {
    given: () => ({ text: `Référence;Client;SKU;Quantité\nWEB-1;${firstId('customers')};${firstId('products')};1` }),
  },
};

/** Types the same into a whole column. @returns what puts it back. */
function typeColumn([key, name, value]: readonly [TableKey, string, CellValue]): () => void {
  const before = [...cellsOf()].filter(([place]) => place.startsWith(`${key}|`) && place.endsWith(`|${name}`));
  const write = (next: (was: CellValue) => CellValue) => {
    const requests = before.map(([place, was]) => ({
      updateCells: {
        start: {
          sheetId: tables[key].sheetId,
          rowIndex: Number(place.split('|')[1]),
          columnIndex: Object.keys(tables[key].columns).indexOf(name),
        },
        rows: [{ values: [{ userEnteredValue: enteredValue(next(was)) }] }],
        fields: 'userEnteredValue',
      },
    }));
    host.api('POST', ':batchUpdate', { requests });
  };
  write(() => value);
  return () => write((was) => was);
}

function enteredValue(value: CellValue): object {
  return typeof value === 'number' ? { numberValue: value } : { stringValue: String(value) };
}

test.each(actions.map(({ id }) => id))('%s', (id) => {
  const { typed = [], given } = SETTINGS[id] ?? {};
  const putBack = typed.map(typeColumn);
  onTestFinished(() => {
    for (const act of putBack) act();
  });
  const { open, raw, preview } = findDoable(id, given?.() ?? {});
  const before = cellsOf();
  const done = call('commitForm', { run: open.run, raw, seen: preview });
  expect(done).toMatchObject({ kind: 'done', summary: preview.summary });
  const after = cellsOf();
  expect(changesBetween(before, after).sort()).toEqual(linesOf(preview).sort());
  if (ONLY_SHOWS.has(id)) {
    expect(preview.lines).toEqual([]);
    expect(done.kind === 'done' ? done.effects.length : 0).toBeGreaterThan(0);
    return;
  }
  const undo = call('openForm', { action: 'undo' });
  const shown = call('previewForm', { run: undo.run, raw: undo.form.initial });
  if (shown.kind === 'invalid') throw new Error(JSON.stringify(shown.problems));
  expect(shown.preview.refusals).toEqual([]);
  const undone = call('commitForm', { run: undo.run, raw: undo.form.initial, seen: shown.preview });
  expect(undone.kind).toBe('done');
  const back = cellsOf();
  expect(changesBetween(after, back).sort()).toEqual(linesOf(shown.preview).sort());
  expect([...before].filter(([place, value]) => back.get(place) !== value)).toEqual([]);
});
