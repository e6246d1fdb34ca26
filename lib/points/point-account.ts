// One customer's points in memory: lots, debt, and the entries to be written. Every change goes through `post`, so lot,
// debt and balance cannot part. An account never holds a lot below zero.
import { by } from '#lib/kernel/compare.ts';
import type { Day } from '#lib/kernel/day.ts';
import type { RowOf } from '#lib/tables/tables.ts';

export type EntryKind = RowOf<'points'>['kind'];

export interface PointLot {
  /** null until it is written. */
  readonly id: string | null;
  /** 0-based row of the sheet; null for a lot to be appended. */
  readonly rowIndex: number | null;
  readonly source: string | null;
  readonly earnedOn: Day;
  expiresOn: Day;
  points: number;
  remaining: number;
  /** Expired so far and not given back. */
  expired: number;
  /** Points it gave to settle a debt and did not get back. */
  settled: number;
  /** The last day points moved in it. */
  lastOn: Day;
}

export interface NewEntry {
  readonly kind: EntryKind;
  readonly points: number;
  /** null: debt, or points that have no lot yet. */
  readonly lot: PointLot | null;
  readonly on: Day;
  readonly source: string | null;
  readonly reason: string | null;
  readonly actionId: string | null;
}

export interface PointAccount {
  readonly customerId: string;
  readonly lots: PointLot[];
  /** Sum of the entries without a lot: below zero it is the debt. */
  withoutLot: number;
  /** Sum of all entries. */
  balance: number;
  readonly entries: NewEntry[];
}

/** What an entry says besides its points and lot. */
export type EntryFacts = Omit<NewEntry, 'points' | 'lot'>;

export function post(account: PointAccount, facts: EntryFacts, points: number, lot: PointLot | null): void {
  if (points === 0) return;
  account.entries.push({ ...facts, points, lot });
  account.balance += points;
  if (lot === null) {
    account.withoutLot += points;
    return;
  }
  lot.remaining += points;
  // A lot shows at least what it holds, also when a person added points to it by hand.
  lot.points = Math.max(lot.points, lot.remaining);
  if (facts.kind === 'expire') lot.expired -= points;
  if (facts.kind === 'settle') lot.settled -= points;
  if (facts.on > lot.lastOn) lot.lastOn = facts.on;
}

/** A new lot holding `points`, with the entry that fills it. */
export function postNewLot(account: PointAccount, facts: EntryFacts, points: number, expiresOn: Day): PointLot {
  const lot = emptyLot({ id: null, rowIndex: null, source: facts.source, earnedOn: facts.on, expiresOn, points });
  account.lots.push(lot);
  post(account, facts, points, lot);
  return lot;
}

export function emptyLot(
  lot: Pick<PointLot, 'id' | 'rowIndex' | 'source' | 'earnedOn' | 'expiresOn' | 'points'>,
): PointLot {
  return { ...lot, remaining: 0, expired: 0, settled: 0, lastOn: lot.earnedOn };
}

/** Lots that can be drawn on today, in the order they are: oldest expiry first (tie: earnedOn, then id; new lots last). */
export function spendableLots(account: PointAccount, today: Day): PointLot[] {
  return account.lots.filter((lot) => lot.remaining > 0 && lot.expiresOn > today).sort(oldestExpiryFirst);
}

export const oldestExpiryFirst = by<PointLot>(
  (lot) => lot.expiresOn,
  (lot) => lot.earnedOn,
  (lot) => lot.id,
);

/** Takes up to `points` from the spendable lots, one entry a lot; gives what they could not supply. */
export function takeFromLots(account: PointAccount, facts: EntryFacts, points: number, today: Day): number {
  let missing = points;
  for (const lot of spendableLots(account, today)) {
    if (missing === 0) break;
    const taken = Math.min(missing, lot.remaining);
    post(account, facts, -taken, lot);
    missing -= taken;
  }
  return missing;
}

/** A debt is settled first by any points there are: each lot's share is a pair of entries that leaves the balance. */
export function settleDebt(account: PointAccount, today: Day): void {
  const facts: EntryFacts = { kind: 'settle', on: today, source: null, reason: null, actionId: null };
  for (const lot of spendableLots(account, today)) {
    const share = Math.min(-account.withoutLot, lot.remaining);
    if (share <= 0) break;
    post(account, facts, -share, lot);
    post(account, facts, share, null);
  }
}
