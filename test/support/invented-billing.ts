// Invented shops and Stripe facts for the laws of billing: few ids, so that everything meets everything; each generator
// leans towards the hard cases.
import fc from 'fast-check';
import type { StripeFacts } from '#lib/billing/stripe-facts.ts';
import { addDays, type Day } from '#lib/kernel/day.ts';
import {
  customerFact,
  disputeFact,
  eventFact,
  factsOf,
  invoiceFact,
  refundFact,
  subscriptionFact,
} from './stripe-facts-of.ts';
import { raw, type TestRows } from './workbook-of.ts';

const among = <const T>(...values: readonly T[]) => fc.constantFrom(...values);
const day: fc.Arbitrary<Day> = fc.integer({ min: 0, max: 40 }).map((back) => addDays('2026-11-22', -back));
const maybeDay = fc.option(day);
const customer = among('cus_1', 'cus_2', 'cus_3');
const subscription = among('sub_1', 'sub_2', 'sub_3');
const invoice = among('in_1', 'in_2', 'in_3', 'in_4');
const intent = among('pi_1', 'pi_2', 'pi_3');
const currency = fc.oneof({ weight: 9, arbitrary: fc.constant('eur') }, { weight: 1, arbitrary: fc.constant('usd') });
const few = <T>(arbitrary: fc.Arbitrary<T>) => fc.array(arbitrary, { maxLength: 5, size: 'max' });

const customerFacts = fc
  .record({
    stripeId: customer,
    email: fc.option(among('a@example.com', 'B@example.com', 'c@example.com')),
    deleted: fc.boolean(),
  })
  .map(({ stripeId, ...fields }) => customerFact(stripeId, fields));

const subscriptionFacts = fc
  .record({
    id: subscription,
    stripeCustomer: customer,
    status: among('active', 'past_due', 'paused', 'collection_paused', 'canceled', 'unknown', 'incomplete_expired'),
    stripePrice: among('price_month', 'price_year', 'price_old'),
    currency,
    resumesOn: maybeDay,
    endedOn: maybeDay,
  })
  .map(({ id, ...fields }) => subscriptionFact(id, { ...fields, stripeStatus: fields.status }));

const invoiceFacts = fc
  .record({
    id: invoice,
    stripeCustomer: customer,
    subscriptionId: fc.option(subscription),
    status: among('draft', 'open', 'open', 'paid', 'paid', 'paid', 'void', 'uncollectible', 'unknown'),
    stripePrice: among('price_month', 'price_old', null),
    currency,
    createdOn: day,
    totalCents: among(0, 1800, 18_000),
    attempts: fc.integer({ min: 0, max: 4 }),
    nextAttemptOn: maybeDay,
    paymentIntents: fc.array(intent, { minLength: 1, maxLength: 2 }),
  })
  .map(({ id, ...fields }) => {
    const isPaid = fields.status === 'paid';
    return invoiceFact(id, {
      ...fields,
      paidOn: isPaid ? fields.createdOn : null,
      paidCents: isPaid ? fields.totalCents : 0,
    });
  });

const refundFacts = fc
  .record({
    id: among('re_1', 're_2', 're_3'),
    paymentIntent: fc.option(intent),
    stripeCustomer: fc.option(customer),
    amountCents: among(300, 1800, 20_000),
    status: among('succeeded', 'pending', 'failed', 'unknown'),
    currency,
  })
  .map(({ id, ...fields }) => refundFact(id, fields));

const disputeFacts = fc
  .record({
    id: among('dp_1', 'dp_2'),
    paymentIntent: intent,
    amountCents: among(300, 1800),
    status: among('needs_response', 'under_review', 'won', 'lost', 'warning_closed', 'unknown'),
    currency,
  })
  .map(({ id, ...fields }) => disputeFact(id, fields));

const eventFacts = fc.oneof(
  fc.record({ id: among('evt_1', 'evt_2'), on: day }).map(({ id, on }) => eventFact(id, 'portal_visit', { on })),
  fc
    .record({ id: among('evt_3', 'evt_4', 'evt_5'), subject: invoice, on: day })
    .map(({ id, ...fields }) => eventFact(id, 'payment_failed', fields)),
  fc
    .record({ id: among('evt_6', 'evt_7'), subject: subscription, on: day })
    .map(({ id, ...fields }) => eventFact(id, 'pause_started', fields)),
  fc
    .record({ id: among('evt_8', 'evt_9'), subject: subscription, on: day })
    .map(({ id, ...fields }) => eventFact(id, 'pause_ended', fields)),
);

export const inventedFacts: fc.Arbitrary<StripeFacts> = fc
  .record({
    customers: few(customerFacts),
    subscriptions: few(subscriptionFacts),
    invoices: fc.array(invoiceFacts, { maxLength: 8, size: 'max' }),
    refunds: few(refundFacts),
    disputes: few(disputeFacts),
    events: fc.array(eventFacts, { maxLength: 8, size: 'max' }),
  })
  .map((lists) => factsOf(lists));

const plans = [
  { id: 'FOR-000001', name: 'Mensuel', stripePrice: 'price_month', priceCents: 1800, interval: 'month', points: 180 },
  { id: 'FOR-000002', name: 'Annuel', stripePrice: 'price_year', priceCents: 18_000, interval: 'year', points: 1800 },
] as const;

const oddCell = among(raw('???'), raw(null), raw('#REF!'), raw(-3));

/** Rows of earlier nights and of people's hands: sound, broken, standing twice. */
export const inventedShop: fc.Arbitrary<TestRows> = fc
  .record({
    customers: fc.uniqueArray(
      fc.record({
        id: among('CLI-000001', 'CLI-000002', 'CLI-000003', 'CLI-000004'),
        stripeCustomer: fc.option(among('cus_1', 'cus_2')),
        email: fc.option(among('a@example.com', 'b@example.com')),
        erasedOn: fc.option(fc.constant<Day>('2026-10-01'), { freq: 6 }),
      }),
      { maxLength: 4, size: 'max', selector: ({ id }) => id },
    ),
    subscriptions: fc.array(
      fc.record({
        id: subscription,
        customerId: among('CLI-000001', 'CLI-000002'),
        status: fc.oneof(among('active', 'collection_paused', 'canceled'), oddCell),
        startedOn: fc.oneof(fc.constant<Day>('2026-01-05'), oddCell),
        resumesOn: maybeDay,
      }),
      { maxLength: 3, size: 'max' },
    ),
    invoices: fc.uniqueArray(
      fc.record({
        id: invoice,
        customerId: among('CLI-000001', 'CLI-000002'),
        status: fc.oneof(among('open', 'paid'), oddCell),
        createdOn: day,
        totalCents: fc.constant(1800),
        paidCents: among(0, 1800),
        paidBackCents: fc.oneof(fc.constant(0), oddCell),
        withheldCents: among(0, 500),
        attempts: among(0, 1, 2),
        paymentIntents: fc.option(intent),
        firstFailedOn: maybeDay,
      }),
      { maxLength: 3, size: 'max', selector: ({ id }) => id },
    ),
  })
  .map((rows): TestRows => ({ ...withOneStripeCustomerEach(rows), plans }) as TestRows);

/** Two rows of one Stripe customer are a person's copy: told by the Rapprochement, left out of the laws on ids. */
function withOneStripeCustomerEach<
  Rows extends { readonly customers: readonly { readonly stripeCustomer: string | null }[] },
>(rows: Rows): Rows {
  const seen = new Set<string>();
  const customers = rows.customers.filter(({ stripeCustomer }) => {
    if (stripeCustomer === null) return true;
    if (seen.has(stripeCustomer)) return false;
    seen.add(stripeCustomer);
    return true;
  });
  return { ...rows, customers };
}
