/**
 * An instant as the serial number a spreadsheet shows: days since 1899-12-30 on the wall clock of the workbook's zone.
 */

const dayMs = 86_400_000;
const epochSerial = 25_569;
const formatters = new Map<string, Intl.DateTimeFormat>();

/** Whole seconds; an unknown zone throws a RangeError. */
export function serialNow(nowMs: number, timeZone: string): number {
  let formatter = formatters.get(timeZone);
  if (formatter === undefined) {
    formatter = new Intl.DateTimeFormat('en-GB', {
      timeZone,
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    });
    formatters.set(timeZone, formatter);
  }
  const parts = Object.fromEntries(formatter.formatToParts(nowMs).map(({ type, value }) => [type, Number(value)]));
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = parts;
  return Date.UTC(year, month - 1, day, hour, minute, second) / dayMs + epochSerial;
}
