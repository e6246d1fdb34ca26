// The Stock tab's live formulas on a shop small enough to be counted by hand. Today is 22/11/2026.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { stockView } from '#lib/stock/stock-view.ts';
import { encodeCell } from '#lib/tables/definition/cell-codec.ts';
import type { Column } from '#lib/tables/definition/column.ts';
import type { Table } from '#lib/tables/definition/table.ts';
import { tables, type WorkbookState } from '#lib/tables/tables.ts';
import { fr } from '#lib/text/fr.ts';
import { clockAt } from '../support/clock-at.ts';
import { everyTable, startTemplateWorld, type TemplateWorld, typed } from '../support/template-world.ts';

let world: TemplateWorld;

beforeAll(async () => {
  world = await startTemplateWorld();
  await world.init();
  await write(tables.products, PRODUCTS, 'id model targetStock reorderPoint weeklyDemand active');
  await write(
    tables.lots,
    LOTS,
    'id productId status receivedOn bestBeforeOn datePrecision onHand reserved unitCostCents',
  );
  await write(tables.purchases, PURCHASES, 'id productId status quantity receivedQuantity');
});
afterAll(async () => {
  await world.close();
});

const PRODUCTS = `
  MIEL    hero      24  6  2  yes
  007     hero      12  6  1  yes
  BAUME   hero      12  6  -  yes
  VIDE    hero      12  6  2  yes
  DATES   hero      12  6  1  yes
  ANCIEN  hero      12  6  2  no
  GOURDE  dropship  -   -  -  yes`;
const LOTS = `
  L1  MIEL    available    2026-01-10  2027-06-01  day_known    4   1  250
  L2  MIEL    available    2026-01-10  2027-01-10  -            9   2  300
  L3  MIEL    available    2026-01-10  2026-11-22  day_known    1   0  300
  L4  MIEL    available    2026-01-10  2026-11-21  day_known    5   1  200
  L5  MIEL    quarantined  2026-01-10  2026-12-01  day_known    2   0  300
  L6  007     available    2026-11-22  -           -            6   0  410
  L7  BAUME   available    2026-01-10  -           -            5   0  400
  L8  ANCIEN  available    2026-01-10  -           -            3   0  100
  L9  VIDE    expected     2026-01-10  -           -            0   0  500
  M1  DATES   available    2026-01-10  2026-11-30  month_known  1   0  100
  M2  DATES   available    2026-01-10  2026-10-31  month_known  2   0  100
  M3  DATES   available    2026-01-10  2026-12-31  year_known   4   0  100
  M4  DATES   available    2026-01-10  2025-12-31  year_known   8   0  100
  M5  DATES   available    2026-11-23  -           -           16   0  100
  M6  DATES   exhausted    2026-01-10  -           -           32   0  100`;
const PURCHASES = `
  A1  007    sent             12  0
  A2  BAUME  partly_received  10  9
  A3  BAUME  draft            50  0
  A4  BAUME  received         10  10
  A5  VIDE   voided           10  0`;

/** product | on hand | reserved | available | incoming | cover in weeks | next best-before | cash tied up | state */
const EXPECTED = [
  // 4+9+1+5+2; sellable 14 (L4 is past its date, L5 in quarantine) less 3 reserved on them.
  ['MIEL', 21, 4, 11, 0, 5.5, '2026-11-21', 1000 + 2700 + 300 + 1000 + 600, 'enough'],
  ['007', 6, 0, 6, 12, 6, null, 2460, 'on_order'],
  ['BAUME', 5, 0, 5, 1, null, null, 2000, 'to_reorder'],
  ['VIDE', 0, 0, 0, 0, 0, null, 0, 'out_of_stock'],
  // Good to the end of the month or the year; not before it is received; what came back to an exhausted lot is there.
  ['DATES', 63, 0, 1 + 4 + 32, 0, 37, '2025-12-31', 6300, 'enough'],
  ['ANCIEN', 3, 0, 3, 0, 1.5, null, 300, 'inactive'],
  ['GOURDE', 0, 0, 0, 0, null, null, 0, 'at_partner'],
] as const;

test.each(EXPECTED)('%s', async (id, onHand, reserved, available, incoming, coverWeeks, best, valueCents, state) => {
  const { problems, state: read } = await world.decode(tables.stock);
  expect(problems).toEqual([]);
  expect(read.byId.get(id)).toMatchObject({
    onHand,
    reserved,
    available,
    incoming,
    coverWeeks,
    nextBestBeforeOn: best,
    valueCents,
    state,
  });
});

test('the whole, on the first row only', async () => {
  const { state } = await world.decode(tables.stock);
  const total = EXPECTED.reduce((sum, [, , , , , , , valueCents]) => sum + valueCents, 0);
  expect(state.rows.map((row) => row.totalValueCents)).toEqual([total, ...EXPECTED.slice(1).map(() => null)]);
});

test('lib says the same', async () => {
  const workbook = Object.fromEntries(
    await Promise.all(everyTable.map(async (table) => [table.key, (await world.decode(table)).state])),
  ) as WorkbookState;
  const shown = (await world.decode(tables.stock)).state.rows;
  const cells = shown.map(({ rowIndex: _row, totalValueCents: _total, ...row }) => row);
  expect(stockView({ workbook, clock: clockAt('2026-11-22') })).toEqual(cells);
});

test('shows the products and nothing else', async () => {
  const { state } = await world.decode(tables.stock);
  expect(state.rows.map((row) => row.id)).toEqual(EXPECTED.map(([id]) => id));
});

/** What a required column holds that the formulas do not look at. */
const ofKind: Readonly<Partial<Record<Column['type']['kind'], unknown>>> = {
  text: 'sans importance',
  ref: 'REF-1',
  choice: 'no_date',
  money: 100,
  integer: 1,
  rate: 0.2,
};

/** Types the text table into the tab: the named columns, and what its required columns need besides. */
async function write(table: Table, text: string, names: string): Promise<void> {
  const given = names.split(' ');
  const columns = Object.entries(table.columns);
  const rows = text
    .trim()
    .split('\n')
    .map((line) => {
      const cells = line.trim().split(/\s+/);
      return columns.map(([name, { type, required }]) => {
        const cell = cells[given.indexOf(name)];
        if (cell === undefined) return required ? encodeCell(type, ofKind[type.kind] ?? null, fr) : null;
        if (cell === '-') return null;
        if (type.kind === 'flag') return cell === 'yes';
        const isNumber = type.kind === 'money' || type.kind === 'integer' || type.kind === 'decimal';
        return encodeCell(type, isNumber ? Number(cell) : cell, fr);
      });
    });
  await world.edit(typed(table, 2, 0, ...rows));
}
