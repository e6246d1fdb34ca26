// Envois of the demo shop: the replies of the last six months that were prepared from a template, once per ticket and
// template, and the bonus points that a sent delay reply earns.
import type { DemoRow } from '#demo/demo-rows.ts';
import type { Random } from '#demo/random.ts';
import { addPoints } from '#demo/trade/points-book.ts';
import { TEAM, type Trade } from '#demo/trade/trade.ts';
import { addDays, type Day, type WallTime } from '#lib/kernel/day.ts';
import { formatId } from '#lib/kernel/ids.ts';
import { defaultSettings } from '#lib/tables/default-settings.ts';
import type { TicketDraft } from './build-tickets.ts';
import { replyBodies } from './reply-bodies.ts';
import type { Category } from './ticket-texts.ts';

type Reply = DemoRow<'repliesSent'>;

const SINCE_DAYS = 183;
const UNSENT = ['prepared', 'drafted', 'failed'] as const;
type TemplateId = keyof typeof replyBodies;

const templateOf: Partial<Record<Category, TemplateId>> = {
  delay: 'REP-RETARD',
  points_question: 'REP-EXPIRATION',
  billing: 'REP-ECHEC',
  subscription: 'REP-FREQUENCE',
  delivery: 'REP-SUIVI',
};

/** @param emailOf a customer's address. */
export function buildReplies(
  random: Random,
  trade: Trade,
  tickets: readonly TicketDraft[],
  emailOf: (customerId: string) => string,
): Reply[] {
  const since = addDays(trade.today, -SINCE_DAYS);
  const replies: Reply[] = [];
  for (const ticket of tickets) {
    const templateId = templateFor(ticket);
    if (ticket.receivedAt < since || templateId === undefined || !ticket.customerId) continue;
    const isSent = ticket.firstReplyAt !== undefined;
    if (random.chance(0.25)) continue;
    const reply = writeReply(ticket, templateId, replies.length, emailOf(ticket.customerId));
    replies.push(reply);
    if (templateId === 'REP-RETARD' && isSent) payBonus(trade, ticket, reply);
  }
  return replies;
}

function templateFor({ category, subject }: TicketDraft): TemplateId | undefined {
  if (subject === 'Mettre en pause' || subject === 'Arrêter mon abonnement') return 'REP-PAUSE';
  return category ? templateOf[category] : undefined;
}

function writeReply(ticket: TicketDraft, templateId: TemplateId, count: number, recipient: string): Reply {
  const sentAt: WallTime | undefined = ticket.firstReplyAt ?? undefined;
  return {
    id: formatId('ENV', count + 1),
    key: `${ticket.id}/${templateId}`,
    templateId,
    templateVersion: 1,
    customerId: ticket.customerId ?? null,
    ticketId: ticket.id,
    ...(ticket.orderId === undefined ? {} : { orderId: ticket.orderId }),
    ...(ticket.subscriptionId === undefined ? {} : { subscriptionId: ticket.subscriptionId }),
    channel: ticket.channel,
    status: sentAt === undefined ? (UNSENT[count % UNSENT.length] ?? 'prepared') : 'sent',
    preparedAt: sentAt ?? ticket.receivedAt,
    ...(sentAt === undefined ? {} : { sentAt }),
    ...(ticket.channel === 'email' ? { recipient } : {}),
    subject: `Re : ${ticket.subject ?? ''}`,
    body: replyBodies[templateId],
    bonusPoints: templateId === 'REP-RETARD' ? defaultSettings['points.delayBonus'] : 0,
    who: ticket.assignee ?? TEAM[0],
  };
}

function payBonus(trade: Trade, ticket: TicketDraft, reply: Reply): void {
  const on = (reply.sentAt ?? ticket.receivedAt).slice(0, 10) as Day;
  const points = defaultSettings['points.delayBonus'];
  const reason = `Retard de ${ticket.orderId ?? 'commande'}`;
  addPoints(trade.points, ticket.customerId ?? '', points, on, { on, kind: 'bonus', source: reply.id, reason });
  const order = trade.orders[Number((ticket.orderId ?? '').slice(4)) - 1];
  if (order !== undefined) order.delayToldOn = on;
}
