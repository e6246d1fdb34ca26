// Reads the Checkout sessions of the window, with their line items; one more call only for a session that has many. A key
// without the right for it loses these orders, not the night: the Problem names the permission.
import type { CheckoutFact } from '#lib/billing/stripe-facts.ts';
import type { Clock } from '#lib/kernel/clock.ts';
import { problem } from '#lib/kernel/problem.ts';
import type { CollectedFacts } from './collected-facts.ts';
import type { StripeClient } from './create-stripe-client.ts';
import { decodeCheckout, withAllItems } from './decode-checkout.ts';
import { listPages, type Page } from './list-pages.ts';
import { missingPermission } from './stripe-failure.ts';

const MAX_PAGES = 5000;
const MAX_ITEM_PAGES = 10;

/** @param created Stripe's filter; none reads everything. @param onProgress told how many sessions were read so far. */
export async function fetchCheckouts(
  { api }: StripeClient,
  clock: Clock,
  created: { readonly created?: { readonly gte: number } },
  collected: Pick<CollectedFacts, 'addCheckout' | 'report'>,
  onProgress: (count: number) => void,
): Promise<void> {
  const long: CheckoutFact[] = [];
  let count = 0;
  const visit = (objects: Page['data']) => {
    for (const object of objects) {
      const decoded = decodeCheckout(object, clock);
      if (!decoded.ok) collected.report(decoded.problem);
      else if (decoded.fact.checkout !== null) {
        if (decoded.fact.hasMoreItems) long.push(decoded.fact.checkout);
        else collected.addCheckout(decoded.fact.checkout);
      }
    }
    count += objects.length;
    onProgress(count);
  };
  const list = { status: 'complete', limit: 100, expand: ['data.line_items'], ...created };
  const options = { what: 'checkout sessions', maxPages: MAX_PAGES };
  try {
    await listPages((cursor) => api.checkout.sessions.list({ ...list, ...cursor }), visit, options);
  } catch (error) {
    const permission = missingPermission(error);
    if (permission === null) throw error;
    collected.report(problem('stripeCheckoutForbidden', { permission }));
    return;
  }
  for (const checkout of long) await addWithAllItems({ api }, checkout, collected);
}

async function addWithAllItems(
  { api }: Pick<StripeClient, 'api'>,
  checkout: CheckoutFact,
  { addCheckout, report }: Pick<CollectedFacts, 'addCheckout' | 'report'>,
): Promise<void> {
  const items: unknown[] = [];
  await listPages(
    (cursor) => api.checkout.sessions.listLineItems(checkout.id, { limit: 100, ...cursor }),
    (objects) => void items.push(...objects),
    { what: 'line items', maxPages: MAX_ITEM_PAGES },
  );
  const decoded = withAllItems(checkout, items);
  if (decoded.ok) addCheckout(decoded.fact);
  else report(decoded.problem);
}
