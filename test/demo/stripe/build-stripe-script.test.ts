// The Stripe script keeps its promises without a server: same seed, same acts; time order; every id made before it is used.
import { expect, test } from 'vitest';
import { buildPeople } from '#demo/people/build-people.ts';
import { createRandom } from '#demo/random.ts';
import { buildStripeScript } from '#demo/stripe/build-stripe-script.ts';
import { lifeKinds } from '#demo/stripe/life-kinds.ts';
import type { Day } from '#lib/kernel/day.ts';

const days: readonly Day[] = ['2026-11-22', '2026-03-01', '2028-02-29', '2027-01-31'];

function build(today: Day, scale = 1, seed = 7) {
  const random = createRandom(seed);
  return buildStripeScript(random.stream('stripe'), today, scale, buildPeople(random.stream('people'), 400 * scale));
}

test('the same seed gives the same script, another seed another one', () => {
  expect(build('2026-11-22')).toEqual(build('2026-11-22'));
  expect(build('2026-11-22', 1, 8).acts).not.toEqual(build('2026-11-22').acts);
});

test.each(days)('ending on %s: 260 subscriptions, acts in time order and none after the last day', (today) => {
  const { acts, members } = build(today);
  expect(members.flatMap((member) => member.subscriptions)).toHaveLength(260);
  const times = acts.map((act) => act.at);
  expect(times).toEqual([...times].sort((a, b) => a - b));
  expect(times.every(Number.isSafeInteger)).toBe(true);
  const midnight = Date.parse(`${today}T00:00:00Z`) / 1000;
  expect(times.at(-1)).toBeLessThan(midnight);
  expect(times.filter((time) => time >= midnight - 86_400).length).toBeGreaterThanOrEqual(12);
});

test.each(days)('ending on %s: no act names something that is not there yet', (today) => {
  const known = new Set<string>();
  for (const act of build(today).acts) {
    if ('customer' in act) expect(known, `${act.act} at ${act.at}`).toContain(act.customer);
    if ('subscription' in act) expect(known, `${act.act} at ${act.at}`).toContain(act.subscription);
    if ('price' in act) expect(known).toContain(act.price);
    if (act.act === 'create-customer' || act.act === 'create-price' || act.act === 'subscribe') known.add(act.id);
  }
});

test('a scale multiplies the subscriptions and leaves the rare cases single', () => {
  const { members } = build('2026-11-22', 3);
  expect(members.flatMap((member) => member.subscriptions)).toHaveLength(780);
  expect(members.filter((member) => member.kind === 'unknownStatus')).toHaveLength(1);
  expect(new Set(members.map((member) => member.kind)).size).toBe(Object.keys(lifeKinds).length + 1);
});
