// One customer's account as an action sees it: from the lots and the kept balance, the ledger unread (the night audits
// both against it). Refuses a customer who is unknown or frozen, and tabs that cannot be used.
import type { PlanContext } from '#lib/changes/plan-context.ts';
import { by } from '#lib/kernel/compare.ts';
import { type Problem, problem } from '#lib/kernel/problem.ts';
import type { RowOf } from '#lib/tables/tables.ts';
import { findFrozen } from './find-frozen.ts';
import { emptyLot, type PointAccount } from './point-account.ts';
import { unusableTabs } from './unusable-tabs.ts';

export type OpenedAccount =
  | { readonly ok: true; readonly account: PointAccount; readonly customer: RowOf<'customers'> }
  | { readonly ok: false; readonly problems: readonly Problem[] };

/** Reads `customers` and `pointLots`; of `points` only what could not be decoded. */
export function openAccount({ workbook, words }: PlanContext, customerId: string): OpenedAccount {
  const { customers, pointLots } = workbook;
  const unusable = unusableTabs(workbook, ['customers', 'points', 'pointLots'], words);
  if (unusable.length > 0) return { ok: false, problems: unusable };
  const customer = customers.byId.get(customerId);
  if (customer === undefined) {
    return { ok: false, problems: [problem('pointsCustomerUnknown', { customer: customerId })] };
  }
  const frozen = findFrozen(workbook, new Set());
  if (frozen.everyone || frozen.customers.has(customerId)) {
    const own = frozen.problems.filter(
      ({ code, params }) => code === 'pointsAllFrozen' || params.customer === customerId,
    );
    return { ok: false, problems: own };
  }
  const lots = pointLots.rows
    .filter((row) => row.customerId === customerId)
    .sort(by((row) => row.id))
    .map((row) => ({ ...emptyLot(row), remaining: row.remaining }));
  const held = lots.reduce((sum, lot) => sum + lot.remaining, 0);
  const balance = customer.pointsBalance ?? held;
  const account: PointAccount = { customerId, lots, withoutLot: balance - held, balance, entries: [] };
  return { ok: true, account, customer };
}

/** Points that can be spent today: in live lots, less a debt not settled yet. */
export function spendablePoints(account: PointAccount, today: string): number {
  const live = account.lots.filter((lot) => lot.expiresOn > today).reduce((sum, lot) => sum + lot.remaining, 0);
  return Math.max(0, live + Math.min(0, account.withoutLot));
}
