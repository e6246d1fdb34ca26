// Stock actions as a shopkeeper would check them: the lots before, the action, the lots and the movements after, what is said.
import { describe, expect, test } from 'vitest';
import { planGrantException } from '#lib/stock/plan-grant-exception.ts';
import { planMoveLot } from '#lib/stock/plan-move-lot.ts';
import { planPickOrders } from '#lib/stock/plan-pick-orders.ts';
import { planQuarantineLot, planReleaseLot } from '#lib/stock/plan-quarantine-lot.ts';
import { planRemoveStock } from '#lib/stock/plan-remove-stock.ts';
import { planReturnFromCustomer } from '#lib/stock/plan-return-from-customer.ts';
import { planReturnToSupplier } from '#lib/stock/plan-return-to-supplier.ts';
import { rowsAsText } from '../../support/rows-as-text.ts';
import type { TestRows } from '../../support/workbook-of.ts';
import { codes, lotsWith, lotTable, movedBy, openStockWorld } from './stock-world.ts';

const order = (lines: NonNullable<TestRows['lines']>): TestRows => ({
  orders: [{ id: 'CMD-1', orderedAt: '2026-11-21T10:00:00', customerId: 'CLI-1', status: 'confirmed' }],
  lines: lines.map((line) => ({ orderId: 'CMD-1', productId: 'HONEY', route: 'hub', hubId: 'HUB-1', ...line })),
});

const held = order([
  {
    id: 'LIG-1',
    quantity: 3,
    status: 'reserved',
    allocation: 'LOT-1×3',
    reservedQuantity: 3,
    promisedOn: '2026-11-23',
  },
]);

describe('picking', () => {
  const pick = { orders: [{ orderId: 'CMD-1' }] };

  test('reserved units leave the oldest lot; the line is picked at the cost of its lots', () => {
    const world = openStockWorld({ ...lotsWith({ id: 'LOT-1', onHand: 5, reserved: 3 }), ...held });
    const plan = world.act((context, meta) => planPickOrders(context, pick, meta));
    expect(plan.summary).toBe('Prélèvement de 3 unités pour 1 ligne de 1 commande.');
    expect(lotTable(world)).toEqual(['LOT-1 | 2 | 0 | available']);
    expect(movedBy(plan)).toEqual(['LOT-1 | prélèvement | -3']);
    const { orders, lines } = world.workbook();
    expect(rowsAsText(lines.rows, 'status', 'allocation', 'reservedQuantity', 'costCents')).toEqual([
      'picked | LOT-1×3 | 0 | 1500',
    ]);
    expect(orders.rows[0]?.status).toBe('preparing');
  });

  test('a lot that cannot serve any more is replaced, and said', () => {
    const lots = lotsWith(
      { id: 'LOT-1', onHand: 5, reserved: 3, bestBeforeOn: '2026-11-30' },
      { id: 'LOT-2', onHand: 5, bestBeforeOn: '2027-06-01', receivedOn: '2026-02-01', unitCostCents: 600 },
    );
    const world = openStockWorld({ ...lots, ...held });
    const plan = world.act((context, meta) => planPickOrders(context, pick, meta));
    expect(codes(plan.problems)).toEqual(['stockLotSkipped']);
    expect(lotTable(world)).toEqual(['LOT-1 | 5 | 0 | available', 'LOT-2 | 2 | 0 | available']);
  });

  test('what lacks is said line by line; nothing goes below zero', () => {
    const world = openStockWorld({ ...lotsWith({ id: 'LOT-1', onHand: 2, reserved: 3 }), ...held });
    const plan = world.act((context, meta) => planPickOrders(context, pick, meta));
    expect(codes(plan.problems)).toEqual(['stockLineShort']);
    expect(lotTable(world)).toEqual(['LOT-1 | 0 | 0 | exhausted']);
  });

  test.each([
    ['an order without reserved lines', { orders: [{ orderId: 'CMD-1' }] }, 'stockNothingToPick'],
    ['an order that is not there', { orders: [{ orderId: 'CMD-9' }] }, 'stockRowUnknown'],
    ['no order', { orders: [] }, 'stockNothingToPick'],
  ])('%s is refused', (_, input, code) => {
    const world = openStockWorld({ ...lotsWith({ id: 'LOT-1', onHand: 2 }), ...order([]) });
    expect(codes(world.act((context, meta) => planPickOrders(context, input, meta)).refusals)).toEqual([code]);
  });
});

describe('what comes back', () => {
  const shipped = order([
    { id: 'LIG-1', quantity: 3, status: 'delivered', allocation: 'LOT-1×2 LOT-2×1', shippedQuantity: 3 },
  ]);
  const lots = lotsWith({ id: 'LOT-1', onHand: 0, status: 'exhausted' }, { id: 'LOT-2', onHand: 4 });
  const back = (quantity: number, isResaleable = true) => ({
    lineId: 'LIG-1',
    quantity,
    isResaleable,
    reason: 'rétracté',
  });

  test('units go to the lots they were taken from, one after the other', () => {
    const world = openStockWorld({ ...lots, ...shipped });
    world.act((context, meta) => planReturnFromCustomer(context, back(1), meta));
    expect(lotTable(world)).toEqual(['LOT-1 | 1 | 0 | available', 'LOT-2 | 4 | 0 | available']);
    const rest = world.act((context, meta) => planReturnFromCustomer(context, back(2), meta));
    expect(movedBy(rest)).toEqual(['LOT-1 | retour client | 1', 'LOT-2 | retour client | 1']);
    expect(rowsAsText(world.workbook().lines.rows, 'status', 'returnedQuantity')).toEqual(['returned | 3']);
    const more = world.act((context, meta) => planReturnFromCustomer(context, back(1), meta));
    expect(codes(more.refusals)).toEqual(['stockReturnTooMuch']);
  });

  test('what cannot be sold again comes back and is lost', () => {
    const world = openStockWorld({ ...lots, ...shipped });
    const plan = world.act((context, meta) => planReturnFromCustomer(context, back(2, false), meta));
    expect(movedBy(plan)).toEqual(['LOT-1 | retour client | 2', 'LOT-1 | perte | -2']);
    expect(lotTable(world)[0]).toBe('LOT-1 | 0 | 0 | exhausted');
  });
});

describe('what leaves without an order', () => {
  const lots = lotsWith({ id: 'LOT-1', onHand: 5, reserved: 3 });
  const remove = (kind: 'waste' | 'gift' | 'short_dated_sale', quantity: number) => ({
    ...{ kind, quantity, lotId: 'LOT-1', reason: 'pot cassé' },
  });

  test('free units may be given; promised ones may not', () => {
    const world = openStockWorld({ ...lots, ...held });
    const gift = world.act((context, meta) => planRemoveStock(context, remove('gift', 2), meta));
    expect(gift.summary).toBe('Cadeau de 2 × Miel (LOT-1).');
    const more = world.act((context, meta) => planRemoveStock(context, remove('gift', 1), meta));
    expect(codes(more.refusals)).toEqual(['stockLotShort']);
  });

  test('promised units may break: the line takes another lot, or waits', () => {
    const world = openStockWorld({ ...lots, ...held });
    const plan = world.act((context, meta) => planRemoveStock(context, remove('waste', 4), meta));
    expect(codes(plan.problems)).toEqual(['stockLineShort']);
    expect(lotTable(world)).toEqual(['LOT-1 | 1 | 1 | available']);
    world.act((context, meta) => planRemoveStock(context, remove('waste', 1), meta));
    expect(lotTable(world)).toEqual(['LOT-1 | 0 | 0 | exhausted']);
    expect(rowsAsText(world.workbook().lines.rows, 'status', 'allocation', 'reservedQuantity')).toEqual([
      'backordered | - | 0',
    ]);
  });

  test.each([
    ['past its DLC', { bestBeforeOn: '2026-11-21', dateKind: 'dlc' } as const, 'stockLotDlcPast'],
    ['in quarantine', { status: 'quarantined' } as const, 'stockLotQuarantined'],
  ])('a lot %s is not sold', (_, lot, code) => {
    const world = openStockWorld(lotsWith({ id: 'LOT-1', onHand: 5, ...lot }));
    const plan = world.act((context, meta) => planRemoveStock(context, remove('short_dated_sale', 1), meta));
    expect(codes(plan.refusals)).toEqual([code]);
  });

  test.each([
    ['no reason', { lotId: 'LOT-1', quantity: 1, reason: ' ' }, 'stockReasonMissing'],
    ['half a unit', { lotId: 'LOT-1', quantity: 0.5, reason: 'x' }, 'stockQuantityBad'],
    ['nothing', { lotId: 'LOT-1', quantity: 0, reason: 'x' }, 'stockQuantityBad'],
    ['more than there is', { lotId: 'LOT-1', quantity: 6, reason: 'x' }, 'stockLotShort'],
    ['a lot that is not there', { lotId: 'LOT-9', quantity: 1, reason: 'x' }, 'stockRowUnknown'],
  ])('%s is refused', (_, input, code) => {
    const world = openStockWorld(lots);
    const plan = world.act((context, meta) => planReturnToSupplier(context, input, meta));
    expect([codes(plan.refusals), plan.changes]).toEqual([[code], []]);
  });
});

describe('what is set apart', () => {
  test('quarantine makes a lot of its own that keeps receipt and date; released, units go home', () => {
    const world = openStockWorld(lotsWith({ id: 'LOT-000001', onHand: 5, bestBeforeOn: '2027-06-01' }));
    const input = { lotId: 'LOT-000001', quantity: 2, reason: 'odeur' };
    world.act((context, meta) => planQuarantineLot(context, input, meta));
    expect(
      rowsAsText(world.workbook().lots.rows, 'id', 'onHand', 'status', 'receivedOn', 'bestBeforeOn', 'fromLotId'),
    ).toEqual([
      'LOT-000001 | 3 | available | 2026-01-10 | 2027-06-01 | -',
      'LOT-000002 | 2 | quarantined | 2026-01-10 | 2027-06-01 | LOT-000001',
    ]);
    const home = { lotId: 'LOT-000002', quantity: null, reason: 'analyse conforme' };
    world.act((context, meta) => planReleaseLot(context, home, meta));
    expect(lotTable(world)).toEqual(['LOT-000001 | 5 | 0 | available', 'LOT-000002 | 0 | 0 | quarantined']);
  });

  test('a transfer moves free units to another hub', () => {
    const world = openStockWorld(lotsWith({ id: 'LOT-000001', onHand: 5, reserved: 1 }));
    const input = { lotId: 'LOT-000001', quantity: null, hubId: 'HUB-2', reason: 'réserve' };
    const plan = world.act((context, meta) => planMoveLot(context, input, meta));
    expect(plan.summary).toBe('Transfert de 4 × Miel vers Relais (LOT-000001 → LOT-000002).');
    expect(rowsAsText(world.workbook().lots.rows, 'id', 'hubId', 'onHand')).toEqual([
      'LOT-000001 | HUB-1 | 1',
      'LOT-000002 | HUB-2 | 4',
    ]);
  });
});

test('an exception lets a lot past its DDM serve one line, and stands on the pick with its reason', () => {
  const waiting = order([{ id: 'LIG-1', quantity: 2, status: 'backordered', promisedOn: '2026-11-23' }]);
  const world = openStockWorld({ ...lotsWith({ id: 'LOT-1', onHand: 5, bestBeforeOn: '2026-11-20' }), ...waiting });
  const input = { lineId: 'LIG-1', lotId: null, reason: 'la cliente est d’accord' };
  world.act((context, meta) => planGrantException(context, input, meta));
  expect(lotTable(world)).toEqual(['LOT-1 | 5 | 2 | available']);
  world.act((context, meta) => planPickOrders(context, { orders: [{ orderId: 'CMD-1' }] }, meta));
  const { rows } = world.workbook().movements;
  expect(rowsAsText(rows.slice(1), 'lotId', 'kind', 'quantity', 'reason')).toEqual([
    'LOT-1 | pick | -2 | la cliente est d’accord',
  ]);
});
