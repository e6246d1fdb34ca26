// Jours fermés: the public holidays of the years around the last day.

import type { Holiday } from '#demo/calendar/french-holidays.ts';
import type { DemoRow } from '#demo/demo-rows.ts';
import { formatId } from '#lib/kernel/ids.ts';

export function closedDayRows(holidays: readonly Holiday[]): readonly DemoRow<'closedDays'>[] {
  return holidays.map(({ on, name }, index) => ({ id: formatId('FER', index + 1), on, name }));
}
