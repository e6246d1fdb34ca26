// Laws over random sequences of stock actions: a lot always holds the sum of its movements and no less than is reserved of
// it; undone last first, everything comes back; undone out of turn, an action comes back whole or is refused by name.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { ActionPlan } from '#lib/actions/action.ts';
import { findLotDifferences } from '#lib/stock/find-lot-differences.ts';
import { planGrantException } from '#lib/stock/plan-grant-exception.ts';
import { planMoveLot } from '#lib/stock/plan-move-lot.ts';
import { planOpenStockTake } from '#lib/stock/plan-open-stock-take.ts';
import { planPickOrders } from '#lib/stock/plan-pick-orders.ts';
import { planQuarantineLot, planReleaseLot } from '#lib/stock/plan-quarantine-lot.ts';
import { planReceivePurchase } from '#lib/stock/plan-receive-purchase.ts';
import { planRemoveStock } from '#lib/stock/plan-remove-stock.ts';
import { planReturnFromCustomer } from '#lib/stock/plan-return-from-customer.ts';
import { planReturnToSupplier } from '#lib/stock/plan-return-to-supplier.ts';
import { planSettleLot } from '#lib/stock/plan-settle-lot.ts';
import { planValidateStockTake } from '#lib/stock/plan-validate-stock-take.ts';
import { codes, lotsWith, openStockWorld, type StockWorld } from './stock-world.ts';

const KINDS = [
  'receive',
  'pick',
  'waste',
  'gift',
  'supplier',
  'quarantine',
  'release',
  'move',
  'return',
  'open-count',
  'validate-count',
  'settle',
  'exception',
] as const;

interface Step {
  readonly kind: (typeof KINDS)[number];
  readonly which: number;
  readonly quantity: number;
}

const steps = fc.array(
  fc.record({
    kind: fc.constantFrom(...KINDS),
    which: fc.nat({ max: 7 }),
    quantity: fc.integer({ min: 1, max: 5 }),
  }),
  { minLength: 1, maxLength: 9 },
);

function openShop(): StockWorld {
  const line = { productId: 'HONEY', route: 'hub', hubId: 'HUB-1', promisedOn: '2026-11-24' } as const;
  const open = { ...line, status: 'reserved' } as const;
  const sent = { partnerId: 'PAR-1', productId: 'HONEY', status: 'sent', quantity: 12, unitCostCents: 450 } as const;
  return openStockWorld({
    ...lotsWith(
      { id: 'LOT-000001', onHand: 6, reserved: 4, bestBeforeOn: '2027-09-01' },
      { id: 'LOT-000002', onHand: 5, receivedOn: '2026-03-01', bestBeforeOn: '2027-03-01' },
      { id: 'LOT-000003', onHand: 3, receivedOn: '2026-02-01', bestBeforeOn: '2026-11-28' },
    ),
    orders: [1, 2, 3].map((number) => ({
      ...{
        id: `CMD-00000${number}`,
        orderedAt: '2026-11-21T10:00:00',
        customerId: 'CLI-1',
        status: 'confirmed' as const,
      },
    })),
    lines: [
      { id: 'LIG-1', orderId: 'CMD-000001', quantity: 3, allocation: 'LOT-000001×3', reservedQuantity: 3, ...open },
      { id: 'LIG-2', orderId: 'CMD-000002', quantity: 1, allocation: 'LOT-000001×1', reservedQuantity: 1, ...open },
      { id: 'LIG-3', orderId: 'CMD-000002', quantity: 2, ...line, status: 'backordered', route: 'backorder' },
      {
        id: 'LIG-4',
        orderId: 'CMD-000003',
        quantity: 2,
        ...line,
        status: 'delivered',
        allocation: 'LOT-000001×2',
        shippedQuantity: 2,
      },
    ],
    purchases: [{ id: 'ACH-000001', ...sent }],
  });
}

function play(world: StockWorld, { kind, which, quantity }: Step): ActionPlan {
  const { lots, lines, stockTakes } = world.workbook();
  const lotId = lots.rows[which % lots.rows.length]?.id ?? '';
  const lineId = lines.rows[which % lines.rows.length]?.id ?? '';
  const some = { lotId, quantity, reason: 'loi' };
  switch (kind) {
    case 'receive': {
      const lot = { quantity, bestBeforeOn: '2027-06-01', datePrecision: 'day_known', supplierLot: null } as const;
      const input = { purchaseId: 'ACH-000001', receivedOn: '2026-11-22', unitCostCents: null, lots: [lot] } as const;
      return world.act((context, meta) => planReceivePurchase(context, input, meta));
    }
    case 'pick':
      return world.act((context, meta) =>
        planPickOrders(context, { orders: [{ orderId: `CMD-00000${(which % 3) + 1}` }] }, meta),
      );
    case 'waste':
    case 'gift':
      return world.act((context, meta) => planRemoveStock(context, { kind, ...some }, meta));
    case 'supplier':
      return world.act((context, meta) => planReturnToSupplier(context, some, meta));
    case 'quarantine':
      return world.act((context, meta) => planQuarantineLot(context, some, meta));
    case 'release': {
      const apart = lots.rows.find(({ status, onHand }) => status === 'quarantined' && onHand > 0)?.id ?? lotId;
      return world.act((context, meta) => planReleaseLot(context, { ...some, lotId: apart, quantity: null }, meta));
    }
    case 'move':
      return world.act((context, meta) => planMoveLot(context, { ...some, hubId: 'HUB-2' }, meta));
    case 'return': {
      const input = { lineId, quantity: 1, isResaleable: quantity > 2, reason: 'loi' };
      return world.act((context, meta) => planReturnFromCustomer(context, input, meta));
    }
    case 'open-count':
      return world.act((context, meta) => planOpenStockTake(context, { hubId: 'HUB-1', productId: null }, meta));
    case 'validate-count': {
      const isOpen = (status: string) => status === 'to_count';
      world.edit(() => ({
        stockTakes: stockTakes.rows.map((row, index) =>
          isOpen(row.status) && index % 3 !== 0 ? { ...row, counted: Math.max(0, row.expected + 2 - quantity) } : row,
        ),
      }));
      const session = stockTakes.rows.find(({ status }) => isOpen(status))?.session ?? '';
      return world.act((context, meta) => planValidateStockTake(context, { session, giveUpBlank: which > 3 }, meta));
    }
    case 'settle':
      return world.act((context, meta) => planSettleLot(context, { lotId, counted: quantity, reason: 'loi' }, meta));
    case 'exception':
      return world.act((context, meta) => planGrantException(context, { lineId, lotId, reason: 'loi' }, meta));
  }
}

function checkBooks(world: StockWorld): void {
  const { lots } = world.workbook();
  expect(findLotDifferences(world.workbook())).toEqual([]);
  for (const { id, onHand, reserved, status } of lots.rows) {
    expect(reserved, id).toBeGreaterThanOrEqual(0);
    expect(onHand, id).toBeGreaterThanOrEqual(reserved);
    if (status === 'exhausted') expect(onHand, id).toBe(0);
  }
}

/** What a person would see come back: rows in use, without who touched them last. */
function state(world: StockWorld): unknown {
  const { lots, lines, orders, purchases, stockTakes } = world.workbook();
  return {
    lots: lots.rows.filter(({ status }) => status !== 'voided'),
    lines: lines.rows,
    orders: orders.rows,
    purchases: purchases.rows,
    stockTakes: stockTakes.rows.filter(({ status }) => status !== 'voided'),
  };
}

test('law: a lot holds the sum of its movements, no less than is reserved; undone last first, everything comes back', () => {
  const done: Record<string, number> = Object.fromEntries(KINDS.map((kind) => [kind, 0]));
  fc.assert(
    fc.property(steps, (sequence) => {
      const world = openShop();
      const before = state(world);
      for (const step of sequence) {
        const plan = play(world, step);
        if (plan.refusals.length === 0) done[step.kind] = (done[step.kind] ?? 0) + 1;
        else expect(plan.changes).toEqual([]);
        checkBooks(world);
      }
      for (let turn = world.turns() - 1; turn >= 0; turn--) {
        // Each undo is journalled too, behind the turns that are still to come.
        expect(codes(world.undo(turn)), `undo of ${turn}`).toEqual([]);
        checkBooks(world);
      }
      expect(state(world)).toEqual(before);
    }),
    { numRuns: 500 },
  );
  process.stdout.write(`actions carried out: ${JSON.stringify(done)}\n`);
  for (const [kind, count] of Object.entries(done)) expect(count, kind).toBeGreaterThanOrEqual(5);
});

test('law: an undo out of turn keeps the books, or is refused and changes nothing', () => {
  const met = { carriedOut: 0, refused: 0, namedByAction: 0 };
  fc.assert(
    fc.property(steps, fc.nat({ max: 8 }), (sequence, which) => {
      const world = openShop();
      for (const step of sequence) play(world, step);
      if (world.turns() === 0) return;
      const before = state(world);
      const refusals = world.undo(which % world.turns());
      if (refusals.length > 0) {
        met.refused++;
        if (refusals.some(({ code }) => code === 'undoChangedLater' || code === 'stockUndoCounted'))
          met.namedByAction++;
        expect(state(world)).toEqual(before);
      } else met.carriedOut++;
      checkBooks(world);
    }),
    { numRuns: 500 },
  );
  process.stdout.write(`undone out of turn: ${JSON.stringify(met)}\n`);
  for (const count of Object.values(met)) expect(count).toBeGreaterThan(20);
});
