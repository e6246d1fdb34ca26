/**
 * Keys, permissions, parameters, addresses, headers: what the API says before an endpoint is asked at all.
 */
import type Stripe from 'stripe';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createWorldClock } from '#local/clock.ts';
import { ROUTES } from '#local/stripe-server/answer-request.ts';
import { type StripeServer, startStripeServer } from '#local/stripe-server/start-stripe-server.ts';
import { CUSTOMER, clientOf, instant, SUBSCRIPTION, shopSeed } from './tell-story.ts';

let server: StripeServer;
let stripe: Stripe;
beforeAll(async () => {
  const at = instant('2026-01-10 10:00');
  server = await startStripeServer({
    clock: createWorldClock(at * 1000),
    apiKey: 'sk_test_shop',
    restrictedKeys: { rk_test_reader: ['subscription_read', 'customer_write'] },
    seed: [...shopSeed, { act: 'subscribe', at, id: SUBSCRIPTION, customer: CUSTOMER, price: 'price_month' }],
  });
  stripe = clientOf(server);
});
afterAll(() => server.close());

test('an unknown key is refused with 401, masked', async () => {
  await expect(clientOf(server, 'sk_test_somebodyelse').customers.list()).rejects.toMatchObject({
    statusCode: 401,
    type: 'StripeAuthenticationError',
    message: 'Invalid API Key provided: sk_test_********else',
  });
});

test.each<[string, (client: Stripe) => Promise<unknown>, string | null]>([
  ['reads what it may', (client) => client.subscriptions.list(), null],
  ['reads where it may write', (client) => client.customers.list(), null],
  ['writes where it may', (client) => client.customers.update(CUSTOMER, { name: 'Anne' }), null],
  ['does not write where it may read', (client) => client.subscriptions.cancel(SUBSCRIPTION), 'rak_subscription_write'],
  ['does not read elsewhere', (client) => client.invoices.list(), 'rak_invoice_read'],
  [
    'does not reach elsewhere by expansion',
    (client) => client.subscriptions.list({ expand: ['data.latest_invoice'] }),
    'rak_invoice_read',
  ],
])('a restricted key %s', async (_name, call, missing) => {
  const answer = call(clientOf(server, 'rk_test_reader'));
  if (missing === null) await expect(answer).resolves.toBeDefined();
  else {
    const message = expect.stringContaining(`Having the '${missing}' permission would allow this request to continue.`);
    await expect(answer).rejects.toMatchObject({ statusCode: 403, type: 'StripePermissionError', message });
  }
});

test.each<[string, () => Promise<unknown>, object]>([
  [
    'an unknown filter',
    () => stripe.subscriptions.list({ paid_at: 1 } as unknown as Stripe.SubscriptionListParams),
    { code: 'parameter_unknown', param: 'paid_at', message: 'Received unknown parameter: paid_at' },
  ],
  [
    'two unknown filters',
    () => stripe.invoices.list({ a: 1, b: 2 } as unknown as Stripe.InvoiceListParams),
    { code: 'parameter_unknown', message: 'Received unknown parameters: a, b' },
  ],
  [
    'an unknown parameter inside another',
    () => stripe.subscriptions.update(SUBSCRIPTION, { pause_collection: { behavior: 'void', colour: 1 } as never }),
    { code: 'parameter_unknown', param: 'pause_collection[colour]' },
  ],
  [
    'a word for a number',
    () => stripe.subscriptions.list({ created: { gte: 'yesterday' as unknown as number } }),
    { code: 'parameter_invalid_integer', param: 'created[gte]' },
  ],
  [
    'an unknown behaviour',
    () => stripe.subscriptions.update(SUBSCRIPTION, { pause_collection: { behavior: 'sleep' } }),
    {
      param: 'pause_collection[behavior]',
      message: 'Invalid pause_collection[behavior]: must be one of keep_as_draft, mark_uncollectible, or void',
    },
  ],
  ['an unknown status', () => stripe.invoices.list({ status: 'late' }), { param: 'status' }],
  [
    'a pause without a behaviour',
    () => stripe.subscriptions.update(SUBSCRIPTION, { pause_collection: { resumes_at: 5 } as never }),
    { code: 'parameter_missing', param: 'pause_collection[behavior]' },
  ],
  [
    'a date in the past',
    () => stripe.subscriptions.update(SUBSCRIPTION, { pause_collection: { behavior: 'void', resumes_at: 5 } }),
    { param: 'pause_collection[resumes_at]' },
  ],
  [
    'what only this stand-in lacks, under a code of its own',
    () => stripe.subscriptions.update(SUBSCRIPTION, { trial_end: 'now' }),
    { code: 'local_not_implemented' },
  ],
])('refuses %s with 400', async (_name, call, error) => {
  await expect(call()).rejects.toMatchObject({ statusCode: 400, type: 'StripeInvalidRequestError', ...error });
});

test.each<[string, () => Promise<unknown>, string]>([
  ['an object that is not there', () => stripe.invoices.retrieve('in_none'), "No such invoice: 'in_none'"],
  [
    'an endpoint that is not there',
    () => stripe.rawRequest('GET', '/v1/unicorns'),
    'Unrecognized request URL (GET: /v1/unicorns).',
  ],
])('answers 404 for %s', async (_name, call, message) => {
  await expect(call()).rejects.toMatchObject({ statusCode: 404, message: expect.stringContaining(message) });
});

test('answers carry the request id and the version the client asked for', async () => {
  const { lastResponse } = await stripe.customers.list();
  expect(lastResponse).toMatchObject({ requestId: expect.stringMatching(/^req_/), apiVersion: '2026-10-28.endive' });
});

test('the account, the products and the prices can be read', async () => {
  expect(await stripe.accounts.retrieveCurrent()).toMatchObject({ country: 'FR', default_currency: 'eur' });
  expect((await stripe.products.list({ active: true })).data.map((product) => product.id)).toEqual(['prod_box']);
  const prices = await stripe.prices.list({ product: 'prod_box', expand: ['data.product'] });
  expect(prices.data.map((price) => price.unit_amount)).toEqual([18000, 3000, 1800]);
  expect(prices.data[0]?.product).toMatchObject({ name: 'Box' });
});

test('requests are counted by endpoint, and no endpoint is listed twice', async () => {
  server.requests.reset();
  await stripe.customers.retrieve(CUSTOMER);
  await stripe.customers.retrieve(CUSTOMER);
  await stripe.customers.list();
  expect(server.requests.endpoints().map(({ endpoint, requests }) => [endpoint, requests])).toEqual([
    ['GET /v1/customers/:id', 2],
    ['GET /v1/customers', 1],
  ]);
  const names = ROUTES.map((route) => `${route.method} ${route.path}`);
  expect(new Set(names).size).toBe(names.length);
});

test('a notice, when the account has one, comes as the header that the client warns about', async () => {
  const warned = await startStripeServer({
    clock: createWorldClock(0),
    apiKey: 'sk_test_shop',
    settings: { notice: 'Upgrade soon' },
  });
  const { headers } = await fetch(`${warned.url}/v1/account`, { headers: { authorization: 'Bearer sk_test_shop' } });
  await warned.close();
  expect(headers.get('stripe-notice')).toBe('Upgrade soon');
});
