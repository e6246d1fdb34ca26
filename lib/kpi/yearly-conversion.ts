// How many monthly subscribers went over to the yearly plan.
import type { InvoicesRow } from '#lib/tables/invoices.ts';
import { type FigurePlace, measured, rowGroup, unmeasured } from './kpi-figure.ts';
import { isWithin, type KpiMeasure } from './kpi-shop.ts';

/**
 * Customers who paid a monthly invoice within the period and whose last paid invoice of a plan within it, later, is a yearly
 * one ÷ customers who paid a monthly invoice within the period. Read from the invoices, which every night completes, so that
 * no switch is missed; by customer, so that a new subscription counts as well as a changed one. Who went back to monthly has
 * not converted; an invoice paid back in full was not paid. On one day the yearly invoice is the later one: nobody leaves a year that has begun. Invoices without a
 * known plan or day of payment are left out. No monthly subscriber: no value.
 */
export const yearlyConversion: KpiMeasure = {
  ids: ['yearly_conversion'],
  span: 'year',
  needs: ['invoices', 'plans'],
  measure({ context }, period) {
    const { kpiSamples } = context.words;
    const { invoices, plans } = context.workbook;
    const place: FigurePlace = { id: 'yearly_conversion', subject: null, period };
    const lastMonthly = new Map<string, InvoicesRow>();
    const lastYearly = new Map<string, InvoicesRow>();
    for (const invoice of invoices.rows) {
      const interval = plans.byId.get(invoice.planId ?? '')?.interval;
      if (interval === undefined || !isPaid(invoice) || !isWithin(period, invoice.paidOn)) continue;
      keepLatest(interval === 'month' ? lastMonthly : lastYearly, invoice);
    }
    if (lastMonthly.size === 0) return [unmeasured(place, kpiSamples.none.monthly)];
    const switched = [...lastMonthly].flatMap(([customerId, monthly]) => {
      const yearly = lastYearly.get(customerId);
      return yearly !== undefined && paidOn(yearly) >= paidOn(monthly) ? [yearly] : [];
    });
    return [
      measured(place, {
        numerator: switched.length,
        denominator: lastMonthly.size,
        sample: kpiSamples.conversion({ ...period, switched: switched.length, monthly: lastMonthly.size }),
        behind: [rowGroup('invoices', 'counted', switched), rowGroup('invoices', 'all', lastMonthly.values())],
      }),
    ];
  },
};

/** With customer credit an invoice is paid without a cent. */
function isPaid({ status, paidCents, paidBackCents }: InvoicesRow): boolean {
  return status === 'paid' && (paidCents === 0 || paidBackCents < paidCents);
}

function keepLatest(latest: Map<string, InvoicesRow>, invoice: InvoicesRow): void {
  const known = latest.get(invoice.customerId);
  const isLater =
    known === undefined ||
    paidOn(invoice) > paidOn(known) ||
    (paidOn(invoice) === paidOn(known) && invoice.id > known.id);
  if (isLater) latest.set(invoice.customerId, invoice);
}

const paidOn = (invoice: InvoicesRow): string => invoice.paidOn ?? '';
