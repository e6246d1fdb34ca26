// Ten conversations a week with customers of the demo shop: late parcels first, then what people ask. Most are answered in
// time and at the first contact; the last days leave some open, some waiting, some late.
import { productOf } from '#demo/catalogue/products.ts';
import type { DraftRow } from '#demo/demo-rows.ts';
import type { Random } from '#demo/random.ts';
import { knownBy } from '#demo/trade/known-by.ts';
import { pushTo, TEAM, type Trade } from '#demo/trade/trade.ts';
import { by } from '#lib/kernel/compare.ts';
import { addDays, type Day, weekdayOf } from '#lib/kernel/day.ts';
import { formatId } from '#lib/kernel/ids.ts';
import { answerTicket } from './answer-ticket.ts';
import { type Moment, wallTimeOf } from './open-hours.ts';
import { type Category, ticketTexts } from './ticket-texts.ts';

export type TicketDraft = DraftRow<'tickets'>;

/** A subscriber known to the workbook. */
export interface Subscriber {
  readonly customerId: string;
  readonly subscriptionId: string;
  readonly since: Day;
}

const A_DAY = 10 / 7;
/** The team has not caught up with the last days. */
const UNANSWERED_DAYS = 3;
const CHANNELS = [
  ['email', 44],
  ['chat', 38],
  ['phone', 8],
  ['social', 6],
  ['whatsapp', 4],
] as const;
const SUBJECTS: readonly (readonly [Category, number])[] = [
  ['delivery', 24],
  ['product_question', 18],
  ['points_question', 15],
  ['subscription', 15],
  ['billing', 10],
  ['quality', 8],
  ['other', 6],
];
const ABOUT_SUBSCRIPTION: readonly Category[] = ['points_question', 'subscription', 'billing'];

/** @param subscribers in the order of `since`. */
export function buildTickets(random: Random, trade: Trade, subscribers: readonly Subscriber[]): TicketDraft[] {
  const tickets: TicketDraft[] = [];
  const aboutWhat = (category: Category, day: Day, ordersBefore: number): About => {
    if (category === 'other') return {};
    if (ABOUT_SUBSCRIPTION.includes(category)) return subscriberOf(random, subscribers, day);
    return orderOf(random, trade, ordersBefore);
  };
  const lateOrders = lateOrdersByDay(random, trade);
  let ordersBefore = 0;
  for (let day = trade.firstDay; day < trade.today; day = addDays(day, 1)) {
    while ((trade.orders[ordersBefore]?.orderedAt ?? '9') < day) ordersBefore++;
    for (const orderId of lateOrders.get(day) ?? []) write(random, trade, tickets, day, 'delay', { orderId });
    const quiet = weekdayOf(day) > 5 ? 0.6 : 1.1;
    const expected = A_DAY * trade.scale * quiet * 0.9;
    const unanswered = day >= addDays(trade.today, -UNANSWERED_DAYS) ? 2 * trade.scale : 0;
    const count = Math.floor(expected) + (random.chance(expected % 1) ? 1 : 0) + unanswered;
    for (let turn = 0; turn < count; turn++) {
      const category = random.weighted(SUBJECTS);
      write(random, trade, tickets, day, category, aboutWhat(category, day, ordersBefore));
    }
  }
  tickets.sort(by((ticket) => ticket.receivedAt));
  for (const [index, ticket] of tickets.entries()) ticket.id = formatId('TIC', index + 1);
  return tickets;
}

interface About {
  readonly orderId?: string;
  readonly subscriber?: Subscriber;
}

function lateOrdersByDay(random: Random, trade: Trade): Map<Day, string[]> {
  const asked = new Map<Day, string[]>();
  for (const { orderId, promisedOn, deliveredOn, status } of trade.shipments) {
    if (!promisedOn || status === 'voided') continue;
    const askedOn = trade.days.add(promisedOn, 1);
    const isLate = (deliveredOn ?? trade.today) >= askedOn && askedOn < trade.today;
    if (isLate && random.chance(0.4)) pushTo(asked, askedOn, orderId);
  }
  return asked;
}

function subscriberOf(random: Random, subscribers: readonly Subscriber[], day: Day): About {
  const known = knownBy(subscribers, day);
  const subscriber = known === 0 ? undefined : subscribers[random.integer(0, known - 1)];
  return subscriber === undefined ? {} : { subscriber };
}

/** One of the last forty orders or so. */
function orderOf(random: Random, trade: Trade, ordersBefore: number): About {
  if (ordersBefore === 0) return {};
  const order = trade.orders[random.integer(Math.max(0, ordersBefore - 40 * trade.scale), ordersBefore - 1)];
  return order === undefined || order.status === 'voided' ? {} : { orderId: order.id };
}

function write(
  random: Random,
  trade: Trade,
  tickets: TicketDraft[],
  day: Day,
  category: Category,
  { orderId, subscriber }: About,
): void {
  const received: Moment = { day, minute: random.integer(7, 22) * 60 + random.integer(0, 59) };
  const order = orderId === undefined ? undefined : trade.orders[Number(orderId.slice(4)) - 1];
  const product = productOf(trade.linesByOrder.get(orderId ?? '')?.[0]?.productId ?? 'ILA-MIEL-250');
  const text = random.pick(ticketTexts[category].filter(({ about }) => about?.includes(product.category) ?? true));
  const filled = (words: string) =>
    words.replace('{produit}', product.name).replace('{commande}', orderId ?? 'ma commande');
  const customerId = order?.customerId ?? subscriber?.customerId;
  const channel = random.weighted(CHANNELS);
  const ticket: TicketDraft = {
    id: '',
    receivedAt: wallTimeOf(received),
    channel,
    ...(customerId === undefined ? {} : { customerId }),
    category,
    subject: filled(text.subject),
    message: filled(text.message),
    ...(order === undefined ? {} : { orderId: order.id }),
    ...(subscriber === undefined ? {} : { subscriptionId: subscriber.subscriptionId }),
    assignee: random.pick(TEAM),
    status: 'open',
    lastCustomerAt: wallTimeOf(received),
    replies: 0,
    reopened: 0,
    ...(channel === 'chat' ? { sourceId: `crisp-${String(70_000 + tickets.length)}` } : {}),
  };
  const isLeft = day >= addDays(trade.today, -UNANSWERED_DAYS) && random.chance(0.6);
  if (!isLeft) answerTicket(random, trade, ticket, received);
  tickets.push(ticket);
}
