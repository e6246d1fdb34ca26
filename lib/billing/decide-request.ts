// What the night does about a queued request, given the subscription as Stripe has it now: refuse it with the cure, find it
// already so, or do it. It asks nothing and writes nothing.
import type { PlanContext } from '#lib/changes/plan-context.ts';
import { addDays, addMonths, type Day } from '#lib/kernel/day.ts';
import type { RowOf } from '#lib/tables/tables.ts';
import type { Words } from '#lib/text/words.ts';
import { indexCustomers } from './customer-index.ts';
import { distinctFacts } from './distinct-facts.ts';
import type { RequestCall } from './request-call.ts';
import type { StripeFacts, SubscriptionFact } from './stripe-facts.ts';
import { isEnded, isPaused } from './subscription-state.ts';

type Request = RowOf<'requests'>;

/** Texts are French and ready for the result cell. */
export type RequestDecision =
  | { readonly kind: 'refuse'; readonly text: string }
  | { readonly kind: 'already'; readonly text: string; readonly effectiveOn: Day | null }
  /** To be done on a later night: the request stays queued, its row says until when. */
  | { readonly kind: 'wait'; readonly text: string; readonly effectiveOn: Day }
  /** `text` and `effectiveOn` hold once Stripe has accepted the call. */
  | { readonly kind: 'do'; readonly call: RequestCall; readonly text: string; readonly effectiveOn: Day | null };

export interface DecidedRequest {
  readonly request: Request;
  readonly decision: RequestDecision;
}

/**
 * Every queued request, in the order of ids; of several for one subscription the first, since the next one depends on what
 * it changes: it stays queued and the next night reads the state again.
 */
export function decideRequests(context: PlanContext, facts: StripeFacts): readonly DecidedRequest[] {
  const factById = new Map(distinctFacts(facts.subscriptions, ({ id }) => id).map((fact) => [fact.id, fact]));
  const queued = distinctFacts(
    context.workbook.requests.rows.filter((row) => row.status === 'queued'),
    ({ id }) => id,
  );
  const decided = new Map<string, DecidedRequest>();
  for (const request of queued) {
    if (decided.has(request.subscriptionId)) continue;
    const decision = decideRequest(context, request, factById.get(request.subscriptionId));
    decided.set(request.subscriptionId, { request, decision });
  }
  return [...decided.values()];
}

/** @param fact undefined when Stripe did not tell of the subscription tonight. */
export function decideRequest(
  context: PlanContext,
  request: Request,
  fact: SubscriptionFact | undefined,
): RequestDecision {
  const says = context.words.requestResults;
  if (fact === undefined) return refuse(unknownOrEnded(context, request));
  if (isOfAnother(context, request, fact))
    return refuse(says.otherCustomer({ id: fact.id, customer: request.customerId ?? '' }));
  if (fact.status === 'unknown') return refuse(says.unknownState({ value: fact.stripeStatus }));
  if (fact.status === 'canceled' && request.kind === 'cancel') return already(says.alreadyCanceled, fact.endedOn);
  if (isEnded(fact.status)) return refuse(says.ended({ id: fact.id }));
  if (fact.status === 'incomplete') return refuse(says.notStarted);
  // The night that asked was killed before it wrote the answer down: what is found done is this request's own doing.
  const isOurs = fact.lastRequestId === request.id;
  switch (request.kind) {
    case 'pause':
      return decidePause(context, fact, isOurs);
    case 'resume':
      return decideResume(context, fact, isOurs);
    case 'to_yearly':
      return decideSwitch(context, fact, 'year', isOurs);
    case 'to_monthly':
      return decideSwitch(context, fact, 'month', isOurs);
    case 'cancel':
      return decideCancel(context, fact, isOurs);
  }
}

function decidePause(
  { words, clock, settings }: PlanContext,
  fact: SubscriptionFact,
  isOurs: boolean,
): RequestDecision {
  const says = words.requestResults;
  const resumesOn = addMonths(clock.today, settings['billing.pauseMonths']);
  if (isPaused(fact.status)) {
    const day = fact.resumesOn;
    if (isOurs && day !== null) return already(says.pauseDone({ day: words.formatDay(day) }), clock.today);
    const text = day === null ? says.alreadyPaused : says.alreadyPausedUntil({ day: words.formatDay(day) });
    return already(text, null);
  }
  if (hasPaymentDue(fact)) return refuse(says.paymentDue);
  if (fact.cancelOn !== null) return refuse(says.endsBefore({ day: words.formatDay(fact.cancelOn) }));
  // A pause voids the invoices that fall into it: on a yearly plan that is none, or a whole year given away.
  if (fact.interval !== 'month') {
    if (fact.interval === 'unknown' || fact.periodEndOn === null) return refuse(says.intervalUnknown);
    const day = words.formatDay(fact.periodEndOn);
    if (fact.periodEndOn > resumesOn) return refuse(says.yearlyPaid({ day }));
    return refuse(says.yearlyRenewal({ day, price: words.formatEuros(fact.priceCents ?? 0) }));
  }
  const text = says.pauseDone({ day: words.formatDay(resumesOn) });
  const call = { kind: 'pause_collection', subscriptionId: fact.id, resumesOn } as const;
  return { kind: 'do', call, text, effectiveOn: clock.today };
}

function decideResume({ words, clock }: PlanContext, fact: SubscriptionFact, isOurs: boolean): RequestDecision {
  const says = words.requestResults;
  // A frozen subscription starts a new period at once (docs.stripe.com/api/subscriptions/resume); the other one ran on.
  if (!isPaused(fact.status)) {
    const wasFrozen = fact.periodStartOn === clock.today;
    return isOurs ? already(resumedText(words, fact, wasFrozen), clock.today) : already(says.alreadyRunning, null);
  }
  const isFrozen = fact.status === 'paused';
  const call = { kind: isFrozen ? 'resume' : 'resume_collection', subscriptionId: fact.id } as const;
  return { kind: 'do', call, text: resumedText(words, fact, isFrozen), effectiveOn: clock.today };
}

function resumedText(words: Words, { priceCents, periodEndOn }: SubscriptionFact, isFrozen: boolean): string {
  const says = words.requestResults;
  if (priceCents === null) return says.resumeDone;
  const price = words.formatEuros(priceCents);
  if (isFrozen) return says.resumeCharges({ price });
  return periodEndOn === null ? says.resumeDone : says.resumeNext({ day: words.formatDay(periodEndOn), price });
}

function decideSwitch(
  context: PlanContext,
  fact: SubscriptionFact,
  to: 'month' | 'year',
  isOurs: boolean,
): RequestDecision {
  const { words, clock, workbook, settings } = context;
  const says = words.requestResults;
  const interval = words.choiceLabel(to);
  if (fact.interval === to) {
    const plan = workbook.plans.rows.find((row) => row.stripePrice === fact.stripePrice);
    const isDone = isOurs && plan !== undefined;
    return isDone
      ? already(says.switchDone({ plan: plan.name }), clock.today)
      : already(says.alreadyInterval({ interval }), null);
  }
  if (fact.interval === 'unknown') return refuse(says.intervalUnknown);
  if (hasPaymentDue(fact)) return refuse(says.paymentDue);
  if (isPaused(fact.status)) return refuse(says.pausedFirst);
  if (fact.cancelOn !== null) return refuse(says.endsBefore({ day: words.formatDay(fact.cancelOn) }));
  const offered = workbook.plans.rows.filter(
    (plan) => plan.interval === to && plan.active !== false && plan.stripePrice !== null,
  );
  const [plan, ...others] = offered;
  if (plan === undefined || plan.stripePrice === null) return refuse(says.noPlan({ interval }));
  if (others.length > 0)
    return refuse(says.severalPlans({ interval, plans: offered.map(({ name }) => name).join(', ') }));
  const { stripePrice } = plan;
  const renewsOn = fact.periodEndOn;
  // Done on the last night before the renewal: Stripe starts a new period at once, and hardly anything is left to prorate.
  if (settings['billing.switchAtRenewal'] && renewsOn !== null && renewsOn > addDays(clock.today, 1)) {
    return {
      kind: 'wait',
      text: says.switchWaits({ plan: plan.name, day: words.formatDay(renewsOn) }),
      effectiveOn: renewsOn,
    };
  }
  const call = { kind: 'switch_price', subscriptionId: fact.id, fromPrice: fact.stripePrice, stripePrice } as const;
  return { kind: 'do', call, text: says.switchDone({ plan: plan.name }), effectiveOn: clock.today };
}

function decideCancel({ words }: PlanContext, fact: SubscriptionFact, isOurs: boolean): RequestDecision {
  const says = words.requestResults;
  if (fact.cancelOn !== null && isOurs)
    return already(says.cancelDone({ day: words.formatDay(fact.cancelOn) }), fact.cancelOn);
  if (fact.cancelOn !== null)
    return already(says.alreadyCanceling({ day: words.formatDay(fact.cancelOn) }), fact.cancelOn);
  const day = fact.periodEndOn;
  const text = day === null ? says.cancelDoneUndated : says.cancelDone({ day: words.formatDay(day) });
  return { kind: 'do', call: { kind: 'cancel_at_period_end', subscriptionId: fact.id }, text, effectiveOn: day };
}

function hasPaymentDue({ status }: SubscriptionFact): boolean {
  return status === 'past_due' || status === 'unpaid';
}

function unknownOrEnded({ workbook, words }: PlanContext, { subscriptionId: id }: Request): string {
  const row = workbook.subscriptions.byId.get(id);
  const says = words.requestResults;
  return row !== undefined && isEnded(row.status) ? says.ended({ id }) : says.unknownSubscription({ id });
}

function isOfAnother({ workbook }: PlanContext, request: Request, fact: SubscriptionFact): boolean {
  const mirrored = workbook.subscriptions.byId.get(fact.id)?.customerId;
  const owner = indexCustomers(workbook).idOf(fact.stripeCustomer) ?? mirrored ?? null;
  return request.customerId !== null && owner !== null && request.customerId !== owner;
}

const refuse = (text: string): RequestDecision => ({ kind: 'refuse', text });

const already = (text: string, effectiveOn: Day | null): RequestDecision => ({ kind: 'already', text, effectiveOn });
