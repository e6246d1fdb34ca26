/**
 * The one place the local servers take time from. A world clock stands still until somebody moves it, so that two servers
 * of one world never disagree about "now"; nothing under local/ may call Date.now() by itself.
 */

/** Tells the time in milliseconds since the Unix epoch. */
export interface WorldClock {
  now(): number;
}

/** A clock that only moves when told to. */
export interface MovableClock extends WorldClock {
  /** Jumps to an instant (ms since the epoch); going backwards is allowed. */
  set(nowMs: number): void;
  /** Moves forward by `byMs`; a negative step throws a RangeError. */
  advance(byMs: number): void;
}

export const systemClock: WorldClock = { now: () => Date.now() };

/** A world clock that starts at `startMs` (ms since the epoch). */
export function createWorldClock(startMs: number): MovableClock {
  let nowMs = startMs;
  return {
    now: () => nowMs,
    set: (instantMs) => {
      nowMs = instantMs;
    },
    advance: (byMs) => {
      if (byMs < 0) throw new RangeError(`A clock does not advance by ${byMs} ms`);
      nowMs += byMs;
    },
  };
}
