// The time a plan works with, handed in by a host. One Clock is made per run and frozen, so that planning again at commit
// sees the same moment. The zone lives in the two functions, which only hosts can write.
import type { Day, Instant, WallTime } from './day.ts';

export interface Clock {
  readonly now: Instant;
  /** The day of `now` in the shop's zone. */
  readonly today: Day;
  readonly dayOf: (instant: Instant) => Day;
  readonly wallTimeOf: (instant: Instant) => WallTime;
}
