// How many of the payments that failed came in after all.
import { type FigurePlace, measured, rowGroup, unmeasured } from './kpi-figure.ts';
import { isWithin, type KpiMeasure } from './kpi-shop.ts';

/**
 * Recovered invoices ÷ invoices with a known outcome, of those whose payment first failed within the period (« Premier échec »
 * of Factures, kept since the night that saw it, or told by Stripe's events of 30 days: a night that did not run loses
 * nothing). Outcome known: recovered, lost, or past its grace; a failure still in grace is left out and counted in the
 * sample. By number of invoices, not by amount. No known outcome: no value.
 */
export const recovery: KpiMeasure = {
  ids: ['recovery'],
  span: 'window',
  needs: ['invoices'],
  measure({ context }, period) {
    const { kpiSamples } = context.words;
    const place: FigurePlace = { id: 'recovery', subject: null, period };
    const failed = context.workbook.invoices.rows.filter(
      (invoice) => invoice.recovery !== null && isWithin(period, invoice.firstFailedOn),
    );
    const known = failed.filter((invoice) => invoice.recovery !== 'grace');
    if (known.length === 0) return [unmeasured(place, kpiSamples.none.failures)];
    const recovered = known.filter((invoice) => invoice.recovery === 'recovered');
    return [
      measured(place, {
        numerator: recovered.length,
        denominator: known.length,
        sample: kpiSamples.recovery({
          ...period,
          recovered: recovered.length,
          known: known.length,
          inGrace: failed.length - known.length,
        }),
        behind: [rowGroup('invoices', 'counted', recovered), rowGroup('invoices', 'all', known)],
      }),
    ];
  },
};
