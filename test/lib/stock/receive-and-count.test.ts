// Receipts, counts and settled lots as a shopkeeper would check them.
import { describe, expect, test } from 'vitest';
import { findLotDifferences, lotDifferenceProblems } from '#lib/stock/find-lot-differences.ts';
import { planOpenStockTake } from '#lib/stock/plan-open-stock-take.ts';
import { planReceivePurchase, type ReceivedLot, type ReceivePurchaseInput } from '#lib/stock/plan-receive-purchase.ts';
import { planRemoveStock } from '#lib/stock/plan-remove-stock.ts';
import { planSettleLot } from '#lib/stock/plan-settle-lot.ts';
import { planValidateStockTake } from '#lib/stock/plan-validate-stock-take.ts';
import { rowsAsText } from '../../support/rows-as-text.ts';
import type { TestRows } from '../../support/workbook-of.ts';
import { codes, lotsWith, lotTable, movedBy, openStockWorld, said } from './stock-world.ts';

const purchase: NonNullable<TestRows['purchases']>[number] = {
  ...{
    id: 'ACH-1',
    partnerId: 'PAR-1',
    productId: 'HONEY',
    hubId: 'HUB-1',
    status: 'sent',
    quantity: 10,
    unitCostCents: 520,
  },
};
const lot = (changes: Partial<ReceivedLot> = {}): ReceivedLot => ({
  ...{ quantity: 4, bestBeforeOn: '2028-05-01', datePrecision: 'day_known', supplierLot: 'A7' },
  ...changes,
});
const receipt = (...lots: readonly ReceivedLot[]): ReceivePurchaseInput => ({
  ...{ purchaseId: 'ACH-1', receivedOn: '2026-11-22', unitCostCents: null, lots },
});

describe('a receipt', () => {
  test('in part, then the rest with two dates: a lot each; the purchase follows', () => {
    const world = openStockWorld({ purchases: [purchase] });
    const first = world.act((context, meta) => planReceivePurchase(context, receipt(lot()), meta));
    expect(first.summary).toBe('Réception de 4 × Miel (ACH-1) : LOT-000001.');
    const purchases = () => rowsAsText(world.workbook().purchases.rows, 'status', 'receivedQuantity', 'receivedOn');
    expect(purchases()).toEqual(['partly_received | 4 | 2026-11-22']);
    const month = lot({ quantity: 1, bestBeforeOn: '2028-06-01', datePrecision: 'month_known' });
    world.act((context, meta) => planReceivePurchase(context, receipt(lot({ quantity: 5 }), month), meta));
    expect(purchases()).toEqual(['received | 10 | 2026-11-22']);
    const { lots, movements } = world.workbook();
    expect(rowsAsText(lots.rows, 'id', 'onHand', 'unitCostCents', 'bestBeforeOn', 'dateKind', 'purchaseId')).toEqual([
      'LOT-000001 | 4 | 520 | 2028-05-01 | ddm | ACH-1',
      'LOT-000002 | 5 | 520 | 2028-05-01 | ddm | ACH-1',
      'LOT-000003 | 1 | 520 | 2028-06-30 | ddm | ACH-1',
    ]);
    expect(rowsAsText(movements.rows, 'lotId', 'kind', 'quantity', 'who')).toEqual([
      'LOT-000001 | receipt | 4 | Ana',
      'LOT-000002 | receipt | 5 | Ana',
      'LOT-000003 | receipt | 1 | Ana',
    ]);
  });

  test('warns when it expires before what lies there and leaves first', () => {
    const inHand = lotsWith({ id: 'LOT-000001', onHand: 4, bestBeforeOn: '2028-06-01' });
    const world = openStockWorld({ ...inHand, purchases: [purchase] });
    const plan = world.act((context, meta) => planReceivePurchase(context, receipt(lot()), meta));
    expect(said(plan.problems)).toEqual([
      'LOT-000002 (date 01/05/2028) expire avant LOT-000001 (01/06/2028), qui sortira pourtant le premier. Passez le produit en FEFO ou écoulez LOT-000002 par une vente date courte.',
    ]);
  });

  test.each([
    ['more than was ordered', {}, receipt(lot({ quantity: 11 })), 'stockOverReceived'],
    ['a draft', { status: 'draft' } as const, receipt(lot()), 'stockPurchaseNotSent'],
    ['goods past their DDM', {}, receipt(lot({ bestBeforeOn: '2026-11-21' })), 'stockDdmPast'],
  ])('%s is received with a word', (_, changes, input, code) => {
    const world = openStockWorld({ purchases: [{ ...purchase, ...changes }] });
    const plan = world.act((context, meta) => planReceivePurchase(context, input, meta));
    expect([codes(plan.refusals), codes(plan.problems)]).toEqual([[], [code]]);
  });

  test.each([
    ['a voided purchase', { status: 'voided' } as const, receipt(lot()), 'stockPurchaseVoided'],
    ['a purchase that is not there', {}, { ...receipt(lot()), purchaseId: 'ACH-9' }, 'stockRowUnknown'],
    ['no lot', {}, receipt(), 'stockQuantityBad'],
    ['no quantity', {}, receipt(lot({ quantity: 0 })), 'stockQuantityBad'],
    ['no date on a dated product', {}, receipt(lot({ bestBeforeOn: null })), 'stockDateMissing'],
    ['a day to come', {}, { ...receipt(lot()), receivedOn: '2026-11-23' } as const, 'stockReceivedLater'],
    ['no cost', { unitCostCents: null }, receipt(lot()), 'stockCostMissing'],
    ['a day before a validated count', {}, { ...receipt(lot()), receivedOn: '2026-11-19' } as const, 'stockCountLocks'],
  ])('%s is refused', (_, changes, input, code) => {
    const counted = { session: 'C', hubId: 'HUB-1', productId: 'HONEY', lotId: 'LOT-1', expected: 1, counted: 1 };
    const world = openStockWorld({
      purchases: [{ ...purchase, ...changes }],
      stockTakes: [{ id: 'INV-1', ...counted, status: 'validated', validatedOn: '2026-11-20' }],
    });
    const plan = world.act((context, meta) => planReceivePurchase(context, input, meta));
    expect([codes(plan.refusals), plan.changes]).toEqual([[code], []]);
  });
});

describe('a count', () => {
  const lots = lotsWith(
    { id: 'LOT-1', onHand: 9 },
    { id: 'LOT-2', onHand: 5 },
    { id: 'LOT-3', onHand: 2, hubId: 'HUB-2' },
  );
  const opened = () => {
    const world = openStockWorld(lots);
    world.act((context, meta) => planOpenStockTake(context, { hubId: 'HUB-1', productId: null }, meta));
    return world;
  };
  const session = 'Comptage du 22/11/2026, Lyon';
  const validate = { session, giveUpBlank: false };
  const fill = (
    world: ReturnType<typeof opened>,
    counted: readonly (number | null)[],
    countedAt: '2026-11-22T12:30:00' | null,
  ) =>
    world.edit(({ stockTakes }) => ({
      stockTakes: stockTakes.rows.map((row, index) => ({ ...row, counted: counted[index] ?? null, countedAt })),
    }));

  test('its sheet has the lots of the hub that hold something; a second one must wait', () => {
    const world = opened();
    const columns = ['session', 'lotId', 'expected', 'counted', 'status'] as const;
    expect(rowsAsText(world.workbook().stockTakes.rows, ...columns)).toEqual([
      `${session} | LOT-1 | 9 | - | to_count`,
      `${session} | LOT-2 | 5 | - | to_count`,
    ]);
    const again = world.act((context, meta) =>
      planOpenStockTake(context, { hubId: 'HUB-1', productId: 'HONEY' }, meta),
    );
    expect(codes(again.refusals)).toEqual(['stockCountOpen']);
  });

  test('the difference is taken at the time of counting; what moved since is kept; a blank is not zero', () => {
    const world = opened();
    fill(world, [8, null], '2026-11-22T12:30:00');
    world.passTo('2026-11-22T12:00:00Z');
    const sold = { kind: 'gift', lotId: 'LOT-1', quantity: 2, reason: 'presse' } as const;
    world.act((context, meta) => planRemoveStock(context, sold, meta));
    world.passTo('2026-11-22T15:00:00Z');
    const plan = world.act((context, meta) => planValidateStockTake(context, validate, meta));
    expect(plan.summary).toBe(`« ${session} » validé : 1 lot compté, 1 écart (-1 en tout).`);
    expect(codes(plan.problems)).toEqual(['stockCountBlank']);
    expect(movedBy(plan)).toEqual(['LOT-1 | écart de comptage | -1']);
    expect(lotTable(world).slice(0, 2)).toEqual(['LOT-1 | 6 | 0 | available', 'LOT-2 | 5 | 0 | available']);
    expect(rowsAsText(world.workbook().stockTakes.rows, 'expected', 'difference', 'status', 'validatedOn')).toEqual([
      '9 | -1 | validated | 2026-11-22',
      '5 | - | to_count | -',
    ]);
  });

  test('once validated, what came before cannot be undone', () => {
    const world = openStockWorld(lots);
    const lost = { kind: 'waste', lotId: 'LOT-1', quantity: 2, reason: 'cassé' } as const;
    world.act((context, meta) => planRemoveStock(context, lost, meta));
    world.act((context, meta) => planOpenStockTake(context, { hubId: 'HUB-1', productId: null }, meta));
    fill(world, [7, 5], null);
    const plan = world.act((context, meta) => planValidateStockTake(context, validate, meta));
    expect(codes(plan.problems)).toEqual(['stockCountTimeMissing', 'stockCountTimeMissing']);
    expect(codes(world.undo(0))).toEqual(['stockUndoCounted']);
    expect(codes(world.undo(2))).toEqual([]);
    expect(codes(world.undo(0))).toEqual([]);
  });

  test.each([
    ['nothing counted', [null, null], null, 'stockCountEmpty'],
    ['a time to come', [9, 5], '2026-11-22T12:30:00', 'stockCountTimeLater'],
  ] as const)('%s is refused', (_, counted, at, code) => {
    const world = opened();
    fill(world, counted, at);
    const plan = world.act((context, meta) => planValidateStockTake(context, validate, meta));
    expect(new Set(codes(plan.refusals))).toEqual(new Set([code]));
  });
});

describe('a lot whose cells do not follow its movements', () => {
  const wrong = () => {
    const world = openStockWorld(lotsWith({ id: 'LOT-1', onHand: 9 }, { id: 'LOT-2', onHand: 5 }));
    world.edit(({ lots }) => ({
      lots: lots.rows.map((row) => (row.id === 'LOT-1' ? { ...row, onHand: 7, reserved: 1 } : row)),
    }));
    return world;
  };

  test('is found, with both figures and its cells', () => {
    expect(said(lotDifferenceProblems(wrong().workbook()))).toEqual([
      'onglet « Lots », cellule N3 : LOT-1 affiche 7 en stock, ses mouvements en donnent 9. Comptez-le, puis réglez-le par « Régler un lot ».',
      'onglet « Lots », cellule O3 : LOT-1 affiche 1 réservés, les lignes en réservent 0. Réglez-le par « Régler un lot ».',
    ]);
  });

  test.each([
    ['the hand was right', 7, ['LOT-1 | écart de comptage | -2']],
    ['the movements were right', 9, []],
    ['neither', 10, ['LOT-1 | écart de comptage | 1']],
  ])('is settled as a count: %s', (_, counted, moved) => {
    const world = wrong();
    const plan = world.act((context, meta) =>
      planSettleLot(context, { lotId: 'LOT-1', counted, reason: 'recompté' }, meta),
    );
    expect(movedBy(plan)).toEqual(moved);
    expect(lotTable(world)[0]).toBe(`LOT-1 | ${counted} | 0 | available`);
    expect(findLotDifferences(world.workbook())).toEqual([]);
    const again = world.act((context, meta) => planSettleLot(context, { lotId: 'LOT-1', counted, reason: 'x' }, meta));
    expect(codes(again.refusals)).toEqual(['stockLotAgrees']);
  });
});
