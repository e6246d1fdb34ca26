/**
 * Every kind of object the server stores or answers has the keys the installed `stripe` package declares, no less and no
 * more, at every depth.
 */
import { expect, test } from 'vitest';
import type { StripeAct } from '#demo/stripe-act.ts';
import { keyProblems, readInterfaces } from './read-stripe-types.ts';
import { CUSTOMER, instant, openShop, SUBSCRIPTION } from './tell-story.ts';

const day = (text: string) => ({ at: instant(text), subscription: SUBSCRIPTION, customer: CUSTOMER });

const busyLife = [
  { act: 'subscribe', ...day('2026-01-02'), id: SUBSCRIPTION, price: 'price_month' },
  { act: 'refund', ...day('2026-01-03'), invoice: 1, amountCents: 100 },
  {
    act: 'refund',
    ...day('2026-01-03'),
    invoice: 1,
    amountCents: 100,
    outcome: { kind: 'fails-after', delaySeconds: 9 },
  },
  { act: 'credit-note', ...day('2026-01-04'), invoice: 1, amountCents: 100, to: 'refund' },
  { act: 'dispute', ...day('2026-01-05'), invoice: 1, outcome: 'won', closedAt: instant('2026-01-20') },
  { act: 'portal-session', ...day('2026-01-06') },
  { act: 'adjust-customer-balance', ...day('2026-01-07'), amountCents: -500 },
  {
    act: 'checkout',
    ...day('2026-01-08'),
    id: 'cs_test_1',
    name: 'Léa',
    email: 'lea@example.com',
    address: { line1: '1 rue Haute', postalCode: '69001', city: 'Lyon', country: 'FR' },
    items: [{ product: 'prod_box', unitAmountCents: 1200, quantity: 2 }],
  },
  { act: 'set-card', ...day('2026-01-08'), card: { kind: 'first-attempts-decline', attempts: 1 } },
  { act: 'switch-price', ...day('2026-01-10'), price: 'price_plus' },
  { act: 'pause-collection', ...day('2026-02-05'), behaviour: 'mark_uncollectible' },
  { act: 'resume-collection', ...day('2026-03-05') },
  { act: 'pause', ...day('2026-03-06'), resumesAt: instant('2026-04-06') },
  { act: 'switch-price', ...day('2026-04-07'), price: 'price_year' },
  { act: 'cancel-at-period-end', ...day('2026-04-08') },
  { act: 'cancel-now', ...day('2026-04-09') },
] as unknown as readonly StripeAct[];

test('all stored objects, and events with what they hold', async () => {
  const { server } = await openShop();
  server.play(busyLife);
  const problems = new Set<string>();
  const kinds = new Set<string>();
  for (const step of ['2026-01-15', '2026-02-20', '2026-04-10']) {
    server.advanceTo(instant(step) * 1000);
    for (const table of Object.values(server.world.tables)) {
      for (const row of table.all()) {
        kinds.add(row.object);
        for (const problem of keyProblems(row)) problems.add(problem);
        if (row.object === 'event') for (const problem of keyProblems(row.data.object)) problems.add(problem);
      }
    }
  }
  await server.close();
  expect([...problems]).toEqual([]);
  expect([...kinds].sort()).toEqual([
    'billing_portal.configuration',
    'charge',
    'checkout.session',
    'credit_note',
    'customer',
    'customer_balance_transaction',
    'dispute',
    'event',
    'invoice',
    'invoice_payment',
    'payment_intent',
    'payment_method',
    'price',
    'product',
    'refund',
    'subscription',
    'subscription_schedule',
  ]);
});

test('what is only answered: the account, a portal session', async () => {
  const { server, stripe } = await openShop();
  const account = await stripe.accounts.retrieveCurrent();
  const session = await stripe.billingPortal.sessions.create({ customer: CUSTOMER });
  await server.close();
  expect([...keyProblems(account), ...keyProblems(session)]).toEqual([]);
});

test('the reader of declarations sees depth, options and what is wrong', () => {
  const invoice = readInterfaces('Invoices');
  expect(invoice.get('Invoice')).toContainEqual({
    name: 'payments',
    required: false,
    type: 'ApiList<InvoicePayment>',
  });
  expect(invoice.get('Invoice.Parent.SubscriptionDetails')?.map((property) => property.name)).toContain('subscription');
  const product = { object: 'invoice_payment', status_transitions: { paid_at: null, colour: 'red' } };
  expect(keyProblems(product)).toEqual(
    expect.arrayContaining([
      'invoice_payment.id: missing',
      'invoice_payment.status_transitions.canceled_at: missing',
      'invoice_payment.status_transitions.colour: unknown',
    ]),
  );
});
