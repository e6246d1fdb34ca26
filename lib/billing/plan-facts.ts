// What Stripe forgets within a month (portal visits, failed payments, pauses) becomes rows of Faits, once each. It runs
// after the customers and before the subscriptions, whose rows still tell until when a pause was to last.
import type { ChangeSet } from '#lib/changes/change-set.ts';
import { createDraft } from '#lib/changes/draft.ts';
import type { PlanContext } from '#lib/changes/plan-context.ts';
import { canRun } from './can-run.ts';
import { type CustomerIndex, indexCustomers } from './customer-index.ts';
import { distinctFacts } from './distinct-facts.ts';
import { findPauses } from './find-pauses.ts';
import { createMirror, type Mirror } from './mirror-rows.ts';
import type { EventFact, StripeFacts } from './stripe-facts.ts';

type FactsMirror = Mirror<PlanContext['workbook']['facts']['table']>;

/** Ids: the event's own for a visit or a failure; `pause_<subscription>_<first day>` for a pause. */
export function planFacts(context: PlanContext, facts: StripeFacts): ChangeSet {
  const { workbook, words } = context;
  const draft = createDraft(workbook, words);
  if (!canRun(context, draft, 'facts', ['customers', 'facts', 'subscriptions'])) return draft.changeSet();
  const customers = indexCustomers(workbook);
  const mirror = createMirror(context, draft, workbook.facts, ['kind', 'subject', 'on']);
  for (const event of distinctFacts(facts.events, ({ id }) => id)) {
    if (event.kind === 'portal_visit' || event.kind === 'payment_failed')
      keepEvent(mirror, customers, event, event.kind);
  }
  for (const { id, subscriptionId, customerId, on, until } of findPauses(context, facts, customers)) {
    const known = mirror.cellsOf(id);
    const cells = {
      id,
      kind: 'pause' as const,
      subject: subscriptionId,
      on,
      customerId: customerId ?? known?.customerId ?? null,
    };
    // An end that a person typed over is theirs to put right: the right day is known to nobody any more.
    mirror.put(until === null || endIsWritten(context, id) ? cells : { ...cells, until });
  }
  return draft.changeSet();
}

function keepEvent(
  mirror: FactsMirror,
  customers: CustomerIndex,
  { id, stripeCustomer, subject, on }: EventFact,
  kind: 'portal_visit' | 'payment_failed',
): void {
  const customerId = customers.idOf(stripeCustomer) ?? mirror.cellsOf(id)?.customerId ?? null;
  mirror.put({ id, kind, customerId, subject, on });
}

function endIsWritten({ workbook }: PlanContext, id: string): boolean {
  const { facts } = workbook;
  const rowIndex = facts.byId.get(id)?.rowIndex ?? facts.setAside.find((row) => row.id === id)?.rowIndex;
  return rowIndex !== undefined && (facts.rawOf(rowIndex).until ?? null) !== null;
}
