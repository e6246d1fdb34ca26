// What the workbook already knows of Stripe: it decides how little must be read again. Rows that are set aside for a bad
// cell count as known and unsettled: their truth must come from Stripe.

import { systemKeys, systemText } from '#lib/changes/system-state.ts';
import type { Clock } from '#lib/kernel/clock.ts';
import { daysBetween, isDay } from '#lib/kernel/day.ts';
import type { Settings } from '#lib/settings/settings.ts';
import type { WorkbookState } from '#lib/tables/tables.ts';
import { findLostRows } from './lost-rows.ts';

export interface KnownFacts {
  /** Read everything since the beginning: the first night, an emptied mirror tab, or nights missed for too long. */
  readonly fullHistory: boolean;
  /** Invoices, refunds and disputes younger than this are all read again. */
  readonly windowDays: number;
  /** Since the last whole night, and a little more. */
  readonly recentDays: number;
  /** Not ended, by the sheet; and those whose row was deleted. */
  readonly liveSubscriptionIds: readonly string[];
  /** Draft or open, by the sheet; and those whose row was deleted. */
  readonly openInvoiceIds: readonly string[];
  readonly pendingRefundIds: readonly string[];
  readonly openDisputeIds: readonly string[];
  /** Where the last whole night stopped reading events. */
  readonly lastEventId: string | null;
}

/** The rows of Système that a night writes last, once everything else is in the workbook. */
export const cursorKeys = { lastEventId: systemKeys.eventCursor, lastNightOn: systemKeys.lastNightOn } as const;

// Events live for 30 days: past that, what changed in between can only be found by reading everything.
const LONGEST_GAP_DAYS = 28;
const OVERLAP_DAYS = 2;
/** More deleted rows than this are brought back by reading everything. */
const MOST_LOST_ROWS = 100;

export function knownFacts(workbook: WorkbookState, settings: Settings, clock: Clock): KnownFacts {
  const lastEventId = systemText(workbook.system, cursorKeys.lastEventId);
  const lastNightOn = systemText(workbook.system, cursorKeys.lastNightOn) ?? '';
  const gapDays = isDay(lastNightOn) ? Math.max(0, daysBetween(lastNightOn, clock.today)) : 0;
  const { subscriptions, invoices, refunds, disputes } = workbook;
  const isEmptied = [subscriptions, invoices].some(({ rows, setAside }) => rows.length + setAside.length === 0);
  const lost = findLostRows(workbook);
  const isThinned = lost.subscriptions.length + lost.invoices.length > MOST_LOST_ROWS;
  const live = unsettled(subscriptions, (status) => status !== 'canceled' && status !== 'incomplete_expired');
  const open = unsettled(invoices, (status) => ['draft', 'open', 'unknown'].includes(status));
  return {
    fullHistory: lastEventId === null || isEmptied || isThinned || gapDays > LONGEST_GAP_DAYS,
    windowDays: Math.max(settings['billing.invoiceWindowDays'], gapDays + OVERLAP_DAYS),
    recentDays: gapDays + OVERLAP_DAYS,
    liveSubscriptionIds: [...live, ...lost.subscriptions].sort(),
    openInvoiceIds: [...open, ...lost.invoices].sort(),
    pendingRefundIds: unsettled(refunds, (status) => ['pending', 'requires_action', 'unknown'].includes(status)),
    openDisputeIds: unsettled(disputes, (status) => !['won', 'lost', 'prevented', 'warning_closed'].includes(status)),
    lastEventId,
  };
}

interface StatusTable {
  readonly rows: readonly { readonly id: string; readonly status: string }[];
  readonly setAside: readonly { readonly id: string | null }[];
}

function unsettled({ rows, setAside }: StatusTable, isUnsettled: (status: string) => boolean): readonly string[] {
  const ids = new Set(rows.filter(({ status }) => isUnsettled(status)).map(({ id }) => id));
  for (const { id } of setAside) if (id !== null) ids.add(id);
  return [...ids].sort();
}
