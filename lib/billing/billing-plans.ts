// The order in which a night plans its billing: each plan sees what the plans before it wrote. Facts come before the
// subscriptions (whose rows still tell until when a pause was to last), money back after refunds and disputes; points and
// requests are planned after these, the reconciliation last of all.
import type { ChangeSet } from '#lib/changes/change-set.ts';
import type { PlanContext } from '#lib/changes/plan-context.ts';
import type { BillingStep } from './can-run.ts';
import { planFacts } from './plan-facts.ts';
import { planFailedPayments } from './plan-failed-payments.ts';
import { planMirrorCustomers } from './plan-mirror-customers.ts';
import { planMirrorDisputes } from './plan-mirror-disputes.ts';
import { planMirrorInvoices } from './plan-mirror-invoices.ts';
import { planMirrorRefunds } from './plan-mirror-refunds.ts';
import { planMirrorSubscriptions } from './plan-mirror-subscriptions.ts';
import { planMoneyBack } from './plan-money-back.ts';
import { planSubscriptionSummaries } from './plan-subscription-summaries.ts';
import type { StripeFacts } from './stripe-facts.ts';

export interface BillingPlan {
  readonly key: BillingStep;
  readonly plan: (context: PlanContext, facts: StripeFacts) => ChangeSet;
}

export const billingPlans: readonly BillingPlan[] = [
  { key: 'mirrorCustomers', plan: planMirrorCustomers },
  { key: 'facts', plan: planFacts },
  { key: 'mirrorSubscriptions', plan: planMirrorSubscriptions },
  { key: 'subscriptionSummaries', plan: planSubscriptionSummaries },
  { key: 'mirrorInvoices', plan: planMirrorInvoices },
  { key: 'mirrorRefunds', plan: planMirrorRefunds },
  { key: 'mirrorDisputes', plan: planMirrorDisputes },
  { key: 'moneyBack', plan: planMoneyBack },
  { key: 'failedPayments', plan: planFailedPayments },
];
