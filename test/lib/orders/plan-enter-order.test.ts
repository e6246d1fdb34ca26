// Orders entered in the sidebar: routing, promises, parcels, reservations, points; and what is refused.
import { describe, expect, it, test } from 'vitest';
import { type EnterOrderInput, planEnterOrder } from '#lib/orders/plan-enter-order.ts';
import type { WorkbookState } from '#lib/tables/tables.ts';
import { carriedOut, contextAt, drawLines, drawLots, drawOrders, drawShipments, meta, shopWith } from './order-shop.ts';

const line = (productId: string, quantity: number) =>
  ({ productId, quantity, unitPriceCents: null, discountCents: null }) as const;
const order = (...lines: EnterOrderInput['lines']): EnterOrderInput => ({
  ...{ customerId: 'CLI-000001', lines, shippingPaidCents: null, discountCents: null, pointsSpent: null },
  ...{ isPaid: true, parcels: null, instructions: null, exceptionReason: null, note: null },
  ...{ shipName: null, shipAddress: null, shipPostalCode: null, shipCity: null, shipCountry: null, shipPhone: null },
});
const enter = (input: EnterOrderInput, workbook: WorkbookState = shopWith(), at?: Parameters<typeof contextAt>[1]) =>
  carriedOut(workbook, planEnterOrder(contextAt(workbook, at), input, meta));

describe('an order served by the hub', () => {
  const { after, plan, refusals } = enter(order(line('MIEL', 4), line('SAVON', 1)));

  it('reserves the oldest lots and promises the next working day', () => {
    expect(refusals).toEqual([]);
    expect(drawLines(after)).toEqual([
      'LIG-000001 | MIEL | 4 | reserved | HUB-000001 | - | LOT-000001×3 LOT-000002×1 | 2026-11-24 | EXP-000001',
      'LIG-000002 | SAVON | 1 | reserved | HUB-000001 | - | LOT-000003×1 | 2026-11-24 | EXP-000001',
    ]);
    expect(drawLots(after)).toEqual(['LOT-000001 | 3 | 3', 'LOT-000002 | 5 | 1', 'LOT-000003 | 2 | 1']);
  });

  it('makes one parcel and says so', () => {
    expect(drawShipments(after)).toEqual(['EXP-000001 | CMD-000001 | hub | to_prepare | 2026-11-24 | -']);
    expect(drawOrders(after)).toEqual(['CMD-000001 | confirmed | à préparer | one_parcel | 2026-11-24 | 5400 | 5400']);
    expect(plan.summary).toBe(
      'Commande CMD-000001 de 54,00 €. 1 colis : Lyon (5 articles, pour le 24/11/2026) ; port 3,90 € HT, complet le 24/11/2026.',
    );
    expect(after.orders.rows[0]?.shipAddress).toBe('1 rue Haute');
  });
});

test('after the cut-off hour, delays count from the next working day', () => {
  const { after } = enter(order(line('MIEL', 1)), shopWith(), '2026-11-27T16:00:00Z');
  expect(after.lines.rows[0]?.promisedOn).toBe('2026-12-01');
});

describe('a mixed order', () => {
  it('leaves as one parcel when one partner can send all of it, and names the other possibility', () => {
    const { after, plan } = enter(order(line('MIEL', 1), line('CONFITURE', 1)));
    expect(drawLines(after)).toEqual([
      'LIG-000001 | MIEL | 1 | at_partner | - | PAR-000001 | - | 2026-11-30 | EXP-000001',
      'LIG-000002 | CONFITURE | 1 | at_partner | - | PAR-000001 | - | 2026-11-30 | EXP-000001',
    ]);
    expect(after.lines.rows.map(({ costCents, commissionCents }) => [costCents, commissionCents])).toEqual([
      [800, 200],
      [600, 150],
    ]);
    expect(plan.summary).toContain('L’autre possibilité : 2 colis : Lyon (1 article, pour le 24/11/2026) + Rucher');
    expect(drawLots(after)).toEqual(['LOT-000001 | 3 | 0', 'LOT-000002 | 5 | 0', 'LOT-000003 | 2 | 0']);
  });

  it('leaves as two when the person wants two', () => {
    const { after } = enter({ ...order(line('MIEL', 1), line('CONFITURE', 1)), parcels: 'two_parcels' });
    expect(drawShipments(after)).toEqual([
      'EXP-000001 | CMD-000001 | hub | to_prepare | 2026-11-24 | -',
      'EXP-000002 | CMD-000001 | partner | to_prepare | 2026-11-30 | -',
    ]);
    expect(drawOrders(after)).toEqual([
      'CMD-000001 | confirmed | 0 sur 2 expédié | two_parcels | 2026-11-30 | 2100 | 2100',
    ]);
  });

  it('leaves as two when nobody has all; one parcel is then refused', () => {
    const { after, plan } = enter(order(line('SAVON', 1), line('HUILE', 1)));
    expect(after.shipments.rows.map(({ origin }) => origin)).toEqual(['hub', 'partner']);
    expect(plan.summary).toContain('Aucune origine ne peut tout envoyer en un seul colis.');
    const { refusals } = enter({ ...order(line('SAVON', 1), line('HUILE', 1)), parcels: 'one_parcel' });
    expect(refusals[0]).toContain('en un seul colis');
  });

  it('does not wait for a partner who is closed for longer than usual', () => {
    const partners = [
      { id: 'PAR-000001', name: 'Rucher', status: 'active', closedFrom: '2026-11-20', closedUntil: '2026-12-04' },
    ] as const;
    const { after } = enter(order(line('MIEL', 1), line('CONFITURE', 1)), shopWith({ partners }));
    expect(after.shipments.rows.map(({ origin, promisedOn }) => [origin, promisedOn])).toEqual([
      ['hub', '2026-11-24'],
      ['partner', '2026-12-14'],
    ]);
  });
});

describe('stock that does not suffice', () => {
  it('splits the line: what there is leaves, the rest waits for the purchase on its way', () => {
    const purchases = [
      {
        id: 'ACH-000001',
        partnerId: 'PAR-000002',
        productId: 'SAVON',
        status: 'sent',
        quantity: 10,
        receivedQuantity: 0,
        expectedOn: '2026-11-28',
      },
    ] as const;
    const { after } = enter({ ...order({ ...line('SAVON', 3), discountCents: 100 }) }, shopWith({ purchases }));
    expect(drawLines(after)).toEqual([
      'LIG-000001 | SAVON | 2 | reserved | HUB-000001 | - | LOT-000003×2 | 2026-11-24 | EXP-000001',
      'LIG-000002 | SAVON | 1 | backordered | - | - | - | 2026-12-01 | -',
    ]);
    expect(after.lines.rows.map((row) => row.discountCents)).toEqual([66, 34]);
    expect(after.orders.rows[0]?.progress).toBe('0 sur 2 expédié');
  });

  it('waits whole when the shop does not ship in part', () => {
    const settings = [{ id: 'stock.allowPartial', value: false }];
    const { after } = enter(order(line('SAVON', 3)), shopWith({ settings }));
    expect(drawLines(after)).toEqual(['LIG-000001 | SAVON | 3 | backordered | - | - | - | 2026-12-08 | -']);
    expect(drawLots(after)[2]).toBe('LOT-000003 | 2 | 0');
  });

  it('two lines of the same product are served together, never twice from the same units', () => {
    const { after } = enter(order(line('SAVON', 2), line('SAVON', 1)));
    expect(after.lots.byId.get('LOT-000003')?.reserved).toBe(2);
    expect(after.lines.rows.map(({ status }) => status)).toEqual(['reserved', 'backordered']);
  });
});

describe('points', () => {
  it('pay a part in the same commit', () => {
    const { after, plan } = enter({ ...order(line('MIEL', 1)), pointsSpent: 450 });
    expect(after.points.rows.map(({ points, source }) => [points, source])).toEqual([
      [500, null],
      [-450, 'CMD-000001'],
    ]);
    expect(after.customers.rows[0]?.pointsBalance).toBe(50);
    expect(after.orders.rows[0]).toMatchObject({ pointsSpent: 450, pointsValueCents: 450, paidCents: 750 });
    expect(plan.summary).toContain('450 points dépensés, soit 4,50 €.');
  });
});

describe('is refused with nothing written', () => {
  test.each([
    ['more points than the customer has', { ...order(line('MIEL', 1)), pointsSpent: 600 }, '500 points disponibles'],
    ['points worth more than the order', { ...order(line('SAVON', 1)), pointsSpent: 700 }, 'plus que le total'],
    ['a customer who is not there', { ...order(line('MIEL', 1)), customerId: 'CLI-9' }, 'CLI-9'],
    ['a product that is not there', order(line('RIEN', 1)), 'RIEN'],
    ['no line', order(), 'aucune ligne'],
    ['half a jar', order(line('MIEL', 0.5)), 'quantité'],
    ['a discount above the price', order({ ...line('MIEL', 1), discountCents: 1300 }), 'remise'],
  ] as const)('%s', (_, input, message) => {
    const { plan, refusals } = enter(input);
    expect(plan.changes).toEqual([]);
    expect(refusals.join(' ')).toContain(message);
  });
});
