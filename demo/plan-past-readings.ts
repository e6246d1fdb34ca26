// The weekly readings of the figures that nights of the past would have kept, computed from the demo shop's own rows as they
// stood by then: the history has something to show from the first day. What Stripe alone knows, and how many points were
// left, stay unread until a night.
import type { BatchUpdateBody } from '#lib/changes/plan-commit.ts';
import type { Clock } from '#lib/kernel/clock.ts';
import { addDays, type Day, type Instant } from '#lib/kernel/day.ts';
import { planKpi } from '#lib/kpi/plan-kpi.ts';
import { parseSettings } from '#lib/settings/settings.ts';
import type { FigureId } from '#lib/tables/kpi-definitions.ts';
import { fr } from '#lib/text/fr.ts';
import { parisInstant, parisWallTime, wallTime } from './calendar/paris-time.ts';
import { type LiveTab, seedBodies, workbookFrom } from './plan-demo-seed.ts';

/** The lots of points say what is left today. */
const NOT_OF_THE_PAST: FigureId = 'points_liability';
const WEEKS = 26;
const NIGHT_SECONDS = 3 * 3600;

/** @param at the moment of writing; the last reading is of a week before. @returns bodies of spreadsheets.batchUpdate. */
export function planPastReadings(tabs: readonly LiveTab[], at: Instant): BatchUpdateBody[] {
  const workbook = workbookFrom(tabs);
  const { settings } = parseSettings(workbook.settings);
  const today = parisWallTime(at).slice(0, 10) as Day;
  const weeks = Array.from({ length: WEEKS }, (_, index) => addDays(today, -7 * (WEEKS - index)));
  const plans = weeks.map((day) => {
    const { changes } = planKpi({ workbook, settings, words: fr, clock: nightClock(day) });
    const readings = changes.filter(({ table, cells }) => table === 'kpiHistory' && cells.kpiId !== NOT_OF_THE_PAST);
    return { changes: readings, problems: [] };
  });
  return seedBodies(workbook, plans, 'demo-readings', at);
}

function nightClock(today: Day): Clock {
  return {
    now: parisInstant(wallTime(today, NIGHT_SECONDS)),
    today,
    dayOf: (instant) => parisWallTime(instant).slice(0, 10) as Day,
    wallTimeOf: parisWallTime,
  };
}
