// A whole tab as people leave it: moved, renamed, inserted and lost columns, ragged rows, copied ids. Nothing read is dropped.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { messageOf } from '#lib/kernel/problem.ts';
import { encodeCell } from '#lib/tables/definition/cell-codec.ts';
import type { CellValue } from '#lib/tables/definition/column.ts';
import { decodeTable } from '#lib/tables/definition/decode-table.ts';
import { tables } from '#lib/tables/tables.ts';
import { fr } from '#lib/text/fr.ts';

const { hubs } = tables;
const NAMES = Object.keys(hubs.columns) as (keyof typeof hubs.columns)[];
const KEYS = NAMES.map((name) => hubs.keyOf[name]);
const HEADERS = NAMES.map((name) => fr.header('hubs', name));
const HUB = { id: 'HUB-000001', name: 'Atelier', priority: 2, active: true };

type Hub = Partial<Record<(typeof NAMES)[number], CellValue>>;

const row = (cells: Hub, names: readonly string[] = NAMES): CellValue[] =>
  names.map((name) => cells[name as (typeof NAMES)[number]] ?? null);

function decode(values: readonly (readonly CellValue[])[]) {
  return decodeTable(hubs, { sheetId: hubs.sheetId, title: 'Hubs', values, formulas: new Set() }, fr);
}

describe('columns are found by the key row', () => {
  test('in any order, under any header, among columns of the team', () => {
    const order = [...NAMES].reverse();
    const keys = ['', ...order.map((name) => hubs.keyOf[name]), 'their_own'];
    const values = [keys, keys.map((_, index) => `Titre ${index}`), [99, ...row(HUB, order), 'à nous']];
    const { state, problems } = decode(values);
    expect(problems).toEqual([]);
    expect(state.rows).toMatchObject([HUB]);
    expect(state.columnIndexOf.get('id')).toBe(order.length);
  });

  test('an optional one that is gone is reported and read as empty', () => {
    const names = NAMES.filter((name) => name !== 'priority');
    const { state, problems } = decode([names.map((name) => hubs.keyOf[name]), [], row(HUB, names)]);
    expect(problems.map((found) => [found.code, found.params.key])).toEqual([['columnMissing', 'priority']]);
    expect(state).toMatchObject({ usable: true, rows: [{ id: 'HUB-000001', priority: null }] });
  });

  test('a required one that is gone makes the tab unusable', () => {
    const names = NAMES.filter((name) => name !== 'name');
    const { state, problems } = decode([names.map((name) => hubs.keyOf[name]), [], row(HUB, names)]);
    expect(problems.map((found) => found.code)).toContain('requiredColumnMissing');
    expect(state.usable).toBe(false);
  });

  test('a key that stands twice makes the tab unusable', () => {
    const { state, problems } = decode([[...KEYS, 'name'], HEADERS]);
    expect(problems.map((found) => [found.code, found.at?.cell])).toEqual([['columnKeyTwice', 'O1']]);
    expect(state.usable).toBe(false);
  });
});

describe('rows', () => {
  test('that are ragged read as empty to the right', () => {
    const { state, problems } = decode([KEYS, HEADERS, ['HUB-000001', 'Atelier']]);
    expect(problems).toEqual([]);
    expect(state.rows).toMatchObject([{ id: 'HUB-000001', name: 'Atelier', address: null, active: null }]);
  });

  test('that are blank, or hold blanks and an unticked box, are no rows', () => {
    const blanks: CellValue[][] = [[], row({}), row({ name: '  ', active: false })];
    const { state, problems } = decode([KEYS, HEADERS, ...blanks, row(HUB)]);
    expect(problems).toEqual([]);
    expect(state.rows.map((found) => found.rowIndex)).toEqual([5]);
    expect(state.unadopted).toEqual([]);
  });

  test('whose id stands twice are frozen, both, whatever spaces surround it', () => {
    const { state, problems } = decode([KEYS, HEADERS, row(HUB), row({ ...HUB, id: ' HUB-000001 ' })]);
    expect(state.rows).toEqual([]);
    expect(state.setAside.map((found) => [found.rowIndex, found.reason])).toEqual([
      [2, 'duplicate-id'],
      [3, 'duplicate-id'],
    ]);
    expect(problems.map((found) => [found.code, found.params.rows])).toEqual([
      ['idTwice', '3, 4'],
      ['idTwice', '3, 4'],
    ]);
  });

  test('without an id wait for adoption', () => {
    const { state } = decode([KEYS, HEADERS, row({ name: 'Atelier', id: ' ' })]);
    expect(state.unadopted).toMatchObject([{ rowIndex: 2, reason: 'no-id', cells: { name: 'Atelier' } }]);
  });

  test('with a bad required cell are set aside; a bad optional cell is reported and left empty', () => {
    const bad: Hub = { ...HUB, id: 'HUB-000002', name: '#REF!' };
    const { state, problems } = decode([KEYS, HEADERS, row({ ...HUB, cutOffHour: 'midi' }), row(bad)]);
    expect(state.rows).toMatchObject([{ id: 'HUB-000001', cutOffHour: null }]);
    expect(state.setAside).toMatchObject([{ id: 'HUB-000002', reason: 'bad-cell' }]);
    expect(problems.map((found) => messageOf(found, fr))).toEqual([
      'onglet « Hubs », cellule I3 : « midi » n’est pas un nombre. Tapez seulement des chiffres, par exemple 12 ou 2,5.',
      'onglet « Hubs », cellule B4 : la formule donne l’erreur #REF! : corrigez-la.',
    ]);
  });
});

test('a tab that is gone gives an unusable, empty table', () => {
  const { state, problems } = decodeTable(hubs, undefined, fr);
  expect(problems.map((found) => found.code)).toEqual(['tabMissing']);
  expect(state).toMatchObject({ usable: false, rows: [] });
});

test('every row of every table is found or set aside, once', () => {
  const cell = fc.oneof(fc.constant(null), fc.constant(''), fc.string(), fc.integer(), fc.double(), fc.boolean());
  fc.assert(
    fc.property(
      fc.constantFrom(...Object.values(tables)),
      fc.array(fc.array(cell, { maxLength: 40 })),
      (table, rows) => {
        const keys = Object.values(table.keyOf) as string[];
        const grid = { sheetId: table.sheetId, title: 'T', values: [keys, [], ...rows], formulas: new Set<string>() };
        const { state } = decodeTable(table, grid, fr);
        const seen = [...state.rows, ...state.setAside, ...state.unadopted].map(({ rowIndex }) => rowIndex);
        expect(new Set(seen).size).toBe(seen.length);
        const filled = rows.flatMap((cells, index) => {
          const own = cells.slice(0, keys.length);
          return own.some((value) => value !== null && value !== false && String(value).trim() !== '')
            ? [index + 2]
            : [];
        });
        expect([...seen].sort((a, b) => a - b)).toEqual(filled);
      },
    ),
  );
});

test('a row encoded by its columns decodes to itself', () => {
  const cells = { ...HUB, postalCode: '01000', parcelCostCents: 450, cutOffHour: 14 } as const;
  const encoded = NAMES.map((name) =>
    encodeCell(hubs.columns[name].type, (cells as Record<string, unknown>)[name], fr),
  );
  expect(decode([KEYS, HEADERS, encoded]).state.rows).toMatchObject([cells]);
});
