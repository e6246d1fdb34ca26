// A shop with a few tickets for tests: open 9:00 to 18:00 from Monday to Friday, default promises, a moment on the wall clock.
import type { PlanContext } from '#lib/changes/plan-context.ts';
import type { WallTime } from '#lib/kernel/day.ts';
import { parseSettings } from '#lib/settings/settings.ts';
import { defaultSettings } from '#lib/tables/default-settings.ts';
import type { tickets } from '#lib/tables/tickets.ts';
import { fr } from '#lib/text/fr.ts';
import { clockAt } from '../../support/clock-at.ts';
import { type TestRow, type TestRows, workbookOf } from '../../support/workbook-of.ts';

export type TestTicket = TestRow<typeof tickets>;

/** `10:00` is that time on Monday 16 November 2026; `+1 09:30` on the next day. */
export function timeOf(text: string): WallTime {
  const [, days = '0', time = ''] = /^(?:\+(\d+) )?(\d{2}:\d{2})$/.exec(text) ?? [];
  return `2026-11-${16 + Number(days)}T${time}:00` as WallTime;
}

/** @param now as {@link timeOf} reads it: Paris is one hour ahead of UTC in November. */
export function ticketShop(now: string, rows: readonly TestTicket[], others: TestRows = {}): PlanContext {
  const settings = Object.entries(defaultSettings).map(([id, value]) => ({ id, value: value === '' ? null : value }));
  const workbook = workbookOf({
    settings,
    ...others,
    tickets: rows.map((row, index) => ({
      id: `TIC-00000${index + 1}`,
      receivedAt: timeOf('10:00'),
      channel: 'email',
      status: 'open',
      ...row,
    })),
  });
  const wall = timeOf(now);
  const hour = String(Number(wall.slice(11, 13)) - 1).padStart(2, '0');
  const clock = clockAt(`${wall.slice(0, 11)}${hour}${wall.slice(13)}Z` as `${number}-${number}-${number}T${string}Z`);
  return { workbook, clock, settings: parseSettings(workbook.settings).settings, words: fr };
}
