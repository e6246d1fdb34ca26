// A customer's points as they are told to the customer: what there is and when it expires, and every movement with the
// balance after it. An entry and the one that took it back cancel out; a movement spread over lots is one line.
import type { PlanContext } from '#lib/changes/plan-context.ts';
import { by } from '#lib/kernel/compare.ts';
import type { Day } from '#lib/kernel/day.ts';
import { numberOfId } from '#lib/kernel/ids.ts';
import type { RowOf } from '#lib/tables/tables.ts';

type Entry = RowOf<'points'>;

export interface StatementLine {
  readonly on: Day;
  readonly kind: Entry['kind'];
  readonly points: number;
  /** After it. */
  readonly balance: number;
  /** The order it is about; null for any other source. */
  readonly orderId: string | null;
  readonly reason: string | null;
  /** The first of its entries. */
  readonly entryId: string;
}

export interface Statement {
  readonly balance: number;
  /** Points that can be spent, by day of expiry, next first. */
  readonly expiries: readonly { readonly expiresOn: Day; readonly points: number; readonly lotId: string }[];
  /** Oldest first. */
  readonly lines: readonly StatementLine[];
}

/** Reads the customer's lots and the whole ledger. */
export function readStatement({ workbook, clock }: PlanContext, customerId: string): Statement {
  const ledger = workbook.points.rows.filter((row) => row.customerId === customerId).sort(inOrder);
  const lines: StatementLine[] = [];
  let balance = 0;
  for (const group of movements(withoutReversed(ledger))) {
    const points = group.reduce((sum, row) => sum + row.points, 0);
    const [first] = group;
    if (first === undefined || points === 0) continue;
    balance += points;
    const { on, kind, source, reason, id } = first;
    const orderId = source?.startsWith('CMD-') === true ? source : null;
    lines.push({ on, kind, points, balance, orderId, reason, entryId: id });
  }
  return { balance, expiries: expiriesOf(workbook.pointLots.rows, customerId, clock.today), lines };
}

const inOrder = by<Entry>(
  (row) => row.on,
  (row) => numberOfId('PTS', row.id),
  (row) => row.id,
);

/** An undone entry is followed by its opposite, which names it. */
function withoutReversed(ledger: readonly Entry[]): readonly Entry[] {
  const ids = new Set(ledger.map(({ id }) => id));
  const reversed = new Set(ledger.flatMap(({ reason }) => (reason !== null && ids.has(reason) ? [reason] : [])));
  return ledger.filter(({ id, reason }) => !reversed.has(id) && !(reason !== null && ids.has(reason)));
}

/** Entries in a row that say the same but for points and lot. */
function movements(ledger: readonly Entry[]): readonly (readonly Entry[])[] {
  const groups: Entry[][] = [];
  const keyOf = ({ on, kind, source, reason, actionId }: Entry) => [on, kind, source, reason, actionId].join('|');
  for (const row of ledger) {
    const last = groups[groups.length - 1];
    if (last?.[0] !== undefined && keyOf(last[0]) === keyOf(row)) last.push(row);
    else groups.push([row]);
  }
  return groups;
}

function expiriesOf(lots: readonly RowOf<'pointLots'>[], customerId: string, today: Day): Statement['expiries'] {
  const live = lots
    .filter((lot) => lot.customerId === customerId && lot.remaining > 0 && lot.expiresOn > today)
    .sort(
      by(
        (lot) => lot.expiresOn,
        (lot) => lot.id,
      ),
    );
  const byDay = new Map<Day, { expiresOn: Day; points: number; lotId: string }>();
  for (const { expiresOn, remaining, id } of live) {
    const known = byDay.get(expiresOn);
    if (known === undefined) byDay.set(expiresOn, { expiresOn, points: remaining, lotId: id });
    else known.points += remaining;
  }
  return [...byDay.values()];
}
