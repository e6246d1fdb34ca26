// Entries typed by hand without a lot are legal. Points given that way get a lot, so that they can be spent and expire;
// points taken that way are a debt, which settling takes from the lots. Nothing typed is changed: entries are added.
import { by } from '#lib/kernel/compare.ts';
import type { Day } from '#lib/kernel/day.ts';
import type { Words } from '#lib/text/words.ts';
import { lotExpiryDay } from './lot-life.ts';
import { type EntryFacts, type PointAccount, post, postNewLot } from './point-account.ts';
import type { PostingContext } from './post-invoices.ts';
import type { LedgerRow } from './read-lots.ts';

/** A lot from which a hand-typed entry took more than it held goes back to zero; the rest is debt. */
export function postOverdrawnLots(account: PointAccount, today: Day, words: Words): void {
  const reason = words.night.pointsLotOverdrawn;
  for (const lot of account.lots) {
    if (lot.remaining >= 0) continue;
    const facts: EntryFacts = { kind: 'adjust', on: today, source: lot.id, reason, actionId: null };
    const missing = -lot.remaining;
    post(account, facts, missing, lot);
    post(account, facts, -missing, null);
  }
}

/**
 * Puts points that have no lot into lots: what is left of them after debts, the entry typed last first, each in a lot of
 * its own that lives from the entry's day. The lot's source is the entry, which marks it as done.
 */
export function postMissingLots(
  account: PointAccount,
  ledger: readonly LedgerRow[],
  context: PostingContext,
  words: Words,
): void {
  if (account.withoutLot <= 0) return;
  const done = new Set(account.lots.map((lot) => lot.source));
  const typed = ledger.filter((row) => row.lotId === null && row.points > 0 && row.kind !== 'settle');
  const waiting = typed
    .filter((row) => !done.has(row.id))
    .sort(
      by<LedgerRow>(
        (row) => row.on,
        (row) => row.id,
      ),
    );
  for (const row of waiting.reverse()) {
    const share = Math.min(row.points, account.withoutLot);
    putInLot(account, share, row.on, row.id, words.night.pointsPutInLot(row.id), context);
  }
  putInLot(account, account.withoutLot, context.today, null, words.night.pointsPutInLotWithoutEntry, context);
}

function putInLot(
  account: PointAccount,
  points: number,
  on: Day,
  source: string | null,
  reason: string,
  { lifetimeMonths, pauses }: PostingContext,
): void {
  if (points <= 0) return;
  const facts: EntryFacts = { kind: 'adjust', on, source, reason, actionId: null };
  post(account, facts, -points, null);
  postNewLot(account, facts, points, lotExpiryDay(on, lifetimeMonths, pauses));
}
