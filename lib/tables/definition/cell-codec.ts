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
    return refuse('cellIsFormulaError', cell, words);
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
            params: { value: shown(cell, words), choices: words.choiceLabels(type.codes).join(', ') },
          }
        : accept(code);
    }
    case 'day':
      return decodeDay(cell, words);
    case 'wallTime': {
      const time = typeof cell === 'number' ? wallTimeFromSerial(cell) : null;
      return time === null ? refuse('cellNotATime', cell, words) : accept(time);
    }
    case 'instant':
      return typeof cell === 'string' && INSTANT_PATTERN.test(cell)
        ? accept(cell)
        : refuse('cellNotAnInstant', cell, words);
    case 'money': {
      const cents = typeof cell === 'number' ? centsFromEuros(cell) : null;
      return cents === null ? refuseNumber('cellNotAnAmount', cell, words) : accept(cents);
    }
    case 'integer':
      return decodeNumber(cell, type.min, true, words);
    case 'decimal':
      return decodeNumber(cell, type.min, false, words);
    case 'rate':
      return decodeNumber(cell, null, false, words);
    case 'scalar':
      return accept(cell);
    case 'flag':
      return typeof cell === 'boolean' ? accept(cell) : refuse('cellNotAFlag', cell, words);
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

function decodeDay(cell: CellValue, words: Words): Decoded {
  // ISO text is the one written form that cannot be misread (03/04 is March or April): accepted where a person pasted it.
  if (typeof cell === 'string' && isDay(cell.trim())) return accept(cell.trim());
  const day = typeof cell === 'number' ? dayFromSerial(cell) : null;
  return day === null ? refuse('cellNotADay', cell, words) : accept(day);
}

function decodeNumber(cell: CellValue, min: number | null, whole: boolean, words: Words): Decoded {
  if (typeof cell !== 'number' || !Number.isFinite(cell)) return refuseNumber('cellNotANumber', cell, words);
  if (whole && !Number.isInteger(cell)) return refuse('cellNotWhole', cell, words);
  if (min !== null && cell < min)
    return { ok: false, code: 'cellTooSmall', params: { value: shown(cell, words), min: shown(min, words) } };
  return accept(cell);
}

const WRITTEN_NUMBER = /^-?\d+(,\d+)?$/;
// Three digits behind the point may be thousands: which of the two is meant is not guessed.
const WITH_POINT = /^-?\d+\.(\d{1,2}|\d{4,})$/;

/** A number that stands there as text has a cure of its own. */
function refuseNumber(code: ProblemCode, cell: CellValue, words: Words): Decoded {
  const text = typeof cell === 'string' ? cell.trim() : '';
  if (WRITTEN_NUMBER.test(text)) return refuse('cellNumberAsText', text, words);
  if (!WITH_POINT.test(text)) return refuse(code, cell, words);
  return { ok: false, code: 'cellDecimalPoint', params: { value: text, written: text.replace('.', ',') } };
}

const nothing: Decoded = { ok: true, value: null };

const accept = (value: unknown): Decoded => ({ ok: true, value });

const refuse = (code: ProblemCode, cell: CellValue, words: Words): Decoded => {
  return { ok: false, code, params: { value: shown(cell, words) } };
};

const MOST_DECIMALS = 6;

function shown(cell: CellValue, words: Words): string {
  const text = typeof cell === 'number' ? words.formatNumber(cell, MOST_DECIMALS) : String(cell);
  return text.length > 40 ? `${text.slice(0, 39)}…` : text;
}
