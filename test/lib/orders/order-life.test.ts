// An order from its parcels' first day to the last: routed, picked, shipped, tracked or cancelled.
import { describe, expect, it, test } from 'vitest';
import { planCancelOrder } from '#lib/orders/plan-cancel-order.ts';
import { planPickOrders } from '#lib/stock/plan-pick-orders.ts';
import type { WorkbookState } from '#lib/tables/tables.ts';
import { rowsAsText } from '../../support/rows-as-text.ts';
import { line, order, parcel, route, ship, track } from './order-acts.ts';
import { carriedOut, contextAt, drawLines, drawLots, drawOrders, drawShipments, meta, shopWith } from './order-shop.ts';

/** Soap from the hub, oil from the farm. */
const mixed = shopWith({
  orders: [order('CMD-000001')],
  lines: [line('LIG-000001', 'CMD-000001', 'SAVON', 2), line('LIG-000002', 'CMD-000001', 'HUILE', 1)],
});
const routed = route(mixed).after;

describe('lines typed in the tab', () => {
  it('are routed, priced and promised', () => {
    expect(drawLines(routed)).toEqual([
      'LIG-000001 | SAVON | 2 | reserved | HUB-000001 | - | LOT-000003×2 | 2026-11-24 | EXP-000001',
      'LIG-000002 | HUILE | 1 | at_partner | - | PAR-000002 | - | 2026-11-30 | EXP-000002',
    ]);
    expect(drawOrders(routed)[0]).toBe(
      'CMD-000001 | confirmed | 0 sur 2 expédié | two_parcels | 2026-11-30 | 2700 | -',
    );
  });

  it('pay their points once, when they leave the drafts', () => {
    const typed = (...ids: string[]) =>
      shopWith({
        orders: ids.map((id) => order(id, { pointsSpent: 200 })),
        lines: ids.map((id, index) => line(`LIG-00000${index + 1}`, id, 'MIEL', 1)),
      });
    const { after } = route(typed('CMD-000001'));
    expect(after.customers.rows[0]?.pointsBalance).toBe(300);
    expect(after.orders.rows[0]).toMatchObject({ status: 'confirmed', pointsValueCents: 200, totalCents: 1200 });
    expect(after.points.rows.slice(1).map(({ kind, points, source }) => [kind, points, source])).toEqual([
      ['spend', -200, 'CMD-000001'],
    ]);
    expect(route(typed('CMD-000001', 'CMD-000002')).refusals.join()).toContain('une par une');
    expect(
      route(
        shopWith({
          orders: [order('CMD-000001', { pointsSpent: 999 })],
          lines: [line('LIG-000001', 'CMD-000001', 'MIEL', 1)],
        }),
      ).refusals.join(),
    ).toContain('500 points disponibles');
  });

  it('are not routed twice', () => {
    expect(route(routed).refusals.join()).toContain('aucune ligne');
  });

  it('the first who ordered gets the last unit, wherever the rows stand', () => {
    const two = shopWith({
      orders: [order('CMD-000001', { orderedAt: '2026-11-23T10:00:00' }), order('CMD-000002')],
      lines: [line('LIG-000001', 'CMD-000001', 'SAVON', 2), line('LIG-000002', 'CMD-000002', 'SAVON', 2)],
    });
    expect(route(two).after.lines.rows.map(({ status }) => status)).toEqual(['backordered', 'reserved']);
  });

  it('that waited are served when the stock is there again', () => {
    const bought = {
      id: 'ACH-000001',
      partnerId: 'PAR-000002',
      productId: 'SAVON',
      status: 'sent',
      quantity: 9,
      receivedQuantity: 0,
      expectedOn: '2026-11-27',
    } as const;
    const rows = {
      orders: [order('CMD-000001')],
      lines: [line('LIG-000001', 'CMD-000001', 'SAVON', 5)],
      purchases: [bought],
      settings: [{ id: 'stock.allowPartial', value: false }],
    };
    const waiting = route(shopWith(rows)).after;
    expect(drawLines(waiting)).toEqual(['LIG-000001 | SAVON | 5 | backordered | - | - | - | 2026-11-30 | -']);
    expect(route(waiting, { retry: true }).refusals.join()).toContain('aucune ligne');
    const lots = waiting.lots.rows.map((lot) => (lot.id === 'LOT-000003' ? { ...lot, onHand: 6 } : lot));
    const served = route(shopWith({ ...rows, lots, orders: waiting.orders.rows, lines: waiting.lines.rows }), {
      retry: true,
    }).after;
    expect(drawLines(served)[0]).toContain('reserved | HUB-000001 | - | LOT-000003×5 | 2026-11-24');
  });
});

describe('shipping', () => {
  const { after, refusals, plan } = ship(routed, parcel('EXP-000001', '6A 12/3', 'Colissimo'));

  it('picks what was reserved, at the cost of the lot, and links the tracking page', () => {
    expect(refusals).toEqual([]);
    expect(drawLots(after)[2]).toBe('LOT-000003 | 0 | 0');
    expect(rowsAsText(after.movements.rows, 'kind', 'lotId', 'quantity', 'orderId', 'lineId')).toEqual([
      'pick | LOT-000003 | -2 | CMD-000001 | LIG-000001',
    ]);
    expect(drawShipments(after)[0]).toBe(
      'EXP-000001 | CMD-000001 | hub | handed_over | 2026-11-24 | https://suivi.example/6A%2012%2F3',
    );
    expect(after.shipments.rows[0]?.costCents).toBe(390);
    expect(after.lines.rows[0]).toMatchObject({ status: 'shipped', shippedQuantity: 2, costCents: 800 });
  });

  it('the order says how far it is', () => {
    expect(drawOrders(after)[0]).toContain('partly_shipped | 1 sur 2 expédié');
    expect(plan.summary).toBe('Commande CMD-000001 : EXP-000001 expédié ; 1 sur 2 expédié.');
  });

  it('a parcel named twice leaves once', () => {
    const twice = ship(routed, parcel('EXP-000001'), parcel('EXP-000001')).after;
    expect(twice.movements.rows.map(({ quantity }) => quantity)).toEqual([-2]);
  });

  it('after picking moves nothing twice', () => {
    const picked = carriedOut(
      routed,
      planPickOrders(contextAt(routed), { orders: [{ orderId: 'CMD-000001' }] }, meta),
    ).after;
    const shipped = ship(picked, parcel('EXP-000001')).after;
    expect(shipped.movements.rows).toHaveLength(1);
    expect(drawLots(shipped)[2]).toBe('LOT-000003 | 0 | 0');
  });

  it('what the shelf lost meanwhile waits as a line of its own', () => {
    const lots = routed.lots.rows.map((lot) => (lot.id === 'LOT-000003' ? { ...lot, onHand: 1 } : lot));
    const short = shopWith({
      ...{ lots, orders: routed.orders.rows, lines: routed.lines.rows, shipments: routed.shipments.rows },
    });
    const done = ship(short, parcel('EXP-000001'));
    expect(drawLines(done.after)).toEqual([
      'LIG-000001 | SAVON | 1 | shipped | HUB-000001 | - | LOT-000003×1 | 2026-11-24 | EXP-000001',
      'LIG-000002 | HUILE | 1 | at_partner | - | PAR-000002 | - | 2026-11-30 | EXP-000002',
      'LIG-000003 | SAVON | 1 | backordered | - | - | - | 2026-12-08 | -',
    ]);
    expect(drawLots(done.after)[2]).toBe('LOT-000003 | 0 | 0');
    expect(done.warnings.join()).toContain('LIG-000001');
  });

  test.each([
    ['RB123456785GB', []],
    ['RB123456786US', ['trackingNumberDoubtful']],
    ['DEMO0001', []],
  ])('number %s is warned of as %j', (number, codes) => {
    const warned = ship(routed, parcel('EXP-000001', number)).plan.problems.map(({ code }) => code);
    expect(warned.filter((code) => code === 'trackingNumberDoubtful')).toEqual(codes);
  });

  test.each([
    ['a parcel that has left', after, 'EXP-000001', 'à nouveau'],
    ['a parcel that is not there', routed, 'EXP-9', 'EXP-9'],
  ])('refuses %s', (_, workbook, id, message) => {
    const done = ship(workbook, parcel(id));
    expect(done.refusals.join()).toContain(message);
    expect(done.plan.changes).toEqual([]);
  });
});

describe('tracking', () => {
  const shipped = ship(routed, parcel('EXP-000001'), parcel('EXP-000002')).after;

  it('the order follows the least advanced parcel', () => {
    const one = track(shipped, 'delivered', 'EXP-000001').after;
    expect(drawOrders(one)[0]).toContain('partly_delivered | 1 sur 2 livré');
    expect(one.lines.rows.map(({ status }) => status)).toEqual(['delivered', 'shipped']);
    const both = track(one, 'delivered', 'EXP-000002').after;
    expect(drawOrders(both)[0]).toContain('delivered | 2 sur 2 livrés');
    expect(both.orders.rows[0]?.deliveredOn).toBe('2026-11-25');
    const corrected = track(both, 'attempt_failed', 'EXP-000002').after;
    expect(drawOrders(corrected)[0]).toContain('partly_delivered | 1 sur 2 livré');
    expect(corrected.lines.rows.map(({ status }) => status)).toEqual(['delivered', 'shipped']);
  });

  test.each([
    ['in_transit', 'en transit'],
    ['out_for_delivery', 'en cours de livraison'],
    ['at_pickup_point', 'au point de retrait'],
    ['attempt_failed', 'livraison manquée'],
    ['delivered', 'livré'],
    ['sent_back', 'retour à l’expéditeur'],
  ] as const)('an order in one parcel says %s', (status, label) => {
    const alone = shopWith({ orders: [order('CMD-000001')], lines: [line('LIG-000001', 'CMD-000001', 'SAVON', 1)] });
    const gone = ship(route(alone).after, parcel('EXP-000001')).after;
    expect(track(gone, status, 'EXP-000001').after.orders.rows[0]?.progress).toBe(label);
  });

  it('refuses a delivery before the parcel left, and a step back to the packing table', () => {
    expect(track(routed, 'delivered', 'EXP-000001').refusals.join()).toContain('pas encore noté comme expédié');
    expect(track(shipped, 'label_made', 'EXP-000001').refusals.join()).toContain('déjà parti');
  });
});

test('a parcel whose order cannot be read is refused by name, not half shipped', () => {
  const orphan = shopWith({ lines: routed.lines.rows, shipments: routed.shipments.rows, lots: routed.lots.rows });
  expect(ship(orphan, parcel('EXP-000001')).refusals.join()).toContain('CMD-000001');
  expect(track(orphan, 'label_made', 'EXP-000001').refusals.join()).toContain('CMD-000001');
});

describe('cancelling', () => {
  const cancel = (workbook: WorkbookState) =>
    carriedOut(
      workbook,
      planCancelOrder(contextAt(workbook), { orderId: 'CMD-000001', reason: 'changé d’avis' }, meta),
    );

  it('frees what was reserved', () => {
    const { after, refusals } = cancel(routed);
    expect(refusals).toEqual([]);
    expect(drawLots(after)).toEqual(drawLots(mixed));
    expect(after.orders.rows[0]).toMatchObject({ status: 'voided', progress: null });
    expect([...after.lines.rows, ...after.shipments.rows].every(({ status }) => status === 'voided')).toBe(true);
  });

  it('puts back what was picked', () => {
    const orders = { orders: [{ orderId: 'CMD-000001' }] };
    const picked = carriedOut(routed, planPickOrders(contextAt(routed), orders, meta)).after;
    expect(drawLots(cancel(picked).after)).toEqual(drawLots(mixed));
  });

  it('is refused once a parcel has left', () => {
    const gone = ship(routed, parcel('EXP-000002')).after;
    expect(cancel(gone).refusals.join()).toContain('déjà parti');
  });
});
