// The pauses of every subscription as they should stand in Faits tonight. A pause is opened on the day its event tells, else
// the night it is first seen; it is closed on the day its event tells, else when it was to end, else the night it is seen
// running again. What an event of today says outweighs a list that was read minutes apart from it.
import type { PlanContext } from '#lib/changes/plan-context.ts';
import { compareText } from '#lib/kernel/compare.ts';
import { addDays, type Day, isDay } from '#lib/kernel/day.ts';
import type { RowOf } from '#lib/tables/tables.ts';
import type { CustomerIndex } from './customer-index.ts';
import { distinctFacts } from './distinct-facts.ts';
import { pauseSpans } from './pause-timeline.ts';
import type { StripeFacts, SubscriptionFact } from './stripe-facts.ts';
import { isEnded, isPaused } from './subscription-state.ts';

export interface PauseFact {
  readonly id: string;
  readonly subscriptionId: string;
  readonly customerId: string | null;
  readonly on: Day;
  readonly until: Day | null;
}

interface Marks {
  readonly starts: Set<Day>;
  readonly ends: Set<Day>;
  /** First days of the rows that are there. */
  readonly rows: Set<Day>;
  stripeCustomer: string | null;
}

const PAUSE_ID = /^pause_(.+)_(\d{4}-\d{2}-\d{2})$/;

export function findPauses(context: PlanContext, facts: StripeFacts, customers: CustomerIndex): readonly PauseFact[] {
  const { workbook } = context;
  const marks = collectMarks(context, facts);
  const seen = new Map<string, SubscriptionFact>();
  for (const fact of distinctFacts(facts.subscriptions, ({ id }) => id)) seen.set(fact.id, fact);
  for (const fact of seen.values()) if (isPaused(fact.status)) marksOf(marks, fact.id);
  const pauses: PauseFact[] = [];
  for (const [subscriptionId, own] of [...marks].sort(([a], [b]) => compareText(a, b))) {
    const row = workbook.subscriptions.byId.get(subscriptionId);
    const fact = seen.get(subscriptionId);
    markState(context, own, fact, row);
    // Tonight's owner first: the subscription's row is brought in step only after the facts.
    const customerId =
      customers.idOf(fact?.stripeCustomer ?? null) ?? row?.customerId ?? customers.idOf(own.stripeCustomer);
    const spans = pauseSpans(own);
    for (const span of spans)
      pauses.push({ id: pauseId(subscriptionId, span.on), subscriptionId, customerId, ...span });
    // A row that an earlier start has overtaken ends with the pause it lies in.
    for (const on of own.rows) {
      const around = spans.find((span) => span.on < on && (span.until === null || on <= span.until));
      if (around !== undefined && !spans.some((span) => span.on === on))
        pauses.push({ id: pauseId(subscriptionId, on), subscriptionId, customerId, on, until: around.until });
    }
  }
  return pauses;
}

function collectMarks({ workbook }: PlanContext, facts: StripeFacts): Map<string, Marks> {
  const marks = new Map<string, Marks>();
  for (const row of [...workbook.facts.rows, ...workbook.facts.setAside.map(({ id, cells }) => ({ ...cells, id }))]) {
    // The id tells subscription and first day even when a person broke the cells.
    const [, subscriptionId, on] = PAUSE_ID.exec(row.id ?? '') ?? [];
    if (subscriptionId === undefined || on === undefined || !isDay(on)) continue;
    const own = marksOf(marks, subscriptionId);
    own.rows.add(on);
    own.starts.add(on);
    const until = (row as Partial<RowOf<'facts'>>).until ?? null;
    if (until !== null) own.ends.add(until);
  }
  for (const { kind, subject, on, stripeCustomer } of distinctFacts(facts.events, (event) => event.id)) {
    if (subject === null || (kind !== 'pause_started' && kind !== 'pause_ended')) continue;
    const own = marksOf(marks, subject);
    own.stripeCustomer = stripeCustomer ?? own.stripeCustomer;
    if (kind === 'pause_started') own.starts.add(on);
    else own.ends.add(on);
  }
  return marks;
}

function marksOf(marks: Map<string, Marks>, subscriptionId: string): Marks {
  let own = marks.get(subscriptionId);
  if (own === undefined) {
    own = { starts: new Set(), ends: new Set(), rows: new Set(), stripeCustomer: null };
    marks.set(subscriptionId, own);
  }
  return own;
}

/** Adds what tonight's state tells beyond the events. */
function markState(
  { clock }: PlanContext,
  own: Marks,
  fact: SubscriptionFact | undefined,
  row: RowOf<'subscriptions'> | undefined,
): void {
  const { today } = clock;
  if (fact?.status === 'unknown') return;
  if (fact !== undefined && isPaused(fact.status)) {
    if (openSpan(own) === undefined && !own.ends.has(today)) own.starts.add(today);
    return;
  }
  // Each turn closes the open span at or after its first day; a start that lay within it may open a later one.
  for (let open = openSpan(own); open !== undefined && open.on < today; open = openSpan(own)) {
    const end = endOf(open.on, today, fact, row);
    if (end === null) return;
    // An end mark on the first day closed the pause before this one and cannot close this one too.
    own.ends.add(own.ends.has(end) ? addDays(open.on, 1) : end);
  }
}

function openSpan(own: Marks) {
  return pauseSpans(own).find((span) => span.until === null);
}

/** When the pause that began `on` was over; null while nothing says that it is. */
function endOf(
  on: Day,
  today: Day,
  fact: SubscriptionFact | undefined,
  row: RowOf<'subscriptions'> | undefined,
): Day | null {
  if (isEnded(fact?.status ?? row?.status ?? 'unknown')) return laterOf(fact?.endedOn ?? row?.endedOn ?? today, on);
  const planned = row?.resumesOn ?? null;
  if (planned !== null && planned > on && planned <= today) return planned;
  return fact === undefined ? null : today;
}

function laterOf(a: Day, b: Day): Day {
  return compareText(a, b) < 0 ? b : a;
}

function pauseId(subscriptionId: string, on: Day): string {
  return `pause_${subscriptionId}_${on}`;
}
