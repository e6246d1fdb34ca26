// When a subscription was paused, from marks that come in any order and may come twice: what the workbook holds, what
// events tell, what Stripe says tonight. Days only: two marks of one kind on one day are one mark.
import { compareText } from '#lib/kernel/compare.ts';
import type { Day } from '#lib/kernel/day.ts';

export interface PauseMarks {
  readonly starts: ReadonlySet<Day>;
  readonly ends: ReadonlySet<Day>;
}

export interface PauseSpan {
  readonly on: Day;
  /** First day it ran again; null while it lasts. */
  readonly until: Day | null;
}

/**
 * Spans in order of time. On a day that holds both marks, a pause that lasted ends before the next one starts; when none
 * lasted, the day's own pause starts and ends. A start within a pause and an end outside one mean nothing.
 */
export function pauseSpans({ starts, ends }: PauseMarks): readonly PauseSpan[] {
  const spans: PauseSpan[] = [];
  let open: Day | null = null;
  for (const day of [...new Set([...starts, ...ends])].sort(compareText)) {
    if (open !== null && ends.has(day)) {
      spans.push({ on: open, until: day });
      open = starts.has(day) && open !== day ? day : null;
    } else if (open === null && starts.has(day)) {
      if (ends.has(day)) spans.push({ on: day, until: day });
      else open = day;
    }
  }
  if (open !== null) spans.push({ on: open, until: null });
  return spans;
}
