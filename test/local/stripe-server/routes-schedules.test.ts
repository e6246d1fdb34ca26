/**
 * The endpoint pause, its limits, and the schedule that ends it at a date.
 */
import { afterEach, beforeEach, expect, test } from 'vitest';
import { CUSTOMER, instant, openShop, type Shop, SUBSCRIPTION, tellStory } from './tell-story.ts';

let shop: Shop;
beforeEach(async () => {
  shop = await openShop();
  await tellStory(shop, 'date | what\n2026-01-10 10:00 | subscribe month');
});
afterEach(() => shop.server.close());

const { pause, resume } = {
  pause: (id = SUBSCRIPTION) =>
    shop.stripe.subscriptions.pause(id, { bill_for: { unused_time_from: { type: 'none' } } }),
  resume: (payment_behavior: string) => shop.stripe.subscriptions.resume(SUBSCRIPTION, { payment_behavior }),
};

test('pausing says when and why, resuming takes that away', async () => {
  expect(await pause()).toMatchObject({
    status: 'paused',
    status_details: {
      paused: { transitioned_at: instant('2026-01-10 10:00'), subscription: { type: 'pause_requested' } },
    },
  });
  expect((await shop.stripe.subscriptions.list({ status: 'paused' })).data).toHaveLength(1);
  const resumed = await resume('resume_on_payment_success');
  expect(resumed).toMatchObject({ status: 'active' });
  expect(resumed).not.toHaveProperty('status_details');
  await expect(resume('resume_on_payment_success')).rejects.toMatchObject({ statusCode: 400 });
});

test("the credit for unused time may be invoiced at once, and is then the customer's balance", async () => {
  shop.server.advanceTo(instant('2026-01-25 22:00') * 1000);
  const paused = await shop.stripe.subscriptions.pause(SUBSCRIPTION, {
    invoicing_behavior: 'invoice',
    expand: ['latest_invoice'],
  });
  expect(paused).toMatchObject({ status: 'paused', latest_invoice: { status: 'paid', total: -900, amount_due: 0 } });
  expect(await shop.stripe.customers.retrieve(CUSTOMER)).toMatchObject({ balance: -900 });
});

test('resuming on a payment attempt makes no attempt by itself; paying the invoice ends the pause', async () => {
  await pause();
  const waiting = await resume('resume_on_payment_attempt');
  expect(waiting.status).toBe('paused');
  await shop.stripe.invoices.pay(waiting.latest_invoice as string);
  expect((await shop.stripe.subscriptions.retrieve(SUBSCRIPTION)).status).toBe('active');
});

test('a failed attempt on such an invoice resumes it past due', async () => {
  await pause();
  const waiting = await resume('resume_on_payment_attempt');
  const at = instant('2026-01-10 10:00');
  shop.server.play([{ act: 'set-card', at, customer: CUSTOMER, card: { kind: 'always-declines' } }]);
  await expect(shop.stripe.invoices.pay(waiting.latest_invoice as string)).rejects.toMatchObject({
    statusCode: 402,
    type: 'StripeCardError',
    decline_code: 'insufficient_funds',
  });
  expect((await shop.stripe.subscriptions.retrieve(SUBSCRIPTION)).status).toBe('past_due');
});

test('a schedule made from the subscription pauses it now and resumes it after three months', async () => {
  const schedule = await shop.stripe.subscriptionSchedules.create({
    from_subscription: SUBSCRIPTION,
    pause_schedules: [
      {
        pause: { pause_at: { type: 'now' }, settings: { bill_for: { unused_time_from: { type: 'none' } } } },
        resume: { resume_at: { type: 'duration', duration: { interval: 'month', interval_count: 3 } } },
      },
    ],
  });
  expect(schedule.pause_schedules[0]).toMatchObject({
    pause: { status: { type: 'succeeded' } },
    resume: { resume_at: instant('2026-04-10 10:00'), status: { type: 'scheduled' } },
  });
  const page = await shop.stripe.subscriptions.list({ expand: ['data.schedule'] });
  expect(page.data).toMatchObject([{ status: 'paused', schedule: { id: schedule.id, pause_schedules: [{}] } }]);
  shop.server.advanceTo(instant('2026-04-10 10:00') * 1000);
  expect((await shop.stripe.subscriptions.retrieve(SUBSCRIPTION)).status).toBe('active');
  const later = await shop.stripe.subscriptionSchedules.retrieve(schedule.id);
  expect(later.pause_schedules[0]?.resume?.status.type).toBe('succeeded');
});

test('a plan can be changed, cleared and the schedule released', async () => {
  const schedule = await shop.stripe.subscriptionSchedules.create({ from_subscription: SUBSCRIPTION });
  expect(schedule.pause_schedules).toEqual([]);
  const timed = { type: 'timestamp', timestamp: instant('2026-02-01 00:00') };
  await shop.stripe.subscriptionSchedules.update(schedule.id, { pause_schedules: [{ pause: { pause_at: timed } }] });
  await shop.stripe.subscriptionSchedules.update(schedule.id, { pause_schedules: '' });
  shop.server.advanceTo(instant('2026-02-02 00:00') * 1000);
  expect((await shop.stripe.subscriptions.retrieve(SUBSCRIPTION)).status).toBe('active');
  const released = await shop.stripe.subscriptionSchedules.release(schedule.id);
  expect(released).toMatchObject({ status: 'released', released_subscription: SUBSCRIPTION, subscription: null });
  expect((await shop.stripe.subscriptions.retrieve(SUBSCRIPTION)).schedule).toBeNull();
  expect((await shop.stripe.subscriptionSchedules.list({ customer: CUSTOMER })).data).toHaveLength(1);
});

test('what cannot be paused: classic billing, a schedule, what is not active', async () => {
  const at = instant('2026-01-10 10:00');
  const classic = { billingMode: 'classic', customer: CUSTOMER, price: 'price_month' } as const;
  shop.server.play([{ act: 'subscribe', at, id: 'sub_classic', ...classic }]);
  await expect(pause('sub_classic')).rejects.toMatchObject({
    message: expect.stringContaining('flexible billing mode'),
  });
  await pause();
  await expect(pause()).rejects.toMatchObject({ message: expect.stringContaining('status paused') });
  await resume('resume_on_payment_success');
  await shop.stripe.subscriptionSchedules.create({ from_subscription: SUBSCRIPTION });
  await expect(pause()).rejects.toMatchObject({ message: expect.stringContaining('schedule') });
});
