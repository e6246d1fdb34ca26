/**
 * A number shown by a pattern of Google's number-format language (sections, conditions, colours, currency, dates), in the
 * workbook's locale. Patterns are written in US notation whatever the locale; only the shown text follows it.
 */
import { sheetLocale } from './locale.ts';
import { parsePattern, type Section } from './parse-pattern.ts';
import { isDateSection, showDate } from './show-date.ts';
import { generalText, showNumber } from './show-number.ts';

/** The text of `value`; an empty pattern shows like the automatic format. */
export function shownText(value: number, pattern: string, localeCode: string): string {
  const locale = sheetLocale(localeCode);
  if (pattern === '' || /^general$/i.test(pattern)) return generalText(value, locale);
  const sections = parsePattern(pattern);
  const index = chooseSection(sections, value);
  const section = sections[index];
  if (section === undefined) return generalText(value, locale);
  if (isDateSection(section)) return showDate(value, section, locale);
  const isNegativeSection = sections.length > 1 && index === 1 && section.condition === undefined;
  const shown = isNegativeSection ? Math.abs(value) : value;
  return showNumber(shown, section, locale);
}

/** Whether values shown by that pattern are dates or times. */
export function isDatePattern(pattern: string): boolean {
  const section = pattern === '' ? undefined : parsePattern(pattern)[0];
  return section !== undefined && isDateSection(section);
}

/** The text section of a pattern applied to a text; patterns without one leave it alone. */
export function shownString(value: string, pattern: string): string {
  const section = parsePattern(pattern).find(
    (candidate, index, all) => index === 3 || (index === all.length - 1 && hasAt(candidate)),
  );
  if (section === undefined) return value;
  return section.tokens
    .map((token) => (token.kind === 'text' ? value : token.kind === 'literal' ? token.text : ''))
    .join('');
}

function hasAt(section: Section): boolean {
  return section.tokens.some((token) => token.kind === 'text');
}

function chooseSection(sections: readonly Section[], value: number): number {
  if (sections.some((section) => section.condition !== undefined)) {
    const met = sections.findIndex((section) => section.condition === undefined || section.condition(value));
    return met < 0 ? sections.length - 1 : met;
  }
  if (value < 0 && sections.length > 1) return 1;
  if (value === 0 && sections.length > 2) return 2;
  return 0;
}
