// The door to Stripe, against an HTTP server that answers as told: 429 waited for and asked again within limits, retries
// under one idempotency key, bodies cut in their middle, notices kept off the process's warnings, everything counted.
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import Stripe from 'stripe';
import { afterEach, describe, expect, test } from 'vitest';
import { createStripeClient } from '#sync/stripe/create-stripe-client.ts';

type Answer = (request: IncomingMessage, response: ServerResponse) => void;

const closers: (() => void)[] = [];
afterEach(() => {
  for (const close of closers.splice(0)) close();
});

/** The last answer is given for ever. */
async function serverThat(...answers: readonly Answer[]) {
  const requests: IncomingMessage[] = [];
  const server = createServer((request, response) => {
    requests.push(request);
    request.resume();
    request.on('end', () => answers[Math.min(requests.length, answers.length) - 1]?.(request, response));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  closers.push(() => {
    server.closeAllConnections();
    server.close();
  });
  return { url: new URL(`http://127.0.0.1:${(server.address() as AddressInfo).port}`), requests };
}

const json =
  (status: number, body: object, headers: Readonly<Record<string, string>> = {}): Answer =>
  (_, response) => {
    response.writeHead(status, { 'content-type': 'application/json', 'request-id': 'req_1', ...headers });
    response.end(JSON.stringify(body));
  };
const customer = json(200, { id: 'cus_1', object: 'customer' });
const refusal = { error: { type: 'rate_limit_error', code: 'rate_limit', message: 'Too many requests' } };
const cutInTheMiddle: Answer = (_, response) => {
  response.writeHead(200, { 'content-type': 'application/json', 'content-length': '500' });
  response.write('{"id":"cus_1",');
  setImmediate(() => response.destroy());
};

function clientOf(url: URL, random: () => number = () => 0) {
  const waits: number[] = [];
  const notices: string[] = [];
  const client = createStripeClient(
    { key: 'rk_test_1234567', mode: 'test', url },
    {
      callsPerSecond: 1000,
      onNotice: (text) => notices.push(text),
      waitMs: async (ms) => waits.push(Math.round(ms)),
      random,
    },
  );
  return { ...client, waits, notices };
}

describe('429', () => {
  test('waits twice as long each time, then gets its answer', async () => {
    const { url } = await serverThat(json(429, refusal), json(429, refusal), json(429, refusal), customer);
    const { api, waits, traffic } = clientOf(url);
    expect((await api.customers.retrieve('cus_1')).id).toBe('cus_1');
    expect(waits).toEqual([500, 1000, 2000]);
    expect(traffic).toMatchObject({ calls: 4, refusals: 3 });
  });

  test('waits at least as long as Stripe asks', async () => {
    const { url } = await serverThat(json(429, refusal, { 'retry-after': '7' }), customer);
    for (const random of [0, 0.5, 0.999]) {
      const { api, waits } = clientOf(url, () => random);
      await api.customers.retrieve('cus_1');
      for (const wait of waits) expect(wait).toBeGreaterThanOrEqual(7000);
    }
  });

  test('spreads its waits', async () => {
    const { url } = await serverThat(json(429, refusal), customer);
    const { api, waits } = clientOf(url, () => 0.75);
    await api.customers.retrieve('cus_1');
    expect(waits).toEqual([375]);
  });

  test('gives up after seven tries', async () => {
    const { url, requests } = await serverThat(json(429, refusal));
    const { api, waits } = clientOf(url);
    await expect(api.customers.retrieve('cus_1')).rejects.toBeInstanceOf(Stripe.errors.StripeRateLimitError);
    expect(requests).toHaveLength(7);
    expect(waits).toHaveLength(6);
  });

  test('asks for the same change under the same key', async () => {
    const subscription = json(200, { id: 'sub_1', object: 'subscription' });
    const { url, requests } = await serverThat(json(429, refusal), json(429, refusal), subscription);
    const { api } = clientOf(url);
    await api.subscriptions.update('sub_1', { cancel_at_period_end: true }, { idempotencyKey: 'ops-DEM-000001' });
    expect(requests.map(({ headers }) => headers['idempotency-key'])).toEqual(Array(3).fill('ops-DEM-000001'));
  });
});

test('a body cut in its middle is asked for again', async () => {
  const { url, requests } = await serverThat(cutInTheMiddle, customer);
  const { api } = clientOf(url);
  expect((await api.customers.retrieve('cus_1')).id).toBe('cus_1');
  expect(requests).toHaveLength(2);
});

test('a server error is asked for again by the library, and every try is counted', async () => {
  const { url } = await serverThat(json(503, { error: { type: 'api_error', message: 'later' } }), customer);
  const { api, traffic } = clientOf(url);
  await api.customers.retrieve('cus_1');
  expect(traffic.calls).toBe(2);
});

test('an error keeps its words', async () => {
  const missing = { error: { type: 'invalid_request_error', code: 'resource_missing', message: 'No such customer' } };
  const { url } = await serverThat(json(404, missing));
  await expect(clientOf(url).api.customers.retrieve('cus_1')).rejects.toMatchObject({
    code: 'resource_missing',
    statusCode: 404,
    requestId: 'req_1',
  });
});

test('counts bytes both ways and reads the clock of Stripe', async () => {
  const { url } = await serverThat(json(200, { id: 'cus_1', name: 'Zoé' }, { date: 'Sun, 22 Nov 2026 03:00:00 GMT' }));
  const { api, traffic } = clientOf(url);
  await api.customers.update('cus_1', { name: 'Zoé' });
  expect(traffic).toMatchObject({
    bytesSent: 'name=Zo%C3%A9'.length,
    bytesReceived: Buffer.byteLength('{"id":"cus_1","name":"Zoé"}'),
    stripeTimeMs: Date.parse('2026-11-22T03:00:00Z'),
  });
});

test('a notice is handed on, and not printed as a warning of the process', async () => {
  const { url } = await serverThat(json(200, { id: 'cus_1' }, { 'stripe-notice': 'change your version' }));
  const warnings: string[] = [];
  const listen = (warning: Error) => warnings.push(warning.message);
  process.on('warning', listen);
  const { api, notices } = clientOf(url);
  await api.customers.retrieve('cus_1');
  await new Promise(setImmediate);
  process.off('warning', listen);
  expect(notices).toEqual(['change your version']);
  expect(warnings.filter((text) => text.includes('version'))).toEqual([]);
});

test('speaks the API version our types describe', async () => {
  const { url, requests } = await serverThat(customer);
  await clientOf(url).api.customers.retrieve('cus_1');
  expect(requests[0]?.headers['stripe-version']).toBe('2026-10-28.endive');
});
