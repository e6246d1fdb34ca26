// Queued requests, carried out before the mirror is read, so that the mirror shows what they did. Each subscription is read
// on its own first; a call to Stripe carries the request's id, as idempotency key and in the subscription's metadata, so a night
// killed after the call and before its record recognises what it did.
import { type DecidedRequest, decideRequests } from '#lib/billing/decide-request.ts';
import {
  planRequestResults,
  type RequestResult,
  requestResult,
  type StripeAnswer,
} from '#lib/billing/plan-request-results.ts';
import type { StripeFacts } from '#lib/billing/stripe-facts.ts';
import { applyChanges } from '#lib/changes/apply.ts';
import type { PlanContext } from '#lib/changes/plan-context.ts';
import { instantFromMs } from '#lib/kernel/day.ts';
import type { NightDeps } from '#sync/run-night.ts';
import { createCollectedFacts } from '#sync/stripe/collected-facts.ts';
import { performRequest } from '#sync/stripe/perform-request.ts';
import { isMissing, withStripeFailures } from '#sync/stripe/stripe-failure.ts';

/** Several requests for one subscription are done one after the other, each on the state the one before left. */
const ROUNDS = 10;

/** In a dry run: what would be done, and nothing is asked of Stripe but reads. */
export async function carryOutRequests(deps: NightDeps, start: PlanContext): Promise<readonly RequestResult[]> {
  const results: RequestResult[] = [];
  const waiting = new Set<string>();
  let context = start;
  for (let round = 1; round <= ROUNDS; round += 1) {
    const queued = context.workbook.requests.rows.filter(
      (row) => row.status === 'queued' && !waiting.has(row.subscriptionId),
    );
    if (queued.length === 0) break;
    deps.progress({ step: 'requests', done: results.length, total: results.length + queued.length });
    const facts = await fetchSubscriptions(
      deps,
      queued.map((row) => row.subscriptionId),
    );
    const decided = decideRequests(context, facts).filter(({ request }) => !waiting.has(request.subscriptionId));
    const done: RequestResult[] = [];
    for (const each of decided) {
      const result = requestResult(each, await answerTo(deps, each), context.words);
      done.push(result);
      // What stays queued (its day has not come, or nobody answered) holds up whatever else is asked of the subscription.
      if (result.status === 'queued') waiting.add(each.request.subscriptionId);
    }
    results.push(...done);
    // The next request for the same subscription is decided as if this one's row were written already.
    const written = planRequestResults(context, done);
    context = { ...context, workbook: applyChanges(context.workbook, written.changes, context.words) };
    if (deps.dryRun) break;
  }
  return results;
}

async function fetchSubscriptions({ stripe, clock }: NightDeps, ids: readonly string[]): Promise<StripeFacts> {
  const collected = createCollectedFacts((seconds) => clock.dayOf(instantFromMs(seconds * 1000)));
  await withStripeFailures(async () => {
    for (const id of [...new Set(ids)].sort()) {
      try {
        collected.addSubscription(
          await stripe.api.subscriptions.retrieve(id, { expand: ['customer', 'latest_invoice'] }),
        );
      } catch (error) {
        // A subscription that Stripe does not know is refused by the decision, with its cure.
        if (!isMissing(error)) throw error;
      }
    }
  });
  return collected.result(null).facts;
}

/** null: a dry run asks for nothing, and shows the request as if it had been accepted. */
async function answerTo(
  { stripe, clock, dryRun }: NightDeps,
  { request, decision }: DecidedRequest,
): Promise<StripeAnswer | null> {
  if (decision.kind !== 'do') return null;
  if (dryRun) return { kind: 'accepted' };
  return await performRequest(stripe, decision.call, request.id, clock);
}
