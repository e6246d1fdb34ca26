// The Stock tab's live formulas on a shop small enough to be counted by hand. Today is 22/11/2026.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { encodeCell } from '#lib/tables/definition/cell-codec.ts';
import type { Table } from '#lib/tables/definition/table.ts';
import { tables } from '#lib/tables/tables.ts';
import { fr } from '#lib/text/fr.ts';
import { startTemplateWorld, type TemplateWorld, typed } from '../support/template-world.ts';

let world: TemplateWorld;

beforeAll(async () => {
  world = await startTemplateWorld();
  await world.init();
  await write(tables.products, PRODUCTS, 'id model targetStock reorderPoint weeklyDemand active');
  await write(tables.lots, LOTS, 'id productId status bestBeforeOn onHand reserved unitCostCents');
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
  ANCIEN  hero      12  6  2  no
  GOURDE  dropship  -   -  -  yes`;
const LOTS = `
  L1  MIEL    available    2027-06-01  4   1  250
  L2  MIEL    available    2027-01-10  9   2  300
  L3  MIEL    available    2026-11-22  1   0  300
  L4  MIEL    available    2026-11-21  5   1  200
  L5  MIEL    quarantined  2026-12-01  2   0  300
  L6  007     available    -           6   0  410
  L7  BAUME   available    -           5   0  400
  L8  ANCIEN  available    -           3   0  100
  L9  VIDE    expected     -           0   0  500`;
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

test('shows the products and nothing else', async () => {
  const { state } = await world.decode(tables.stock);
  expect(state.rows.map((row) => row.id)).toEqual(EXPECTED.map(([id]) => id));
});

/** Types the text table into the tab: the named columns, and what its required columns need besides. */
async function write(table: Table, text: string, names: string): Promise<void> {
  const given = names.split(' ');
  const columns = Object.entries(table.columns);
  const rows = text
    .trim()
    .split('\n')
    .map((line) => {
      const cells = line.trim().split(/\s+/);
      return columns.map(([name, { type }]) => {
        const cell = cells[given.indexOf(name)];
        if (cell === undefined || cell === '-') return null;
        if (type.kind === 'flag') return cell === 'yes';
        const isNumber = type.kind === 'money' || type.kind === 'integer' || type.kind === 'decimal';
        return encodeCell(type, isNumber ? Number(cell) : cell, fr);
      });
    });
  await world.edit(typed(table, 2, 0, ...rows));
}
