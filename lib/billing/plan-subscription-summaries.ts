// Clients › Abonnement: the best state among a person's subscriptions, so that nobody has to look it up.
import type { ChangeSet } from '#lib/changes/change-set.ts';
import { createDraft } from '#lib/changes/draft.ts';
import type { PlanContext } from '#lib/changes/plan-context.ts';
import { canRun } from './can-run.ts';
import { type SubscriptionStatus, summaryOf } from './subscription-state.ts';

const NONE: ReadonlySet<SubscriptionStatus> = new Set();

/** A subscription row set aside leaves its customer's summary as it stands: half the truth is none. */
export function planSubscriptionSummaries(context: PlanContext): ChangeSet {
  const { customers, subscriptions } = context.workbook;
  const draft = createDraft(context.workbook, context.words);
  if (!canRun(context, draft, 'subscriptionSummaries', ['customers', 'subscriptions'])) return draft.changeSet();
  const statusesByCustomer = new Map<string, Set<SubscriptionStatus>>();
  for (const { customerId, status } of subscriptions.rows) {
    const statuses = statusesByCustomer.get(customerId);
    if (statuses === undefined) statusesByCustomer.set(customerId, new Set([status]));
    else statuses.add(status);
  }
  const frozen = new Set(subscriptions.setAside.map((row) => row.cells.customerId));
  for (const row of customers.rows) {
    if (frozen.has(row.id)) continue;
    const subscription = summaryOf(statusesByCustomer.get(row.id) ?? NONE);
    if (subscription === null || row.subscription !== subscription) draft.update(customers, row, { subscription });
  }
  return draft.changeSet();
}
