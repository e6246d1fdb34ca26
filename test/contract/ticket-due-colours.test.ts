// The colour of « À traiter avant » follows the clock itself: the rules of the template, evaluated on tickets due before and
// after this moment, whatever word stands beside. It is Sunday 22 November 2026, 10:00 in Paris.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { serialFromWallTime, type WallTime } from '#lib/kernel/day.ts';
import { columnLetters } from '#lib/tables/definition/grid.ts';
import { tables } from '#lib/tables/tables.ts';
import { startTemplateWorld, type TemplateWorld } from '../support/template-world.ts';

const { tickets } = tables;
const names = Object.keys(tickets.columns);
const columnOf = (name: string) => names.indexOf(name);

let world: TemplateWorld;
beforeAll(async () => {
  world = await startTemplateWorld();
  await world.init();
});
afterAll(() => world.close());

/** due | amber from | red | amber */
const CASES: readonly (readonly [due: WallTime | null, soon: WallTime | null, red: boolean, amber: boolean])[] = [
  ['2026-11-20T12:00:00', '2026-11-20T11:30:00', true, false],
  ['2026-11-22T09:59:00', '2026-11-22T09:30:00', true, false],
  ['2026-11-22T10:30:00', '2026-11-22T09:59:00', false, true],
  ['2026-11-23T12:00:00', '2026-11-22T09:00:00', false, true],
  ['2026-11-22T10:30:00', '2026-11-22T10:05:00', false, false],
  ['2026-11-25T16:00:00', '2026-11-24T16:00:00', false, false],
  [null, null, false, false],
  ['2026-11-22T10:30:00', null, false, false],
];

test('red once it is past, amber when it soon will be, plain before and without a due time', async () => {
  const { conditionalFormats = [] } = await world.sheet(tickets, 'conditionalFormats');
  const rules = conditionalFormats.filter(({ ranges }) => ranges?.[0]?.startColumnIndex === columnOf('dueAt'));
  const formulaOf = (piece: string) => {
    const found = rules.map(({ booleanRule }) => booleanRule?.condition?.values?.[0]?.userEnteredValue ?? '');
    return found.find((formula) => formula.includes(`ops:${piece}:`)) ?? '';
  };
  const formulas = ['r.due_at.bad', 'r.due_at.attention'].map(formulaOf);
  expect(formulas).toEqual([expect.stringContaining('NOW()'), expect.stringContaining('NOW()')]);
  const time = (text: WallTime | null) => (text === null ? {} : { numberValue: serialFromWallTime(text) });
  // The rules' own formulas beside the rows, each for its row, in columns that the tickets do not use.
  const spare = names.length;
  await world.edit(
    { appendDimension: { sheetId: tickets.sheetId, dimension: 'COLUMNS', length: 2 } },
    ...CASES.map(([due, soon], index) => ({
      updateCells: {
        start: { sheetId: tickets.sheetId, rowIndex: 2 + index, columnIndex: columnOf('dueAt') },
        rows: [{ values: [{ userEnteredValue: time(due) }, { userEnteredValue: time(soon) }] }],
        fields: 'userEnteredValue',
      },
    })),
    ...CASES.map((_, index) => ({
      updateCells: {
        start: { sheetId: tickets.sheetId, rowIndex: 2 + index, columnIndex: spare },
        rows: [
          { values: formulas.map((formula) => ({ userEnteredValue: { formulaValue: forRow(formula, 3 + index) } })) },
        ],
        fields: 'userEnteredValue',
      },
    })),
  );
  const values = await world.values(tickets);
  const shown = CASES.map((_, index) => values[2 + index]?.slice(spare, spare + 2));
  expect(columnOf('dueSoonAt')).toBe(columnOf('dueAt') + 1);
  expect(shown).toEqual(CASES.map(([, , red, amber]) => [red, amber]));
});

/** A rule is written for the first row of data; the sheet moves it down, as copying does. */
function forRow(formula: string, row: number): string {
  const columns = ['dueAt', 'dueSoonAt'].map((name) => columnLetters(columnOf(name)));
  return columns.reduce((text, letters) => text.replaceAll(`$${letters}3`, `$${letters}${row}`), formula);
}
