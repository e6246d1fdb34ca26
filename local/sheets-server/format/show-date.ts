/**
 * Shows a serial number (days since 1899-12-30) by a section that holds date or time letters.
 */
import type { SheetLocale } from './locale.ts';
import type { PatternToken, Section } from './parse-pattern.ts';

const dayMs = 86_400_000;
const epochSerial = 25_569;

export function isDateSection(section: Section): boolean {
  return section.tokens.some((token) => token.kind === 'date');
}

export function showDate(serial: number, section: Section, locale: SheetLocale): string {
  // Round to whole seconds (or milliseconds when shown), or 12:00 stored as 0.49999999 would show as 11:59.
  const showsMilliseconds = section.tokens.some((token) => token.kind === 'digits');
  const unitMs = showsMilliseconds ? 1 : 1000;
  const totalMs = Math.round((serial * dayMs) / unitMs) * unitMs;
  const date = new Date(totalMs - epochSerial * dayMs);
  const isHalfDay = section.tokens.some((token) => token.kind === 'date' && /^a/.test(token.text));
  return section.tokens
    .map((token, index) => {
      if (token.kind === 'literal') return token.text;
      if (token.kind === 'digits') return showFraction(date, token.text, locale);
      if (token.kind !== 'date') return '';
      const isMinutes = token.text.startsWith('m') && isBesideTime(section.tokens, index);
      return showPart(date, totalMs, isMinutes ? `n${token.text.slice(1)}` : token.text, isHalfDay, locale);
    })
    .join('');
}

/** `m` means minutes after hours or before seconds. */
function isBesideTime(tokens: readonly PatternToken[], index: number): boolean {
  const dates = tokens.map((token) => (token.kind === 'date' ? token.text : ''));
  const before = dates.slice(0, index).findLast((text) => text !== '');
  const after = dates.slice(index + 1).find((text) => text !== '');
  return /^\[?h/.test(before ?? '') || /^s/.test(after ?? '');
}

function showPart(date: Date, totalMs: number, part: string, isHalfDay: boolean, locale: SheetLocale): string {
  const two = (value: number): string => String(value).padStart(part.length >= 2 ? 2 : 1, '0');
  const hours = date.getUTCHours();
  switch (part[0]) {
    case 'y':
      return part.length <= 2
        ? String(date.getUTCFullYear() % 100).padStart(2, '0')
        : String(date.getUTCFullYear()).padStart(4, '0');
    case 'm':
      return showMonth(date.getUTCMonth(), part.length, locale);
    case 'd':
      if (part.length >= 4) return locale.days[date.getUTCDay()] ?? '';
      return part.length === 3 ? (locale.shortDays[date.getUTCDay()] ?? '') : two(date.getUTCDate());
    case 'h':
      return two(isHalfDay ? hours % 12 || 12 : hours);
    case 'n':
      return two(date.getUTCMinutes());
    case 's':
      return two(date.getUTCSeconds());
    case 'a':
      return (hours < 12 ? 'AM' : 'PM').slice(0, part === 'a/p' ? 1 : 2);
    default:
      return showElapsed(totalMs, part);
  }
}

function showMonth(month: number, length: number, locale: SheetLocale): string {
  if (length === 3) return locale.shortMonths[month] ?? '';
  if (length === 5) return (locale.months[month] ?? '').slice(0, 1).toUpperCase();
  return length >= 4 ? (locale.months[month] ?? '') : String(month + 1).padStart(length, '0');
}

function showElapsed(totalMs: number, part: string): string {
  const unitMs = { h: 3_600_000, m: 60_000, s: 1000 }[part[1] ?? ''] ?? 1000;
  return String(Math.floor(totalMs / unitMs)).padStart(part.length - 2, '0');
}

function showFraction(date: Date, pattern: string, locale: SheetLocale): string {
  const digits = pattern.replace(/[^0#?]/g, '').length;
  return `${pattern.startsWith('.') ? locale.decimal : ''}${String(date.getUTCMilliseconds()).padStart(3, '0').slice(0, digits)}`;
}
