/**
 * The server as the unmodified `stripe` client meets it: keys, pages, expansion, refusals, restarts.
 */
import Stripe from 'stripe';
import { afterEach, expect, test } from 'vitest';
import type { StripeAct } from '#demo/stripe-act.ts';
import { createWorldClock } from '#local/clock.ts';
import { type StripeServer, startStripeServer } from '#local/stripe-server/start-stripe-server.ts';

let server: StripeServer | undefined;
afterEach(async () => {
  await server?.close();
  server = undefined;
});

const at = (text: string) => Date.parse(`${text}Z`) / 1000;
const seed: readonly StripeAct[] = [
  { act: 'create-product', at: at('2026-01-01T00:00'), id: 'prod_box', name: 'Box' },
  {
    act: 'create-price',
    at: at('2026-01-01T00:00'),
    id: 'price_month',
    product: 'prod_box',
    unitAmountCents: 1800,
    interval: 'month',
  },
  {
    act: 'create-customer',
    at: at('2026-01-31T10:00'),
    id: 'cus_anna',
    name: 'Anna',
    email: 'anna@example.org',
    card: { kind: 'ok' },
  },
  { act: 'subscribe', at: at('2026-01-31T10:00'), id: 'sub_anna', customer: 'cus_anna', price: 'price_month' },
];

test('a month-end subscription renews on the last day of February, and its pages expand', async () => {
  const clock = createWorldClock(at('2026-03-01T00:00') * 1000);
  server = await startStripeServer({ clock, apiKey: 'sk_test_1', seed });
  const stripe = new Stripe('sk_test_1', { host: '127.0.0.1', port: server.port, protocol: 'http' });
  const page = await stripe.subscriptions.list({
    limit: 100,
    expand: ['data.customer', 'data.latest_invoice.payments', 'data.schedule'],
  });
  const [subscription] = page.data;
  const invoice = subscription?.latest_invoice as Stripe.Invoice;
  expect(subscription).toMatchObject({ status: 'active', customer: { email: 'anna@example.org' } });
  expect(invoice).toMatchObject({
    status: 'paid',
    amount_paid: 1800,
    billing_reason: 'subscription_cycle',
    attempt_count: 1,
  });
  expect(invoice.created).toBe(at('2026-02-28T10:00'));
  expect(invoice.payments?.data[0]?.payment.type).toBe('payment_intent');
  expect(subscription?.items.data[0]?.current_period_end).toBe(at('2026-03-31T10:00'));
});
