// Lives that a shop meets once: a deleted customer, another currency, a value that nobody has seen, a test clock, names that
// are formulas or markup. One of each whatever the scale, so that reports stay readable.
import { addDays } from '#lib/kernel/day.ts';
import { at, daysAgo, type Life, on, signUp, signUpDay } from './life.ts';
import { SWISS_PRICE_ID } from './offer.ts';

export function customerDeleted(life: Life): void {
  const deleted = daysAgo(life, 30, 60);
  signUp(life, addDays(deleted, -100));
  life.acts.push({ act: 'delete-customer', at: at(life, deleted), customer: life.customer });
}

export function otherCurrency(life: Life): void {
  signUp(life, daysAgo(life, 60, 120), { price: SWISS_PRICE_ID });
}

/** A status that the API may add one day: open enums are quarantined, never guessed. */
export function unknownStatus(life: Life): void {
  signUp(life, daysAgo(life, 60, 120));
  const object = life.subscription;
  life.acts.push({
    act: 'set-field-to-unknown',
    at: at(life, daysAgo(life, 3, 5)),
    object,
    field: 'status',
    value: 'frobnicated',
  });
}

export function onTestClock(life: Life): void {
  signUp(life, daysAgo(life, 40, 80), { testClock: 'clock_Demo0000000001' });
}

export function nameIsFormula(life: Life): void {
  signUp(named(life, '=IMPORTXML("http://example.com/";"//title")'), signUpDay(life, 40, 200));
}

export function nameIsMarkup(life: Life): void {
  signUp(named(life, '<script>alert("bonjour")</script>'), signUpDay(life, 40, 200));
}

/** Spaces around, two inside, and a no-break space: as people paste names into Stripe. */
export function nameHasSpaces(life: Life): void {
  signUp(named(life, `  ${life.person.name.replace(' ', ' \u00a0')} `), signUpDay(life, 40, 200));
}

/** The customer changed name and address in Stripe after the workbook knew them. */
export function movedMailbox(life: Life): void {
  signUp(life, daysAgo(life, 120, 240));
  const email = life.person.email.replace('@', '.nouveau@');
  life.acts.push({ act: 'update-customer', at: at(life, daysAgo(life, 10, 60)), customer: life.customer, email });
}

/** Two trimesters of silence, then several visits of the portal in one week without any change. */
export function looksAround(life: Life): void {
  signUp(life, daysAgo(life, 190, 260));
  for (const ago of [7, 5, 4]) {
    life.acts.push({ act: 'portal-session', at: on(life, addDays(life.today, -ago)).at, customer: life.customer });
  }
}

function named(life: Life, name: string): Life {
  return { ...life, person: { ...life.person, name } };
}
