// The Stripe side for benchmarks: a given number of live subscriptions, each with the same months of history, in the mix
// of a healthy shop (80 % monthly; 3 % with a failed payment, half of them recovered; 1 % refunded; a few pauses).
import { addDays, addMonths, type Day, daysBetween } from '#lib/kernel/day.ts';
import { buildPeople } from './people/build-people.ts';
import { createRandom, type Random } from './random.ts';
import { type PlanRow, planRows } from './rows/plan-rows.ts';
import { openAccount } from './stripe/build-stripe-script.ts';
import { at, type Life, on, setCard, signUp } from './stripe/life.ts';
import { yearly } from './stripe/offer.ts';
import { stripeId } from './stripe/stripe-id.ts';
import { HOUR_SECONDS, unixSeconds } from './stripe/unix-time.ts';
import { alwaysDeclines, firstAttemptsDecline, type StripeAct } from './stripe-act.ts';

export interface BenchShop {
  readonly stripeActs: readonly StripeAct[];
  /** Unix seconds, midnight UTC of `today`: every act is earlier, and the first night runs after it. */
  readonly historyEndsAt: number;
  readonly plans: readonly PlanRow[];
}

interface BenchOptions {
  readonly seed: number;
  readonly today: Day;
  readonly subscriptions: number;
  /** Months since every subscription began, at least 1; the first days are spread over one month. */
  readonly months: number;
}

export function buildBenchShop({ seed, today, subscriptions, months }: BenchOptions): BenchShop {
  const random = createRandom(seed, 'bench');
  const people = buildPeople(random.stream('people'), subscriptions);
  const acts: StripeAct[] = [...openAccount(addDays(addMonths(today, -months - 1), -2))];
  people.forEach((person, index) => {
    const chance = random.stream(String(index));
    const life: Life = {
      random: chance,
      today,
      turn: index,
      person,
      customer: stripeId('cus', index),
      subscription: stripeId('sub', index),
      secondsOfDay: chance.integer(6 * HOUR_SECONDS, 20 * HOUR_SECONDS),
      acts: [],
    };
    liveAsInBench(life, chance, months);
    acts.push(...life.acts);
  });
  acts.sort((a, b) => a.at - b.at);
  return { stripeActs: acts, historyEndsAt: unixSeconds(today), plans: planRows() };
}

function liveAsInBench(life: Life, chance: Random, months: number): void {
  const first = addDays(addMonths(life.today, -months), -chance.integer(1, 28));
  if (chance.chance(0.2)) {
    signUp(life, first, { price: yearly.price });
    return;
  }
  signUp(life, first);
  const lastRenewal = addMonths(first, months);
  const fate = chance.fraction();
  if (fate < 0.015 && isStillRetried(life, lastRenewal)) setCard(life, addDays(lastRenewal, -1), alwaysDeclines);
  else if (fate < 0.03) setCard(life, addDays(addMonths(first, Math.max(1, months - 1)), -1), firstAttemptsDecline(1));
  else if (fate < 0.04 && lastRenewal < addDays(life.today, -2)) refundOnce(life, addDays(lastRenewal, 1));
  else if (fate < 0.045 && months > 1) pauseOnce(life, addDays(addMonths(first, 1), 5));
}

/** Older failures would have ended the subscription. */
function isStillRetried(life: Life, renewal: Day): boolean {
  return daysBetween(renewal, life.today) <= 12;
}

function refundOnce(life: Life, day: Day): void {
  life.acts.push({ act: 'refund', ...on(life, day), invoice: 'latest-paid', amountCents: 500 });
}

function pauseOnce(life: Life, day: Day): void {
  const resumesAt = at(life, addMonths(day, 1));
  life.acts.push({ act: 'pause-collection', ...on(life, day), behaviour: 'void', resumesAt });
}
