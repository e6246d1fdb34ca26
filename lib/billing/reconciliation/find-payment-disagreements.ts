// Payments, points and requests: what is overdue, posted wrongly, owed, promised otherwise than Stripe does it, or stuck.
import type { PlanContext } from '#lib/changes/plan-context.ts';
import { daysBetween } from '#lib/kernel/day.ts';
import { pointsDue } from '#lib/points/points-due.ts';
import type { RowOf } from '#lib/tables/tables.ts';
import type { Disagreement } from './disagreement.ts';

type Invoice = RowOf<'invoices'>;

export function findPaymentDisagreements(context: PlanContext): readonly Disagreement[] {
  return [
    ...overduePayments(context),
    ...wrongPoints(context),
    ...debts(context),
    ...dunningDrift(context),
    ...stuckRequests(context),
  ];
}

/** The days from first failure to Stripe's next attempt, where both are certain: a failure dated by its event, one attempt. */
export function firstRetryDays({ workbook }: PlanContext): readonly number[] {
  const failedOn = new Map<string, string>();
  for (const { kind, subject, on } of workbook.facts.rows)
    if (kind === 'payment_failed' && subject !== null) failedOn.set(subject, on);
  return workbook.invoices.rows.flatMap(({ id, status, attempts, firstFailedOn, retryOn }) => {
    if (status !== 'open' || attempts !== 1 || firstFailedOn === null || retryOn === null) return [];
    return failedOn.get(id) === firstFailedOn ? [daysBetween(firstFailedOn, retryOn)] : [];
  });
}

function overduePayments({ workbook, words }: PlanContext): readonly Disagreement[] {
  const says = words.reconciliation;
  return workbook.invoices.rows
    .filter(
      (row): row is Invoice & { graceUntil: NonNullable<Invoice['graceUntil']> } =>
        row.recovery === 'overdue' && row.graceUntil !== null,
    )
    .map(({ id, customerId, graceUntil, totalCents, paidCents, retryOn }) => ({
      kind: 'payment_overdue',
      object: `invoices/${id}`,
      what: says.paymentOverdue({ id, customer: customerId, day: words.formatDay(graceUntil) }),
      workbookSays: words.formatEuros(totalCents - paidCents),
      stripeSays: retryOn === null ? says.noRetry : says.retryOn({ day: words.formatDay(retryOn) }),
      rightSide: null,
      done: says.paymentOverdueDone,
    }));
}

/** After the points were planned none should be left, but for customers whose points are frozen. */
function wrongPoints({ workbook, words }: PlanContext): readonly Disagreement[] {
  const says = words.reconciliation;
  if (!workbook.points.usable || !workbook.plans.usable) return [];
  const ledger = new Map<string, { earned: number; posted: number }>();
  for (const { kind, source, points } of workbook.points.rows) {
    if (source === null || (kind !== 'earn' && kind !== 'clawback' && kind !== 'restore')) continue;
    const sums = ledger.get(source) ?? { earned: 0, posted: 0 };
    sums.posted += points;
    if (kind === 'earn') sums.earned += points;
    ledger.set(source, sums);
  }
  return workbook.invoices.rows.flatMap((invoice): Disagreement[] => {
    const { earned, posted } = ledger.get(invoice.id) ?? { earned: 0, posted: 0 };
    const due = pointsDue(invoice, workbook.plans.byId.get(invoice.planId ?? ''), earned);
    if (!due.known || due.points === posted) return [];
    return [
      {
        kind: 'points_differ',
        object: `invoices/${invoice.id}`,
        what: says.pointsDiffer({ id: invoice.id, customer: invoice.customerId }),
        workbookSays: says.pointsCount({ points: words.formatNumber(posted) }),
        stripeSays: says.pointsCount({ points: words.formatNumber(due.points) }),
        rightSide: 'stripe',
        done: says.pointsDifferDone,
      },
    ];
  });
}

function debts({ workbook, words }: PlanContext): readonly Disagreement[] {
  const says = words.reconciliation;
  return workbook.customers.rows.flatMap(({ id, pointsBalance }): Disagreement[] => {
    if (pointsBalance === null || pointsBalance >= 0) return [];
    return [
      {
        kind: 'points_debt',
        object: `customers/${id}`,
        what: says.pointsDebt({ id }),
        workbookSays: says.pointsCount({ points: words.formatNumber(pointsBalance) }),
        stripeSays: null,
        rightSide: 'workbook',
        done: says.pointsDebtDone,
      },
    ];
  });
}

/** One row for the shop: how Stripe retries is one setting of the account. */
function dunningDrift(context: PlanContext): readonly Disagreement[] {
  const { words, settings } = context;
  const says = words.reconciliation;
  const promised = settings['billing.retryDays'];
  const days = [...new Set(firstRetryDays(context))].sort((a, b) => a - b);
  if (days.every((count) => count === promised)) return [];
  return [
    {
      kind: 'dunning_drift',
      object: DUNNING_OBJECT,
      what: says.dunningDrift,
      workbookSays: says.days({ days: String(promised) }),
      stripeSays: says.days({ days: days.join(', ') }),
      rightSide: 'to_decide',
      done: says.dunningDriftDone,
    },
  ];
}

export const DUNNING_OBJECT = 'settings/billing.retryDays';

/** Failed, or still queued although a whole night has passed it and its day has come. */
function stuckRequests({ workbook, words, clock }: PlanContext): readonly Disagreement[] {
  const says = words.reconciliation;
  return workbook.requests.rows.flatMap(({ id, status, requestedOn, effectiveOn, result }): Disagreement[] => {
    const on = requestedOn ?? clock.today;
    const waits = effectiveOn !== null && effectiveOn >= clock.today;
    const isStuck = status === 'queued' && daysBetween(on, clock.today) > 1 && !waits;
    if (!isStuck && status !== 'failed') return [];
    const place = { id, day: words.formatDay(on) };
    return [
      {
        kind: 'request_stuck',
        object: `requests/${id}`,
        what: status === 'failed' ? says.requestFailed(place) : says.requestStuck(place),
        workbookSays: words.choiceLabel(status),
        stripeSays: result,
        rightSide: null,
        done: says.requestStuckDone,
      },
    ];
  });
}
