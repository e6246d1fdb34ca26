// What people do to a workbook: every row typed badly in the demo shop, and every way of breaking a tab, gives a Problem with
// its place in French; the rest of the night goes on, and nothing that stood in a tab is lost.
import { rmSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { uglyRows } from '#demo/ugly-rows.ts';
import { messageOf, type ProblemCode } from '#lib/kernel/problem.ts';
import { cellName, columnLetters } from '#lib/tables/definition/grid.ts';
import { type TableKey, tables } from '#lib/tables/tables.ts';
import { fr } from '#lib/text/fr.ts';
import { writeBatch } from '#local/world/seed-demo.ts';
import type { World } from '#local/world/start-world.ts';
import { buildShopFolder, night, openCopy } from '#test/support/shop-world.ts';

let folder = '';
beforeAll(async () => {
  folder = await buildShopFolder();
}, 300_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

interface TypedCell {
  readonly row: number;
  readonly column: number;
  readonly input: unknown;
}

function cellsOf(world: World, key: TableKey): readonly TypedCell[] {
  const { sheetId } = tables[key];
  return world.sheets.snapshot().sheets.find(({ properties }) => properties.sheetId === sheetId)?.cells ?? [];
}

function columnOf(world: World, key: TableKey, name: string): number {
  const keyOf: Readonly<Record<string, string>> = tables[key].keyOf;
  const found = cellsOf(world, key).find(({ row, input }) => row === 0 && textOf(input) === keyOf[name]);
  if (found === undefined) throw new Error(`${key} has no column ${name}`);
  return found.column;
}

function textOf(input: unknown): unknown {
  return typeof input === 'object' && input !== null ? Object.values(input)[0] : input;
}

const type = (world: World, key: TableKey, cell: string, text: string) =>
  world.sheets.person.edit(`'${fr.tabTitle(key)}'!${cell}`, text);

async function deleteColumn(world: World, key: TableKey, name: string): Promise<void> {
  const startIndex = columnOf(world, key, name);
  const range = { sheetId: tables[key].sheetId, dimension: 'COLUMNS', startIndex, endIndex: startIndex + 1 };
  await writeBatch(world, { requests: [{ deleteDimension: { range } }] });
}

describe('rows typed badly in the demo shop', () => {
  it('each give the Problem they should, at their place, and no sound row gives one', async () => {
    const world = await openCopy(folder);
    const { problems } = await night(world);
    for (const ugly of uglyRows) {
      const tab = fr.tabTitle(ugly.table);
      const own = problems.filter(
        ({ at }) => at?.tab === tab && at.id !== undefined && at.id === String(ugly.over ?? ugly.cells.id ?? '').trim(),
      );
      if (ugly.problem === null)
        expect(
          own.map(({ code }) => code),
          ugly.note,
        ).toEqual([]);
      else if ((ugly.over ?? ugly.cells.id) !== undefined) {
        expect(
          own.map(({ code }) => code),
          ugly.note,
        ).toContain(ugly.problem);
      } else
        expect(
          problems.some(({ code, at }) => code === ugly.problem && at?.tab === tab),
          ugly.note,
        ).toBe(true);
    }
    expect(uglyRows.filter(({ problem }) => problem !== null).length).toBeGreaterThan(15);
    await world.close();
  });

  it('stay as plain text where they look like formulas or markup', async () => {
    const world = await openCopy(folder);
    await night(world);
    const { sheets } = world.sheets.snapshot();
    const inputs = sheets.flatMap((sheet) => sheet.cells.map(({ input }) => JSON.stringify(input)));
    expect(inputs.filter((input) => input.includes('IMPORTXML')).length).toBeGreaterThan(0);
    expect(inputs.filter((input) => input.includes('IMPORTXML') && input.includes('formula'))).toEqual([]);
    expect(inputs.filter((input) => input.includes('<script>')).length).toBeGreaterThan(0);
    await world.close();
  });
});

interface Damage {
  readonly what: string;
  readonly damage: (world: World) => Promise<void> | void;
  readonly code: ProblemCode;
  /** What the sentence must name. */
  readonly says: RegExp;
  /** A table that the damage does not concern: its part of the night goes on. */
  readonly goesOn: string;
}

const damages: readonly Damage[] = [
  {
    what: 'a wrong header row: the key of an id typed over',
    damage: (world) => type(world, 'disputes', 'A1', 'Litige'),
    code: 'requiredColumnMissing',
    says: /Litiges.*clé id.*ni lu ni écrit/,
    goesOn: 'mirrorInvoices',
  },
  {
    what: 'a needed column deleted',
    damage: (world) => deleteColumn(world, 'refunds', 'amountCents'),
    code: 'requiredColumnMissing',
    says: /Remboursements.*clé amount/,
    goesOn: 'mirrorSubscriptions',
  },
  {
    what: 'a spare column deleted',
    damage: (world) => deleteColumn(world, 'customers', 'phone'),
    code: 'columnMissing',
    says: /Clients.*Téléphone/,
    goesOn: 'points',
  },
  {
    what: 'a tab deleted',
    damage: (world) => writeBatch(world, { requests: [{ deleteSheet: { sheetId: tables.facts.sheetId } }] }),
    code: 'tabMissing',
    says: /Faits.*ops init/,
    goesOn: 'mirrorInvoices',
  },
  {
    what: 'a number of the shop in words',
    damage: (world) => {
      const row = cellsOf(world, 'settings').find(({ input }) => textOf(input) === 'points.lifetimeMonths')?.row ?? 0;
      type(world, 'settings', cellName(row, columnOf(world, 'settings', 'value')), 'dix-huit');
    },
    code: 'settingBad',
    says: /Réglages.*dix-huit.*défaut 18/,
    goesOn: 'points',
  },
  {
    what: 'a row copied with its id',
    damage: (world) =>
      type(
        world,
        'plans',
        'A4',
        String(textOf(cellsOf(world, 'plans').find(({ row, column }) => row === 2 && column === 0)?.input)),
      ),
    code: 'idTwice',
    says: /Formules.*plusieurs lignes \(3, 4/,
    goesOn: 'mirrorInvoices',
  },
];

describe('a broken workbook', () => {
  it.each(damages)('$what', async ({ damage, code, says, goesOn }) => {
    const world = await openCopy(folder);
    await damage(world);
    const before = world.sheets.snapshot();
    const { problems, steps } = await night(world);
    const found = problems.filter((problem) => problem.code === code);
    expect(found.map((problem) => messageOf(problem, fr)).join('\n')).toMatch(says);
    expect(steps.find(({ key }) => key === goesOn)?.committed).toBeGreaterThan(0);
    expect(lostCells(before, world.sheets.snapshot())).toEqual([]);
    await world.close();
  });

  it('a tab that cannot be read settles nothing, and is not counted', async () => {
    const world = await openCopy(folder);
    await night(world);
    const overdue = () => {
      const rows = cellsOf(world, 'reconciliation');
      const kind = columnOf(world, 'reconciliation', 'kind');
      const status = columnOf(world, 'reconciliation', 'status');
      const of = rows.filter(({ column, input }) => column === kind && textOf(input) === 'paiement à relancer');
      return of.map(({ row }) => [row, textOf(rows.find((cell) => cell.row === row && cell.column === status)?.input)]);
    };
    const before = overdue();
    expect(before.length).toBeGreaterThan(0);
    type(world, 'invoices', 'A1', 'pas_une_cle');
    await night(world);
    expect(overdue()).toEqual(before);
    const told = cellsOf(world, 'reconciliation').map(({ input }) => String(textOf(input)));
    expect(told.some((text) => text.includes('onglet « Factures » inutilisable'))).toBe(true);
    type(world, 'invoices', 'A1', 'id');
    await night(world);
    expect(overdue()).toEqual(before);
    await world.close();
  });

  it('a mirror cell typed over is put right, and the Rapprochement says so', async () => {
    const world = await openCopy(folder);
    const undisturbed = await openCopy(folder);
    const cell = cellName(4, columnOf(world, 'invoices', 'totalCents'));
    type(world, 'invoices', cell, 'cent euros');
    await night(world);
    await night(undisturbed);
    expect(cellsOf(world, 'invoices')).toEqual(cellsOf(undisturbed, 'invoices'));
    const told = cellsOf(world, 'reconciliation').filter(({ input }) => textOf(input) === '« cent euros »');
    expect(told).toHaveLength(1);
    await Promise.all([world.close(), undisturbed.close()]);
  });
});

type Snapshot = ReturnType<World['sheets']['snapshot']>;

/** Filled cells of people's columns that the night emptied, by tab and cell. */
function lostCells(before: Snapshot, after: Snapshot): string[] {
  return before.sheets.flatMap((sheet) => {
    const { sheetId, title } = sheet.properties;
    const now = after.sheets.find(({ properties }) => properties.sheetId === sheetId);
    const filled = new Set((now?.cells ?? []).map(({ row, column }) => `${row},${column}`));
    return sheet.cells
      .filter(({ row, column, input }) => input !== null && input !== undefined && !filled.has(`${row},${column}`))
      .filter(({ column }) => !isJobColumn(sheet, column))
      .map(({ row, column }) => `${title}!${columnLetters(column)}${row + 1}`);
  });
}

/** The lease in Système and the job's own columns come and go; what people typed does not. */
function isJobColumn(sheet: Snapshot['sheets'][number], column: number): boolean {
  const table = Object.values(tables).find(({ sheetId }) => sheetId === sheet.properties.sheetId);
  if (table === undefined) return false;
  if (table.key === 'system') return true;
  const key = textOf(sheet.cells.find((cell) => cell.row === 0 && cell.column === column)?.input);
  const names: Readonly<Record<string, string>> = table.keyOf;
  const name = Object.keys(names).find((candidate) => names[candidate] === key);
  const columns: Readonly<Record<string, { readonly owner: string | null }>> = table.columns;
  return name !== undefined && (columns[name]?.owner ?? table.owner) === 'job';
}
