/**
 * What a person's keystrokes mean (USER_ENTERED): formulas, numbers, percentages, amounts, dates, times and booleans of the
 * workbook's locale; anything else, or whatever starts with an apostrophe, is text.
 */

import { type SheetLocale, sheetLocale } from '../format/locale.ts';
import { canonicalFormula } from '../formula/formula-separators.ts';
import type { CellFormat, CellInput } from '../workbook/workbook.ts';

export interface ParsedEntry {
  readonly input: CellInput;
  /** The number format that this way of writing brings along, for a cell that has none. */
  readonly numberFormat?: NonNullable<CellFormat['numberFormat']>;
}

/** `todaySerial` fills the year that "1-2" leaves out. `isTextCell`: a cell formatted `@` parses nothing but formulas. */
export function parseEntry(text: string, localeCode: string, todaySerial: number, isTextCell = false): ParsedEntry {
  const locale = sheetLocale(localeCode);
  if (text.startsWith("'")) return { input: text.slice(1) };
  if (isTextCell) return { input: text };
  if (text.startsWith('=') && text.length > 1) {
    return { input: { formula: canonicalFormula(text, locale.decimal === ',') } };
  }
  const trimmed = text.trim();
  if (trimmed === '') return { input: text === '' ? null : text };
  return (
    parseBoolean(trimmed, locale) ??
    parseNumber(trimmed, locale) ??
    parseDateTime(trimmed, locale, todaySerial) ?? { input: text }
  );
}

function parseBoolean(text: string, locale: SheetLocale): ParsedEntry | undefined {
  const word = text.toUpperCase();
  if (word === 'TRUE' || word === locale.booleans[0]) return { input: true };
  return word === 'FALSE' || word === locale.booleans[1] ? { input: false } : undefined;
}

function parseNumber(text: string, locale: SheetLocale): ParsedEntry | undefined {
  const symbol = /[€$£]/.exec(text)?.[0];
  const isPercent = text.endsWith('%');
  const isNegative = /^\(.*\)$/.test(text);
  let digits = text.replace(/^\((.*)\)$/, '$1').replace(/%$/, '');
  if (symbol !== undefined) digits = digits.replace(symbol, '').trim();
  const groups =
    locale.decimal === ',' ? /(?<=[0-9])[ \u00a0\u202f](?=[0-9]{3}(?:[^0-9]|$))/g : /(?<=[0-9]),(?=[0-9]{3})/g;
  const isGrouped = groups.test(digits);
  digits = digits.replace(groups, '').trim();
  const decimal = locale.decimal === ',' ? ',' : '\\.';
  if (!new RegExp(`^[+-]?(?:[0-9]+(?:${decimal}[0-9]*)?|${decimal}[0-9]+)(?:[eE][+-]?[0-9]+)?$`).test(digits))
    return undefined;
  const number = Number(digits.replace(',', '.')) * (isNegative ? -1 : 1);
  if (!Number.isFinite(number)) return undefined;
  const hasDecimals = digits.includes(locale.decimal);
  const places = hasDecimals ? '0.00' : '0';
  if (isPercent) return { input: number / 100, numberFormat: { type: 'PERCENT', pattern: `${places}%` } };
  if (symbol !== undefined) {
    const pattern = symbol === locale.currency.symbol ? locale.currency.pattern : `"${symbol}"#,##0.00`;
    return {
      input: number,
      numberFormat: { type: 'CURRENCY', pattern: hasDecimals ? pattern : pattern.replace('.00', '') },
    };
  }
  if (/[eE]/.test(digits)) return { input: number, numberFormat: { type: 'SCIENTIFIC', pattern: '0.00E+00' } };
  return isGrouped ? { input: number, numberFormat: { type: 'NUMBER', pattern: `#,##${places}` } } : { input: number };
}

function parseDateTime(text: string, locale: SheetLocale, todaySerial: number): ParsedEntry | undefined {
  const match =
    /^(?:(?<date>[0-9]{1,4}[-/.][0-9]{1,2}(?:[-/.][0-9]{1,4})?))?(?:(?:^|\s+)(?<time>[0-9]{1,2}:[0-9]{2}(?::[0-9]{2})?(?:\s*[ap]m)?))?$/i.exec(
      text,
    );
  const { date, time } = match?.groups ?? {};
  if (date === undefined && time === undefined) return undefined;
  const day = date === undefined ? 0 : parseDay(date, locale, todaySerial);
  const fraction = time === undefined ? 0 : parseTime(time);
  if (day === undefined || fraction === undefined) return undefined;
  const { datePattern, timePattern } = locale;
  if (time === undefined) return { input: day, numberFormat: { type: 'DATE', pattern: datePattern } };
  if (date === undefined) return { input: fraction, numberFormat: { type: 'TIME', pattern: timePattern } };
  return { input: day + fraction, numberFormat: { type: 'DATE_TIME', pattern: `${datePattern} ${timePattern}` } };
}

function parseDay(text: string, locale: SheetLocale, todaySerial: number): number | undefined {
  const parts = text.split(/[-/.]/).map(Number);
  const [first = 0, second = 0, third] = parts;
  const thisYear = new Date((todaySerial - 25_569) * 86_400_000).getUTCFullYear();
  if (text.includes('.') && (third === undefined || !locale.dayFirst)) return undefined;
  if (/^[0-9]{4}/.test(text)) return third === undefined ? undefined : serialOf(first, second, third);
  const year = third === undefined ? thisYear : third < 100 ? third + (third < 50 ? 2000 : 1900) : third;
  return locale.dayFirst ? serialOf(year, second, first) : serialOf(year, first, second);
}

/** Days since 1899-12-30, or undefined for a day that the calendar does not have. */
function serialOf(year: number, month: number, day: number): number | undefined {
  const date = new Date(Date.UTC(year, month - 1, day));
  const isReal = date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return isReal ? date.getTime() / 86_400_000 + 25_569 : undefined;
}

function parseTime(text: string): number | undefined {
  const [hours = 0, minutes = 0, seconds = 0] = text
    .replace(/\s*[ap]m$/i, '')
    .split(':')
    .map(Number);
  if (hours > 24 || minutes > 59 || seconds > 59) return undefined;
  const isAfternoon = /pm$/i.test(text) && hours < 12;
  const isMidnight = /am$/i.test(text) && hours === 12;
  return ((hours + (isAfternoon ? 12 : 0) - (isMidnight ? 12 : 0)) * 3600 + minutes * 60 + seconds) / 86_400;
}
