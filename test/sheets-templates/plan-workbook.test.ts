// Properties of the template's requests that no server needs to be asked for.
import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/index.js';
import { describe, expect, test } from 'vitest';
import { ownerOf, type Table } from '#lib/tables/definition/table.ts';
import { tables } from '#lib/tables/tables.ts';
import { fr } from '#lib/text/fr.ts';
import { columnProtectionId } from '#templates/object-ids.ts';
import { palette } from '#templates/palette.ts';
import { planWorkbook } from '#templates/plan-workbook.ts';
import type { ColorStyle, WorkbookRequest } from '#templates/workbook-request.ts';

const all: readonly Table[] = Object.values(tables);
const { requests } = planWorkbook({}, fr);
const pick = <Key extends string>(key: Key) =>
  requests.flatMap((request) => (key in request ? [(request as unknown as Record<Key, never>)[key]] : []));

test('the requests are those of the Sheets API', () => {
  const typedAsGoogles: readonly sheets_v4.Schema$Request[] = requests as WorkbookRequest[];
  expect(typedAsGoogles.length).toBeGreaterThan(500);
});

test('no tab gets the id 0, and tabs come in the order of the registry', () => {
  const sheets = pick('addSheet') as readonly { properties: { sheetId: number; index: number; hidden: boolean } }[];
  expect(sheets.map(({ properties }) => properties.sheetId)).toEqual(all.map((table) => table.sheetId));
  expect(sheets.map(({ properties }) => properties.index)).toEqual(all.map((_, index) => index));
  expect(sheets.filter(({ properties }) => properties.hidden).map(({ properties }) => properties.sheetId)).toEqual([
    tables.system.sheetId,
  ]);
});

test('every object has an id of its own, and no two columns of a tab share one', () => {
  const ranges = pick('addProtectedRange') as readonly { protectedRange: { protectedRangeId: number } }[];
  const ids = ranges.map(({ protectedRange }) => protectedRange.protectedRangeId);
  expect(ids.length).toBeGreaterThan(60);
  expect(new Set(ids).size).toBe(ids.length);
  for (const table of all) {
    const own = Object.values(table.keyOf).map((key) => columnProtectionId(table.sheetId, key));
    expect(new Set(own).size, table.key).toBe(own.length);
  }
});

test('a list of choices stands where the team or the menu types a choice, and nowhere else', () => {
  const rules = pick('setDataValidation') as readonly {
    range: { sheetId: number; startColumnIndex: number };
    rule: { condition: { type: string }; strict: boolean };
  }[];
  const listed = rules
    .filter(({ rule }) => rule.condition.type === 'ONE_OF_LIST')
    .map(({ range }) => `${range.sheetId}.${range.startColumnIndex}`);
  const wanted = all.flatMap((table) =>
    Object.entries(table.columns).flatMap(([name, column], index) =>
      column.type.kind === 'choice' && table.role !== 'ledger' && !column.formula && ownerOf(table, name) !== 'job'
        ? [`${table.sheetId}.${index}`]
        : [],
    ),
  );
  expect(listed.sort()).toEqual(wanted.sort());
  expect(rules.filter(({ rule }) => rule.condition.type === 'ONE_OF_RANGE' && rule.strict)).toEqual([]);
  // A tick box on a blank row counts as data: rows would be appended far below.
  expect(rules.filter(({ rule }) => rule.condition.type === 'BOOLEAN')).toEqual([]);
});

test('texts are formatted as text, so that 007 and 1-2 survive being typed', () => {
  const formats = pick('repeatCell') as readonly {
    range: { sheetId: number; startColumnIndex: number };
    cell: { userEnteredFormat: { numberFormat?: { pattern: string } } };
  }[];
  const patternOf = new Map(
    formats.map(({ range, cell }) => [
      `${range.sheetId}.${range.startColumnIndex}`,
      cell.userEnteredFormat.numberFormat?.pattern,
    ]),
  );
  const wrong = all.flatMap((table) =>
    Object.entries(table.columns).flatMap(([name, column], index) => {
      const isText = ['id', 'ref', 'text', 'instant'].includes(column.type.kind) && !column.formula;
      const pattern = patternOf.get(`${table.sheetId}.${index}`);
      return isText === (pattern === '@') ? [] : [`${table.key}.${name}: ${pattern}`];
    }),
  );
  expect(wrong).toEqual([]);
});

describe('colours', () => {
  const pairs = [
    ['headerTeam', 'white'],
    ['headerMachine', 'white'],
    ['good', 'goodInk'],
    ['attention', 'attentionInk'],
    ['bad', 'badInk'],
    ['muted', 'mutedInk'],
    ['band', 'ink'],
  ] as const;
  test.each(pairs)('%s and %s can be told apart by weak eyes (contrast of 4.5 and more)', (ground, ink) => {
    const [dark, light] = [luminance(palette[ground]), luminance(palette[ink])].sort((a, b) => a - b);
    expect(((light ?? 0) + 0.05) / ((dark ?? 0) + 0.05)).toBeGreaterThanOrEqual(4.5);
  });
});

/** Relative luminance as WCAG 2.2 defines it. */
function luminance({ rgbColor }: ColorStyle): number {
  const linear = (channel: number) => (channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4);
  return 0.2126 * linear(rgbColor.red) + 0.7152 * linear(rgbColor.green) + 0.0722 * linear(rgbColor.blue);
}
