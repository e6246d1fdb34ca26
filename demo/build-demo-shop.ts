// The demo shop of Make the CHANGE: the workbook's rows and the Stripe side that belongs to them, the same for the same seed,
// last day and scale. Stripe's mirror tabs are not written: the first night fills them.
import { addDays, type Day } from '#lib/kernel/day.ts';
import { workingDaysAround } from './calendar/working-days.ts';
import { buildIncidents } from './care/build-incidents.ts';
import { buildReplies } from './care/build-replies.ts';
import { buildTickets, type Subscriber } from './care/build-tickets.ts';
import { hubRows, partnerProductRows, productRows } from './catalogue/catalogue-rows.ts';
import { partnerRows } from './catalogue/partners.ts';
import type { DemoRows } from './demo-rows.ts';
import { buildPeople } from './people/build-people.ts';
import type { RawRow } from './plan-demo-seed.ts';
import { createRandom, type Random } from './random.ts';
import { buildMembership, type KnownCustomer } from './rows/build-membership.ts';
import { closedDayRows } from './rows/closed-day-rows.ts';
import { closePoints, noteBalances, openPoints } from './rows/open-points.ts';
import { planRows } from './rows/plan-rows.ts';
import { requestRows } from './rows/request-rows.ts';
import { typedSettings } from './rows/typed-settings.ts';
import { buildStripeScript, type StripeMember, stripeCustomerCount } from './stripe/build-stripe-script.ts';
import { buildCheckouts } from './stripe/checkout-sessions.ts';
import { unixSeconds } from './stripe/unix-time.ts';
import type { StripeAct } from './stripe-act.ts';
import { createPointsBook, pointLotRows, pointRows } from './trade/points-book.ts';
import { runYear } from './trade/run-year.ts';
import type { Shopper, Trade } from './trade/trade.ts';
import { type UglyRow, uglyRows } from './ugly-rows.ts';

export interface DemoShopOptions {
  readonly seed: number;
  /** The day of the first night; the last day played is the day before. */
  readonly today: Day;
  /** 1: 400 customers, 260 subscriptions, about 1,800 orders a year. A whole number, at least 1. */
  readonly scale: number;
}

export interface DemoShop {
  /** In time order, unix seconds; all before midnight UTC of `today`. */
  readonly stripeActs: readonly StripeAct[];
  /** Unix seconds: acts from here on are the news of the last day, dated yesterday. */
  readonly lastDayStartsAt: number;
  /** What is paid in Checkout, apart because it goes on after `today`. */
  readonly checkoutActs: readonly StripeAct[];
  /** Every Stripe customer with the kind of life that was written for it. */
  readonly stripeMembers: readonly StripeMember[];
  readonly rows: DemoRows;
  /** Cells of Réglages that the team filled in. */
  readonly typedSettings: readonly RawRow[];
  readonly uglyRows: readonly UglyRow[];
}

/** Customers who never went through Stripe, at scale 1. */
const BUYERS = 37;

export function buildDemoShop({ seed, today, scale }: DemoShopOptions): DemoShop {
  const random = createRandom(seed, 'shop');
  const inStripe = stripeCustomerCount(scale);
  const people = buildPeople(random.stream('people'), inStripe + BUYERS * scale);
  const stripe = buildStripeScript(random.stream('stripe'), today, scale, people);
  const known = buildMembership(random.stream('customers'), today, stripe.members, people.slice(inStripe));
  return {
    stripeActs: stripe.acts,
    checkoutActs: buildCheckouts(today, stripe.members),
    lastDayStartsAt: unixSeconds(addDays(today, -1)),
    stripeMembers: stripe.members,
    rows: buildRows(random, today, scale, known),
    typedSettings,
    uglyRows,
  };
}

function buildRows(random: Random, today: Day, scale: number, known: readonly KnownCustomer[]): DemoRows {
  const points = createPointsBook();
  openPoints(random.stream('points'), today, points, known);
  const days = workingDaysAround(today);
  const trade = runYear({ random: random.stream('trade'), today, scale, days, shoppers: known.map(shopperOf), points });
  const tickets = buildTickets(random.stream('tickets'), trade, subscribersOf(known));
  const repliesSent = buildReplies(random.stream('replies'), trade, tickets, mailboxes(known));
  const incidents = buildIncidents(trade, tickets);
  closePoints(random.stream('gifts'), today, points, known);
  noteBalances(points, known);
  return {
    customers: known.map((customer) => customer.row),
    plans: planRows(),
    requests: requestRows(today, known),
    products: productRows(today, scale),
    partners: partnerRows(today),
    partnerProducts: partnerProductRows(),
    hubs: hubRows(),
    closedDays: closedDayRows(days.holidays),
    ...tradeRows(trade),
    points: pointRows(points),
    pointLots: pointLotRows(points),
    tickets,
    repliesSent,
    incidents,
  };
}

function tradeRows(trade: Trade) {
  return {
    lots: trade.room.lots,
    movements: trade.room.movements,
    purchases: trade.purchases,
    stockTakes: trade.stockTakes,
    orders: trade.orders,
    lines: trade.lines,
    shipments: trade.shipments,
  };
}

function shopperOf({ row, person, member }: KnownCustomer): Shopper {
  const isSubscriber = member !== null && member.kind !== null;
  return { customerId: row.id, person, since: row.createdOn as Day, isSubscriber };
}

function subscribersOf(known: readonly KnownCustomer[]): Subscriber[] {
  return known
    .flatMap(({ row, member }) => {
      const subscriptionId = member?.subscriptions[0];
      return subscriptionId === undefined || !member
        ? []
        : [{ customerId: row.id, subscriptionId, since: member.since }];
    })
    .sort((a, b) => (a.since < b.since ? -1 : a.since > b.since ? 1 : 0));
}

function mailboxes(known: readonly KnownCustomer[]): (customerId: string) => string {
  const emails = new Map(known.map(({ row }) => [row.id, row.email ?? '']));
  return (customerId) => emails.get(customerId) ?? '';
}
