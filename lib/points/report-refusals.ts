// Paid invoices whose points could not be counted: one Problem each, or one a plan when the plan is at fault (a damaged
// plan row would otherwise fill the report with thousands of its invoices).
import type { Draft } from '#lib/changes/draft.ts';
import { assertNever } from '#lib/kernel/assert.ts';
import { by } from '#lib/kernel/compare.ts';
import { problem } from '#lib/kernel/problem.ts';
import { cellName } from '#lib/tables/definition/grid.ts';
import type { RowOf, WorkbookState } from '#lib/tables/tables.ts';
import type { Refusal } from './post-invoices.ts';

type Invoice = RowOf<'invoices'>;

/** @param invoices by customer; those of customers that Clients does not have are reported here, unless the ledger was. */
export function reportRefusals(
  draft: Draft,
  workbook: WorkbookState,
  refusals: readonly Refusal[],
  invoices: ReadonlyMap<string, readonly Invoice[]>,
): void {
  const plansReported = new Set<string>();
  for (const { invoice, why, other } of refusals.slice().sort(by((refusal) => refusal.invoice.id))) {
    const plan = invoice.planId ?? '';
    const ofPlan = why === 'plan-unknown' || why === 'plan-price';
    if (ofPlan && plansReported.has(plan)) continue;
    if (ofPlan) plansReported.add(plan);
    draft.report(...problemsOf(workbook, { invoice, why, other }));
  }
  reportStrangers(draft, workbook, invoices);
}

function problemsOf(workbook: WorkbookState, { invoice, why, other }: Refusal) {
  const at = (name: string) => placeOf(workbook, invoice, name);
  switch (why) {
    case 'status':
      return []; // The mirror reports the state it does not know; what stands for the invoice stays.
    case 'paid-day':
      return [problem('pointsPaidDayMissing', {}, at('paidOn'))];
    case 'plan-missing':
      return [problem('pointsPlanMissing', {}, at('planId'))];
    case 'plan-unknown':
      return [problem('pointsPlanUnknown', { plan: invoice.planId ?? '' }, at('planId'))];
    case 'plan-price':
      return [problem('pointsPlanWithoutPrice', { plan: invoice.planId ?? '' }, at('planId'))];
    case 'other-customer': {
      const params = { customer: invoice.customerId, other: other ?? '' };
      return [problem('pointsInvoiceOfAnother', params, at('customerId'))];
    }
    default:
      return assertNever(why);
  }
}

function reportStrangers(
  draft: Draft,
  workbook: WorkbookState,
  invoices: ReadonlyMap<string, readonly Invoice[]>,
): void {
  const { customers, points } = workbook;
  const setAside = new Set(customers.setAside.map((row) => row.id));
  const strangers = [...invoices].filter(([customer]) => !customers.byId.has(customer) && !setAside.has(customer));
  for (const [customer, own] of strangers.sort(by(([id]) => id))) {
    const first = own.slice().sort(by((invoice) => invoice.id))[0];
    if (first === undefined || points.rows.some((row) => row.customerId === customer)) continue;
    draft.report(problem('pointsCustomerUnknown', { customer }, placeOf(workbook, first, 'customerId')));
  }
}

function placeOf({ invoices }: WorkbookState, invoice: Invoice, name: string) {
  const cell = cellName(invoice.rowIndex, invoices.columnIndexOf.get(name) ?? 0);
  return { tab: invoices.title, cell, id: invoice.id };
}
