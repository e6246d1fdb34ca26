// What happens on the day before the first night, after everything else: the news it must find. Each life lived quietly
// until then.
import { alwaysDeclines } from '#demo/stripe-act.ts';
import { addDays, type Day } from '#lib/kernel/day.ts';
import { failOn, payAgain } from './failing-lives.ts';
import { at, daysAgo, type Life, on, setCard, signUp, signUpDayRenewingOn } from './life.ts';
import { yearly } from './offer.ts';
import { switchPrice } from './switching-lives.ts';

const yesterday = (life: Life): Day => addDays(life.today, -1);

export function paysYesterday(life: Life): void {
  signUp(life, signUpDayRenewingOn(life, yesterday(life)));
}

export function failsYesterday(life: Life): void {
  signUp(life, signUpDayRenewingOn(life, yesterday(life)));
  setCard(life, addDays(life.today, -6), alwaysDeclines);
}

export function recoversYesterday(life: Life): void {
  failOn(life, addDays(life.today, -3));
  payAgain(life, yesterday(life));
}

export function refundedYesterday(life: Life): void {
  signUp(life, signUpDayRenewingOn(life, daysAgo(life, 4, 8)));
  life.acts.push({ act: 'refund', ...on(life, yesterday(life)), invoice: 'latest-paid', amountCents: 900 });
}

export function switchesYesterday(life: Life): void {
  signUp(life, signUpDayRenewingOn(life, daysAgo(life, 5, 20)));
  switchPrice(life, yesterday(life), yearly.price, 'create_prorations');
}

export function disputesYesterday(life: Life): void {
  signUp(life, signUpDayRenewingOn(life, daysAgo(life, 10, 20)));
  const disputed = { ...on(life, yesterday(life)), invoice: 'latest-paid' as const };
  life.acts.push({ act: 'dispute', ...disputed, outcome: 'open', reason: 'fraudulent' });
}

export function joinsYesterday(life: Life): void {
  signUp(life, yesterday(life));
}

/** The first payment was declined a few hours ago: still incomplete, expired a day later. */
export function incompleteSinceYesterday(life: Life): void {
  signUp({ ...life, secondsOfDay: life.random.integer(15, 20) * 3600 }, yesterday(life), { card: alwaysDeclines });
}

export function leavesYesterday(life: Life): void {
  signUp(life, signUpDayRenewingOn(life, daysAgo(life, 5, 20)));
  const { at: asked } = on(life, yesterday(life));
  life.acts.push({ act: 'portal-session', at: asked - 300, customer: life.customer });
  life.acts.push({
    act: 'cancel-at-period-end',
    at: at(life, yesterday(life)),
    subscription: life.subscription,
    via: 'portal',
  });
}
