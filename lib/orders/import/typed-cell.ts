// Figures and dates as people and shop systems write them in a text file. What could be read in two ways is refused.
import { type Day, isDay, type WallTime } from '#lib/kernel/day.ts';
import { centsFromEuros } from '#lib/kernel/money.ts';

/** 12, 1 200; null for anything else, 12,5 and 1.200 included. */
export function typedCount(text: string): number | null {
  const plain = text.replace(/\s/g, '');
  return /^\d{1,9}$/.test(plain) ? Number(plain) : null;
}

/** 12,50 or 12.50, with or without € and spaces between thousands; in cents. null for 1.234,50 and the like. */
export function typedCents(text: string): number | null {
  const plain = text.replace(/[\s€]/g, '').replace(',', '.');
  return /^\d{1,9}(\.\d{1,2})?$/.test(plain) ? centsFromEuros(Number(plain)) : null;
}

/** 22/11/2026 or 2026-11-22, with or without 14:30(:00) behind it; midnight when no hour is given. */
export function typedTime(text: string): WallTime | null {
  const match = /^(\S+?)(?:[T ]+(\d{1,2})[:h](\d{2})(?::(\d{2}))?(?:\.\d+)?)?$/.exec(text.trim());
  const day = typedDay(match?.[1] ?? '');
  if (match === null || day === null) return null;
  const [hour, minute, second] = [match[2] ?? '0', match[3] ?? '00', match[4] ?? '00'];
  if (Number(hour) > 23 || Number(minute) > 59 || Number(second) > 59) return null;
  return `${day}T${hour.padStart(2, '0')}:${minute}:${second}`;
}

function typedDay(text: string): Day | null {
  const french = /^(\d{1,2})[/.](\d{1,2})[/.](\d{4})$/.exec(text);
  const iso = french === null ? text : `${french[3]}-${french[2]?.padStart(2, '0')}-${french[1]?.padStart(2, '0')}`;
  return isDay(iso) ? iso : null;
}
