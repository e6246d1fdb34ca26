/**
 * Events: what is announced, in which order, as it was then, and for 30 days.
 */
import type Stripe from 'stripe';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { CUSTOMER, instant, openShop, type Shop, SUBSCRIPTION, tellStory } from './tell-story.ts';

let shop: Shop;
beforeEach(async () => {
  shop = await openShop();
});
afterEach(() => shop.server.close());

const typesOf = (events: Stripe.ApiList<Stripe.Event>) => events.data.map((event) => event.type).reverse();

test('a failed renewal and its recovery are announced in order', async () => {
  await tellStory(
    shop,
    `date | what
     2026-01-10 10:00 | subscribe month
     2026-02-01 00:00 | card refuses times 1
     2026-02-10 09:59 |`,
  );
  const [newest] = (await shop.stripe.events.list({ limit: 1 })).data;
  shop.server.advanceTo(instant('2026-02-13 11:00') * 1000);
  const since = await shop.stripe.events.list({ limit: 100, ending_before: newest?.id as string });
  expect(typesOf(since)).toEqual([
    'invoice.created',
    'customer.subscription.updated',
    'invoice.finalized',
    'payment_intent.created',
    'charge.failed',
    'payment_intent.payment_failed',
    'invoice.updated',
    'invoice.payment_failed',
    'customer.subscription.updated',
    'charge.succeeded',
    'payment_intent.succeeded',
    'invoice_payment.paid',
    'invoice.updated',
    'invoice.paid',
    'invoice.payment_succeeded',
    'customer.subscription.updated',
  ]);
});

test('an event shows its object as it was, and what differed before', async () => {
  await tellStory(
    shop,
    `date | what
     2026-01-10 10:00 | subscribe month
     2026-01-11 10:00 | pause collection void
     2026-01-12 10:00 | cancel now`,
  );
  const paused = await shop.stripe.events.list({ type: 'customer.subscription.updated', limit: 1 });
  expect(paused.data[0]).toMatchObject({
    api_version: '2026-10-28.endive',
    created: instant('2026-01-11 10:00'),
    data: {
      object: { id: SUBSCRIPTION, status: 'active', pause_collection: { behavior: 'void', resumes_at: null } },
      previous_attributes: { pause_collection: null },
    },
    request: { id: null },
  });
  expect(await shop.stripe.subscriptions.retrieve(SUBSCRIPTION)).toMatchObject({ status: 'canceled' });
});

test('an event of an API request names the request', async () => {
  await shop.stripe.customers.update(CUSTOMER, { name: 'Anne' }, { idempotencyKey: 'night-7' });
  const [event] = (await shop.stripe.events.list({ type: 'customer.updated', limit: 1 })).data;
  expect(event?.request).toEqual({ id: expect.stringMatching(/^req_/), idempotency_key: 'night-7' });
  expect(event?.data).toMatchObject({ previous_attributes: { name: 'Anna' } });
});

test('events are kept for 30 days, and a cursor that has gone is refused', async () => {
  await tellStory(shop, 'date | what\n2026-01-10 10:00 | subscribe month');
  const first = (await shop.stripe.events.list({ limit: 100 })).data.at(-1)?.id as string;
  shop.server.advanceTo(instant('2026-02-09 10:00') * 1000);
  const kept = await shop.stripe.events.list({ limit: 100 });
  expect(typesOf(kept)).toContain('customer.subscription.created');
  expect(kept.data.map((event) => event.id)).not.toContain(first);
  shop.server.advanceTo(instant('2026-02-09 10:01') * 1000);
  expect(typesOf(await shop.stripe.events.list({ limit: 100 }))).not.toContain('customer.subscription.created');
  await expect(shop.stripe.events.list({ ending_before: first })).rejects.toMatchObject({
    code: 'resource_missing',
    message: `No such event: '${first}'`,
  });
});

test('whether a cursor that has gone is refused or read from the oldest event on is a setting', async () => {
  const lenient = await openShop({ goneEventCursor: 'from-oldest' });
  await tellStory(lenient, 'date | what\n2026-01-10 10:00 | subscribe month\n2026-03-01 00:00 |');
  const whole = await lenient.stripe.events.list({ limit: 100 });
  const since = await lenient.stripe.events.list({ limit: 100, ending_before: 'evt_long_gone' });
  await lenient.server.close();
  expect(whole.data.length).toBeGreaterThan(5);
  expect(since.data).toEqual(whole.data);
});

test('types choose events, at most 20 of them', async () => {
  await tellStory(shop, 'date | what\n2026-01-10 10:00 | subscribe month');
  const types = ['customer.subscription.created', 'invoice.paid'];
  expect(typesOf(await shop.stripe.events.list({ types }))).toEqual(types);
  expect(typesOf(await shop.stripe.events.list({ type: 'invoice_payment.*' }))).toEqual(['invoice_payment.paid']);
  const many = Array.from({ length: 21 }, () => 'invoice.paid');
  await expect(shop.stripe.events.list({ types: many })).rejects.toMatchObject({ statusCode: 400, param: 'types' });
});

test('a portal session leaves an event and nothing else; the configuration has the lasting login page', async () => {
  const at = instant('2026-01-10 10:00');
  shop.server.advanceTo(at * 1000);
  shop.server.play([{ act: 'portal-session', at, customer: CUSTOMER }]);
  const session = await shop.stripe.billingPortal.sessions.create({
    customer: CUSTOMER,
    return_url: 'https://shop.example',
  });
  expect(session.url).toMatch(/^https:\/\/billing\.stripe\.com\/p\/session\/test_/);
  const events = await shop.stripe.events.list({ type: 'billing_portal.session.created' });
  expect(events.data.map((event) => event.data.object)).toMatchObject([{ id: session.id }, { customer: CUSTOMER }]);
  const [configuration] = (await shop.stripe.billingPortal.configurations.list({ is_default: true })).data;
  expect(configuration?.login_page).toEqual({ enabled: true, url: expect.stringContaining('/p/login/') });
});
