// What the night will do about a request if it is queued now, as far as the mirror of Stripe tells: the night's own decision,
// taken on the mirror's row, and told before anything is queued. The night decides again on what Stripe says then.
import type { PlanContext } from '#lib/changes/plan-context.ts';
import { systemKeys, systemText } from '#lib/changes/system-state.ts';
import { addMonths, type Day, isDay } from '#lib/kernel/day.ts';
import { type Problem, problem } from '#lib/kernel/problem.ts';
import type { PlansRow } from '#lib/tables/plans.ts';
import type { RequestsRow } from '#lib/tables/requests.ts';
import type { SubscriptionsRow } from '#lib/tables/subscriptions.ts';
import { decideRequest } from './decide-request.ts';
import type { SubscriptionFact } from './stripe-facts.ts';

export type RequestKind = RequestsRow['kind'];

export type ForeseenRequest =
  | { readonly kind: 'refused'; readonly refusal: Problem }
  /** What Stripe will do and when, and what it means to the customer. */
  | { readonly kind: 'agreed'; readonly sentences: readonly string[]; readonly warnings: readonly Problem[] };

export function foreseeRequest(
  context: PlanContext,
  subscription: SubscriptionsRow,
  kind: RequestKind,
): ForeseenRequest {
  const { words } = context;
  const queued = queuedFor(context, subscription.id);
  if (queued !== undefined) {
    const params = { request: queued.id, kind: words.choiceLabel(queued.kind) };
    return { kind: 'refused', refusal: problem('requestQueuedAlready', params) };
  }
  const decision = decideRequest(context, unwritten(subscription, kind), mirroredFact(context, subscription));
  if (decision.kind === 'refuse' || decision.kind === 'already')
    return { kind: 'refused', refusal: problem('requestPointless', { text: decision.text }) };
  const waitsFor = decision.kind === 'wait' ? decision.effectiveOn : null;
  return { kind: 'agreed', sentences: sentencesOf(context, subscription, kind, waitsFor), warnings: ageOf(context) };
}

/** The request that the night will take up next for the subscription. */
function queuedFor({ workbook }: PlanContext, subscriptionId: string): RequestsRow | undefined {
  return workbook.requests.rows.find((row) => row.subscriptionId === subscriptionId && row.status === 'queued');
}

function unwritten(subscription: SubscriptionsRow, kind: RequestKind): RequestsRow {
  return {
    ...{ id: '', rowIndex: -1, kind, status: 'queued' },
    ...{ subscriptionId: subscription.id, customerId: subscription.customerId },
    ...{ requestedOn: null, requestedBy: null, doneOn: null, effectiveOn: null, result: null },
    ...{ actionId: null, check: null },
  };
}

/** The mirror keeps all that a decision asks, but which request changed the subscription last. */
function mirroredFact({ workbook }: PlanContext, row: SubscriptionsRow): SubscriptionFact {
  const { rowIndex: _, customerId, planId, interval, ...cells } = row;
  return {
    ...cells,
    stripeCustomer: workbook.customers.byId.get(customerId)?.stripeCustomer ?? '',
    stripeStatus: row.status,
    stripePrice: workbook.plans.byId.get(planId ?? '')?.stripePrice ?? null,
    currency: 'eur',
    interval: interval ?? 'unknown',
    lastRequestId: null,
  };
}

/** @param waitsFor the renewal that a switch waits for; null when the night does it at once. */
function sentencesOf(
  context: PlanContext,
  subscription: SubscriptionsRow,
  kind: RequestKind,
  waitsFor: Day | null,
): string[] {
  const { words, clock, settings } = context;
  const says = words.customers.foreseen;
  const dayText = (day: Day | null) => (day === null ? says.noDay : words.formatDay(day));
  switch (kind) {
    case 'pause': {
      const months = settings['billing.pauseMonths'];
      return [says.pause({ months, day: dayText(addMonths(clock.today, months)) }), says.pointsKept];
    }
    case 'resume': {
      const isFrozen = subscription.status === 'paused';
      return [isFrozen ? says.resumeFrozen : says.resume({ day: dayText(subscription.periodEndOn) })];
    }
    case 'cancel':
      return [says.cancel({ day: dayText(subscription.periodEndOn) }), says.pointsUntilExpiry];
    case 'to_yearly':
    case 'to_monthly': {
      const target = offeredPlan(context, kind === 'to_yearly' ? 'year' : 'month');
      const price = words.formatEuros(target?.priceCents ?? 0);
      const params = { plan: target?.name ?? '', price, interval: words.choiceLabel(target?.interval ?? 'unknown') };
      const when = waitsFor === null ? says.switchNow(params) : says.switchLater({ ...params, day: dayText(waitsFor) });
      return [when, ...savingOf(context, subscription, target)];
    }
  }
}

function offeredPlan({ workbook }: PlanContext, interval: 'month' | 'year'): PlansRow | undefined {
  return workbook.plans.rows.find(
    (plan) => plan.interval === interval && plan.active !== false && plan.stripePrice !== null,
  );
}

const MONTHS = 12;

/** What a year costs either way, from what the customer pays and what the plan costs; never typed. */
function savingOf({ words }: PlanContext, { priceCents }: SubscriptionsRow, target: PlansRow | undefined): string[] {
  if (priceCents === null || target === undefined) return [];
  const yearly = target.interval === 'year' ? target.priceCents : priceCents;
  const monthly = (target.interval === 'year' ? priceCents : target.priceCents) * MONTHS;
  const savedCents = monthly - yearly;
  if (savedCents <= 0 || monthly <= 0) return [];
  const params = { amount: words.formatEuros(savedCents), share: words.formatPercent(savedCents / monthly, 0) };
  return [target.interval === 'year' ? words.customers.foreseen.saves(params) : words.customers.foreseen.costs(params)];
}

/** A mirror that is not of this night may show a state that has passed. */
function ageOf({ workbook, words, clock }: PlanContext): Problem[] {
  const last = systemText(workbook.system, systemKeys.lastNightOn);
  if (last === clock.today) return [];
  if (last === null || !isDay(last)) return [problem('mirrorNever', {})];
  return [problem('mirrorOld', { day: words.formatDay(last) })];
}
