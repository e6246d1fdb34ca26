// Reads what Stripe knows tonight with as few calls as a list of 100 allows: whole pages of what lives and of what is
// recent, then one by one only the few objects that no list held. It reads, and changes nothing.
//
// Calls of a night with 5,000 live subscriptions (4,000 monthly, 1,000 yearly): subscriptions 50; the 6,044 invoices of 45
// days 61; events 4; open invoices, refunds, credit notes, disputes and customers 1 each; what ended since last night, one
// by one, about 5. 125 in all; 116 counted against the local Stripe, where fewer end.
import type { StripeFacts } from '#lib/billing/stripe-facts.ts';
import type { Clock } from '#lib/kernel/clock.ts';
import { instantFromMs, msFromInstant } from '#lib/kernel/day.ts';
import type { Problem } from '#lib/kernel/problem.ts';
import { type CollectedFacts, createCollectedFacts } from './collected-facts.ts';
import type { StripeClient } from './create-stripe-client.ts';
import { fetchCheckouts } from './fetch-checkouts.ts';
import { fetchEvents } from './fetch-events.ts';
import { fetchUnlisted } from './fetch-unlisted.ts';
import type { KnownFacts } from './known-facts.ts';
import { listPages, type Page } from './list-pages.ts';
import { withStripeFailures } from './stripe-failure.ts';

export type FactKind = 'events' | 'subscriptions' | 'invoices' | 'refunds' | 'disputes' | 'customers' | 'checkouts';

export interface FetchedFacts {
  readonly facts: StripeFacts;
  /** Objects that could not be read. */
  readonly problems: readonly Problem[];
}

/** @param onProgress told after each page how many objects of a kind were read so far. */
export async function fetchStripeFacts(
  client: StripeClient,
  known: KnownFacts,
  clock: Clock,
  onProgress: (kind: FactKind, count: number) => void = () => {},
): Promise<FetchedFacts> {
  const collected = createCollectedFacts((seconds) => clock.dayOf(instantFromMs(seconds * 1000)));
  return await withStripeFailures(async () => {
    // Events first: what changes while the lists are read has its event after the cursor, and is looked at tomorrow.
    const cursor = known.fullHistory ? null : known.lastEventId;
    const { pointers, lastEventId } = await fetchEvents(client, collected, cursor, clock);
    onProgress('events', pointers.length);
    await fetchLists(client, known, clock, collected, onProgress);
    await fetchCheckouts(client, clock, createdWithin(known.windowDays, known, clock), collected, (count) =>
      onProgress('checkouts', count),
    );
    await fetchUnlisted(client, known, pointers, collected);
    return collected.result(lastEventId ?? known.lastEventId);
  });
}

const MAX_PAGES = 5000;

async function fetchLists(
  { api }: StripeClient,
  known: KnownFacts,
  clock: Clock,
  collected: CollectedFacts,
  onProgress: (kind: FactKind, count: number) => void,
): Promise<void> {
  const nowSeconds = secondsOf(clock);
  const recent = createdWithin(known.windowDays, known, clock);
  const read = async (kind: FactKind, fetchPage: (page: object) => Promise<Page>, add: (object: unknown) => void) => {
    let count = 0;
    const visit = (objects: Page['data']) => {
      for (const object of objects) add(object);
      count += objects.length;
      onProgress(kind, count);
    };
    await listPages((cursor) => fetchPage({ limit: 100, ...cursor }), visit, { what: kind, maxPages: MAX_PAGES });
  };
  const { addSubscription, addInvoice, addRefund, addCreditNote, addDispute, addCustomer } = collected;

  // Customers come before subscriptions: a deleted one is told by the subscription that still names it.
  await read(
    'customers',
    (page) => api.customers.list({ ...createdWithin(known.recentDays, known, clock), ...page }),
    addCustomer,
  );
  const withParts = { expand: ['data.customer', 'data.latest_invoice.payments', 'data.schedule'] };
  if (known.fullHistory) {
    const ended = { status: 'canceled', expand: ['data.customer'] };
    await read('subscriptions', (page) => api.subscriptions.list({ ...ended, ...page }), addSubscription);
  }
  await read('subscriptions', (page) => api.subscriptions.list({ ...withParts, ...page }), addSubscription);

  const withPayments = { expand: ['data.payments'] };
  await read('invoices', (page) => api.invoices.list({ ...withPayments, ...recent, ...page }), addInvoice);
  if (!known.fullHistory) {
    const open = { ...withPayments, status: 'open', created: { lt: recent.created?.gte ?? nowSeconds } };
    await read('invoices', (page) => api.invoices.list({ ...open, ...page }), addInvoice);
  }
  await read('refunds', (page) => api.refunds.list({ ...recent, ...page }), addRefund);
  await read('refunds', (page) => api.creditNotes.list({ ...recent, ...page }), addCreditNote);
  await read('disputes', (page) => api.disputes.list({ ...recent, ...page }), addDispute);
}

/** Stripe's filter for objects of the last days; none when everything is to be read. */
function createdWithin(days: number, { fullHistory }: KnownFacts, clock: Clock): { created?: { gte: number } } {
  return fullHistory ? {} : { created: { gte: secondsOf(clock) - days * 86_400 } };
}

function secondsOf(clock: Clock): number {
  return Math.floor(msFromInstant(clock.now) / 1000);
}
