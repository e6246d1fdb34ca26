// How often the first answer was enough.
import type { Day } from '#lib/kernel/day.ts';
import type { TicketsRow } from '#lib/tables/tickets.ts';
import { byChannel } from './by-channel.ts';
import { type FigurePlace, type KpiFigure, measured, rowGroup, unmeasured } from './kpi-figure.ts';
import { isWithin, type KpiMeasure, type KpiShop } from './kpi-shop.ts';

/**
 * First-contact resolution: tickets solved with one answer and never reopened ÷ tickets resolved within the period. What the
 * team says in « Résolu au premier contact » stands; where the cell is empty, at most one answer is a first contact; where neither is
 * known the ticket is left out. A reopened ticket never counts. None resolved: no value.
 */
export const firstContact: KpiMeasure = {
  ids: ['first_contact'],
  span: 'window',
  needs: ['tickets'],
  measure(shop, period) {
    const resolved = shop.context.workbook.tickets.rows.filter(
      (ticket) =>
        ticket.status === 'resolved' &&
        isWithin(period, (ticket.resolvedAt?.slice(0, 10) ?? null) as Day | null) &&
        isFirstContact(ticket) !== null,
    );
    return byChannel(resolved, (subject, tickets) => figureOf(shop, { id: 'first_contact', subject, period }, tickets));
  },
};

function isFirstContact({ reopened, firstContact, replies }: TicketsRow): boolean | null {
  if ((reopened ?? 0) > 0) return false;
  return firstContact ?? (replies === null ? null : replies <= 1);
}

function figureOf({ context }: KpiShop, place: FigurePlace, tickets: readonly TicketsRow[]): KpiFigure {
  const { kpiSamples } = context.words;
  if (tickets.length === 0) return unmeasured(place, kpiSamples.none.resolved);
  const first = tickets.filter(isFirstContact);
  return measured(place, {
    numerator: first.length,
    denominator: tickets.length,
    sample: kpiSamples.firstContact({ ...place.period, first: first.length, count: tickets.length }),
    behind: [rowGroup('tickets', 'counted', first), rowGroup('tickets', 'all', tickets)],
  });
}
