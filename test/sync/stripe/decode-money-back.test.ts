// Refunds, credit notes and disputes as facts: every status of the installed types, and money counted once.
import { expect, test } from 'vitest';
import { instantFromMs } from '#lib/kernel/day.ts';
import { createClock } from '#sync/clock.ts';
import { decodeDispute } from '#sync/stripe/decode-dispute.ts';
import { decodeCreditNote, decodeRefund } from '#sync/stripe/decode-refund.ts';
import { stripeEnum, stripeWordsInDoc } from '../../support/stripe-enum.ts';

const clock = createClock('2026-11-22T03:00:00Z', 'Europe/Paris');
const toDay = (seconds: number) => clock.dayOf(instantFromMs(seconds * 1000));
const created = Date.parse('2026-11-20T23:30:00Z') / 1000;

const refund = {
  id: 're_1',
  payment_intent: 'pi_1',
  customer: null,
  amount: 500,
  status: 'succeeded',
  reason: 'requested_by_customer',
  currency: 'eur',
  created,
};
const note = {
  id: 'cn_1',
  invoice: 'in_1',
  customer: 'cus_1',
  total: 700,
  out_of_band_amount: 300,
  status: 'issued',
  reason: null,
  currency: 'eur',
  created,
};
const dispute = {
  id: 'dp_1',
  payment_intent: 'pi_1',
  amount: 1800,
  status: 'needs_response',
  reason: 'fraudulent',
  currency: 'eur',
  created,
  evidence_details: { due_by: Date.parse('2026-12-01T22:59:59Z') / 1000 },
};

test('a refund', () => {
  expect(decodeRefund(refund, toDay)).toEqual({
    ok: true,
    fact: {
      id: 're_1',
      type: 'refund',
      invoiceId: null,
      paymentIntent: 'pi_1',
      stripeCustomer: null,
      amountCents: 500,
      paidBackCents: 500,
      status: 'succeeded',
      stripeStatus: 'succeeded',
      reason: 'requested_by_customer',
      currency: 'eur',
      createdOn: '2026-11-21',
    },
  });
});

test('every refund status that Stripe names; only a succeeded one has paid back', () => {
  const statuses = stripeWordsInDoc('Refunds', /Status of the refund\.[^.]+\./);
  expect([...statuses].sort()).toEqual(['canceled', 'failed', 'pending', 'requires_action', 'succeeded']);
  for (const status of statuses) {
    const paidBackCents = status === 'succeeded' ? 500 : 0;
    expect(decodeRefund({ ...refund, status }, toDay)).toMatchObject({ fact: { status, paidBackCents } });
  }
});

test.each([
  ['frobnicated', 'frobnicated'],
  [null, 'null'],
])('a refund status nobody knows: %s', (status, stripeStatus) => {
  expect(decodeRefund({ ...refund, status }, toDay)).toMatchObject({
    fact: { status: 'unknown', stripeStatus, paidBackCents: 0 },
  });
});

test.each([
  ['settled out of band in part', {}, 300],
  ['paid out by a refund, which counts itself', { out_of_band_amount: 0 }, 0],
  ['kept as credit', { out_of_band_amount: null }, 0],
  ['taken back', { status: 'void' }, 0],
])('a credit note %s', (_, changes, paidBackCents) => {
  expect(decodeCreditNote({ ...note, ...changes }, toDay)).toMatchObject({
    fact: { id: 'cn_1', type: 'credit_note', invoiceId: 'in_1', paymentIntent: null, amountCents: 700, paidBackCents },
  });
});

test('every credit note status of the installed types', () => {
  expect([...stripeEnum('CreditNotes', 'Status')].sort()).toEqual(['issued', 'void']);
  for (const status of ['issued', 'void', 'frobnicated']) {
    const word = status === 'frobnicated' ? 'unknown' : status;
    expect(decodeCreditNote({ ...note, status }, toDay)).toMatchObject({
      fact: { status: word, stripeStatus: status },
    });
  }
});

test('every dispute status of the installed types; an appeal is a dispute going on', () => {
  const words: Readonly<Record<string, string>> = {
    appeal_needs_response: 'needs_response',
    appeal_under_review: 'under_review',
    lost: 'lost',
    needs_response: 'needs_response',
    prevented: 'prevented',
    under_review: 'under_review',
    warning_closed: 'warning_closed',
    warning_needs_response: 'warning_needs_response',
    warning_under_review: 'warning_under_review',
    won: 'won',
  };
  expect([...stripeEnum('Disputes', 'Status')].sort()).toEqual(Object.keys(words).sort());
  for (const [status, word] of Object.entries({ ...words, frobnicated: 'unknown' })) {
    expect(decodeDispute({ ...dispute, status }, toDay)).toMatchObject({
      fact: { status: word, stripeStatus: status },
    });
  }
});

test.each([
  ['a day', dispute.evidence_details.due_by, '2026-12-01'],
  ['no answer is taken', 0, null],
  ['not told', null, null],
])('evidence due: %s', (_, due_by, evidenceDueOn) => {
  expect(decodeDispute({ ...dispute, evidence_details: { due_by } }, toDay)).toMatchObject({
    fact: { evidenceDueOn, openedOn: '2026-11-21', amountCents: 1800 },
  });
});

test.each([
  ['a refund', decodeRefund, { ...refund, amount: '5,00' }, 'amount'],
  ['a credit note', decodeCreditNote, { ...note, invoice: null }, 'invoice'],
  ['a dispute', decodeDispute, { ...dispute, evidence_details: null }, 'evidence_details'],
])('%s that cannot be read is a Problem', (_, decode, object, field) => {
  expect(decode(object, toDay)).toMatchObject({ ok: false, problem: { params: { field } } });
});
