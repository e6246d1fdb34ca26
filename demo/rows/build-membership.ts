// Who the demo workbook knows: customers of the years before Stripe, those linked to Stripe, those typed by hand at a market
// (the night must match them by e-mail), those who only ever bought. Recent Stripe customers are left out: the night adds them.
import type { DraftRow } from '#demo/demo-rows.ts';
import type { Person } from '#demo/people/build-people.ts';
import type { Random } from '#demo/random.ts';
import type { StripeMember } from '#demo/stripe/build-stripe-script.ts';
import { by } from '#lib/kernel/compare.ts';
import { addDays, type Day, daysBetween } from '#lib/kernel/day.ts';
import { formatId } from '#lib/kernel/ids.ts';

/** Not yet in the workbook, whatever their age. */
const STRANGERS: readonly StripeMember['kind'][] = [
  'otherCurrency',
  'onTestClock',
  'nameIsFormula',
  'nameIsMarkup',
  'joinsYesterday',
  'incompleteSinceYesterday',
];

export interface KnownCustomer {
  readonly row: DraftRow<'customers'>;
  readonly person: Person;
  readonly member: StripeMember | null;
  /** Took part in the points programme before the workbook. */
  readonly isOldTimer: boolean;
}

/** In the order of their ids, which is the order in which the shop met them. */
export function buildMembership(
  random: Random,
  today: Day,
  members: readonly StripeMember[],
  buyers: readonly Person[],
): readonly KnownCustomer[] {
  const known = members.filter((member) => !isStranger(random, today, member));
  const people = [
    ...known.map((member) => ({ member, person: member.person })),
    ...buyers.map((person) => ({ member: null, person })),
  ];
  return people
    .map((who) => ({ ...who, ...acquaintance(random, today, who.member) }))
    .sort(
      by(
        (who) => who.createdOn,
        (who) => who.person.email,
      ),
    )
    .map(({ person, member, isOldTimer, createdOn }, index) => {
      const row = customerRow(random, formatId('CLI', index + 1), person, createdOn);
      return { row: link(random, row, member), person, member, isOldTimer };
    });
}

function isStranger(random: Random, today: Day, { kind, since }: StripeMember): boolean {
  if (STRANGERS.includes(kind)) return true;
  const isRecent = daysBetween(since, today) < 75;
  return isRecent && (kind === null || kind === 'activeMonthly') && random.chance(0.4);
}

function acquaintance(random: Random, today: Day, member: StripeMember | null) {
  const isOldTimer = random.chance(0.5);
  if (isOldTimer) return { isOldTimer, createdOn: addDays(today, -random.integer(915, 1100)) };
  return { isOldTimer, createdOn: member === null ? addDays(today, -random.integer(20, 420)) : member.since };
}

function customerRow(random: Random, id: string, person: Person, createdOn: Day): DraftRow<'customers'> {
  return {
    id,
    name: person.name,
    email: person.email,
    ...(random.chance(0.65) ? { phone: person.phone } : {}),
    address: person.address,
    postalCode: person.postalCode,
    city: person.city,
    country: 'FR',
    createdOn,
  };
}

/** One in twelve was typed by hand at a market stall: no link to Stripe yet, the e-mail as people write it. */
function link(random: Random, row: DraftRow<'customers'>, member: StripeMember | null): DraftRow<'customers'> {
  if (member === null) return row;
  if (!random.chance(1 / 12)) return { ...row, stripeCustomer: member.customer };
  const { address: _address, postalCode: _postalCode, city: _city, ...rest } = row;
  const email = random.chance(0.4) ? capitalised(member.person.email) : member.person.email;
  return { ...rest, email, note: 'Saisi à la main au marché' };
}

function capitalised(email: string): string {
  return email.replace(/(^|\.)[a-z](?=[^@]*@)/g, (letters) => letters.toUpperCase());
}
