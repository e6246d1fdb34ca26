// What Stripe says and this program cannot take over: a state it does not know, another currency than the euro. Each is
// told with Stripe's own word; the row is mirrored all the same.
import type { Draft } from '#lib/changes/draft.ts';
import { problem } from '#lib/kernel/problem.ts';
import { EURO } from './plan-index.ts';

interface StripeObject {
  readonly id: string;
  readonly status: string;
  readonly stripeStatus: string;
  readonly currency: string;
}

export function reportOddities(draft: Draft, fact: StripeObject): void {
  const { id: object } = fact;
  if (fact.status === 'unknown') draft.report(problem('stripeValueUnknown', { object, value: fact.stripeStatus }));
  if (fact.currency !== EURO)
    draft.report(problem('currencyNotEuro', { object, currency: fact.currency.toUpperCase() }));
}
