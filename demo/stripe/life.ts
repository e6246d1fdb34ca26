// One subscriber's life on the Stripe side, written act by act. A life has its own stream of chance and its own hour of the
// day (6 h to 20 h UTC), so that a renewal and its finalisation one hour later fall on the same day.
import type { Person } from '#demo/people/build-people.ts';
import type { Random } from '#demo/random.ts';
import { type CardBehaviour, okCard, type StripeAct, type Subscribe } from '#demo/stripe-act.ts';
import { addDays, type Day, daysBetween } from '#lib/kernel/day.ts';
import { monthly } from './offer.ts';
import { firstDayRenewingOn, HOUR_SECONDS, unixSeconds } from './unix-time.ts';

/** How old the shop's Stripe account is: a year and a few weeks, so that some yearly subscriptions have renewed. */
export const ACCOUNT_AGE_DAYS = 400;

export interface Life {
  readonly random: Random;
  readonly today: Day;
  /** 0 for the first life of its kind, 1 for the second …: what a kind varies by. */
  readonly turn: number;
  readonly person: Person;
  readonly customer: string;
  readonly subscription: string;
  readonly secondsOfDay: number;
  readonly acts: StripeAct[];
}

/** That day at the life's hour, unix seconds. */
export function at(life: Life, day: Day, offsetSeconds = 0): number {
  return unixSeconds(day, life.secondsOfDay) + offsetSeconds;
}

export function daysAgo(life: Life, min: number, max: number): Day {
  return addDays(life.today, -life.random.integer(min, max));
}

/** A first day between the two ages; the shop grew, so recent days are likelier. */
export function signUpDay(life: Life, minDaysAgo: number, maxDaysAgo: number): Day {
  const share = life.random.fraction() ** 1.4;
  return addDays(life.today, -(minDaysAgo + Math.floor(share * (maxDaysAgo - minDaysAgo + 1))));
}

/** A first day for a monthly subscription that renews on the given day, after one to eight months. */
export function signUpDayRenewingOn(life: Life, renewalOn: Day): Day {
  const oldest = Math.floor((ACCOUNT_AGE_DAYS - daysBetween(renewalOn, life.today)) / 31) - 4;
  return firstDayRenewingOn(renewalOn, life.random.integer(1, Math.max(1, Math.min(8, oldest))));
}

type SignUp = Partial<Omit<Subscribe, 'act' | 'at' | 'customer' | 'id'>>;

/** The customer, two minutes before, and the subscription: monthly with a good card unless said otherwise. */
export function signUp(life: Life, on: Day, options: SignUp & { readonly testClock?: string } = {}): void {
  const { testClock, card = okCard, ...rest } = options;
  life.acts.push({
    act: 'create-customer',
    at: at(life, on, -120),
    id: life.customer,
    name: life.person.name,
    email: life.person.email,
    ...(life.random.chance(0.5) ? { phone: life.person.phone } : {}),
    card,
    ...(testClock === undefined ? {} : { testClock }),
  });
  subscribe(life, on, rest);
}

export function subscribe(life: Life, on: Day, options: SignUp = {}, id = life.subscription): void {
  life.acts.push({ act: 'subscribe', at: at(life, on), id, customer: life.customer, price: monthly.price, ...options });
}

export function setCard(life: Life, on: Day, card: CardBehaviour): void {
  life.acts.push({ act: 'set-card', at: at(life, on), customer: life.customer, card });
}

export function visitPortal(life: Life, on: Day, offsetSeconds = -HOUR_SECONDS / 6): void {
  life.acts.push({ act: 'portal-session', at: at(life, on, offsetSeconds), customer: life.customer });
}

/** Acts later pushed take these fields along: the moment and the subscription. */
export function on(life: Life, day: Day, offsetSeconds = 0): { readonly at: number; readonly subscription: string } {
  return { at: at(life, day, offsetSeconds), subscription: life.subscription };
}
