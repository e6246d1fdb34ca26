// The night's points: earn, take back, give back, expire, settle, for every customer, from the invoices and pauses in the
// workbook. It reads no Stripe fact and changes no entry that stands: planned again on its own result, it plans nothing.
import type { ChangeSet } from '#lib/changes/change-set.ts';
import { createDraft, type Draft } from '#lib/changes/draft.ts';
import type { PlanContext } from '#lib/changes/plan-context.ts';
import { by } from '#lib/kernel/compare.ts';
import { problem } from '#lib/kernel/problem.ts';
import { cellName } from '#lib/tables/definition/grid.ts';
import type { RowOf, WorkbookState } from '#lib/tables/tables.ts';
import { mergePauses, type Pause } from './lot-life.ts';
import { settleDebt } from './point-account.ts';
import { postMissingLots, postOverdrawnLots } from './post-completion.ts';
import { postExpiry } from './post-expiry.ts';
import { type PostingContext, postInvoices } from './post-invoices.ts';
import { readAccounts } from './read-accounts.ts';
import { reportRefusals } from './report-refusals.ts';
import { unusableTabs } from './unusable-tabs.ts';
import { writeAccount } from './write-account.ts';

type Invoice = RowOf<'invoices'>;

const TABS = ['customers', 'plans', 'invoices', 'points', 'pointLots', 'facts'] as const;

export function planPoints(context: PlanContext): ChangeSet {
  const { workbook, words, settings } = context;
  const { today } = context.clock;
  const draft = createDraft(workbook, words);
  const unusable = unusableTabs(workbook, TABS, words);
  if (unusable.length > 0) {
    draft.report(...unusable);
    return draft.changeSet();
  }
  const lifetimeMonths = settings['points.lifetimeMonths'];
  const pauses = readPauses(workbook, context, draft);
  const pausesOf = (customerId: string) => pauses.get(customerId) ?? [];
  const accounts = readAccounts(workbook, lifetimeMonths, pausesOf);
  draft.report(...accounts.problems);
  const invoices = invoicesByCustomer(workbook);
  const planOf = (planId: string | null) => (planId === null ? undefined : workbook.plans.byId.get(planId));
  const refusals = [];
  for (const [customerId, account] of accounts.byCustomer) {
    const customer = workbook.customers.byId.get(customerId);
    if (customer === undefined) continue;
    const posting: PostingContext = { today, lifetimeMonths, pauses: pausesOf(customerId) };
    postOverdrawnLots(account, today, words);
    const own = invoices.get(customerId) ?? [];
    refusals.push(...postInvoices(account, own, planOf, accounts.ledgerBySource, posting));
    postMissingLots(account, accounts.ledgerByCustomer.get(customerId) ?? [], posting, words);
    postExpiry(account, today);
    settleDebt(account, today);
    writeAccount(draft, workbook, account, customer, today);
  }
  reportRefusals(draft, workbook, refusals, invoices);
  return draft.changeSet();
}

function invoicesByCustomer({ invoices }: WorkbookState): ReadonlyMap<string, readonly Invoice[]> {
  const index = new Map<string, Invoice[]>();
  for (const invoice of invoices.rows) {
    const list = index.get(invoice.customerId);
    if (list === undefined) index.set(invoice.customerId, [invoice]);
    else list.push(invoice);
  }
  return index;
}

/** The merged pauses of each customer, from Faits. */
function readPauses(
  { facts }: WorkbookState,
  { clock, words }: PlanContext,
  draft: Draft,
): ReadonlyMap<string, readonly Pause[]> {
  const found = new Map<string, RowOf<'facts'>[]>();
  const pauses = facts.rows.filter((row) => row.kind === 'pause').sort(by((row) => row.id));
  for (const row of pauses) {
    const { id, customerId, on, until } = row;
    const at = (name: string) => ({
      tab: facts.title,
      cell: cellName(row.rowIndex, facts.columnIndexOf.get(name) ?? 0),
      id,
    });
    if (until !== null && until < on) {
      const params = { on: words.formatDay(on), until: words.formatDay(until) };
      draft.report(problem('pausePeriodInverted', params, at('until')));
    }
    if (customerId === null) draft.report(problem('pauseWithoutCustomer', {}, at('customerId')));
    else found.set(customerId, [...(found.get(customerId) ?? []), row]);
  }
  return new Map([...found].map(([customerId, rows]) => [customerId, mergePauses(rows, clock.today)]));
}
