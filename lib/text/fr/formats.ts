// French figures without Intl (Apps Script's is unproved): narrow no-break space U+202F between thousands, no-break space
// U+00A0 before € and %, decimal comma, day/month/year.
import type { Day, WallTime } from '#lib/kernel/day.ts';

const THIN = ' ';
/** Before €, %: a line never ends there. */
export const FIXED = ' ';

/** 1234.5 → 1 234,5. At most `decimals` decimals, trailing zeros dropped. */
export function formatNumber(value: number, decimals = 2): string {
  const [whole = '0', fraction = ''] = Math.abs(value).toFixed(decimals).split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, THIN);
  const kept = fraction.replace(/0+$/, '');
  const sign = value < 0 && !(Number(whole) === 0 && kept === '') ? '-' : '';
  return `${sign}${grouped}${kept === '' ? '' : `,${kept}`}`;
}

/** 180000 cents → 1 800,00 €. */
export function formatEuros(cents: number): string {
  const [whole = '0', fraction = ''] = (Math.abs(cents) / 100).toFixed(2).split('.');
  return `${cents < 0 ? '-' : ''}${whole.replace(/\B(?=(\d{3})+$)/g, THIN)},${fraction}${FIXED}€`;
}

/** 0.17 → 17 %. */
export function formatPercent(share: number, decimals = 1): string {
  return `${formatNumber(share * 100, decimals)}${FIXED}%`;
}

/** 2026-11-22 → 22/11/2026. */
export function formatDay(day: Day): string {
  const [year, month, dayOfMonth] = day.split('-');
  return `${dayOfMonth}/${month}/${year}`;
}

/** 2026-11-22T14:05:00 → 22/11/2026 14:05. */
export function formatWallTime(time: WallTime): string {
  return `${formatDay(time.slice(0, 10) as Day)} ${time.slice(11, 16)}`;
}
