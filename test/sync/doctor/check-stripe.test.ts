// What doctor makes of Stripe: the key's form, the clock, and the retries that were promised to customers.
import { afterEach, describe, expect, test } from 'vitest';
import type { StripeAct } from '#demo/stripe-act.ts';
import { checkStripe } from '#sync/doctor/check-stripe.ts';
import { doctorWords } from '#sync/doctor/doctor-words.ts';
import { openStripeWorld, type StripeWorld } from '../../support/stripe-world.ts';

const at = (instant: string) => Date.parse(instant) / 1000;
const START = at('2026-10-21T09:00:00Z');
const failing: readonly StripeAct[] = [
  { act: 'create-product', at: START, id: 'prod_1', name: 'Abonnement' },
  { act: 'create-price', at: START, id: 'price_month', product: 'prod_1', unitAmountCents: 1800, interval: 'month' },
  { act: 'create-customer', at: START, id: 'cus_1', card: { kind: 'ok' } },
  { act: 'subscribe', at: START, id: 'sub_1', customer: 'cus_1', price: 'price_month' },
  { act: 'set-card', at: at('2026-11-01T09:00:00Z'), customer: 'cus_1', card: { kind: 'always-declines' } },
];

let world: StripeWorld;
afterEach(() => world.close());

async function checked(acts: readonly StripeAct[], changes: object) {
  world = await openStripeWorld(acts, '2026-11-22T03:00:00Z');
  const options = { clock: world.clock(), retryDays: 3, machineTimeMs: null, isRestrictedKey: true, ...changes };
  const checks = await checkStripe(world.client, options);
  return (label: string) => checks.find((check) => check.label === label);
}

describe('retries', () => {
  const { label } = doctorWords.dunning;
  test.each([
    ['as promised', failing, 3, 'ok'],
    ['an hour more or less may fall on the next day', failing, 4, 'ok'],
    ['another delay than promised', failing, 7, 'warning'],
    ['nothing failed', failing.slice(0, 4), 3, 'skipped'],
    ['the promise is not known', failing, null, 'skipped'],
  ])('%s', async (_, acts, retryDays, state) => {
    const check = (await checked(acts, { retryDays }))(label);
    expect(check?.state).toBe(state);
    if (state === 'warning') expect(check?.cure).toContain('choisissez 7 jours');
  });
});

describe('clock', () => {
  test.each([
    ['right', 5_000, 'ok', '5 s'],
    ['late', -300_000, 'failed', '300 s'],
  ])('%s', async (_, skewMs, state, text) => {
    const machineTimeMs = () => (world.client.traffic.stripeTimeMs ?? 0) + skewMs;
    const check = (await checked([], { machineTimeMs }))(doctorWords.clock.label);
    expect(check).toMatchObject({ state, found: expect.stringContaining(text) });
  });
});

test('a full secret key is accepted with a warning', async () => {
  const check = (await checked([], { isRestrictedKey: false }))(doctorWords.stripeKey.label);
  expect(check).toMatchObject({ state: 'warning', cure: expect.stringContaining('clé restreinte') });
});
