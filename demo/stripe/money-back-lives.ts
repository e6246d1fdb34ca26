// Lives in which money goes back: refunds in each state, credit notes of each kind, disputes and inquiries.
import { type DisputeOutcome, noCard, type RefundOutcome } from '#demo/stripe-act.ts';
import { addDays } from '#lib/kernel/day.ts';
import { at, daysAgo, type Life, on, signUp, signUpDayRenewingOn } from './life.ts';
import { DAY_SECONDS } from './unix-time.ts';

export function refundedInFull(life: Life): void {
  refund(life, 4, 200, {});
}

export function refundedInPart(life: Life): void {
  refund(life, 4, 200, { amountCents: 500 + 100 * (life.turn % 7) });
}

/** Two part refunds of one invoice. */
export function refundedTwice(life: Life): void {
  const paid = refund(life, 30, 120, { amountCents: 400 });
  life.acts.push({ act: 'refund', ...on(life, addDays(paid, 9)), invoice: 'latest-paid', amountCents: 300 });
}

export function refundPending(life: Life): void {
  refund(life, 4, 6, { outcome: { kind: 'succeeds-after', delaySeconds: 12 * DAY_SECONDS } });
}

export function refundLate(life: Life): void {
  refund(life, 30, 90, { outcome: { kind: 'succeeds-after', delaySeconds: 5 * DAY_SECONDS } });
}

export function refundFailed(life: Life): void {
  refund(life, 20, 90, { outcome: { kind: 'fails-after', delaySeconds: 4 * DAY_SECONDS } });
}

/** Pays a renewal and gets money back two days later. Returns the day of the renewal. */
function refund(
  life: Life,
  minDaysAgo: number,
  maxDaysAgo: number,
  what: { readonly amountCents?: number; readonly outcome?: RefundOutcome },
) {
  const renewal = daysAgo(life, minDaysAgo, maxDaysAgo);
  signUp(life, signUpDayRenewingOn(life, renewal));
  life.acts.push({ act: 'refund', ...on(life, addDays(renewal, 2)), invoice: 'latest-paid', ...what });
  return renewal;
}

export function creditNoteRefunded(life: Life): void {
  creditNote(life, 600, 'refund');
}

export function creditNoteToBalance(life: Life): void {
  creditNote(life, 900, 'customer-balance');
}

export function creditNoteOutOfBand(life: Life): void {
  creditNote(life, 450, 'out-of-band');
}

function creditNote(life: Life, amountCents: number, to: 'refund' | 'customer-balance' | 'out-of-band'): void {
  const renewal = daysAgo(life, 8, 150);
  signUp(life, signUpDayRenewingOn(life, renewal));
  const noted = { ...on(life, addDays(renewal, 5)), invoice: 'latest-paid' as const, amountCents, to };
  life.acts.push({ act: 'credit-note', ...noted, reason: 'product_unsatisfactory' });
}

/** An open invoice, sent by mail, is lowered before it is paid. */
export function creditNoteBeforePayment(life: Life): void {
  const first = daysAgo(life, 12, 22);
  signUp(life, first, { collection: 'send_invoice', daysUntilDue: 30, card: noCard });
  const lowered = { ...on(life, addDays(first, 3)), invoice: 1, amountCents: 300 };
  life.acts.push({ act: 'credit-note', ...lowered, reason: 'order_change' });
}

export function disputeWon(life: Life): void {
  dispute(life, { minDaysAgo: 70, maxDaysAgo: 160, outcome: 'won', submittedAfter: 6, closedAfter: 40 });
}

export function disputeLost(life: Life): void {
  dispute(life, { minDaysAgo: 70, maxDaysAgo: 160, outcome: 'lost', submittedAfter: 6, closedAfter: 45 });
}

export function disputeToAnswer(life: Life): void {
  dispute(life, { minDaysAgo: 8, maxDaysAgo: 12, outcome: 'open' });
}

export function disputeUnderReview(life: Life): void {
  dispute(life, { minDaysAgo: 18, maxDaysAgo: 28, outcome: 'open', submittedAfter: 6 });
}

export function inquiryOpen(life: Life): void {
  dispute(life, { minDaysAgo: 9, maxDaysAgo: 14, outcome: 'open', inquiry: true });
}

export function inquiryClosed(life: Life): void {
  dispute(life, {
    minDaysAgo: 80,
    maxDaysAgo: 140,
    outcome: 'won',
    submittedAfter: 4,
    closedAfter: 30,
    inquiry: true,
  });
}

interface DisputeCase {
  readonly minDaysAgo: number;
  readonly maxDaysAgo: number;
  readonly outcome: DisputeOutcome;
  /** Days after the dispute was opened. */
  readonly submittedAfter?: number;
  readonly closedAfter?: number;
  readonly inquiry?: true;
}

function dispute(life: Life, what: DisputeCase): void {
  const renewal = daysAgo(life, what.minDaysAgo, what.maxDaysAgo);
  signUp(life, signUpDayRenewingOn(life, renewal));
  const opened = addDays(renewal, 4);
  life.acts.push({
    act: 'dispute',
    ...on(life, opened),
    invoice: 'latest-paid',
    outcome: what.outcome,
    reason: what.inquiry ? 'unrecognized' : life.random.pick(['fraudulent', 'product_not_received', 'general']),
    ...(what.submittedAfter === undefined ? {} : { submittedAt: at(life, addDays(opened, what.submittedAfter)) }),
    ...(what.closedAfter === undefined ? {} : { closedAt: at(life, addDays(opened, what.closedAfter)) }),
    ...(what.inquiry ? { inquiry: true } : {}),
  });
}
