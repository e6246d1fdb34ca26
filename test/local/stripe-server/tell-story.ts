/**
 * Tells a subscription's life as a table: every row moves the clock, plays an act, and shows what the `stripe` client then
 * reads. A scenario is checked by telling it again and comparing the text.
 */
import Stripe from 'stripe';
import {
  alwaysDeclines,
  declinesUntil,
  firstAttemptsDecline,
  noCard,
  okCard,
  type StripeAct,
} from '#demo/stripe-act.ts';
import { createWorldClock } from '#local/clock.ts';
import { type StripeServer, startStripeServer } from '#local/stripe-server/start-stripe-server.ts';
import type { AccountSettings } from '#local/stripe-server/world.ts';

export interface Shop {
  readonly server: StripeServer;
  readonly stripe: Stripe;
}

export const CUSTOMER = 'cus_anna';
export const SUBSCRIPTION = 'sub_anna';

/** Unix seconds of `2026-01-31 10:00` (UTC). */
export function instant(text: string): number {
  const ms = Date.parse(`${text.trim().replace(' ', 'T')}${text.includes(':') ? '' : 'T00:00'}Z`);
  if (Number.isNaN(ms)) throw new Error(`Not an instant: ${text}`);
  return ms / 1000;
}

const OPENING = instant('2026-01-01 00:00');

/** The shop's two plans, a customer with a good card, no subscription yet. */
export const shopSeed: readonly StripeAct[] = [
  { act: 'create-product', at: OPENING, id: 'prod_box', name: 'Box' },
  {
    act: 'create-price',
    at: OPENING,
    id: 'price_month',
    product: 'prod_box',
    unitAmountCents: 1800,
    interval: 'month',
  },
  { act: 'create-price', at: OPENING, id: 'price_plus', product: 'prod_box', unitAmountCents: 3000, interval: 'month' },
  { act: 'create-price', at: OPENING, id: 'price_year', product: 'prod_box', unitAmountCents: 18000, interval: 'year' },
  { act: 'create-customer', at: OPENING, id: CUSTOMER, name: 'Anna', email: 'anna@example.org', card: { kind: 'ok' } },
];

export async function openShop(settings: Partial<AccountSettings> = {}, seed = shopSeed): Promise<Shop> {
  const server = await startStripeServer({
    clock: createWorldClock(OPENING * 1000),
    apiKey: 'sk_test_shop',
    seed,
    settings,
  });
  return { server, stripe: clientOf(server) };
}

export function clientOf(server: StripeServer, key = 'sk_test_shop', maxNetworkRetries = 0): Stripe {
  return new Stripe(key, { host: '127.0.0.1', port: server.port, protocol: 'http', maxNetworkRetries });
}

/** Plays the table's rows and returns the same table with what was read in its last three columns. */
export async function tellStory(shop: Shop, table: string): Promise<string> {
  const [header = '', ...rows] = table.trim().split('\n');
  const told: string[][] = [header.split('|').map((cell) => cell.trim())];
  for (const row of rows) {
    const [date = '', what = ''] = row.split('|').map((cell) => cell.trim());
    shop.server.advanceTo(instant(date) * 1000);
    if (what !== '') shop.server.play([readAct(what, instant(date))]);
    told.push([date, what, ...(await readState(shop.stripe))]);
  }
  return layOut(told);
}

/** The same in a shop of its own, which is closed afterwards. */
export async function tellStoryInNewShop(table: string, settings: Partial<AccountSettings> = {}): Promise<string> {
  const shop = await openShop(settings);
  try {
    return await tellStory(shop, table);
  } finally {
    await shop.server.close();
  }
}

/** The table as typed, its columns aligned like a told one. */
export function asTable(table: string): string {
  return layOut(
    table
      .trim()
      .split('\n')
      .map((row) => row.split('|').map((cell) => cell.trim())),
  );
}

async function readState(stripe: Stripe): Promise<string[]> {
  const subscription = await stripe.subscriptions.retrieve(SUBSCRIPTION);
  const invoices = await stripe.invoices.list({ subscription: SUBSCRIPTION, limit: 100 });
  const customer = (await stripe.customers.retrieve(CUSTOMER)) as Stripe.Customer;
  const shown = invoices.data
    .reverse()
    .map((invoice) => `${invoice.status} ${euros(invoice.amount_paid)}/${euros(invoice.amount_due)}`);
  const pause = subscription.pause_collection === null ? '' : ` (${subscription.pause_collection.behavior})`;
  const last = shown.slice(-3);
  return [
    `${subscription.status}${pause}`,
    euros(customer.balance ?? 0),
    (shown.length > 3 ? ['…', ...last] : last).join(', '),
  ];
}

function euros(cents: number): string {
  return (cents / 100).toFixed(2).replace('-0.00', '0.00');
}

const ACTS: Readonly<Record<string, (rest: string) => object>> = {
  subscribe: (price) => ({ act: 'subscribe', id: SUBSCRIPTION, customer: CUSTOMER, price: `price_${price}` }),
  trial: (until) => ({
    act: 'subscribe',
    id: SUBSCRIPTION,
    customer: CUSTOMER,
    price: 'price_month',
    trialEndsAt: instant(until),
  }),
  'subscribe refused': () => ({
    act: 'subscribe',
    id: SUBSCRIPTION,
    customer: CUSTOMER,
    price: 'price_month',
    card: { kind: 'always-declines' },
  }),
  'trial without card': (until) => ({
    act: 'subscribe',
    id: SUBSCRIPTION,
    customer: CUSTOMER,
    price: 'price_month',
    card: { kind: 'none' },
    trialEndsAt: instant(until),
    trialWithoutCard: 'pause',
  }),
  send: (days) => ({
    act: 'subscribe',
    id: SUBSCRIPTION,
    customer: CUSTOMER,
    price: 'price_month',
    collection: 'send_invoice',
    daysUntilDue: Number(days),
  }),
  'card ok': () => ({ act: 'set-card', customer: CUSTOMER, card: okCard }),
  'card none': () => ({ act: 'set-card', customer: CUSTOMER, card: noCard }),
  'card refuses': () => ({ act: 'set-card', customer: CUSTOMER, card: alwaysDeclines }),
  'card lost': () => ({ act: 'set-card', customer: CUSTOMER, card: { kind: 'always-declines', hard: true } }),
  'card refuses until': (until) => ({
    act: 'set-card',
    customer: CUSTOMER,
    card: declinesUntil(instant(until)),
  }),
  'card refuses times': (attempts) => ({
    act: 'set-card',
    customer: CUSTOMER,
    card: firstAttemptsDecline(Number(attempts)),
  }),
  switch: (price) => ({ act: 'switch-price', price: `price_${price}` }),
  'switch and invoice': (price) => ({ act: 'switch-price', price: `price_${price}`, proration: 'always_invoice' }),
  'switch without proration': (price) => ({ act: 'switch-price', price: `price_${price}`, proration: 'none' }),
  'pause collection': (behaviour) => ({ act: 'pause-collection', behaviour }),
  'pause collection until': (until) => ({ act: 'pause-collection', behaviour: 'void', resumesAt: instant(until) }),
  'resume collection': () => ({ act: 'resume-collection' }),
  pause: () => ({ act: 'pause' }),
  'pause without credit': () => ({ act: 'pause', creditUnusedTimeFrom: 'none' }),
  'pause until': (until) => ({ act: 'pause', resumesAt: instant(until) }),
  resume: () => ({ act: 'resume' }),
  'resume on attempt': () => ({ act: 'resume', payment: 'resume_on_payment_attempt' }),
  'resume unchanged': () => ({ act: 'resume', anchor: 'unchanged' }),
  'cancel at period end': () => ({ act: 'cancel-at-period-end' }),
  'cancel in portal': () => ({ act: 'cancel-at-period-end', via: 'portal' }),
  'cancel at': (at) => ({ act: 'cancel-at', cancelAt: instant(at) }),
  'cancel now': () => ({ act: 'cancel-now' }),
  'undo cancel': () => ({ act: 'undo-cancel' }),
  pay: (invoice) => ({ act: 'pay-invoice', invoice: chosen(invoice) }),
  'pay elsewhere': (invoice) => ({ act: 'pay-invoice', invoice: chosen(invoice), outOfBand: true }),
  void: (invoice) => ({ act: 'void-invoice', invoice: chosen(invoice) }),
  'give up': (invoice) => ({ act: 'mark-uncollectible', invoice: chosen(invoice) }),
  finalize: (invoice) => ({ act: 'finalize-invoice', invoice: chosen(invoice) }),
  balance: (cents) => ({ act: 'adjust-customer-balance', customer: CUSTOMER, amountCents: Number(cents) }),
  credit: (cents) => ({ act: 'credit-note', invoice: 'latest', amountCents: Number(cents) }),
  'void credit': () => ({ act: 'void-credit-note', invoice: 'latest' }),
  'refund latest': () => ({ act: 'refund', invoice: 'latest-paid' }),
  'delete customer': () => ({ act: 'delete-customer', customer: CUSTOMER }),
};

function chosen(text: string): number | 'latest' {
  return text === 'latest' ? text : Number(text);
}

/** The longest verb that begins the text, and what follows it. */
function readAct(text: string, at: number): StripeAct {
  const verb = Object.keys(ACTS)
    .filter((name) => text === name || text.startsWith(`${name} `))
    .sort((left, right) => right.length - left.length)[0];
  const build = verb === undefined ? undefined : ACTS[verb];
  if (verb === undefined || build === undefined) throw new Error(`No such act: ${text}`);
  return { subscription: SUBSCRIPTION, at, ...build(text.slice(verb.length).trim()) } as unknown as StripeAct;
}

function layOut(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return rows
    .map((row) =>
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join(' | ')
        .trimEnd(),
    )
    .join('\n');
}
