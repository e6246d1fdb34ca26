// Events: what is remembered of them, and what they point at.
import { expect, test } from 'vitest';
import { instantFromMs } from '#lib/kernel/day.ts';
import { createClock } from '#sync/clock.ts';
import { decodeEvent, eventTypes } from '#sync/stripe/decode-event.ts';
import { stripeEnum } from '../../support/stripe-enum.ts';

const clock = createClock('2026-11-22T03:00:00Z', 'Europe/Paris');
const toDay = (seconds: number) => clock.dayOf(instantFromMs(seconds * 1000));
const event = (type: string, object: object, previous_attributes?: object) => ({
  id: 'evt_1',
  type,
  created: Date.parse('2026-11-21T23:10:00Z') / 1000,
  data: { object, ...(previous_attributes === undefined ? {} : { previous_attributes }) },
});
const pause = { behavior: 'void', resumes_at: null };

test.each([
  [
    'a visit of the portal',
    event('billing_portal.session.created', { id: 'bps_1', customer: 'cus_1' }),
    'portal_visit',
    null,
  ],
  ['a failed payment', event('invoice.payment_failed', { id: 'in_1', customer: 'cus_1' }), 'payment_failed', 'in_1'],
  ['paused', event('customer.subscription.paused', { id: 'sub_1', customer: 'cus_1' }), 'pause_started', 'sub_1'],
  ['resumed', event('customer.subscription.resumed', { id: 'sub_1', customer: 'cus_1' }), 'pause_ended', 'sub_1'],
  [
    'collection paused',
    event(
      'customer.subscription.updated',
      { id: 'sub_1', customer: 'cus_1', pause_collection: pause },
      { pause_collection: null },
    ),
    'pause_started',
    'sub_1',
  ],
  [
    'collection resumed',
    event(
      'customer.subscription.updated',
      { id: 'sub_1', customer: { id: 'cus_1' }, pause_collection: null },
      { pause_collection: pause },
    ),
    'pause_ended',
    'sub_1',
  ],
])('remembers %s', (_, object, kind, subject) => {
  expect(decodeEvent(object, toDay)).toMatchObject({
    fact: { fact: { id: 'evt_1', kind, stripeCustomer: 'cus_1', subject, on: '2026-11-22' } },
  });
});

test.each([
  ['a renewal', event('customer.subscription.updated', { id: 'sub_1', pause_collection: null }, { items: {} })],
  ['an update that tells no more', event('customer.subscription.updated', { id: 'sub_1' })],
  [
    'a pause that only changes its end',
    event(
      'customer.subscription.updated',
      { id: 'sub_1', pause_collection: pause },
      { pause_collection: { resumes_at: 1 } },
    ),
  ],
  ['a payment', event('invoice.paid', { id: 'in_1', customer: 'cus_1' })],
])('remembers nothing of %s', (_, object) => {
  expect(decodeEvent(object, toDay)).toMatchObject({ ok: true, fact: { fact: null } });
});

test.each([
  ['customer.deleted', 'deleted-customer'],
  ['customer.subscription.deleted', 'subscription'],
  ['invoice.voided', 'invoice'],
  ['refund.failed', 'refund'],
  ['credit_note.voided', 'credit_note'],
  ['charge.dispute.closed', 'dispute'],
])('%s points at its object', (type, to) => {
  expect(decodeEvent(event(type, { id: 'x_1' }), toDay)).toMatchObject({ fact: { pointer: { to, id: 'x_1' } } });
});

test('a visit of the portal points at nothing', () => {
  const visit = event('billing_portal.session.created', { id: 'bps_1', customer: 'cus_1' });
  expect(decodeEvent(visit, toDay)).toMatchObject({ fact: { pointer: null } });
});

test('what happens on a test clock is left aside', () => {
  const failed = event('invoice.payment_failed', { id: 'in_1', customer: 'cus_1', test_clock: 'clock_1' });
  expect(decodeEvent(failed, toDay)).toEqual({ ok: true, fact: { id: 'evt_1', fact: null, pointer: null } });
});

test('asks for types that exist, and no more than one list takes', () => {
  const known = new Set(stripeEnum('Events', 'Type'));
  expect(eventTypes.filter((type) => !known.has(type))).toEqual([]);
  expect(eventTypes.length).toBeLessThanOrEqual(20);
});
