// The Stock tab of the demo shop after a night, cell by cell: what the workbook's engine shows, what lib computes, and what
// LibreOffice makes of the downloaded file are the same.
import { rmSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Day, serialFromDay } from '#lib/kernel/day.ts';
import { stockView } from '#lib/stock/stock-view.ts';
import { encodeCell } from '#lib/tables/definition/cell-codec.ts';
import type { Column } from '#lib/tables/definition/column.ts';
import { tables } from '#lib/tables/tables.ts';
import { fr } from '#lib/text/fr.ts';
import { exportXlsx } from '#local/web/export-xlsx.ts';
import type { World } from '#local/world/start-world.ts';
import { type ReadWorkbook, readWorkbook } from '#sync/sheets/read-workbook.ts';
import { clockAt } from '../support/clock-at.ts';
import { recalculate } from '../support/recalculate.ts';
import { buildShopFolder, night, nightDeps, openCopy, TODAY } from '../support/shop-world.ts';

let folder: string;
let world: World;
let read: ReadWorkbook;

beforeAll(async () => {
  folder = await buildShopFolder();
  world = await openCopy(folder);
  await night(world);
  read = await readWorkbook(nightDeps(world).sheets, fr);
}, 120_000);
afterAll(async () => {
  await world.close();
  rmSync(folder, { recursive: true });
});

const columns = Object.entries(tables.stock.columns) as [string, Column][];

/** A cell as text; figures to nine digits. */
function shown(value: unknown): string {
  if (value instanceof Date) return shown(serialFromDay(value.toISOString().slice(0, 10) as Day));
  if (value === null || value === undefined || value === '') return '';
  return typeof value === 'number' ? String(Number(value.toPrecision(9))) : String(value);
}

/** By product: its cells as lib would write them. */
function ours(): readonly string[][] {
  const view = stockView({ workbook: read.workbook, clock: clockAt(TODAY) });
  const total = view.reduce((sum, { valueCents }) => sum + (valueCents ?? 0), 0);
  return view.map((row, index) => {
    const cells: Readonly<Record<string, unknown>> = { ...row, totalValueCents: index === 0 ? total : null };
    return columns.map(([name, { type }]) => shown(encodeCell(type, cells[name] ?? null, fr)));
  });
}

/** The formulas show rows of Produits that lib sets aside for a bad cell, too. */
function isSound([id = '']: readonly string[]): boolean {
  return read.workbook.products.byId.has(id);
}

test('the shop has something to show', () => {
  const view = stockView({ workbook: read.workbook, clock: clockAt(TODAY) });
  const heroes = view.filter(({ model }) => model === 'hero');
  expect(view.length).toBeGreaterThan(20);
  expect(heroes.filter(({ weeklyDemand, valueCents }) => weeklyDemand && valueCents)).toHaveLength(3);
});

test('the workbook shows what lib computes', () => {
  const { rows, rawOf } = read.workbook.stock;
  const cells = rows.map(({ rowIndex }) => columns.map(([name]) => shown(rawOf(rowIndex)[name])));
  expect(cells.filter(isSound)).toEqual(ours());
});

test('LibreOffice agrees', async () => {
  stopToday();
  const sheets = await recalculate(await exportXlsx(world.sheets.session));
  const [keys = [], , ...rows] = sheets.find(({ name }) => name === fr.tabTitle('stock'))?.rows ?? [];
  const places = columns.map(([name]) => keys.indexOf(tables.stock.keyOf[name as 'id']));
  const cells = rows.map((row) => places.map((place) => shown(row[place])));
  expect(cells.filter(isSound)).toEqual(ours());
}, 90_000);

test('LibreOffice agrees on every formula of every other tab', async () => {
  const sheets = await recalculate(await exportXlsx(world.sheets.session));
  const others = world.sheets.snapshot().sheets.filter(({ properties }) => properties.sheetId !== tables.stock.sheetId);
  const formulas = others.flatMap(({ properties, cells }) => {
    const theirs = sheets.find(({ name }) => name === properties.title)?.rows ?? [];
    return cells
      .filter(({ input }) => typeof input === 'object' && input !== null)
      .map(({ row, column, value }) => [properties.title, row, column, shown(value), shown(theirs[row]?.[column])]);
  });
  expect(formulas.length).toBeGreaterThan(20);
  expect(formulas.filter(([, , , ours, theirs]) => ours !== theirs)).toEqual([]);
}, 120_000);

/** LibreOffice takes today from the machine: in its copy, TODAY() is the day of the shop. */
function stopToday(): void {
  const [year, month, day] = TODAY.split('-').map(Number);
  const { sheetId } = tables.stock;
  const sheet = world.sheets.snapshot().sheets.find(({ properties }) => properties.sheetId === sheetId);
  const requests = (sheet?.cells ?? []).flatMap(({ row, column, input }) => {
    if (typeof input !== 'object' || input === null || !input.formula.includes('TODAY()')) return [];
    const formulaValue = input.formula.replaceAll('TODAY()', `DATE(${year},${month},${day})`);
    const start = { sheetId, rowIndex: row, columnIndex: column };
    const rows = [{ values: [{ userEnteredValue: { formulaValue } }] }];
    return [{ updateCells: { start, rows, fields: 'userEnteredValue' } }];
  });
  expect(requests.length).toBeGreaterThan(20);
  world.sheets.session.commit({ kind: 'batchUpdate', requests });
}
