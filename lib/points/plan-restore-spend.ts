// Points given back for a returned order: to the lots the spend took them from, the last taken first, as its entries
// recorded. This act reads the ledger.
import type { Draft } from '#lib/changes/draft.ts';
import type { PlanContext } from '#lib/changes/plan-context.ts';
import { assert } from '#lib/kernel/assert.ts';
import { by } from '#lib/kernel/compare.ts';
import { numberOfId } from '#lib/kernel/ids.ts';
import { problem } from '#lib/kernel/problem.ts';
import { lotExpiryDay } from './lot-life.ts';
import { openAccount } from './open-account.ts';
import { badAmount, type PointsInput, refuse } from './plan-spend.ts';
import { type EntryFacts, post, postNewLot, settleDebt } from './point-account.ts';
import type { LedgerRow } from './read-lots.ts';
import { writeAccount } from './write-account.ts';

export interface RestoreSpendInput extends Omit<PointsInput, 'points' | 'source'> {
  /** The order whose points come back. */
  readonly source: string;
  /** 'all': whatever was spent on the order and not given back yet. */
  readonly points: number | 'all';
}

/**
 * Points whose lot has expired meanwhile come back in a new lot that lives from the day of the return, as long as any
 * other: the customer did not let them expire. See {@link planSpend} for what it returns and its limit.
 */
export function planRestoreSpend(context: PlanContext, draft: Draft, input: RestoreSpendInput): boolean {
  const { customerId, source, on, actionId, reason = null } = input;
  assert(context.workbook.points.grid.partial !== true, 'giving back points needs the whole ledger');
  const opened = openAccount(context, customerId);
  if (!opened.ok) return refuse(draft, ...opened.problems);
  const outstanding = outstandingSplits(context.workbook.points.rows, customerId, source);
  const available = outstanding.reduce((sum, split) => sum + split.points, 0);
  const points = input.points === 'all' ? available : input.points;
  if (input.points !== 'all' && (!Number.isSafeInteger(points) || points <= 0)) return refuse(draft, badAmount(points));
  if (points > available || available === 0) {
    const { formatNumber } = context.words;
    const params = { source, asked: formatNumber(points), available: formatNumber(available) };
    return refuse(draft, problem('pointsNothingToRestore', params));
  }
  const { account, customer } = opened;
  const facts: EntryFacts = { kind: 'restore', on, source, reason, actionId };
  const lotById = new Map(account.lots.map((lot) => [lot.id, lot]));
  let left = points;
  let expired = 0;
  for (const split of outstanding) {
    const share = Math.min(left, split.points);
    const lot = split.lotId === null ? undefined : lotById.get(split.lotId);
    left -= share;
    if (lot === undefined || lot.expiresOn <= on) expired += share;
    else post(account, facts, share, lot);
  }
  if (expired > 0) {
    postNewLot(account, facts, expired, lotExpiryDay(on, context.settings['points.lifetimeMonths'], []));
  }
  settleDebt(account, on);
  writeAccount(draft, context.workbook, account, customer, on);
  return true;
}

interface Split {
  readonly lotId: string | null;
  readonly points: number;
}

/**
 * What the order's spend took and was not given back, the last taken first: earlier returns began at that end too. A spend
 * that was undone counts as given back.
 */
function outstandingSplits(ledger: readonly LedgerRow[], customerId: string, source: string): readonly Split[] {
  const rows = ledger.filter(
    (row) => row.source === source && row.customerId === customerId && (row.kind === 'spend' || row.kind === 'restore'),
  );
  const order = by<LedgerRow>(
    (row) => numberOfId('PTS', row.id),
    (row) => row.id,
  );
  let givenBack = rows.reduce((sum, row) => sum + Math.max(0, row.points), 0);
  const splits: Split[] = [];
  for (const { lotId, points } of rows
    .filter((row) => row.points < 0)
    .sort(order)
    .reverse()) {
    const skipped = Math.min(givenBack, -points);
    givenBack -= skipped;
    if (-points > skipped) splits.push({ lotId, points: -points - skipped });
  }
  return splits;
}
