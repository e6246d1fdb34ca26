/**
 * Google's quota for one user: so many reads and writes in any window of a minute on the given clock.
 */
import type { WorldClock } from '../../clock.ts';

export interface Quota {
  /** Counts a call; false when it is over the limit. */
  admit(kind: 'read' | 'write'): boolean;
}

export interface QuotaOptions {
  readonly readsPerMinute: number;
  readonly writesPerMinute: number;
}

const windowMs = 60_000;

export function createQuota(options: QuotaOptions, clock: WorldClock): Quota {
  const admittedMs = { read: [] as number[], write: [] as number[] };
  return {
    admit: (kind) => {
      const nowMs = clock.now();
      const recent = admittedMs[kind].filter((atMs) => nowMs - atMs < windowMs);
      const limit = kind === 'read' ? options.readsPerMinute : options.writesPerMinute;
      const isAdmitted = recent.length < limit;
      if (isAdmitted) recent.push(nowMs);
      admittedMs[kind] = recent;
      return isAdmitted;
    },
  };
}
