// Stripe's own client as the job uses it: the API version our types describe, our HTTP door, three retries. Only this
// module hands the key to it.
import Stripe from 'stripe';
import type { StripeAccess } from '#sync/config.ts';
import { createStripeHttpClient, type StripeHttpOptions, type StripeTraffic } from './stripe-http-client.ts';

export interface StripeClient {
  readonly api: Stripe;
  readonly mode: 'live' | 'test';
  readonly traffic: Readonly<StripeTraffic>;
}

// The shapes that decode-*.ts reads are this version's; an account may stand on another.
const API_VERSION = '2026-10-28.endive';
const TIMEOUT_MS = 30_000;

export interface StripeClientOptions extends Partial<Pick<StripeHttpOptions, 'onNotice' | 'waitMs' | 'random'>> {
  readonly callsPerSecond: number;
}

export function createStripeClient(access: StripeAccess, options: StripeClientOptions): StripeClient {
  const traffic: StripeTraffic = { calls: 0, bytesSent: 0, bytesReceived: 0, refusals: 0, stripeTimeMs: null };
  const { url } = access;
  const api = new Stripe(access.key, {
    apiVersion: API_VERSION,
    maxNetworkRetries: 3,
    timeout: TIMEOUT_MS,
    telemetry: false,
    httpClient: createStripeHttpClient({ onNotice: () => {}, ...options, traffic }),
    ...(url === null ? {} : { protocol: 'http', host: url.hostname.replace(/^\[|\]$/g, ''), port: url.port || '80' }),
  });
  return { api, mode: access.mode, traffic };
}
