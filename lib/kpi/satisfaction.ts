// What customers say of the answers they got: CSAT and NPS, for the shop and channel by channel.
import type { TicketsRow } from '#lib/tables/tickets.ts';
import { byChannel } from './by-channel.ts';
import { type FigurePlace, type KpiFigure, measured, rowGroup, unmeasured } from './kpi-figure.ts';
import { isWithin, type KpiMeasure, type KpiShop } from './kpi-shop.ts';

/**
 * CSAT: mean of the marks 1 to 5, over tickets whose survey was sent within the period (without a survey, resolved, else
 * received, within it). NPS (Reichheld 2003): share of 9 and 10 minus share of 0 to 6, in points from −100 to 100. A mark
 * outside its scale is no mark; voided tickets are left out. No mark: no value.
 */
export const satisfaction: KpiMeasure = {
  ids: ['csat', 'nps'],
  span: 'window',
  needs: ['tickets'],
  measure(shop, period) {
    const asked = shop.context.workbook.tickets.rows.filter(
      (ticket) => ticket.status !== 'voided' && isWithin(period, answeredOn(ticket)),
    );
    const csat = asked.filter((ticket) => isMark(ticket.csat, 1, 5));
    const nps = asked.filter((ticket) => isMark(ticket.nps, 0, 10));
    return [
      ...byChannel(csat, (subject, tickets) => csatOf(shop, { id: 'csat', subject, period }, tickets)),
      ...byChannel(nps, (subject, tickets) => npsOf(shop, { id: 'nps', subject, period }, tickets)),
    ];
  },
};

function answeredOn({ surveyedOn, resolvedAt, receivedAt }: TicketsRow) {
  return surveyedOn ?? ((resolvedAt ?? receivedAt).slice(0, 10) as NonNullable<TicketsRow['surveyedOn']>);
}

function isMark(mark: number | null, lowest: number, highest: number): boolean {
  return mark !== null && mark >= lowest && mark <= highest;
}

function csatOf({ context }: KpiShop, place: FigurePlace, tickets: readonly TicketsRow[]): KpiFigure {
  const { kpiSamples } = context.words;
  if (tickets.length === 0) return unmeasured(place, kpiSamples.none.answers);
  return measured(place, {
    numerator: tickets.reduce((sum, { csat }) => sum + (csat ?? 0), 0),
    denominator: tickets.length,
    sample: kpiSamples.answers({ ...place.period, count: tickets.length }),
    behind: [rowGroup('tickets', 'counted', tickets)],
  });
}

function npsOf({ context }: KpiShop, place: FigurePlace, tickets: readonly TicketsRow[]): KpiFigure {
  const { kpiSamples } = context.words;
  if (tickets.length === 0) return unmeasured(place, kpiSamples.none.answers);
  const promoters = tickets.filter(({ nps }) => (nps ?? 0) >= 9).length;
  const detractors = tickets.filter(({ nps }) => (nps ?? 0) <= 6).length;
  return measured(place, {
    numerator: promoters - detractors,
    denominator: tickets.length,
    scale: 100,
    sample: kpiSamples.nps({ ...place.period, count: tickets.length, promoters, detractors }),
    behind: [rowGroup('tickets', 'counted', tickets)],
  });
}
