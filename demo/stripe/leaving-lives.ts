// Lives that end or are about to: at the period's end by the API or the portal, at a date, at once, undone, and come back.
import { addDays, addMonths, type Day } from '#lib/kernel/day.ts';
import { at, daysAgo, type Life, on, signUp, signUpDayRenewingOn, subscribe, visitPortal } from './life.ts';

const FEEDBACK = ['too_expensive', 'unused', 'low_quality', 'switched_service', 'other'] as const;

export function cancelsAtPeriodEnd(life: Life): void {
  askToLeave(life, daysAgo(life, 6, 24), 'api');
}

/** Under flexible billing the portal sets `cancel_at` alone. */
export function cancelsThroughPortal(life: Life): void {
  askToLeave(life, daysAgo(life, 6, 24), 'portal');
}

export function cancelUndone(life: Life): void {
  const asked = askToLeave(life, daysAgo(life, 10, 24), 'portal');
  life.acts.push({ act: 'undo-cancel', ...on(life, addDays(asked, 2)) });
}

export function leftAtPeriodEnd(life: Life): void {
  askToLeave(life, daysAgo(life, 35, 300), life.turn % 2 === 0 ? 'portal' : 'api');
}

/** Three days after a renewal. Returns the day of the request. */
function askToLeave(life: Life, renewal: Day, via: 'api' | 'portal'): Day {
  signUp(life, signUpDayRenewingOn(life, renewal));
  const asked = addDays(renewal, 3);
  if (via === 'portal') visitPortal(life, asked);
  life.acts.push({ act: 'cancel-at-period-end', ...on(life, asked), via, feedback: life.random.pick(FEEDBACK) });
  return asked;
}

export function cancelsAtDate(life: Life): void {
  const first = daysAgo(life, 40, 200);
  signUp(life, first);
  life.acts.push({ act: 'cancel-at', ...on(life, daysAgo(life, 4, 9)), cancelAt: at(life, addDays(life.today, 45)) });
}

export function leftAtDate(life: Life): void {
  const asked = daysAgo(life, 60, 160);
  signUp(life, addDays(asked, -life.random.integer(35, 120)));
  life.acts.push({ act: 'cancel-at', ...on(life, asked), cancelAt: at(life, addDays(asked, 20)) });
}

export function leftAtOnce(life: Life): void {
  const left = daysAgo(life, 10, 250);
  signUp(life, addDays(left, -life.random.integer(3, 110)));
  life.acts.push({ act: 'cancel-now', ...on(life, left) });
}

/** Two subscriptions of one customer: the first ended, the second runs. */
export function leftAndCameBack(life: Life): void {
  const left = daysAgo(life, 120, 220);
  signUp(life, addDays(left, -life.random.integer(40, 120)));
  life.acts.push({ act: 'cancel-now', ...on(life, left) });
  subscribe(life, addMonths(left, life.random.integer(1, 3)), {}, `${life.subscription}B`);
}

/** A second running subscription for a relative, on the same card. */
export function subscribedTwice(life: Life): void {
  const first = daysAgo(life, 90, 250);
  signUp(life, first);
  subscribe(life, addDays(first, 40), {}, `${life.subscription}B`);
}
