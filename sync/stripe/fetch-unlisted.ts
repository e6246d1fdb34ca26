// Reads again, one by one, the few objects that no list of tonight held: a subscription that ended, an old invoice that was
// settled, an old dispute that was decided. How many is bounded; what is left over is said, and read on the next nights.
import { problem } from '#lib/kernel/problem.ts';
import { words } from '#sync/words.ts';
import type { CollectedFacts } from './collected-facts.ts';
import type { StripeClient } from './create-stripe-client.ts';
import type { EventPointer } from './decode-event.ts';
import { paymentIntentOf } from './decode-invoice.ts';
import type { KnownFacts } from './known-facts.ts';
import { listPages } from './list-pages.ts';
import { isMissing } from './stripe-failure.ts';

/** A night settles this many of a kind one by one; a shop of 5,000 subscriptions needs about five. */
const MAX_UNLISTED = 300;

export async function fetchUnlisted(
  { api }: StripeClient,
  known: KnownFacts,
  pointers: readonly EventPointer[],
  collected: CollectedFacts,
): Promise<void> {
  const pointedAt = (to: EventPointer['to']) => pointers.filter((pointer) => pointer.to === to).map(({ id }) => id);
  const { progress } = words.stripe;
  for (const id of pointedAt('deleted-customer')) collected.addDeletedCustomer(id);

  await readEach(
    missingFrom(collected.subscriptions, known.liveSubscriptionIds, pointedAt('subscription')),
    async (id) => collected.addSubscription(await api.subscriptions.retrieve(id, { expand: ['customer'] })),
    progress.subscriptions,
    collected,
  );
  await readEach(
    missingFrom(collected.invoices, known.openInvoiceIds, pointedAt('invoice')),
    async (id) => collected.addInvoice(await api.invoices.retrieve(id, { expand: ['payments'] })),
    progress.invoices,
    collected,
  );
  const refunds = missingFrom(collected.refunds, known.pendingRefundIds, pointedAt('refund'), pointedAt('credit_note'));
  await readEach(
    refunds,
    async (id) => {
      if (id.startsWith('cn_')) collected.addCreditNote(await api.creditNotes.retrieve(id));
      else collected.addRefund(await api.refunds.retrieve(id));
    },
    progress.refunds,
    collected,
  );
  await readEach(
    missingFrom(collected.disputes, known.openDisputeIds, pointedAt('dispute')),
    async (id) => collected.addDispute(await api.disputes.retrieve(id)),
    progress.disputes,
    collected,
  );
  await readEach(
    [...collected.invoicesWithMorePayments].sort(),
    async (invoice) => {
      const intents: string[] = [];
      const fetchPage = (cursor: object) => api.invoicePayments.list({ invoice, limit: 100, ...cursor });
      await listPages(fetchPage, (payments) => intents.push(...payments.flatMap(paymentIntentOf)), {
        what: 'invoice_payments',
        maxPages: 100,
      });
      collected.addPaymentIntents(invoice, intents);
    },
    progress.invoices,
    collected,
  );
}

function missingFrom(listed: ReadonlyMap<string, unknown>, ...wanted: (readonly string[])[]): readonly string[] {
  return [...new Set(wanted.flat())].filter((id) => !listed.has(id)).sort();
}

/** An object that Stripe does not know (a test account was emptied) stays missing: the reconciliation tells. */
async function readEach(
  ids: readonly string[],
  read: (id: string) => Promise<void>,
  what: string,
  collected: CollectedFacts,
): Promise<void> {
  for (const id of ids.slice(0, MAX_UNLISTED)) {
    try {
      await read(id);
    } catch (error) {
      if (!isMissing(error)) throw error;
    }
  }
  if (ids.length > MAX_UNLISTED) {
    collected.report(problem('stripeTooMany', { what, count: ids.length, limit: MAX_UNLISTED }));
  }
}
