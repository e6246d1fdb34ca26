// An account → rows: its new entries, its lots where they changed, and the customer's balance, all in one group, so they
// land together or not at all.
import type { Draft } from '#lib/changes/draft.ts';
import type { Day } from '#lib/kernel/day.ts';
import type { RowOf, WorkbookState } from '#lib/tables/tables.ts';
import { type PointAccount, type PointLot, spendableLots } from './point-account.ts';

/** @param customer the customer's row; @param today lots that expire on it or before are not the next to expire. */
export function writeAccount(
  draft: Draft,
  workbook: WorkbookState,
  account: PointAccount,
  customer: RowOf<'customers'>,
  today: Day,
): void {
  const { points, pointLots, customers } = workbook;
  const group = `customer/${account.customerId}`;
  const idOfLot = new Map<PointLot, string>();
  for (const lot of account.lots) {
    const id = lot.id ?? draft.nextId(pointLots);
    idOfLot.set(lot, id);
    const { source, earnedOn, expiresOn, remaining } = lot;
    const cells = { customerId: account.customerId, source, earnedOn, expiresOn, points: lot.points, remaining };
    if (lot.rowIndex === null) draft.append(pointLots, { id, ...cells }, group);
    else if (!isWritten(pointLots.byId.get(id), lot))
      draft.update(pointLots, { id, rowIndex: lot.rowIndex }, cells, group);
  }
  for (const { lot, kind, on, source, reason, actionId, points: amount } of account.entries) {
    const lotId = lot === null ? null : (idOfLot.get(lot) ?? null);
    const shared = { customerId: account.customerId, on, kind, points: amount, lotId, source, reason, actionId };
    draft.append(points, { id: draft.nextId(points), ...shared }, group);
  }
  draft.update(customers, customer, { pointsBalance: account.balance, ...nextExpiry(account, today) }, group);
}

/** Spares most lots of a night the comparison of every cell. */
function isWritten(row: RowOf<'pointLots'> | undefined, lot: PointLot): boolean {
  return row?.remaining === lot.remaining && row.points === lot.points && row.expiresOn === lot.expiresOn;
}

/** The next day on which points expire and how many; both null when there are none. */
function nextExpiry(account: PointAccount, today: Day) {
  const live = spendableLots(account, today);
  const nextExpiryOn = live[0]?.expiresOn ?? null;
  if (nextExpiryOn === null) return { nextExpiryOn, nextExpiryPoints: null };
  const next = live.filter((lot) => lot.expiresOn === nextExpiryOn);
  return { nextExpiryOn, nextExpiryPoints: next.reduce((sum, lot) => sum + lot.remaining, 0) };
}
