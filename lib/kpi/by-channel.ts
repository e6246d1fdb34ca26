// A figure over tickets, for the shop and for each channel that has any, in the order of the channels' codes.
import type { TicketsRow } from '#lib/tables/tickets.ts';
import type { KpiFigure, Subject } from './kpi-figure.ts';

export function byChannel(
  tickets: readonly TicketsRow[],
  figureOf: (subject: Subject | null, tickets: readonly TicketsRow[]) => KpiFigure,
): KpiFigure[] {
  const channels = [...new Set(tickets.map(({ channel }) => channel))].sort();
  const details = channels.map((id) =>
    figureOf(
      { kind: 'channel', id },
      tickets.filter(({ channel }) => channel === id),
    ),
  );
  return [figureOf(null, tickets), ...details];
}
