// Lives without trouble: months and years paid on time, trials, anchors at a month's end, objects of the same second.
import { noCard } from '#demo/stripe-act.ts';
import { addDays, addMonths, type Day } from '#lib/kernel/day.ts';
import { ACCOUNT_AGE_DAYS, at, daysAgo, type Life, on, signUp, signUpDay } from './life.ts';
import { yearly } from './offer.ts';

const TRIAL_DAYS = 14;

export function activeMonthly(life: Life): void {
  signUp(life, signUpDay(life, 2, 395));
}

export function activeMonthlyClassic(life: Life): void {
  signUp(life, signUpDay(life, 40, 395), { billingMode: 'classic' });
}

export function activeYearly(life: Life): void {
  signUp(life, signUpDay(life, 2, 360), { price: yearly.price });
}

export function yearlyRenewed(life: Life): void {
  signUp(life, daysAgo(life, 368, ACCOUNT_AGE_DAYS - 2), { price: yearly.price });
}

export function trialing(life: Life): void {
  startTrial(life, daysAgo(life, 2, 12));
}

export function trialConverted(life: Life): void {
  startTrial(life, daysAgo(life, 20, 200));
}

function startTrial(life: Life, first: Day): void {
  signUp(life, first, { trialEndsAt: at(life, addDays(first, TRIAL_DAYS)) });
}

/** Anchored on the 31st: the renewals of short months fall on their last day, and the 31st comes back afterwards. */
export function monthEndAnchor(life: Life): void {
  signUp(life, dayThirtyOne(life.today, 2 + life.turn));
}

function dayThirtyOne(today: Day, skipped: number): Day {
  let month = addMonths(`${today.slice(0, 8)}01` as Day, -1);
  for (let found = 0; ; month = addMonths(month, -1)) {
    const last = addDays(addMonths(month, 1), -1);
    if (last.endsWith('-31') && ++found > skipped % 5) return last;
  }
}

/** All lives of this kind start in the very same second. */
export function sameSecond(life: Life): void {
  signUp({ ...life, secondsOfDay: 36_000 }, addDays(life.today, -47));
}

export function twoBoxes(life: Life): void {
  signUp(life, signUpDay(life, 40, 300), { quantity: 2 });
}

/** Pays on invoice by bank transfer, noted by hand as paid out of band. */
export function paysByTransfer(life: Life): void {
  const first = daysAgo(life, 38, 55);
  signUp(life, first, { collection: 'send_invoice', daysUntilDue: 30, card: noCard });
  life.acts.push({ act: 'pay-invoice', ...on(life, addDays(first, 6)), invoice: 1, outOfBand: true });
}

/** Has credit with the shop, so that an invoice is paid with less money than its total. */
export function hasCredit(life: Life): void {
  const first = daysAgo(life, 70, 300);
  signUp(life, first);
  const credited = { at: at(life, addDays(first, 3)), customer: life.customer, amountCents: -500 };
  life.acts.push({ act: 'adjust-customer-balance', ...credited, description: 'Geste commercial : colis abîmé' });
}
