// How a conversation of the demo shop went: the first answer, whether it was enough, the resolution, what the customer said
// of it. Whatever would lie after the last evening has not happened.
import type { Random } from '#demo/random.ts';
import type { Trade } from '#demo/trade/trade.ts';
import { addDays } from '#lib/kernel/day.ts';
import type { TicketDraft } from './build-tickets.ts';
import { addOpenMinutes, type Moment, wallTimeOf } from './open-hours.ts';
import { surveyComments } from './ticket-texts.ts';

/** Open minutes until the first answer: usual shortest and longest, and the share of answers that take up to three times as long. */
const FIRST_ANSWER = {
  chat: [3, 95, 0.08],
  whatsapp: [5, 70, 0.1],
  phone: [1, 30, 0.05],
  email: [25, 480, 0.07],
  social: [30, 420, 0.1],
  other: [30, 420, 0.1],
} as const;
const SOLVED_AT_FIRST_CONTACT = 0.82;

export function answerTicket(random: Random, trade: Trade, ticket: TicketDraft, received: Moment): void {
  const [shortest, longest, slow] = FIRST_ANSWER[ticket.channel];
  const minutes = random.integer(shortest, longest) * (random.chance(slow) ? 3 : 1);
  const first = addOpenMinutes(trade.days, received, minutes);
  if (!hasHappened(trade, first)) return;
  ticket.firstReplyAt = wallTimeOf(first);
  ticket.lastReplyAt = ticket.firstReplyAt;
  ticket.replies = 1;
  const isEnough = random.chance(SOLVED_AT_FIRST_CONTACT);
  const extra = isEnough ? 0 : random.integer(1, 3);
  const resolved = addOpenMinutes(trade.days, first, isEnough ? random.integer(5, 60) : random.integer(200, 1500));
  if (!hasHappened(trade, resolved) || (isLastWeek(trade, resolved) && random.chance(0.35))) {
    ticket.status = 'waiting_customer';
    ticket.waitingSince = ticket.lastReplyAt;
    return;
  }
  ticket.status = 'resolved';
  ticket.replies = 1 + extra;
  ticket.firstContact = isEnough;
  ticket.resolvedAt = wallTimeOf(resolved);
  if (extra > 0) ticket.lastReplyAt = ticket.resolvedAt;
  if (!isEnough && random.chance(0.12)) ticket.reopened = 1;
  survey(random, trade, ticket, resolved);
}

function hasHappened(trade: Trade, { day }: Moment): boolean {
  return day < trade.today;
}

function isLastWeek(trade: Trade, { day }: Moment): boolean {
  return day >= addDays(trade.today, -6);
}

/** Asked the day after; two in five answer the first question, one in four the second. */
function survey(random: Random, trade: Trade, ticket: TicketDraft, resolved: Moment): void {
  const asked = trade.days.add(resolved.day, 1);
  if (asked >= trade.today) return;
  ticket.surveyedOn = asked;
  const ease = ticket.firstContact === true ? 0.9 : 0.55;
  const mood = random.chance(ease) ? 'glad' : random.chance(0.6) ? 'mixed' : 'upset';
  if (random.chance(0.42))
    ticket.csat = { glad: random.chance(0.85) ? 5 : 4, mixed: random.integer(3, 4), upset: random.integer(1, 2) }[mood];
  if (random.chance(0.25))
    ticket.nps = { glad: random.integer(9, 10), mixed: random.integer(7, 8), upset: random.integer(0, 6) }[mood];
  if (ticket.csat !== undefined && random.chance(0.2)) ticket.surveyComment = random.pick(surveyComments[mood]);
}
