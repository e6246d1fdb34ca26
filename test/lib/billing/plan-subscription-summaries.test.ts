// Clients › Abonnement says the best of a person's subscriptions.
import { expect, test } from 'vitest';
import { planSubscriptionSummaries } from '#lib/billing/plan-subscription-summaries.ts';
import type { SubscriptionStatus } from '#lib/billing/subscription-state.ts';
import { applyChanges } from '#lib/changes/apply.ts';
import { fr } from '#lib/text/fr.ts';
import { contextOn } from '../../support/billing-night.ts';
import { raw, workbookOf } from '../../support/workbook-of.ts';

const row = (id: string, status: SubscriptionStatus) =>
  ({ id, customerId: 'CLI-000001', status, startedOn: '2026-01-05' }) as const;

test.each<[SubscriptionStatus[], string | null]>([
  [[], 'none'],
  [['active'], 'active'],
  [['canceled', 'active'], 'active'],
  [['canceled', 'trialing'], 'trialing'],
  [['past_due', 'paused'], 'past_due'],
  [['collection_paused'], 'paused'],
  [['paused', 'unpaid'], 'paused'],
  [['unpaid', 'canceled'], 'unpaid'],
  [['incomplete', 'canceled'], 'incomplete'],
  [['canceled', 'incomplete_expired'], 'canceled'],
  [['incomplete_expired'], 'none'],
  [['unknown', 'canceled'], null],
  [['unknown', 'active'], 'active'],
])('%j is %s', (statuses, summary) => {
  const before = workbookOf({
    customers: [{ id: 'CLI-000001', subscription: 'unpaid' }],
    subscriptions: statuses.map((status, index) => row(`sub_${index}`, status)),
  });
  const after = applyChanges(before, planSubscriptionSummaries(contextOn(before, '2026-11-22')).changes, fr);
  expect(after.customers.rows[0]?.subscription).toBe(summary);
});

test('a subscription row set aside leaves the summary as it stands', () => {
  const before = workbookOf({
    customers: [{ id: 'CLI-000001', subscription: 'active' }],
    subscriptions: [row('sub_1', 'canceled'), { ...row('sub_2', 'active'), startedOn: raw('hier') }],
  });
  expect(planSubscriptionSummaries(contextOn(before, '2026-11-22')).changes).toEqual([]);
});
