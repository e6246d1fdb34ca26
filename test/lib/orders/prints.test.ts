// What is printed: the pick list in walking order, packing slips; everything escaped.
import { describe, expect, it, test } from 'vitest';
import { pickList } from '#lib/orders/pick-list.ts';
import { planPrintPackingSlips } from '#lib/orders/plan-print-packing-slips.ts';
import { planPrintPickList } from '#lib/orders/plan-print-pick-list.ts';
import { planRouteOrders } from '#lib/orders/plan-route-orders.ts';
import { rowsAsText } from '../../support/rows-as-text.ts';
import type { TestRows } from '../../support/workbook-of.ts';
import { carriedOut, contextAt, meta, shopRows, shopWith } from './order-shop.ts';

const order = (id: string, shipName: string) =>
  ({ id, orderedAt: '2026-11-23T09:00:00', customerId: 'CLI-000001', status: 'draft', shipName }) as const;
const line = (id: string, orderId: string, productId: string, quantity: number) =>
  ({ id, orderId, productId, quantity, status: 'to_route' }) as const;
const places: Readonly<Record<string, string>> = { 'LOT-000001': 'B-10', 'LOT-000002': 'b-2' };
const lots = (shopRows.lots ?? []).map((lot) => {
  const location = places[String(lot.id)];
  return location === undefined ? lot : { ...lot, location };
}) as NonNullable<TestRows['lots']>;

const typed = shopWith({
  lots,
  orders: [order('CMD-000001', '<b>"Léa" & Co</b>'), order('CMD-000002', 'Tom')],
  lines: [
    line('LIG-000001', 'CMD-000001', 'MIEL', 2),
    line('LIG-000002', 'CMD-000001', 'HUILE', 1),
    line('LIG-000003', 'CMD-000002', 'MIEL', 3),
    line('LIG-000004', 'CMD-000002', 'SAVON', 1),
  ],
});
const all = { orderId: null, parcels: null, retry: false, exceptionReason: null } as const;
const routed = carriedOut(typed, planRouteOrders(contextAt(typed), all, meta)).after;

describe('the pick list', () => {
  it('goes from place to place, each lot once, and says whose units they are', () => {
    const stops = pickList({ workbook: routed }, routed.lines.rows).map((stop) => ({
      ...stop,
      forOrders: stop.forOrders.map(({ orderId, quantity }) => `${orderId}:${quantity}`).join(' '),
    }));
    expect(rowsAsText(stops, 'location', 'lotId', 'quantity', 'forOrders')).toEqual([
      'b-2 | LOT-000002 | 2 | CMD-000002:2',
      'B-10 | LOT-000001 | 3 | CMD-000001:2 CMD-000002:1',
      '- | LOT-000003 | 1 | CMD-000002:1',
    ]);
  });

  it('is printed once or twice; its orders are being prepared after the first time', () => {
    const print = (workbook: typeof routed, orders: readonly { orderId: string }[] = []) =>
      carriedOut(workbook, planPrintPickList(contextAt(workbook), { hubId: null, orders }, meta));
    const first = print(routed);
    expect(first.after.orders.rows.map(({ status }) => status)).toEqual(['preparing', 'preparing']);
    expect(first.plan.summary).toBe('6 articles à prélever pour 2 commandes.');
    const again = print(first.after);
    expect(again.plan.changes).toEqual([]);
    expect(again.plan.effects).toEqual(first.plan.effects);
    expect(print(routed, [{ orderId: 'CMD-000001' }]).plan.summary).toBe('2 articles à prélever pour 1 commande.');
    expect(print(typed).refusals.join()).toContain('aucune ligne réservée');
  });
});

describe('a packing slip', () => {
  const { plan } = carriedOut(
    routed,
    planPrintPackingSlips(contextAt(routed), { parcels: [{ shipmentId: 'EXP-000001' }, { shipmentId: 'EXP-000003' }] }),
  );
  const [effect] = plan.effects;
  const html = effect?.kind === 'print' ? effect.html : '';

  it('names what is inside and what comes in another parcel, without prices', () => {
    expect(html).toContain('<td>miel</td><td>MIEL</td><td>LOT-000001×2</td><td class="number">2</td>');
    expect(html).toContain('<p>Arrive dans un autre colis :</p><p>1 × huile – 30/11/2026</p>');
    expect(html).not.toContain('€');
    expect(html.match(/<section>/g)).toHaveLength(2);
    expect(plan.changes).toEqual([]);
  });

  it('lets no text of the workbook become markup, and asks the network for nothing', () => {
    expect(html).toContain('&lt;b&gt;&quot;Léa&quot; &amp; Co&lt;/b&gt;');
    expect(html).not.toMatch(/<b>|<script|src=|href=|url\(/);
  });
});

test('a parcel that is not there is refused', () => {
  const { refusals } = carriedOut(
    routed,
    planPrintPackingSlips(contextAt(routed), { parcels: [{ shipmentId: 'EXP-9' }] }),
  );
  expect(refusals.join()).toContain('EXP-9');
});
