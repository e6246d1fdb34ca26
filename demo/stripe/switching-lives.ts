// Lives that change the frequency of billing. Stripe restarts the period on such a change; from yearly to monthly the
// unused months become the customer's credit, and later invoices are paid with no money.
import type { ProrationBehaviour } from '#demo/stripe-act.ts';
import { addDays, type Day } from '#lib/kernel/day.ts';
import { daysAgo, type Life, on, signUp, signUpDayRenewingOn, visitPortal } from './life.ts';
import { monthly, yearly } from './offer.ts';

export function switchedToYearly(life: Life): void {
  const renewal = daysAgo(life, 12, 260);
  signUp(life, signUpDayRenewingOn(life, renewal));
  switchPrice(life, addDays(renewal, life.random.integer(1, 9)), yearly.price, 'create_prorations');
}

/** As the sidebar's request asks it: right after a renewal, without proration. */
export function switchedWithoutProration(life: Life): void {
  const renewal = daysAgo(life, 12, 260);
  signUp(life, signUpDayRenewingOn(life, renewal));
  switchPrice(life, addDays(renewal, 1), yearly.price, 'none');
}

export function switchedToMonthly(life: Life): void {
  const first = daysAgo(life, 120, 330);
  signUp(life, first, { price: yearly.price });
  switchPrice(life, addDays(first, life.random.integer(45, 100)), monthly.price, 'create_prorations');
}

export function switchedThereAndBack(life: Life): void {
  const renewal = daysAgo(life, 150, 260);
  signUp(life, signUpDayRenewingOn(life, renewal));
  switchPrice(life, addDays(renewal, 4), yearly.price, 'always_invoice');
  switchPrice(life, addDays(renewal, 60), monthly.price, 'always_invoice');
}

export function switchPrice(life: Life, day: Day, price: string, proration: ProrationBehaviour): void {
  visitPortal(life, day);
  life.acts.push({ act: 'switch-price', ...on(life, day), price, proration });
}
