// Units that come back: to their lots or lost, with their share of euros and points; and what is refused.
import { describe, expect, it, test } from 'vitest';
import { planReturnOrder } from '#lib/orders/plan-return-order.ts';
import type { WorkbookState } from '#lib/tables/tables.ts';
import { rowsAsText } from '../../support/rows-as-text.ts';
import { line, order, parcel, route, ship } from './order-acts.ts';
import { carriedOut, contextAt, drawLots, meta, shopWith } from './order-shop.ts';

describe('returning', () => {
  const paid = shopWith({
    orders: [
      order('CMD-000001', {
        status: 'confirmed',
        totalCents: 2700,
        paidCents: 2300,
        pointsSpent: 400,
        pointsValueCents: 400,
      }),
    ],
    lines: [line('LIG-000001', 'CMD-000001', 'SAVON', 2), line('LIG-000002', 'CMD-000001', 'HUILE', 1)],
    points: [
      {
        id: 'PTS-000001',
        customerId: 'CLI-000001',
        on: '2026-11-23',
        kind: 'spend',
        points: -400,
        source: 'CMD-000001',
        lotId: 'LPT-000001',
      },
    ],
    pointLots: [
      {
        id: 'LPT-000001',
        customerId: 'CLI-000001',
        earnedOn: '2026-06-01',
        expiresOn: '2027-12-01',
        points: 500,
        remaining: 100,
      },
    ],
    customers: [{ id: 'CLI-000001', name: 'Léa', pointsBalance: 100 }],
  });
  const gone = ship(route(paid).after, parcel('EXP-000001'), parcel('EXP-000002')).after;
  const giveBack = (workbook: WorkbookState, ...lines: { lineId: string; quantity: number; isResaleable: boolean }[]) =>
    carriedOut(workbook, planReturnOrder(contextAt(workbook), { lines, reason: 'trop grand', returnedOn: null }, meta));
  const soap = (quantity: number, isResaleable = true) => ({ lineId: 'LIG-000001', quantity, isResaleable });
  const oil = { lineId: 'LIG-000002', quantity: 1, isResaleable: false };

  it('of one unit gives back its share of euros and points, and the unit to its lot', () => {
    const { after, refusals, plan } = giveBack(gone, soap(1));
    expect(refusals).toEqual([]);
    expect(drawLots(after)[2]).toBe('LOT-000003 | 1 | 0');
    expect(after.orders.rows[0]).toMatchObject({ paidBackCents: 511, status: 'shipped' });
    expect(after.customers.rows[0]?.pointsBalance).toBe(188);
    expect(plan.summary).toBe('Commande CMD-000001 : 1 article repris, 5,11 € à rendre. 88 points rendus.');
  });

  it('of everything, in two goes, gives back all that was paid', () => {
    const after = giveBack(giveBack(gone, soap(1)).after, soap(1, false), oil).after;
    expect(after.orders.rows[0]).toMatchObject({ paidBackCents: 2300, status: 'returned' });
    expect(after.customers.rows[0]?.pointsBalance).toBe(500);
    expect(after.shipments.rows.map(({ status }) => status)).toEqual(['sent_back', 'sent_back']);
    expect(drawLots(after)[2]).toBe('LOT-000003 | 1 | 0');
    expect(rowsAsText(after.movements.rows, 'kind', 'quantity')).toEqual([
      'pick | -2',
      'customer_return | 1',
      'customer_return | 1',
      'waste | -1',
    ]);
  });

  test.each([
    ['more than was shipped', gone, [soap(3)], '3 articles rendus'],
    ['what has not left', route(paid).after, [soap(1)], '0 seulement'],
    ['nothing', gone, [soap(0)], 'aucune quantité'],
    ['one line twice', gone, [soap(1), soap(1)], 'chaque ligne une fois'],
  ])('refuses %s', (_, workbook, lines, message) => {
    const done = giveBack(workbook, ...lines);
    expect(done.refusals.join()).toContain(message);
    expect(done.plan.changes).toEqual([]);
  });
});
