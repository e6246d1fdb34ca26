// Laws of proposals over random shops: proposing twice proposes nothing new, packs and minimum hold, undo takes it all back.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { applyChanges } from '#lib/changes/apply.ts';
import type { JournalEntry } from '#lib/changes/journal.ts';
import { planUndo } from '#lib/changes/plan-undo.ts';
import { planProposePurchases } from '#lib/stock/reorder/plan-propose-purchases.ts';
import { after, META, reorderShop, type ShopProduct } from './reorder-shop.ts';

const EVERYTHING = { productId: null, hubId: null };
const units = (min: number, max: number) => fc.integer({ min, max });

const offer = fc.record({
  packSize: units(1, 24),
  minimumQuantity: units(0, 40),
  purchasePriceCents: fc.option(units(1, 900)),
  leadTimeDays: units(0, 20),
  inStock: fc.boolean(),
});
const product = (id: string) =>
  fc.record({
    id: fc.constant(id),
    sold: fc.array(units(0, 6), { maxLength: 40 }),
    onHand: units(0, 120),
    cells: fc.record({
      reorderPolicy: fc.constantFrom('lead_time' as const, 'threshold' as const),
      targetStock: fc.option(units(0, 120)),
      shelfLifeDays: fc.option(units(10, 120)),
    }),
    offers: fc.tuple(offer, offer).map(([first, second]) => [
      { ...first, partnerId: 'PAR-1', rank: 'primary' as const },
      { ...second, partnerId: 'PAR-2', rank: 'backup' as const },
    ]),
  });
const partners = fc.option(units(0, 90_000)).map(
  (minimumOrderCents) =>
    [
      { id: 'PAR-1', name: 'Ilanga', status: 'active', minimumOrderCents },
      { id: 'PAR-2', name: 'Terre', status: 'active' },
    ] as const,
);
const draft = (productId: string) =>
  fc.option(
    fc.record({
      id: fc.constant(`ACH-00000${productId === 'A' ? 1 : 2}`),
      productId: fc.constant(productId),
      partnerId: fc.constantFrom('PAR-1', 'PAR-2'),
      quantity: units(1, 60),
      status: fc.constantFrom('draft' as const, 'sent' as const),
    }),
  );
const shops = fc
  .tuple(product('A'), product('B'), partners, draft('A'), draft('B'))
  .map(([a, b, known, ...drafts]) => ({
    context: reorderShop([a, b] as readonly ShopProduct[], {
      partners: known,
      purchases: drafts.filter((row): row is NonNullable<typeof row> => row !== null),
    }),
    offers: { A: a.offers, B: b.offers },
  }));

test('law: proposing twice proposes nothing new; whole packs, at least the minimum', () => {
  const seen = { proposed: 0, toppedUp: 0, urgent: 0, backup: 0, warned: 0 };
  fc.assert(
    fc.property(shops, ({ context, offers }) => {
      const plan = planProposePurchases(context, EVERYTHING, META);
      const next = after(context, plan);
      expect(planProposePurchases(next, EVERYTHING, { ...META, actionId: 'ACT-2' }).changes).toEqual([]);
      for (const { id, kind, cells } of plan.changes) {
        const row = next.workbook.purchases.byId.get(id ?? '');
        if (row?.urgent === true) seen.urgent += 1;
        // A draft typed by hand that only becomes urgent keeps its quantity.
        if (!('quantity' in cells)) continue;
        const from = offers[row?.productId as 'A' | 'B'].find(({ partnerId }) => partnerId === row?.partnerId);
        expect(from?.inStock).toBe(true);
        expect((row?.quantity ?? 0) % (from?.packSize ?? 0)).toBe(0);
        expect(row?.quantity).toBeGreaterThanOrEqual(from?.minimumQuantity ?? 0);
        if (kind === 'append') expect(row?.reason).toMatch(/point de commande .* pour remonter à /);
        seen.proposed += 1;
        if (kind === 'update') seen.toppedUp += 1;
        if (row?.partnerId === 'PAR-2') seen.backup += 1;
      }
      if (plan.problems.length > 0) seen.warned += 1;
    }),
    { numRuns: 400 },
  );
  for (const count of Object.values(seen)) expect(count).toBeGreaterThan(1);
});

test('law: undo brings every purchase back, and what was proposed is out of use', () => {
  fc.assert(
    fc.property(shops, ({ context }) => {
      const plan = planProposePurchases(context, EVERYTHING, META);
      const next = after(context, plan);
      const appended = plan.changes.flatMap((change) => (change.kind === 'append' ? [change.id] : []));
      const updates = plan.changes.flatMap((change): JournalEntry['updates'] =>
        change.kind === 'update'
          ? [
              [
                change.table,
                change.id,
                change.rowIndex,
                Object.fromEntries(
                  Object.entries(change.cells).map(([name, cell]) => [name, [cell.before, cell.after]]),
                ),
              ],
            ]
          : [],
      );
      const entry = {
        actionId: META.actionId,
        action: 'propose-purchases',
        updates,
        appended: { purchases: appended },
      };
      const undo = planUndo(next, { entry: entry as unknown as JournalEntry, later: [], actionId: 'ACT-3' });
      expect(undo.problems).toEqual([]);
      const back = applyChanges(next.workbook, undo.changes, next.words).purchases.rows;
      const used = back.filter(({ id }) => !appended.includes(id));
      expect(used).toEqual(context.workbook.purchases.rows);
      expect(back.filter(({ id }) => appended.includes(id)).map(({ status }) => status)).toEqual(
        appended.map(() => 'voided'),
      );
    }),
    { numRuns: 60 },
  );
});
