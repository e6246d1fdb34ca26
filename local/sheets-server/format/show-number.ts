/**
 * Shows a number by one section of a pattern, or without a pattern as the automatic format does.
 */
import type { SheetLocale } from './locale.ts';
import type { PatternToken, Section } from './parse-pattern.ts';

/** Up to ten significant places, no grouping, exponents as `1,23E+20`. */
export function generalText(value: number, locale: SheetLocale): string {
  if (!Number.isFinite(value)) return '#NUM!';
  const magnitude = Math.abs(value);
  if (magnitude !== 0 && (magnitude >= 1e15 || magnitude < 1e-5)) {
    const [mantissa = '', exponent = ''] = value.toExponential(5).split('e');
    const digits = mantissa.includes('.') ? mantissa.replace(/\.?0+$/, '') : mantissa;
    const sign = exponent.startsWith('-') ? '-' : '+';
    return `${digits.replace('.', locale.decimal)}E${sign}${exponent.replace(/^[+-]/, '').padStart(2, '0')}`;
  }
  const rounded = Number.isInteger(value) ? String(value) : String(Number(value.toPrecision(10)));
  return rounded.replace('.', locale.decimal);
}

export function showNumber(value: number, section: Section, locale: SheetLocale): string {
  const percents = section.tokens.filter((token) => token.kind === 'percent').length;
  const spread = spreadDigits(section.tokens);
  const scaled = value * 100 ** percents;
  let isFirst = true;
  const text = section.tokens
    .map((token) => {
      if (token.kind === 'literal') return token.text;
      if (token.kind === 'percent') return '%';
      if (token.kind !== 'digits') return '';
      if (!isFirst) return '';
      isFirst = false;
      return showDigits(Math.abs(scaled), spread, locale);
    })
    .join('');
  return value < 0 && /[1-9]/.test(text) ? `-${text}` : text;
}

/** All digit places of a section read as one run (`0" "0` is rare and shown by its first run). */
function spreadDigits(tokens: readonly PatternToken[]): string {
  return tokens.find((token) => token.kind === 'digits')?.text ?? '0';
}

function showDigits(magnitude: number, pattern: string, locale: SheetLocale): string {
  const [places = '', exponentPattern] = pattern.split(/e/i);
  if (exponentPattern !== undefined) return showExponent(magnitude, places, exponentPattern, locale);
  const thousands = /,+$/.exec(places)?.[0].length ?? 0;
  const [wholePattern = '', decimals] = places.slice(0, places.length - thousands).split('.');
  const fixed = toFixed(magnitude / 1000 ** thousands, decimals?.length ?? 0);
  const [whole = '0', fraction = ''] = fixed.split('.');
  const leastDigits = wholePattern.replaceAll(',', '').replaceAll('#', '').length;
  const digits = (whole === '0' ? '' : whole).padStart(leastDigits, '0');
  const isGrouped = /[0#?],[0#?]/.test(wholePattern);
  const grouped = isGrouped ? digits.replace(/\B(?=(\d{3})+(?!\d))/g, locale.group) : digits;
  // The decimal sign of the pattern is always shown: 12 by 0.## is "12.".
  return decimals === undefined ? grouped : `${grouped}${locale.decimal}${keepPlaces(fraction, decimals)}`;
}

/** Drops trailing zeros where the pattern says `#`. */
function keepPlaces(fraction: string, decimals: string): string {
  let length = fraction.length;
  while (length > 0 && fraction[length - 1] === '0' && decimals[length - 1] !== '0') length -= 1;
  return fraction.slice(0, length);
}

function showExponent(magnitude: number, places: string, exponentPattern: string, locale: SheetLocale): string {
  const decimals = (places.split('.')[1] ?? '').length;
  const [mantissa = '0', exponent = '0'] = magnitude.toExponential(decimals).split('e');
  const power = Number(exponent);
  const sign = power < 0 ? '-' : exponentPattern.startsWith('+') ? '+' : '';
  const digits = String(Math.abs(power)).padStart(exponentPattern.length - 1, '0');
  return `${mantissa.replace('.', locale.decimal)}E${sign}${digits}`;
}

/** Rounds the decimal text half away from zero, so that 1.005 shows as 1.01. */
function toFixed(magnitude: number, decimals: number): string {
  const scaled = Number(`${magnitude}e${decimals}`);
  if (Number.isNaN(scaled) || magnitude >= 1e21) return magnitude.toFixed(Math.min(decimals, 20));
  return Number(`${Math.round(scaled)}e-${decimals}`).toFixed(decimals);
}
