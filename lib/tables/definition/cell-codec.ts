// One cell, both ways. Decoding never fails: it gives a value or a problem code; a value that could be read in two ways is
// refused, not guessed. Encoding gives typed values, so no text is ever parsed by the sheet.
import {
  type Day,
  dayFromSerial,
  type Instant,
  isDay,
  serialFromDay,
  serialFromWallTime,
  type WallTime,
  wallTimeFromSerial,
} from '#lib/kernel/day.ts';
import { centsFromEuros, eurosFromCents } from '#lib/kernel/money.ts';
import type { ProblemCode } from '#lib/kernel/problem.ts';
import type { Words } from '#lib/text/words.ts';
import type { CellValue, ColumnKind } from './column.ts';

export type Decoded =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly code: ProblemCode; readonly params: Readonly<Record<string, string>> };

const INSTANT_PATTERN = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z$/;
// What Sheets shows when a formula fails; the API returns these texts as values.
const ERROR_PATTERN = /^#(REF!|N\/A|VALUE!|DIV\/0!|NAME\?|NUM!|NULL!|ERROR!)$/;

/** A cell's value → the column's value; an empty cell or blank text gives null. */
export function decodeCell(type: ColumnKind, cell: CellValue, words: Words): Decoded {
  if (cell === null || (typeof cell === 'string' && cell.trim() === '')) return nothing;
  if (typeof cell === 'string' && cell.startsWith('#') && ERROR_PATTERN.test(cell))
    return refuse('cellIsFormulaError', cell);
  switch (type.kind) {
    case 'id':
    case 'ref':
    case 'text':
      return accept(typeof cell === 'string' ? cell.trim() : String(cell));
    case 'choice': {
      const code = words.choiceCode(type.codes, String(cell));
      return code === null
        ? {
            ok: false,
            code: 'cellNotAChoice',
            params: { value: shorten(cell), choices: words.choiceLabels(type.codes).join(', ') },
          }
        : accept(code);
    }
    case 'day':
      return decodeDay(cell);
    case 'wallTime': {
      const time = typeof cell === 'number' ? wallTimeFromSerial(cell) : null;
      return time === null ? refuse('cellNotATime', cell) : accept(time);
    }
    case 'instant':
      return typeof cell === 'string' && INSTANT_PATTERN.test(cell) ? accept(cell) : refuse('cellNotAnInstant', cell);
    case 'money': {
      const cents = typeof cell === 'number' ? centsFromEuros(cell) : null;
      return cents === null ? refuse('cellNotAnAmount', cell) : accept(cents);
    }
    case 'integer':
      return decodeNumber(cell, type.min, true);
    case 'decimal':
      return decodeNumber(cell, type.min, false);
    case 'rate':
      return decodeNumber(cell, null, false);
    case 'scalar':
      return accept(cell);
    case 'flag':
      return typeof cell === 'boolean' ? accept(cell) : refuse('cellNotAFlag', cell);
  }
}

/** The column's value → what is written; null clears the cell. */
export function encodeCell(type: ColumnKind, value: unknown, words: Words): CellValue {
  if (value === null || value === undefined) return null;
  switch (type.kind) {
    case 'choice':
      return words.choiceLabel(value as string);
    case 'day':
      return serialFromDay(value as Day);
    case 'wallTime':
      return serialFromWallTime(value as WallTime);
    case 'money':
      return eurosFromCents(value as number);
    case 'id':
    case 'ref':
    case 'text':
      return String(value);
    case 'instant':
      return value as Instant;
    default:
      return value as CellValue;
  }
}

/** Whether two cells hold the same: numbers within a second of a day, since serials carry binary fractions. */
export function sameCell(a: CellValue, b: CellValue): boolean {
  if (typeof a === 'number' && typeof b === 'number')
    return a === b || Math.abs(a - b) < 1e-9 * Math.max(1, Math.abs(a));
  return (a === '' ? null : a) === (b === '' ? null : b);
}

function decodeDay(cell: CellValue): Decoded {
  // ISO text is the one written form that cannot be misread (03/04 is March or April): accepted where a person pasted it.
  if (typeof cell === 'string' && isDay(cell.trim())) return accept(cell.trim());
  const day = typeof cell === 'number' ? dayFromSerial(cell) : null;
  return day === null ? refuse('cellNotADay', cell) : accept(day);
}

function decodeNumber(cell: CellValue, min: number | null, whole: boolean): Decoded {
  if (typeof cell !== 'number' || !Number.isFinite(cell)) return refuse('cellNotANumber', cell);
  if (whole && !Number.isInteger(cell)) return refuse('cellNotWhole', cell);
  if (min !== null && cell < min)
    return { ok: false, code: 'cellTooSmall', params: { value: String(cell), min: String(min) } };
  return accept(cell);
}

const nothing: Decoded = { ok: true, value: null };

const accept = (value: unknown): Decoded => ({ ok: true, value });

const refuse = (code: ProblemCode, cell: CellValue): Decoded => ({ ok: false, code, params: { value: shorten(cell) } });

function shorten(cell: CellValue): string {
  const shown = String(cell);
  return shown.length > 40 ? `${shown.slice(0, 39)}…` : shown;
}
