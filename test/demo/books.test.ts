// The demo shop's books balance: lots and movements, points lots and ledger, orders and lines, picks in FIFO order.
import { describe, expect, test } from 'vitest';
import type { DemoRow } from '#demo/demo-rows.ts';
import { addDays, addMonths, type Day } from '#lib/kernel/day.ts';
import { defaultSettings } from '#lib/tables/default-settings.ts';
import { demoShop, LAST_DAY } from './demo-workbook.ts';

const shops: readonly (readonly [Day, seed: number])[] = [
  [LAST_DAY, 1],
  ['2026-04-30', 2],
  ['2027-08-17', 3],
  ['2028-02-29', 4],
  ['2026-12-27', 5],
];

describe.each(shops)('the books ending on %s, seed %i', (today, seed) => {
  const { rows } = demoShop(today, 1, seed);

  test('a lot holds the sum of its movements, never below zero on the way', () => {
    const onHand = new Map<string, number>();
    let last = '';
    for (const { id, lotId, quantity, at } of rows.movements) {
      expect(at !== null && at !== undefined && at >= last, `${id} is out of order`).toBe(true);
      last = at ?? last;
      onHand.set(lotId, (onHand.get(lotId) ?? 0) + quantity);
      expect(onHand.get(lotId), `${lotId} after ${id}`).toBeGreaterThanOrEqual(0);
    }
    for (const lot of rows.lots) {
      expect(lot.onHand, lot.id).toBe(onHand.get(lot.id));
      expect(lot.status === 'exhausted', lot.id).toBe(lot.onHand === 0 && lot.status !== 'quarantined');
    }
  });

  test('a lot reserves what open lines say, and no more than it holds', () => {
    const reserved = new Map<string, number>();
    for (const line of rows.lines.filter((candidate) => candidate.status === 'reserved')) {
      const parts = takesOf(line);
      expect(sum(parts.map(([, quantity]) => quantity))).toBe(line.reservedQuantity);
      for (const [lotId, quantity] of parts) reserved.set(lotId, (reserved.get(lotId) ?? 0) + quantity);
    }
    for (const lot of rows.lots) {
      expect(lot.reserved, lot.id).toBe(reserved.get(lot.id) ?? 0);
      expect(lot.reserved, lot.id).toBeLessThanOrEqual(lot.onHand);
    }
  });

  test('every pick takes the oldest lot that the order may have', () => {
    expect(picksOutOfOrder(rows.lots, rows.movements, rows.lines)).toEqual([]);
  });

  test('picks are what the lines say, at the cost of their lots', () => {
    const picked = new Map<string, { quantity: number; cost: number }>();
    for (const { kind, lineId, quantity, unitCostCents } of rows.movements) {
      if (kind !== 'pick') continue;
      const sofar = picked.get(lineId ?? '') ?? { quantity: 0, cost: 0 };
      picked.set(lineId ?? '', { quantity: sofar.quantity - quantity, cost: sofar.cost - quantity * unitCostCents });
    }
    const taken = rows.lines.filter(
      (line) => line.route === 'hub' && (line.shippedQuantity || line.status === 'picked'),
    );
    expect(taken.length).toBe(picked.size);
    for (const line of taken) {
      expect(picked.get(line.id), line.id).toEqual({ quantity: line.quantity, cost: line.costCents });
      expect(line.shippedQuantity ?? line.quantity, line.id).toBe(line.quantity);
    }
  });

  test('an order adds up: its lines, shipping and discount; euros and points pay it', () => {
    const goods = new Map<string, number>();
    for (const line of rows.lines) {
      const cents = line.quantity * (line.unitPriceCents ?? 0) - (line.discountCents ?? 0);
      goods.set(line.orderId, (goods.get(line.orderId) ?? 0) + cents);
    }
    for (const order of rows.orders) {
      const total = (goods.get(order.id) ?? 0) + (order.shippingPaidCents ?? 0) - (order.discountCents ?? 0);
      expect(order.totalCents, order.id).toBe(total);
      expect(total, order.id).toBeGreaterThan(0);
      if (order.paidCents == null) expect(['draft', 'voided']).toContain(order.status);
      else expect((order.pointsValueCents ?? 0) + order.paidCents, order.id).toBe(total);
    }
  });

  test('a purchase received what its lots were born with', () => {
    const born = new Map<string, number>();
    for (const { kind, purchaseId, quantity } of rows.movements) {
      if (kind === 'receipt') born.set(purchaseId ?? '', (born.get(purchaseId ?? '') ?? 0) + quantity);
    }
    for (const purchase of rows.purchases) {
      expect(purchase.receivedQuantity, purchase.id).toBe(born.get(purchase.id) ?? 0);
      expect(purchase.status === 'received', purchase.id).toBe(purchase.receivedQuantity === purchase.quantity);
    }
  });

  test('a points lot holds the sum of its ledger rows, never below zero, and lives eighteen months', () => {
    const remaining = new Map<string, number>();
    const balance = new Map<string, number>();
    for (const { id, lotId, customerId, points } of rows.points) {
      const left = (remaining.get(lotId ?? '') ?? 0) + points;
      expect(left, `${lotId} after ${id}`).toBeGreaterThanOrEqual(0);
      remaining.set(lotId ?? '', left);
      balance.set(customerId, (balance.get(customerId) ?? 0) + points);
    }
    for (const lot of rows.pointLots) {
      expect(lot.remaining, lot.id).toBe(remaining.get(lot.id));
      expect(lot.expiresOn, lot.id).toBe(addMonths(lot.earnedOn, defaultSettings['points.lifetimeMonths']));
      if (lot.expiresOn <= addDays(today, -2)) expect(lot.remaining, lot.id).toBe(0);
    }
    for (const customer of rows.customers) expect(customer.pointsBalance ?? 0).toBe(balance.get(customer.id) ?? 0);
  });

  test('points pay orders from the lot that expires first, before it expires', () => {
    const lots = new Map(rows.pointLots.map((lot) => [lot.id, lot]));
    const spentByOrder = new Map<string, number>();
    for (const { kind, lotId, on, points, source } of rows.points) {
      if (kind !== 'spend') continue;
      expect((lots.get(lotId ?? '')?.expiresOn ?? '') > on).toBe(true);
      spentByOrder.set(source ?? '', (spentByOrder.get(source ?? '') ?? 0) - points);
    }
    for (const order of rows.orders) expect(order.pointsSpent ?? 0, order.id).toBe(spentByOrder.get(order.id) ?? 0);
    expect(spendsOutOfOrder(rows.points, rows.pointLots)).toEqual([]);
  });

  test('a stock-take that was validated moved its differences', () => {
    const moved = new Map(
      rows.movements.filter((row) => row.stockTakeId).map((row) => [row.stockTakeId, row.quantity]),
    );
    for (const line of rows.stockTakes) {
      if (line.status === 'validated') expect(line.difference, line.id).toBe(moved.get(line.id) ?? 0);
      if (line.status !== 'to_count') expect(line.counted).toBe(line.expected + (line.difference ?? 0));
    }
  });
});

type Lot = DemoRow<'lots'>;
type Line = DemoRow<'lines'>;

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);

function takesOf({ allocation }: Line): [string, number][] {
  return (allocation ?? '')
    .split(' ')
    .filter((part) => part !== '')
    .map((part) => [part.split('×')[0] ?? '', Number(part.split('×')[1])]);
}

/** Replays the journal: a pick that left an older lot, in date and on sale, on the same shelf. */
function picksOutOfOrder(lots: readonly Lot[], movements: readonly DemoRow<'movements'>[], lines: readonly Line[]) {
  const lotById = new Map(lots.map((lot) => [lot.id, lot]));
  const promised = new Map(lines.map((line) => [line.id, line.promisedOn]));
  const onHand = new Map<string, number>();
  const wrong: string[] = [];
  for (const { id, kind, lotId, lineId, quantity, productId, hubId } of movements) {
    const lot = lotById.get(lotId);
    if (kind === 'pick' && lot !== undefined) {
      const limit = addDays(promised.get(lineId ?? '') as Day, defaultSettings['stock.minimumShelfLifeDays']);
      const older = lots.find(
        (other) =>
          other.productId === productId &&
          other.hubId === hubId &&
          other.status !== 'quarantined' &&
          (onHand.get(other.id) ?? 0) > 0 &&
          (other.bestBeforeOn ?? limit) >= limit &&
          rank(other) < rank(lot),
      );
      if (older !== undefined) wrong.push(`${id} took ${lotId} before ${older.id}`);
    }
    onHand.set(lotId, (onHand.get(lotId) ?? 0) + quantity);
  }
  return wrong;
}

const rank = (lot: Lot): string => `${lot.receivedOn} ${lot.bestBeforeOn ?? '9999-12-31'} ${lot.id}`;

/** Replays the ledger: points spent from a lot while another live lot of the customer expires sooner. Gifts are never spent. */
function spendsOutOfOrder(points: readonly DemoRow<'points'>[], lots: readonly DemoRow<'pointLots'>[]): string[] {
  const lotById = new Map(lots.map((lot) => [lot.id, lot]));
  const remaining = new Map<string, number>();
  const wrong: string[] = [];
  for (const { id, kind, lotId, customerId, on, points: moved } of points) {
    const lot = lotById.get(lotId ?? '');
    if (kind === 'spend' && lot !== undefined) {
      const sooner = lots.find(
        (other) =>
          other.customerId === customerId &&
          (remaining.get(other.id) ?? 0) > 0 &&
          other.expiresOn > on &&
          other.expiresOn < lot.expiresOn,
      );
      if (sooner !== undefined) wrong.push(`${id} spent ${lotId} before ${sooner.id}`);
    }
    remaining.set(lotId ?? '', (remaining.get(lotId ?? '') ?? 0) + moved);
  }
  return wrong;
}
