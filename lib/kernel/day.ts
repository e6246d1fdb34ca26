// Calendar days as ISO text (2026-11-22) and as the serial numbers of a spreadsheet. No zone enters here: which day an
// instant falls on is the host's knowledge (see clock.ts). Date is used for the calendar's arithmetic only, always UTC.

export type Day = `${number}-${number}-${number}`;
/** A wall-clock time of the workbook, without zone: 2026-11-22T14:05:00. */
export type WallTime = `${Day}T${string}`;
/** A moment, UTC, to the second: 2026-11-22T13:05:00Z. Text order is time order. */
export type Instant = `${Day}T${string}Z`;

const MS_PER_DAY = 86_400_000;
// Day zero of Sheets' serial numbers (developers.google.com/workspace/sheets/api/guides/formats, "About date & time values").
const SERIAL_EPOCH_MS = Date.UTC(1899, 11, 30);
const DAY_PATTERN = /^(\d{4})-(\d{2})-(\d{2})$/;

/** Whether the text is a day that exists (no 2026-02-30). */
export function isDay(text: string): text is Day {
  const match = DAY_PATTERN.exec(text);
  return match !== null && isoOf(Date.UTC(Number(match[1]), Number(match[2]) - 1, Number(match[3]))) === text;
}

/** Days since 1899-12-30; a fraction (a time of day) is cut off. null outside 1900-01-01 … 9999-12-31. */
export function dayFromSerial(serial: number): Day | null {
  const whole = Math.floor(serial);
  if (!Number.isFinite(serial) || whole < 2 || whole > 2_958_465) return null;
  return isoOf(SERIAL_EPOCH_MS + whole * MS_PER_DAY);
}

/** The inverse of {@link dayFromSerial}. */
export function serialFromDay(day: Day): number {
  return Math.round((utcMs(day) - SERIAL_EPOCH_MS) / MS_PER_DAY);
}

/** Serial number with a fraction of a day → wall time, rounded to the second (serials carry binary fractions). */
export function wallTimeFromSerial(serial: number): WallTime | null {
  if (dayFromSerial(serial) === null) return null;
  const seconds = Math.round(serial * 86_400);
  const time = seconds % 86_400;
  const day = isoOf(SERIAL_EPOCH_MS + (seconds - time) * 1000);
  return `${day}T${twoDigits(Math.floor(time / 3600))}:${twoDigits(Math.floor(time / 60) % 60)}:${twoDigits(time % 60)}`;
}

/** The inverse of {@link wallTimeFromSerial}. */
export function serialFromWallTime(time: WallTime): number {
  return (Date.parse(`${time}Z`) - SERIAL_EPOCH_MS) / MS_PER_DAY;
}

export function addDays(day: Day, count: number): Day {
  return isoOf(utcMs(day) + count * MS_PER_DAY);
}

/** Calendar months; the day of month is clamped to the month's end (31 January + 1 month = 28 or 29 February). */
export function addMonths(day: Day, count: number): Day {
  const [year, month, dayOfMonth] = parts(day);
  const lastOfTarget = new Date(Date.UTC(year, month - 1 + count + 1, 0)).getUTCDate();
  return isoOf(Date.UTC(year, month - 1 + count, Math.min(dayOfMonth, lastOfTarget)));
}

/** Whole days from `from` to `to`; negative when `to` is earlier. */
export function daysBetween(from: Day, to: Day): number {
  return Math.round((utcMs(to) - utcMs(from)) / MS_PER_DAY);
}

/** ISO weekday: 1 = Monday … 7 = Sunday. */
export function weekdayOf(day: Day): number {
  return new Date(utcMs(day)).getUTCDay() || 7;
}

/** Milliseconds since 1970 → instant, to the second. */
export function instantFromMs(ms: number): Instant {
  return `${new Date(Math.floor(ms / 1000) * 1000).toISOString().slice(0, 19)}Z` as Instant;
}

export function msFromInstant(instant: Instant): number {
  return Date.parse(instant);
}

function parts(day: Day): readonly [number, number, number] {
  return [Number(day.slice(0, 4)), Number(day.slice(5, 7)), Number(day.slice(8, 10))];
}

function utcMs(day: Day): number {
  const [year, month, dayOfMonth] = parts(day);
  return Date.UTC(year, month - 1, dayOfMonth);
}

// A workbook holds hundreds of thousands of days, and few different ones.
const textByMs = new Map<number, Day>();
const KEPT_DAYS = 20_000;

/** @param ms midnight of a day, UTC. */
function isoOf(ms: number): Day {
  const found = textByMs.get(ms);
  if (found !== undefined) return found;
  const day = new Date(ms).toISOString().slice(0, 10) as Day;
  if (textByMs.size < KEPT_DAYS) textByMs.set(ms, day);
  return day;
}

function twoDigits(count: number): string {
  return count < 10 ? `0${count}` : String(count);
}
