// The one door through which the job speaks HTTP to Stripe: at most so many calls a second, 429 answered by waiting and
// asking again, everything counted. The library keeps its own retries for 409, 5xx and cut connections; each of those
// tries passes here too. The headers that go in carry the key: nothing here may log them.
import type { IncomingMessage } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import pThrottle from 'p-throttle';
import Stripe from 'stripe';

type HttpClient = Stripe.HttpClient;
type HttpResponse = Stripe.HttpClientResponse;

export interface StripeTraffic {
  /** Every try counts one, as it does for Stripe's limits. */
  calls: number;
  bytesSent: number;
  bytesReceived: number;
  /** How often Stripe said 429. */
  refusals: number;
  /** Milliseconds since 1970 by Stripe's clock, from the last answer; null before the first. */
  stripeTimeMs: number | null;
}

export interface StripeHttpOptions {
  readonly callsPerSecond: number;
  readonly traffic: StripeTraffic;
  readonly onNotice: (text: string) => void;
  readonly waitMs?: (ms: number) => Promise<unknown>;
  /** In [0, 1). */
  readonly random?: () => number;
}

const MAX_TRIES = 7;
const FIRST_WAIT_MS = 500;
const LONGEST_WAIT_MS = 30_000;
const LONGEST_ASKED_MS = 120_000;

export function createStripeHttpClient(options: StripeHttpOptions): HttpClient {
  const { traffic, onNotice, waitMs = wait, random = Math.random } = options;
  const node = Stripe.createNodeHttpClient();
  const send = pThrottle({ limit: options.callsPerSecond, interval: 1000, strict: true })(
    async (...request: Parameters<HttpClient['makeRequest']>): Promise<HttpResponse> => {
      traffic.calls += 1;
      traffic.bytesSent += Buffer.byteLength(request[5]);
      const response = await node.makeRequest(...request);
      const body = await readBody(response.getRawResponse() as IncomingMessage);
      traffic.bytesReceived += body.byteLength;
      const date = Date.parse(String(response.getHeaders().date));
      if (Number.isFinite(date)) traffic.stripeTimeMs = date;
      return withBody(response, body.toString('utf8'), onNotice);
    },
  );
  return {
    getClientName: () => 'node',
    async makeRequest(...request) {
      for (let attempt = 1; ; attempt += 1) {
        const response = await send(...request);
        if (response.getStatusCode() !== 429 || attempt === MAX_TRIES) return response;
        traffic.refusals += 1;
        await waitMs(waitBefore(attempt, response.getHeaders()['retry-after'], random));
      }
    },
  };
}

/**
 * At least what Stripe asks for, else twice as long each time; spread, so that two jobs do not come back together.
 * Source: docs.stripe.com/rate-limits (exponential back-off with randomness).
 */
function waitBefore(attempt: number, retryAfter: unknown, random: () => number): number {
  const askedMs = Math.min(Number(retryAfter) * 1000, LONGEST_ASKED_MS);
  const ownMs = Math.min(FIRST_WAIT_MS * 2 ** (attempt - 1), LONGEST_WAIT_MS);
  const ms = askedMs > 0 ? askedMs * 1.5 : ownMs;
  return ms * (1 - random() / 3);
}

/** Reading the body here turns a connection cut in its middle into a failed request, which the library sends again. */
async function readBody(message: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of message) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

function withBody(response: HttpResponse, body: string, onNotice: (text: string) => void): HttpResponse {
  // The library would print notices as process warnings; they go to our own output instead, when asked for.
  const { 'stripe-notice': notice, ...headers } = response.getHeaders();
  if (notice !== undefined) onNotice(String(notice));
  return {
    getStatusCode: () => response.getStatusCode(),
    getHeaders: () => headers,
    getRawResponse: () => response.getRawResponse(),
    toStream: () => {
      throw new Error('Bug: the body was read already');
    },
    toJSON: async () => JSON.parse(body),
  };
}
