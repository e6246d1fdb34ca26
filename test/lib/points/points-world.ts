// Test support for the laws of points: invented customers whose invoices, refunds, disputes and pauses become known night
// by night, and the invariants that hold after any of them.
import fc from 'fast-check';
import { applyChanges } from '#lib/changes/apply.ts';
import { createDraft } from '#lib/changes/draft.ts';
import { addDays, type Day } from '#lib/kernel/day.ts';
import { planSpend } from '#lib/points/plan-spend.ts';
import { pointsDue } from '#lib/points/points-due.ts';
import type { WorkbookState } from '#lib/tables/tables.ts';
import { fr } from '#lib/text/fr.ts';
import { type TestRows, workbookOf } from '../../support/workbook-of.ts';
import { contextOf, invoice, monthly } from './points-night.ts';

export const FIRST_NIGHT: Day = '2026-11-22';

export interface InvoiceSpec {
  readonly daysAgo: number;
  readonly paidCents: number;
  readonly seen: number;
  readonly refunds: readonly { readonly cents: number; readonly seen: number }[];
  readonly dispute: { readonly seen: number; readonly wonAt: number | null } | null;
}
export interface PauseSpec {
  readonly daysAgo: number;
  readonly days: number | null;
  readonly seen: number;
}
export interface CustomerSpec {
  readonly invoices: readonly InvoiceSpec[];
  readonly pauses: readonly PauseSpec[];
  /** Share of the balance spent after a night. */
  readonly spends: readonly { readonly night: number; readonly share: number }[];
}

/** @param nights how many there are; `seen` is the night (from 0) on which a fact is known. */
export function customerSpecs(nights: number, ages: { readonly min: number; readonly max: number }) {
  const night = fc.integer({ min: 0, max: nights - 1 });
  const cents = fc.oneof(fc.constantFrom(1800, 3600, 18_000), fc.integer({ min: 0, max: 4000 }));
  const dispute = fc.record({ seen: night, wonAt: fc.option(night) });
  const refunds = fc.array(fc.record({ cents: fc.integer({ min: 1, max: 2500 }), seen: night }), { maxLength: 2 });
  const invoices = fc.array(
    fc.record({
      daysAgo: fc.integer(ages),
      paidCents: cents,
      seen: night,
      refunds,
      dispute: fc.option(dispute, { freq: 2 }),
    }),
    { maxLength: 5 },
  );
  const pause = fc.record({
    daysAgo: fc.integer({ min: 0, max: 900 }),
    days: fc.option(fc.integer({ min: 1, max: 120 })),
    seen: night,
  });
  const spend = fc.record({ night, share: fc.double({ min: 0.1, max: 1, noNaN: true }) });
  const customer = fc.record({
    invoices,
    pauses: fc.array(pause, { maxLength: 2 }),
    spends: fc.array(spend, { maxLength: 2 }),
  });
  const any =
    nights < 4 ? customer : fc.oneof({ weight: 4, arbitrary: customer }, { weight: 1, arbitrary: disputedSpender });
  return fc.array(any, { minLength: 1, maxLength: 3 });
}

/** Spends all, then loses the payment to a dispute, earns again meanwhile, and may win: chance alone seldom draws this. */
const disputedSpender: fc.Arbitrary<CustomerSpec> = fc
  .record({
    daysAgo: fc.integer({ min: 0, max: 300 }),
    share: fc.double({ min: 0.5, max: 1, noNaN: true }),
    won: fc.boolean(),
  })
  .map(({ daysAgo, share, won }) => ({
    invoices: [
      { daysAgo, paidCents: 1800, seen: 0, refunds: [], dispute: { seen: 1, wonAt: won ? 3 : null } },
      { daysAgo: 0, paidCents: 1800, seen: 2, refunds: [], dispute: null },
    ],
    pauses: [],
    spends: [{ night: 0, share }],
  }));

/** The world before its first night: customers and the plan. */
export function emptyWorld(customers: readonly CustomerSpec[]): WorkbookState {
  return workbookOf({ customers: customers.map((_, index) => ({ id: `CLI-${index}` })), plans: [monthly] });
}

/** The mirror's tables as they stand on a night, put into the workbook. */
export function showFacts(workbook: WorkbookState, customers: readonly CustomerSpec[], night: number): WorkbookState {
  const { invoices, facts } = workbookOf(factRows(customers, night));
  return { ...workbook, invoices, facts };
}

function factRows(customers: readonly CustomerSpec[], night: number): TestRows {
  const invoices = customers.flatMap((customer, index) =>
    customer.invoices.flatMap((spec, number) => {
      if (spec.seen > night) return [];
      const back = spec.refunds.filter((refund) => refund.seen <= night).reduce((sum, { cents }) => sum + cents, 0);
      const { dispute, paidCents } = spec;
      const held = dispute !== null && dispute.seen <= night && !(dispute.wonAt !== null && dispute.wonAt <= night);
      const paidOn = addDays(FIRST_NIGHT, -spec.daysAgo);
      const paidBackCents = Math.min(back, paidCents);
      const over = { customerId: `CLI-${index}`, paidCents, paidBackCents, withheldCents: held ? paidCents : 0 };
      return [invoice(`in_${index}_${number}`, paidOn, over)];
    }),
  );
  const facts = customers.flatMap((customer, index) =>
    customer.pauses.flatMap(({ daysAgo, days, seen }, number) => {
      if (seen > night) return [];
      const on = addDays(FIRST_NIGHT, -daysAgo);
      const until = days === null ? null : addDays(on, days);
      return [{ id: `pause_${index}_${number}`, kind: 'pause' as const, customerId: `CLI-${index}`, on, until }];
    }),
  );
  return { invoices, facts };
}

/** The customers' spends after a night, as the add-on would write them. */
export function spendAfter(
  workbook: WorkbookState,
  customers: readonly CustomerSpec[],
  night: number,
  today: Day,
): WorkbookState {
  let after = workbook;
  customers.forEach(({ spends }, index) => {
    for (const [number, spend] of spends.entries()) {
      const customerId = `CLI-${index}`;
      const points = Math.floor((after.customers.byId.get(customerId)?.pointsBalance ?? 0) * spend.share);
      if (spend.night !== night || points <= 0) continue;
      const draft = createDraft(after, fr);
      const source = `CMD-${index}-${number}`;
      planSpend(contextOf(after, today), draft, { customerId, points, source, on: today, actionId: source });
      after = applyChanges(after, draft.changeSet().changes, fr);
    }
  });
  return after;
}

/**
 * What does not hold in the books after a night; empty when all is well.
 * @param termsOf what the earnings are said to be: 'plan' recounts them from the plan, 'ledger' takes those that stand
 * (a person may have typed some).
 */
export function brokenLaws(
  workbook: WorkbookState,
  today: Day,
  termsOf: 'plan' | 'ledger' = 'plan',
): readonly string[] {
  const { points, pointLots, customers } = workbook;
  const broken: string[] = [];
  const check = (holds: boolean, what: string) => {
    if (!holds) broken.push(what);
  };
  const sum = (rows: readonly { readonly points: number }[]) => rows.reduce((total, row) => total + row.points, 0);
  for (const lot of pointLots.rows) {
    const own = points.rows.filter((row) => row.lotId === lot.id);
    check(lot.remaining === sum(own), `${lot.id}: remaining is not its entries`);
    check(lot.remaining <= lot.points, `${lot.id}: more remains than was earned`);
    check(lot.remaining === 0 || lot.expiresOn > today, `${lot.id}: past its day and not empty`);
    check(
      own.every((row) => row.customerId === lot.customerId),
      `${lot.id}: entries of another customer`,
    );
  }
  for (const { id, pointsBalance } of customers.rows) {
    const own = points.rows.filter((row) => row.customerId === id);
    const held = pointLots.rows.filter((lot) => lot.customerId === id).reduce((total, lot) => total + lot.remaining, 0);
    const debt = -sum(own.filter((row) => row.lotId === null));
    check(pointsBalance === sum(own), `${id}: balance is not the sum of the ledger`);
    check(pointsBalance === held - debt, `${id}: balance is not lots less debt`);
    check(debt >= 0, `${id}: points without a lot`);
    check(debt === 0 || held === 0, `${id}: a debt beside lots that could settle it`);
  }
  for (const row of workbook.invoices.rows) {
    const own = points.rows.filter(({ source, kind }) => source === row.id && /earn|clawback|restore/.test(kind));
    const posted = sum(own);
    const earned = termsOf === 'plan' ? 0 : sum(own.filter(({ kind }) => kind === 'earn'));
    const due = pointsDue(row, workbook.plans.byId.get(row.planId ?? ''), earned);
    check(due.known && posted === due.points, `${row.id}: ${posted} posted, ${JSON.stringify(due)} due`);
    check(posted >= 0, `${row.id}: taken back more than earned`);
  }
  check(pointLots.setAside.length + points.setAside.length === 0, 'a row the night wrote cannot be read back');
  return broken;
}
