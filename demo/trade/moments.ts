// The hours of the demo shop's working day, so that the journal of movements runs in the order things happen.
import { parisInstant, wallTime } from '#demo/calendar/paris-time.ts';
import type { Day, Instant } from '#lib/kernel/day.ts';

/** Seconds of the day, wall clock. */
export const OPENS = {
  receipts: 34_200,
  returns: 39_600,
  incidentals: 43_200,
  packing: 54_000,
  counts: 66_600,
} as const;

/** The `turn`th moment of a part of the day, some seconds after the one before; parts never run into each other. */
export function momentOf(day: Day, part: keyof typeof OPENS, turn: number): Instant {
  return parisInstant(wallTime(day, OPENS[part] + Math.min(turn * 5, part === 'packing' ? 12_500 : 3500)));
}
