// The Stripe side of the demo shop: every subscriber's life, the customers who only bought, and visits of the portal, as one
// dated script. What Stripe makes of it (invoices, payments, states) is the local server's work, never written here.
import type { Person } from '#demo/people/build-people.ts';
import type { Random } from '#demo/random.ts';
import { okCard, type StripeAct } from '#demo/stripe-act.ts';
import { addDays, type Day } from '#lib/kernel/day.ts';
import { ACCOUNT_AGE_DAYS, at, type Life } from './life.ts';
import { type LifeKind, type LifeKindName, lifeKinds } from './life-kinds.ts';
import { monthly, PRODUCT_ID, SWISS_PRICE_ID, yearly } from './offer.ts';
import { stripeId } from './stripe-id.ts';
import { DAY_SECONDS, HOUR_SECONDS, unixSeconds } from './unix-time.ts';

/** Stripe customers without a subscription, at scale 1. */
const BUYERS_ONLY = 107;
const PORTAL_DAYS = 29;

export interface StripeScript {
  readonly acts: readonly StripeAct[];
  /** Every Stripe customer in the order of `people`; the kind is null for those who only bought. */
  readonly members: readonly StripeMember[];
}

export interface StripeMember {
  readonly kind: LifeKindName | null;
  readonly customer: string;
  readonly subscriptions: readonly string[];
  readonly person: Person;
  readonly since: Day;
}

/** How many customers the script makes. */
export function stripeCustomerCount(scale: number): number {
  const lives = Object.entries(lifeKinds) as [LifeKindName, LifeKind][];
  return lives.reduce((sum, [name, kind]) => sum + countOf(name, kind, scale), BUYERS_ONLY * scale);
}

/** @param people at least as many as the script has customers; the first ones become Stripe customers. */
export function buildStripeScript(random: Random, today: Day, scale: number, people: readonly Person[]): StripeScript {
  const acts: StripeAct[] = [...openAccount(addDays(today, -ACCOUNT_AGE_DAYS - 1))];
  const members: StripeMember[] = [];
  for (const [name, kind] of Object.entries(lifeKinds) as [LifeKindName, LifeKind][]) {
    const count = countOf(name, kind, scale);
    for (let turn = 0; turn < count; turn++)
      members.push(liveOne(random, today, name, turn, members.length, people, acts));
  }
  for (let count = 0; count < BUYERS_ONLY * scale; count++)
    members.push(buyOnly(random, today, members.length, people, acts));
  return { acts: sortedByTime(acts), members };
}

/** Rare lives stay single; ordinary ones take their place, so that the number of subscriptions grows with the scale. */
function countOf(name: LifeKindName, kind: LifeKind, scale: number): number {
  if (kind.rare) return kind.count;
  const missing = Object.values<LifeKind>(lifeKinds).reduce((sum, other) => sum + (other.rare ? other.count : 0), 0);
  return kind.count * scale + (name === 'activeMonthly' ? missing * (scale - 1) : 0);
}

/** The product and its prices, before the first customer. */
export function openAccount(day: Day): readonly StripeAct[] {
  const opened = unixSeconds(day, 8 * HOUR_SECONDS);
  const price = {
    act: 'create-price',
    at: opened,
    product: PRODUCT_ID,
    interval: 'month',
    unitAmountCents: 1800,
  } as const;
  return [
    { act: 'create-product', at: opened, id: PRODUCT_ID, name: 'Make the CHANGE' },
    { ...price, id: monthly.price, unitAmountCents: monthly.priceCents, nickname: 'Mensuel' },
    { ...price, id: yearly.price, unitAmountCents: yearly.priceCents, interval: 'year', nickname: 'Annuel' },
    { ...price, id: SWISS_PRICE_ID, currency: 'chf', nickname: 'Mensuel, essai suisse' },
  ];
}

function liveOne(
  random: Random,
  today: Day,
  kind: LifeKindName,
  turn: number,
  index: number,
  people: readonly Person[],
  acts: StripeAct[],
): StripeMember {
  const chance = random.stream(`${kind}/${turn}`);
  const life: Life = {
    random: chance,
    today,
    turn,
    person: personAt(people, index),
    customer: stripeId('cus', index),
    subscription: stripeId('sub', index),
    secondsOfDay: chance.integer(6 * HOUR_SECONDS, 20 * HOUR_SECONDS),
    acts: [],
  };
  const definition: LifeKind = lifeKinds[kind];
  definition.write(life);
  const first = life.acts[0] as StripeAct;
  if (chance.chance(0.6)) visitPortalLately(life, first.at);
  acts.push(...life.acts);
  const subscriptions = definition.twice ? [life.subscription, `${life.subscription}B`] : [life.subscription];
  return { kind, customer: life.customer, subscriptions, person: life.person, since: dayOfSeconds(today, first.at) };
}

/** In the last month, the only time of which Stripe keeps events. A customer deleted since visits no more. */
function visitPortalLately(life: Life, since: number): void {
  const visited = at(life, addDays(life.today, -life.random.integer(2, PORTAL_DAYS)), 300);
  const deleted = life.acts.some((act) => act.act === 'delete-customer');
  if (visited > since && !deleted) life.acts.push({ act: 'portal-session', at: visited, customer: life.customer });
}

function buyOnly(
  random: Random,
  today: Day,
  index: number,
  people: readonly Person[],
  acts: StripeAct[],
): StripeMember {
  const chance = random.stream(`buyer/${index}`);
  const since = addDays(today, -chance.integer(2, ACCOUNT_AGE_DAYS - 5));
  const customer = stripeId('cus', index);
  const person = personAt(people, index);
  const created = unixSeconds(since, chance.integer(6 * HOUR_SECONDS, 20 * HOUR_SECONDS));
  acts.push({
    act: 'create-customer',
    at: created,
    id: customer,
    name: person.name,
    email: person.email,
    card: okCard,
  });
  return { kind: null, customer, subscriptions: [], person, since };
}

function personAt(people: readonly Person[], index: number): Person {
  const person = people[index];
  if (person === undefined) throw new Error(`Bug: ${people.length} people are too few`);
  return person;
}

function dayOfSeconds(today: Day, seconds: number): Day {
  return addDays(today, Math.floor((seconds - unixSeconds(today)) / DAY_SECONDS));
}

/** In time order; acts of the same second stay in the order they were written. */
function sortedByTime(acts: readonly StripeAct[]): StripeAct[] {
  return [...acts].sort((a, b) => a.at - b.at);
}
