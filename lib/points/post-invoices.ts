// Invoices → entries: only the difference between what an invoice is worth and what stands in the ledger for it, so a
// fact seen twice, late or in another order posts nothing twice. An invoice's earning is its first entry, at the full
// payment; what was given back is a clawback, what came back a restitution.
import { by } from '#lib/kernel/compare.ts';
import type { Day } from '#lib/kernel/day.ts';
import { numberOfId } from '#lib/kernel/ids.ts';
import type { RowOf } from '#lib/tables/tables.ts';
import { lotExpiryDay, type Pause } from './lot-life.ts';
import {
  type EntryFacts,
  oldestExpiryFirst,
  type PointAccount,
  type PointLot,
  post,
  postNewLot,
  spendableLots,
} from './point-account.ts';
import { type PointsDue, pointsDue } from './points-due.ts';
import type { LedgerIndex, LedgerRow } from './read-lots.ts';

type Invoice = RowOf<'invoices'>;

export interface PostingContext {
  readonly today: Day;
  readonly lifetimeMonths: number;
  /** Merged pauses of this customer. */
  readonly pauses: readonly Pause[];
}

export interface Refusal {
  readonly invoice: Invoice;
  readonly why: Extract<PointsDue, { known: false }>['why'] | 'other-customer';
  /** Of 'other-customer': who holds the points. */
  readonly other: string | null;
}

/** Posts what is due for one customer's invoices; gains before debits, so that a debit finds all there is. */
export function postInvoices(
  account: PointAccount,
  invoices: readonly Invoice[],
  planOf: (planId: string | null) => RowOf<'plans'> | undefined,
  ledgerBySource: LedgerIndex,
  context: PostingContext,
): readonly Refusal[] {
  const refusals: Refusal[] = [];
  const debits: { readonly invoice: Invoice; readonly points: number }[] = [];
  const lotBySource = new Map(account.lots.map((lot) => [lot.source, lot]));
  for (const invoice of invoices.slice().sort(byPayment)) {
    const rows = (ledgerBySource.get(invoice.id) ?? []).filter(isOfInvoice);
    const foreign = rows.find((row) => row.customerId !== account.customerId);
    if (foreign !== undefined) {
      refusals.push({ invoice, why: 'other-customer', other: foreign.customerId });
      continue;
    }
    let posted = 0;
    let earned = 0;
    for (const { kind, points } of rows) {
      posted += points;
      if (kind === 'earn') earned += points;
    }
    const due = pointsDue(invoice, planOf(invoice.planId), earned);
    if (!due.known) {
      refusals.push({ invoice, why: due.why, other: null });
      continue;
    }
    let difference = due.points - posted;
    if (difference > 0 && earned === 0 && due.gross > 0) {
      postEarning(account, invoice, due.gross, lotBySource, context);
      difference -= due.gross;
    }
    if (difference > 0) postRestitution(account, invoice.id, difference, rows, lotBySource, context.today);
    if (difference < 0) debits.push({ invoice, points: -difference });
  }
  for (const { invoice, points } of debits) {
    postClawback(account, invoice.id, points, lotBySource.get(invoice.id), context.today);
  }
  return refusals;
}

const byPayment = by<Invoice>(
  (invoice) => invoice.paidOn,
  (invoice) => invoice.id,
);

function isOfInvoice({ kind }: LedgerRow): boolean {
  return kind === 'earn' || kind === 'clawback' || kind === 'restore';
}

function postEarning(
  account: PointAccount,
  invoice: Invoice,
  points: number,
  lotBySource: Map<string | null, PointLot>,
  { today, lifetimeMonths, pauses }: PostingContext,
): void {
  const on = invoice.paidOn ?? today;
  const facts = factsOf('earn', invoice.id, on);
  const own = lotBySource.get(invoice.id);
  // A lot without its earning: a person deleted the entry; the lot takes the points back.
  if (own !== undefined) post(account, facts, points, own);
  else lotBySource.set(invoice.id, postNewLot(account, facts, points, lotExpiryDay(on, lifetimeMonths, pauses)));
}

/**
 * Takes points back: from the invoice's own lot, then from the other live lots, oldest expiry first, then as debt. Points
 * of the own lot that expired unspent are already lost: their expiry is taken back for the clawback to take them
 * instead, or the customer would lose them twice.
 */
function postClawback(
  account: PointAccount,
  invoiceId: string,
  points: number,
  own: PointLot | undefined,
  today: Day,
): void {
  const facts = factsOf('clawback', invoiceId, today);
  let left = points;
  if (own !== undefined) {
    const fromExpired = Math.min(Math.max(0, left - own.remaining), Math.max(0, own.expired));
    post(account, { ...facts, kind: 'expire' }, fromExpired, own);
    const fromOwn = Math.min(left, own.remaining);
    post(account, facts, -fromOwn, own);
    left -= fromOwn;
  }
  for (const lot of spendableLots(account, today)) {
    const taken = Math.min(left, lot.remaining);
    post(account, facts, -taken, lot);
    left -= taken;
  }
  post(account, facts, -left, null);
}

/**
 * Gives back what clawbacks of the invoice took, where they took it, last taken first: debt, other lots, own lot. So a
 * dispute won leaves the lots as if it had never been opened. A lot that has meanwhile passed its day expires again.
 */
function postRestitution(
  account: PointAccount,
  invoiceId: string,
  points: number,
  rows: readonly LedgerRow[],
  lotBySource: ReadonlyMap<string | null, PointLot>,
  today: Day,
): void {
  const facts = factsOf('restore', invoiceId, today);
  const lotById = new Map(account.lots.map((lot) => [lot.id, lot]));
  let left = points;
  for (const taken of outstandingClawbacks(rows).reverse()) {
    const share = Math.min(left, taken.points);
    left -= share;
    const lot = taken.lotId === null ? null : (lotById.get(taken.lotId) ?? null);
    post(account, facts, share, lot);
    if (lot === null) giveSettledBack(account, share, today);
  }
  post(account, facts, left, lotBySource.get(invoiceId) ?? null);
}

/**
 * What was taken for the invoice and not given back, in the order of taking. The sign counts, not the kind: a correction
 * typed by hand takes or gives back as well.
 */
function outstandingClawbacks(rows: readonly LedgerRow[]): { readonly lotId: string | null; points: number }[] {
  const order = by<LedgerRow>(
    (row) => numberOfId('PTS', row.id),
    (row) => row.id,
  );
  const taken: { readonly lotId: string | null; points: number }[] = [];
  for (const { kind, points, lotId } of rows.slice().sort(order)) {
    if (kind === 'earn') continue;
    if (points < 0) taken.push({ lotId, points: -points });
    let back = Math.max(0, points);
    for (let last = taken[taken.length - 1]; back > 0 && last !== undefined; last = taken[taken.length - 1]) {
      const share = Math.min(back, last.points);
      last.points -= share;
      back -= share;
      if (last.points === 0) taken.pop();
    }
  }
  return taken;
}

/** A debt that turns out not to be one was settled by lots: they get their points back, the latest expiry first. */
function giveSettledBack(account: PointAccount, points: number, today: Day): void {
  const facts = factsOf('settle', null, today);
  let left = Math.min(points, account.withoutLot);
  const givers = account.lots.filter((lot) => lot.settled > 0).sort(oldestExpiryFirst);
  for (const lot of givers.reverse()) {
    if (left <= 0) return;
    const share = Math.min(left, lot.settled);
    post(account, facts, share, lot);
    post(account, facts, -share, null);
    left -= share;
  }
}

function factsOf(kind: EntryFacts['kind'], source: string | null, on: Day): EntryFacts {
  return { kind, source, on, reason: null, actionId: null };
}
