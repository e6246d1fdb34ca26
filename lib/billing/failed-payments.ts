// Payments that failed, as the team works through them: those still to be saved first, the fewest days of grace left at the
// top; then, of late, those that came in and those that are lost. From the mirror alone; it writes nothing.
import type { PlanContext } from '#lib/changes/plan-context.ts';
import { by } from '#lib/kernel/compare.ts';
import { addDays, type Day, daysBetween } from '#lib/kernel/day.ts';
import type { RowOf } from '#lib/tables/tables.ts';
import { failureMessageKey } from './plan-failure-messages.ts';

type Invoice = RowOf<'invoices'>;

export interface FailedPayment {
  readonly invoice: Invoice;
  readonly dueCents: number;
  /** Below 0: so many days past the grace. null once it is settled. */
  readonly daysLeft: number | null;
  /** The message about it, whatever became of it. */
  readonly reply: RowOf<'repliesSent'> | null;
}

export interface FailedPayments {
  readonly overdue: readonly FailedPayment[];
  readonly inGrace: readonly FailedPayment[];
  /** Of late, newest first. */
  readonly recovered: readonly FailedPayment[];
  readonly lost: readonly FailedPayment[];
  /** Of those settled of late; null when there are none. */
  readonly recoveredShare: number | null;
}

export function findFailedPayments(context: PlanContext): FailedPayments {
  const { workbook, clock, settings } = context;
  const repliesByKey = new Map(workbook.repliesSent.rows.map((reply) => [reply.key, reply]));
  const since = addDays(clock.today, -settings['billing.invoiceWindowDays']);
  const all = workbook.invoices.rows.filter(({ recovery }) => recovery !== null);
  const of = (wanted: NonNullable<Invoice['recovery']>): readonly FailedPayment[] =>
    all
      .filter(({ recovery }) => recovery === wanted)
      .map((invoice) => ({
        invoice,
        dueCents: wanted === 'recovered' ? invoice.totalCents : invoice.totalCents - invoice.paidCents,
        daysLeft: daysLeftOf(invoice, clock.today),
        reply: repliesByKey.get(failureMessageKey(invoice.id)) ?? null,
      }))
      .sort(byUrgency);
  const lately = (wanted: 'recovered' | 'lost') =>
    of(wanted)
      .filter(({ invoice }) => settledOn(invoice) >= since)
      .sort(by(({ invoice }) => settledOn(invoice)))
      .reverse();
  const [recovered, lost] = [lately('recovered'), lately('lost')];
  const settled = recovered.length + lost.length;
  return {
    overdue: of('overdue'),
    inGrace: of('grace'),
    recovered,
    lost,
    recoveredShare: settled === 0 ? null : recovered.length / settled,
  };
}

const byUrgency = by<FailedPayment>(
  ({ daysLeft }) => daysLeft,
  ({ invoice }) => invoice.id,
);

function daysLeftOf({ recovery, graceUntil }: Invoice, today: Day): number | null {
  const isOpen = recovery === 'grace' || recovery === 'overdue';
  return isOpen && graceUntil !== null ? daysBetween(today, graceUntil) : null;
}

/** A lost invoice has no day of its own: its days of grace ended then at the earliest. */
function settledOn({ paidOn, graceUntil, firstFailedOn, createdOn }: Invoice): Day {
  return paidOn ?? graceUntil ?? firstFailedOn ?? createdOn;
}
