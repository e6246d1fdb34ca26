// One night at a time on one workbook: a lease in Système, taken in a commit of its own behind the fence, renewed by every
// piece, released by the last. A lease left by a night that died runs out by itself.
import { systemKeys, systemText } from '#lib/changes/system-state.ts';
import type { Clock } from '#lib/kernel/clock.ts';
import { instantFromMs, msFromInstant } from '#lib/kernel/day.ts';
import type { WorkbookState } from '#lib/tables/tables.ts';
import { Failure } from '#sync/failure.ts';
import { sheetsWords } from '#sync/sheets/sheets-words.ts';

const LEASE_MS = 15 * 60_000;

export interface Lease {
  readonly holder: string;
  /** Rows of Système that take or renew it. */
  readonly hold: () => Readonly<Record<string, string>>;
  readonly release: Readonly<Record<string, null>>;
  /** @throws Failure `busy` when another night holds it. */
  readonly assertFree: (workbook: WorkbookState) => void;
  /** @throws Failure `busy` when another night has taken over. */
  readonly assertHeld: (workbook: WorkbookState) => void;
}

/** @param elapsedMs since the start, by a monotonic clock, so that a frozen night renews its lease by the time that really passed. */
export function createLease(holder: string, clock: Clock, elapsedMs: () => number): Lease {
  const { leaseHolder, leaseUntil } = systemKeys;
  return {
    holder,
    hold: () => ({
      [leaseHolder]: holder,
      [leaseUntil]: instantFromMs(msFromInstant(clock.now) + elapsedMs() + LEASE_MS),
    }),
    release: { [leaseHolder]: null, [leaseUntil]: null },
    assertFree({ system }) {
      const other = systemText(system, leaseHolder);
      const until = systemText(system, leaseUntil);
      if (other === null || until === null || other === holder || until <= clock.now) return;
      throw new Failure('busy', sheetsWords.leaseHeld({ holder: other, until }));
    },
    assertHeld({ system }) {
      if (systemText(system, leaseHolder) !== holder) throw new Failure('busy', sheetsWords.lostLease);
    },
  };
}
