// How long customers wait for a first answer, in opening hours, channel by channel.

import type { WallTime } from '#lib/kernel/day.ts';
import type { SettingKey } from '#lib/settings/settings.ts';
import type { TicketsRow } from '#lib/tables/tickets.ts';
import { openHoursOf } from '#lib/tickets/open-hours.ts';
import { byChannel } from './by-channel.ts';
import { type FigurePlace, type KpiFigure, measured, rowGroup, unmeasured } from './kpi-figure.ts';
import { isWithin, type KpiMeasure, type KpiShop } from './kpi-shop.ts';

/** The settings that hold hours. */
type PromiseKey = Extract<
  SettingKey,
  'support.chatHours' | 'support.emailHours' | 'support.whatsappHours' | 'support.otherHours'
>;

const PROMISES: Readonly<Record<TicketsRow['channel'], PromiseKey>> = {
  chat: 'support.chatHours',
  email: 'support.emailHours',
  whatsapp: 'support.whatsappHours',
  phone: 'support.otherHours',
  social: 'support.otherHours',
  other: 'support.otherHours',
};

/**
 * Mean of the open hours between receipt and first answer, over tickets received within the period that were answered; time
 * outside opening hours does not count, so a night answered at opening is 0. Tickets still without an answer are not in the
 * mean: the sample counts them. An answer before its question is a typing mistake and left out; so are voided tickets. The
 * two promises of the KPI tab are figures of their own; `first_response` has every channel as its detail. None: no value.
 */
export const firstResponse: KpiMeasure = {
  ids: ['first_response_chat', 'first_response_email', 'first_response'],
  span: 'window',
  needs: ['tickets'],
  measure(shop, period) {
    const { context } = shop;
    const hours = openHoursOf(context);
    const until = context.clock.today;
    const timed = context.workbook.tickets.rows.flatMap((ticket): TimedTicket[] => {
      const { receivedAt, firstReplyAt, status } = ticket;
      if (status === 'voided' || !isWithin(period, dayOf(receivedAt))) return [];
      // Answered today: for a figure that ends yesterday it was still waiting.
      if (firstReplyAt === null || dayOf(firstReplyAt) >= until) return status === 'resolved' ? [] : [waiting(ticket)];
      return firstReplyAt < receivedAt ? [] : [{ ticket, minutes: hours.minutesBetween(receivedAt, firstReplyAt) }];
    });
    const ofChannel = (id: 'first_response_chat' | 'first_response_email', channel: TicketsRow['channel']) =>
      figureOf(
        shop,
        { id, subject: null, period },
        timed.filter(({ ticket }) => ticket.channel === channel),
      );
    const tickets = timed.map(({ ticket }) => ticket);
    const byTicket = new Map(timed.map((one) => [one.ticket, one]));
    const all = byChannel(tickets, (subject, own) =>
      figureOf(
        shop,
        { id: 'first_response', subject, period },
        own.flatMap((ticket) => byTicket.get(ticket) ?? []),
      ),
    );
    return [ofChannel('first_response_chat', 'chat'), ofChannel('first_response_email', 'email'), ...all];
  },
};

interface TimedTicket {
  readonly ticket: TicketsRow;
  /** null: still waiting. */
  readonly minutes: number | null;
}

const waiting = (ticket: TicketsRow): TimedTicket => ({ ticket, minutes: null });

function dayOf(time: WallTime) {
  return time.slice(0, 10) as NonNullable<TicketsRow['surveyedOn']>;
}

function figureOf({ context }: KpiShop, place: FigurePlace, timed: readonly TimedTicket[]): KpiFigure {
  const { kpiSamples } = context.words;
  const answered = timed.filter(({ minutes }) => minutes !== null);
  const behind = [
    rowGroup(
      'tickets',
      'counted',
      answered.map(({ ticket }) => ticket),
    ),
  ];
  if (answered.length === 0) return unmeasured(place, kpiSamples.none.tickets, behind);
  const promiseHours = (ticket: TicketsRow) => context.settings[PROMISES[ticket.channel]];
  const channels = new Set(answered.map(({ ticket }) => ticket.channel));
  return measured(place, {
    numerator: answered.reduce((sum, { minutes }) => sum + (minutes ?? 0), 0) / 60,
    denominator: answered.length,
    sample: kpiSamples.firstResponse({
      ...place.period,
      answered: answered.length,
      inTime: answered.filter(({ ticket, minutes }) => (minutes ?? 0) < promiseHours(ticket) * 60).length,
      promiseHours: channels.size === 1 && answered[0] !== undefined ? promiseHours(answered[0].ticket) : null,
      waiting: timed.length - answered.length,
    }),
    behind,
  });
}
