// The laws of a billing night, over invented shops and facts: planned twice it plans nothing, the order of facts does not
// matter, nothing is lost or doubled, and a night killed between two groups of writes ends where a whole one does.
import fc from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';
import type { StripeFacts } from '#lib/billing/stripe-facts.ts';
import { applyChanges } from '#lib/changes/apply.ts';
import type { WorkbookState } from '#lib/tables/tables.ts';
import { fr } from '#lib/text/fr.ts';
import { billingNight, mirrorNight } from '../../support/billing-night.ts';
import { inventedFacts, inventedShop } from '../../support/invented-billing.ts';
import { factsOf } from '../../support/stripe-facts-of.ts';
import { workbookOf } from '../../support/workbook-of.ts';

const TODAY = '2026-11-22';
const reached = new Map<string, number>();

function count(what: string, isReached: boolean): void {
  reached.set(what, (reached.get(what) ?? 0) + (isReached ? 1 : 0));
}

afterAll(() => {
  const shown = [...reached].map(([what, times]) => `${what} ${times}`).join(', ');
  process.stdout.write(`invented nights that reached: ${shown}\n`);
  for (const [what, times] of reached) if (times === 0) throw new Error(`the generator never reached: ${what}`);
});

const cells = (workbook: WorkbookState) =>
  Object.values(workbook)
    .filter(({ grid }) => grid.values.length > 2)
    .map(({ table, grid }) => [table.key, grid.values]);

describe('laws of a billing night', () => {
  test('planned again on its own result, with the same facts, it plans nothing', () => {
    fc.assert(
      fc.property(inventedShop, inventedFacts, (rows, facts) => {
        const shop = workbookOf(rows);
        const night = billingNight(shop, facts, TODAY);
        const again = billingNight(night.workbook, facts, TODAY);
        expect(again.changes).toEqual([]);
        count('facts', facts.subscriptions.length > 0);
        count('a broken row', shop.subscriptions.setAside.length + shop.invoices.setAside.length > 0);
        count(
          'a frozen row',
          shop.subscriptions.setAside.some(({ reason }) => reason === 'duplicate-id'),
        );
        count(
          'an unknown state',
          facts.subscriptions.some(({ status }) => status === 'unknown'),
        );
        count(
          'another currency',
          facts.invoices.some(({ currency }) => currency !== 'eur'),
        );
        count('an object read twice', new Set(facts.invoices.map(({ id }) => id)).size < facts.invoices.length);
        count(
          'a refund with its invoice',
          night.workbook.refunds.rows.some(({ invoiceId }) => invoiceId !== null),
        );
        count(
          'money withheld',
          night.workbook.invoices.rows.some(({ withheldCents }) => withheldCents > 0),
        );
        count(
          'a pause',
          night.workbook.facts.rows.some(({ kind }) => kind === 'pause'),
        );
        count(
          'a failed payment',
          night.workbook.invoices.rows.some(({ recovery }) => recovery !== null),
        );
        count(
          'a cell put right',
          night.workbook.reconciliation.rows.some(({ kind }) => kind === 'put_right'),
        );
        count(
          'an open disagreement',
          night.workbook.reconciliation.rows.some(({ kind, status }) => kind !== 'summary' && status === 'open'),
        );
      }),
    );
  });

  test('the order of facts does not matter', () => {
    const shuffled = inventedFacts.chain((facts) => fc.record({ facts: fc.constant(facts), mixed: mixedUp(facts) }));
    fc.assert(
      fc.property(inventedShop, shuffled, (rows, { facts, mixed }) => {
        const shop = workbookOf(rows);
        const night = billingNight(shop, facts, TODAY);
        expect(billingNight(shop, mixed, TODAY).changes).toEqual(night.changes);
      }),
    );
  });

  test('every subscription and invoice of Stripe has exactly one row, and no row is lost', () => {
    fc.assert(
      fc.property(inventedShop, inventedFacts, (rows, facts) => {
        const shop = workbookOf(rows);
        const { workbook } = billingNight(shop, facts, TODAY);
        for (const table of ['subscriptions', 'invoices'] as const) {
          const before = [...shop[table].rows, ...shop[table].setAside].map(({ id }) => id);
          const after = [...workbook[table].rows, ...workbook[table].setAside].map(({ id }) => id);
          const expected = new Set([...before, ...facts[table].map(({ id }) => id)]);
          expect(new Set(after)).toEqual(expected);
          const doubled = before.length - new Set(before).size;
          expect(after.length).toBe(expected.size + doubled);
        }
        const stripeIds = workbook.customers.rows.flatMap(({ stripeCustomer }) => stripeCustomer ?? []);
        expect(new Set(stripeIds).size).toBe(stripeIds.length);
      }),
    );
  });

  test('never more is given back or withheld than was paid', () => {
    fc.assert(
      fc.property(inventedShop, inventedFacts, (rows, facts) => {
        const shop = workbookOf(rows);
        for (const row of mirrorNight(shop, facts, TODAY).workbook.invoices.rows) {
          expect(row.paidBackCents).toBeGreaterThanOrEqual(0);
          expect(row.withheldCents).toBeGreaterThanOrEqual(0);
          expect(row.paidBackCents + row.withheldCents).toBeLessThanOrEqual(row.paidCents);
        }
      }),
    );
  });

  test('killed between two groups of writes and run again, it ends where a whole night does', () => {
    fc.assert(
      fc.property(inventedShop, inventedFacts, fc.integer({ min: 1, max: 99 }), (rows, facts, percent) => {
        const shop = workbookOf(rows);
        const night = billingNight(shop, facts, TODAY);
        const groups = [...new Set(night.changes.map(({ group }) => group))];
        const written = new Set(groups.slice(0, Math.ceil((percent * groups.length) / 100)));
        const cut = applyChanges(
          shop,
          night.changes.filter(({ group }) => written.has(group)),
          fr,
        );
        expect(cells(billingNight(cut, facts, TODAY).workbook)).toEqual(cells(night.workbook));
        count('a night cut short', written.size > 0 && written.size < groups.length);
      }),
    );
  });
});

function mixedUp(facts: StripeFacts): fc.Arbitrary<StripeFacts> {
  const mixed = <Fact>(list: readonly Fact[]) =>
    fc.shuffledSubarray([...list], { minLength: list.length, maxLength: list.length });
  return fc
    .record({
      customers: mixed(facts.customers),
      subscriptions: mixed(facts.subscriptions),
      invoices: mixed(facts.invoices),
      refunds: mixed(facts.refunds),
      disputes: mixed(facts.disputes),
      events: mixed(facts.events),
    })
    .map((lists) => factsOf(lists));
}
