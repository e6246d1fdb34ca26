// Lives with a payment that fails: within grace and beyond it, recovered by a retry or by a new card, lost, never begun.
// Dates stand on the local account's retries, 3, 8 and 15 days after the first attempt.
import { alwaysDeclines, firstAttemptsDecline, okCard } from '#demo/stripe-act.ts';
import { addDays, addMonths, type Day } from '#lib/kernel/day.ts';
import { at, daysAgo, type Life, on, setCard, signUp, signUpDayRenewingOn, visitPortal } from './life.ts';
import { firstDayRenewingOn } from './unix-time.ts';

export function pastDueInGrace(life: Life): void {
  failOn(life, daysAgo(life, 3, 5));
}

export function pastDueBeyondGrace(life: Life): void {
  failOn(life, daysAgo(life, 9, 13));
}

export function recoveredByRetry(life: Life): void {
  const renewal = daysAgo(life, 20, 180);
  signUp(life, signUpDayRenewingOn(life, renewal));
  setCard(life, addDays(renewal, -2), firstAttemptsDecline(1 + (life.turn % 3)));
}

export function recoveredByNewCard(life: Life): void {
  const renewal = daysAgo(life, 16, 180);
  failOn(life, renewal);
  payAgain(life, addDays(renewal, life.random.integer(1, 6)));
}

/** Every retry fails and the account cancels the subscription. */
export function lost(life: Life): void {
  failOn(life, daysAgo(life, 25, 200));
}

/** The bank says never to try that card again. */
export function lostHard(life: Life): void {
  const renewal = daysAgo(life, 30, 120);
  signUp(life, signUpDayRenewingOn(life, renewal));
  setCard(life, addDays(renewal, -1), { kind: 'always-declines', hard: true });
}

/**
 * A subscription marked unpaid before its last retry. An account has one setting for what follows the last retry, and this
 * one cancels: so the mark is forced, and the account cancels it two days after the first night.
 */
export function unpaid(life: Life): void {
  const renewal = addDays(life.today, -13);
  signUp(life, signUpDayRenewingOn(life, renewal));
  setCard(life, addDays(renewal, -1), alwaysDeclines);
  life.acts.push({
    act: 'set-field-to-unknown',
    at: at(life, addDays(renewal, 11)),
    object: life.subscription,
    field: 'status',
    value: 'unpaid',
  });
}

export function incompleteExpired(life: Life): void {
  signUp(life, daysAgo(life, 8, 120), { card: alwaysDeclines });
}

/** An invoice that the shop gave up: the customer moved abroad and kept the subscription paused by hand. */
export function invoiceVoided(life: Life): void {
  const renewal = daysAgo(life, 12, 60);
  failOn(life, renewal);
  life.acts.push({ act: 'void-invoice', ...on(life, addDays(renewal, 2)), invoice: 'latest' });
  setCard(life, addDays(renewal, 3), okCard);
}

export function invoiceUncollectible(life: Life): void {
  const renewal = daysAgo(life, 12, 60);
  failOn(life, renewal);
  life.acts.push({ act: 'mark-uncollectible', ...on(life, addDays(renewal, 4)), invoice: 'latest' });
  setCard(life, addDays(renewal, 5), okCard);
}

export function failOn(life: Life, renewal: Day): void {
  signUp(life, signUpDayRenewingOn(life, renewal));
  setCard(life, addDays(renewal, -1), alwaysDeclines);
}

/** The customer opens the portal, gives a new card and pays what is open. */
export function payAgain(life: Life, day: Day): void {
  visitPortal(life, day);
  setCard(life, day, okCard);
  life.acts.push({ act: 'pay-invoice', ...on(life, day, 60), invoice: 'latest' });
}

/** Failed twice in the year, recovered both times. */
export function recoveredTwice(life: Life): void {
  const second = daysAgo(life, 20, 28);
  const first = addMonths(second, -3);
  signUp(life, firstDayRenewingOn(second, 5));
  for (const renewal of [first, second]) {
    setCard(life, addDays(renewal, -2), alwaysDeclines);
    setCard(life, addDays(renewal, 2), okCard);
  }
}
