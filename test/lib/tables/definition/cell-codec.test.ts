// One cell both ways: what is written reads back the same, and every ugly cell is either forgiven on purpose or named.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Day, dayFromSerial, wallTimeFromSerial } from '#lib/kernel/day.ts';
import { messageOf, problem } from '#lib/kernel/problem.ts';
import { decodeCell, encodeCell } from '#lib/tables/definition/cell-codec.ts';
import type { CellValue, ColumnKind } from '#lib/tables/definition/column.ts';
import { tables } from '#lib/tables/tables.ts';
import { fr } from '#lib/text/fr.ts';

const day = fc.integer({ min: 2, max: 2_958_465 }).map((serial) => dayFromSerial(serial) as Day);
const words = fc.string({ minLength: 1, unit: 'grapheme' }).filter((text) => text.trim() === text && text !== '');
const notAnError = words.filter((text) => !text.startsWith('#'));
const codes = ['ddm', 'dlc', 'no_date'] as const;

const kinds: readonly (readonly [string, ColumnKind, fc.Arbitrary<unknown>])[] = [
  ['id', { kind: 'id' }, notAnError],
  ['ref', { kind: 'ref', table: 'products' }, notAnError],
  ['text', { kind: 'text' }, notAnError],
  ['choice', { kind: 'choice', codes }, fc.constantFrom(...codes)],
  ['day', { kind: 'day' }, day],
  [
    'wall time',
    { kind: 'wallTime' },
    fc
      .tuple(fc.integer({ min: 2, max: 2_958_464 }), fc.integer({ min: 0, max: 86_399 }))
      .map(([serial, second]) => wallTimeFromSerial(serial + second / 86_400)),
  ],
  ['instant', { kind: 'instant' }, day.map((on) => `${on}T13:30:59Z`)],
  ['money', { kind: 'money' }, fc.integer({ min: -1e11, max: 1e11 })],
  ['integer', { kind: 'integer', min: 0 }, fc.nat()],
  ['decimal', { kind: 'decimal', min: null }, fc.double({ noNaN: true, noDefaultInfinity: true })],
  ['rate', { kind: 'rate' }, fc.double({ noNaN: true, noDefaultInfinity: true })],
  ['flag', { kind: 'flag' }, fc.boolean()],
  ['scalar', { kind: 'scalar' }, fc.oneof(notAnError, fc.integer(), fc.boolean())],
];

describe('decode ∘ encode = identity', () => {
  test.each(kinds)('%s', (_, kind, values) => {
    fc.assert(
      fc.property(fc.option(values), (value) => {
        expect(decodeCell(kind, encodeCell(kind, value, fr), fr)).toEqual({ ok: true, value });
      }),
    );
  });

  test('every kind used by a table is covered', () => {
    const used = Object.values(tables).flatMap((table) =>
      Object.values(table.columns).map((column: { readonly type: ColumnKind }) => column.type.kind),
    );
    const covered = new Set(kinds.map(([, { kind }]) => kind));
    expect(used.filter((kind) => !covered.has(kind))).toEqual([]);
  });
});

const NBSP = ' ';

/** kind | what stands in the cell | what becomes of it: `= value` or the Problem's code */
const ugly: readonly (readonly [ColumnKind, CellValue, string])[] = [
  [{ kind: 'id' }, '  CMD-000001 ', '= "CMD-000001"'],
  [{ kind: 'id' }, 7, '= "7"'],
  [{ kind: 'id' }, '   ', '= null'],
  [{ kind: 'id' }, '#REF!', 'cellIsFormulaError'],
  [{ kind: 'ref', table: 'products' }, ' MIEL-250\n', '= "MIEL-250"'],
  [{ kind: 'ref', table: 'products' }, '#N/A', 'cellIsFormulaError'],
  [{ kind: 'text' }, '=IMPORTXML("http://example.com")', '= "=IMPORTXML(\\"http://example.com\\")"'],
  [{ kind: 'text' }, '007', '= "007"'],
  [{ kind: 'text' }, true, '= "true"'],
  [{ kind: 'text' }, '', '= null'],
  [{ kind: 'choice', codes }, ' Sans Date ', '= "no_date"'],
  [{ kind: 'choice', codes }, 'ddm', '= "ddm"'],
  [{ kind: 'choice', codes }, 'no_date', 'cellNotAChoice'],
  [{ kind: 'choice', codes }, 3, 'cellNotAChoice'],
  [{ kind: 'day' }, 46_348, '= "2026-11-22"'],
  [{ kind: 'day' }, 46_348.75, '= "2026-11-22"'],
  [{ kind: 'day' }, '2026-11-22', '= "2026-11-22"'],
  [{ kind: 'day' }, '2026-02-30', 'cellNotADay'],
  [{ kind: 'day' }, '22/11/2026', 'cellNotADay'],
  [{ kind: 'day' }, '03/04', 'cellNotADay'],
  [{ kind: 'day' }, -3, 'cellNotADay'],
  [{ kind: 'day' }, true, 'cellNotADay'],
  [{ kind: 'wallTime' }, 46_348.5, '= "2026-11-22T12:00:00"'],
  [{ kind: 'wallTime' }, '22/11/2026 12:00', 'cellNotATime'],
  [{ kind: 'instant' }, '2026-11-22T13:30:00Z', '= "2026-11-22T13:30:00Z"'],
  [{ kind: 'instant' }, '2026-11-22 13:30', 'cellNotAnInstant'],
  [{ kind: 'instant' }, 46_348.5, 'cellNotAnInstant'],
  [{ kind: 'money' }, 3.5, '= 350'],
  [{ kind: 'money' }, 1.005, '= 101'],
  [{ kind: 'money' }, '3,5', 'cellNumberAsText'],
  [{ kind: 'money' }, '12.50', 'cellDecimalPoint'],
  [{ kind: 'money' }, '12,5O', 'cellNotAnAmount'],
  [{ kind: 'money' }, `18${NBSP}€`, 'cellNotAnAmount'],
  [{ kind: 'money' }, false, 'cellNotAnAmount'],
  [{ kind: 'money' }, 1e300, 'cellNotAnAmount'],
  [{ kind: 'integer', min: 0 }, 0, '= 0'],
  [{ kind: 'integer', min: 0 }, 2.5, 'cellNotWhole'],
  [{ kind: 'integer', min: 0 }, -1, 'cellTooSmall'],
  [{ kind: 'integer', min: 0 }, 'douze', 'cellNotANumber'],
  [{ kind: 'integer', min: 0 }, '12', 'cellNumberAsText'],
  [{ kind: 'integer', min: 0 }, '1.2.3', 'cellNotANumber'],
  // A thousand, or one.
  [{ kind: 'decimal', min: null }, '1.000', 'cellNotANumber'],
  [{ kind: 'decimal', min: null }, '3,5', 'cellNumberAsText'],
  [{ kind: 'decimal', min: null }, ' -2.5 ', 'cellDecimalPoint'],
  [{ kind: 'decimal', min: null }, '#DIV/0!', 'cellIsFormulaError'],
  [{ kind: 'rate' }, 0.055, '= 0.055'],
  [{ kind: 'rate' }, '20 %', 'cellNotANumber'],
  [{ kind: 'flag' }, 'oui', 'cellNotAFlag'],
  [{ kind: 'flag' }, 1, 'cellNotAFlag'],
  [{ kind: 'flag' }, 'VRAI', 'cellNotAFlag'],
  [{ kind: 'scalar' }, 0, '= 0'],
  [{ kind: 'scalar' }, '#NAME?', 'cellIsFormulaError'],
];

test.each(ugly)('%j holding %j gives %s', (kind, cell, expected) => {
  const decoded = decodeCell(kind, cell, fr);
  expect(decoded.ok ? `= ${JSON.stringify(decoded.value)}` : decoded.code).toBe(expected);
});

test.each<[Parameters<typeof decodeCell>[0], CellValue, string]>([
  [
    { kind: 'integer', min: 0 },
    2.5,
    '« 2,5 » n’est pas un nombre entier. Tapez un nombre sans virgule, par exemple 3.',
  ],
  [{ kind: 'integer', min: 1 }, -2, '« -2 » est trop petit. Tapez un nombre à partir de 1.'],
  [{ kind: 'decimal', min: 0.5 }, 0.25, '« 0,25 » est trop petit. Tapez un nombre à partir de 0,5.'],
  [{ kind: 'decimal', min: null }, '2.5', '« 2.5 » s’écrit avec une virgule. Tapez 2,5.'],
  [
    { kind: 'integer', min: 0 },
    '12',
    '« 12 » est écrit comme du texte. Choisissez Format › Nombre › Automatique, puis retapez 12.',
  ],
  [{ kind: 'day' }, '03/04', '« 03/04 » n’est pas une date. Tapez jour, mois et année, par exemple 31/03/2027.'],
])('%j holding %j is told as %s', (kind, cell, said) => {
  const decoded = decodeCell(kind, cell, fr);
  expect(decoded.ok ? null : messageOf(problem(decoded.code, decoded.params as never), fr)).toBe(said);
});
