// A local Stripe with a script of acts, and the job's own client in front of it.
import type { StripeAct } from '#demo/stripe-act.ts';
import type { Clock } from '#lib/kernel/clock.ts';
import { instantFromMs } from '#lib/kernel/day.ts';
import { createWorldClock } from '#local/clock.ts';
import { type StripeServer, startStripeServer } from '#local/stripe-server/start-stripe-server.ts';
import { createClock } from '#sync/clock.ts';
import { createStripeClient, type StripeClient } from '#sync/stripe/create-stripe-client.ts';

export interface StripeWorld {
  readonly server: StripeServer;
  readonly client: StripeClient;
  /** The night's clock at the world's present moment. */
  readonly clock: () => Clock;
  /** ISO instant. */
  readonly advanceTo: (instant: string) => void;
  readonly close: () => Promise<void>;
}

const TEST_KEY = 'rk_test_world1234';

/** @param now ISO instant at which the world stands when it opens. */
export async function openStripeWorld(
  acts: readonly StripeAct[],
  now: string,
  restrictedKeys: Readonly<Record<string, readonly string[]>> = {},
): Promise<StripeWorld> {
  const clock = createWorldClock(Date.parse(now));
  const server = await startStripeServer({ clock, apiKey: TEST_KEY, seed: acts, restrictedKeys });
  return {
    server,
    client: stripeClientFor(server.url),
    clock: () => createClock(instantFromMs(clock.now()), 'Europe/Paris'),
    advanceTo: (instant) => server.advanceTo(Date.parse(instant)),
    close: () => server.close(),
  };
}

export function stripeClientFor(url: string, key = TEST_KEY): StripeClient {
  const access = { key, mode: 'test', url: new URL(url) } as const;
  return createStripeClient(access, { callsPerSecond: 1000, waitMs: async () => {} });
}
