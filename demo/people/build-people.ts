// Invented people: who buys, subscribes or writes. E-mail addresses end in the domains kept for examples (RFC 2606) and
// phone numbers are those that the French regulator (Arcep) keeps for fiction, so nobody can be reached by accident.
import type { Random } from '#demo/random.ts';
import { firstNames, streets, surnames, towns } from './names.ts';

export interface Person {
  readonly name: string;
  readonly firstName: string;
  readonly email: string;
  readonly phone: string;
  readonly address: string;
  readonly postalCode: string;
  readonly city: string;
}

const DOMAINS = ['example.com', 'example.org', 'example.net'] as const;

/** People with distinct e-mail addresses, in a stable order: the first ones are the same for a larger count. */
export function buildPeople(random: Random, count: number): readonly Person[] {
  const timesSeen = new Map<string, number>();
  const people: Person[] = [];
  for (let index = 0; index < count; index++) people.push(buildPerson(random, timesSeen));
  return people;
}

function buildPerson(random: Random, timesSeen: Map<string, number>): Person {
  const firstName = random.pick(firstNames);
  const surname = random.pick(surnames);
  const mailbox = `${plain(firstName)}.${plain(surname)}`;
  const seen = timesSeen.get(mailbox) ?? 0;
  timesSeen.set(mailbox, seen + 1);
  const [postalCode, city] = random.pick(towns);
  return {
    name: `${firstName} ${surname}`,
    firstName,
    email: `${mailbox}${seen === 0 ? '' : seen + 1}@${random.pick(DOMAINS)}`,
    phone: `06 39 98 ${twoDigits(random.integer(0, 99))} ${twoDigits(random.integer(0, 99))}`,
    address: `${random.integer(1, 140)}${random.chance(0.08) ? ' bis' : ''} ${random.pick(streets)}`,
    postalCode,
    city,
  };
}

function plain(name: string): string {
  return name
    .normalize('NFD')
    .replace(/[̀-ͯ]/g, '')
    .toLowerCase()
    .replace(/[^a-z]/g, '');
}

const twoDigits = (number: number): string => String(number).padStart(2, '0');
