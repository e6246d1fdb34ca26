// Lots whose day has come, and lots that expired before a pause (or a longer life) became known: the ledger follows what
// the lot's life is today, both ways.
import type { Day } from '#lib/kernel/day.ts';
import { type EntryFacts, type PointAccount, post } from './point-account.ts';

/**
 * A lot past its day loses what remains, dated the day it expired (or the day its last points came in, when that was
 * later). Points expired too early come back: the one way back from expiry. `today` in days of the shop's zone.
 */
export function postExpiry(account: PointAccount, today: Day): void {
  const facts: EntryFacts = { kind: 'expire', on: today, source: null, reason: null, actionId: null };
  for (const lot of account.lots) {
    if (lot.expiresOn <= today && lot.remaining > 0) {
      const cameLate = lot.lastOn > lot.expiresOn;
      const on = cameLate ? lot.lastOn : lot.expiresOn;
      post(account, { ...facts, on }, -lot.remaining, lot);
    } else if (lot.expiresOn > today && lot.expired > 0) {
      post(account, facts, lot.expired, lot);
    }
  }
}
