// What the points in circulation are worth: what the shop owes its customers in products.
import { type FigurePlace, measured, rowGroup } from './kpi-figure.ts';
import type { KpiMeasure } from './kpi-shop.ts';

/**
 * Euros: points left in the lots of points that have not expired ÷ points for a euro (setting `points.perEuro`), tax included
 * as prices are. Debts of points are not set against other people's. 0 when nobody has any.
 */
export const pointsLiability: KpiMeasure = {
  ids: ['points_liability'],
  span: 'window',
  needs: ['pointLots'],
  measure({ context }, period) {
    const { clock, settings, words, workbook } = context;
    const place: FigurePlace = { id: 'points_liability', subject: null, period };
    const perEuro = settings['points.perEuro'];
    const living = workbook.pointLots.rows.filter(
      ({ remaining, expiresOn }) => remaining > 0 && expiresOn >= clock.today,
    );
    const points = living.reduce((sum, { remaining }) => sum + remaining, 0);
    return [
      measured(place, {
        numerator: points,
        denominator: perEuro,
        sample: words.kpiSamples.liability({ points, perEuro }),
        behind: [rowGroup('pointLots', 'counted', living)],
      }),
    ];
  },
};
