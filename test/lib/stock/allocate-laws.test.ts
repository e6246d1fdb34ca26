// The laws of allocation over invented shelves. Each generator counts how often it met the hard cases, prints it, and fails
// when it missed one.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { by } from '#lib/kernel/compare.ts';
import { type AllocationResult, allocate } from '#lib/stock/allocate.ts';
import { lastGoodDay } from '#lib/stock/lot-dates.ts';
import { lotOrder } from '#lib/stock/lot-order.ts';
import { deliveryDays, skipReason } from '#lib/stock/skip-reason.ts';
import { type InventedBatch, invented, policyOf } from './invented-shelves.ts';
import { allocatePlainly } from './plain-allocation.ts';
import { TODAY } from './shelf-of.ts';

const RUNS = 2000;
const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0);
const dated = (row: InventedBatch['lots'][number]) => ({ row, lastGoodOn: lastGoodDay(row) });
const given = ({ allocations }: AllocationResult, demandId: string) =>
  sum(allocations.filter((one) => one.demandId === demandId).map(({ quantity }) => quantity));

function holds(
  title: string,
  traits: Parameters<typeof invented>[0],
  law: (batch: InventedBatch) => AllocationResult,
  least: Readonly<Record<string, number>>,
) {
  const met: Record<string, number> = { split: 0, short: 0, skipped: 0, exception: 0, inversion: 0, held: 0 };
  const see = (name: string, isMet: boolean) => {
    if (isMet) met[name] = (met[name] ?? 0) + 1;
  };
  fc.assert(
    fc.property(invented(traits), (batch) => {
      const { allocations, skipped, shortfalls } = law(batch);
      const demandIds = allocations.map(({ demandId }) => demandId);
      see('split', new Set(demandIds).size < demandIds.length);
      see('short', shortfalls.length > 0);
      see('skipped', skipped.length > 0);
      see(
        'exception',
        allocations.some(({ isException }) => isException),
      );
      see(
        'inversion',
        allocations.some(({ datedEarlierLotId }) => datedEarlierLotId !== null),
      );
      see(
        'held',
        batch.demands.some(({ held = [] }) => held.length > 0),
      );
    }),
    { numRuns: RUNS },
  );
  process.stdout.write(`${title}: ${JSON.stringify(met)} of ${RUNS}\n`);
  for (const [name, count] of Object.entries(least)) expect(met[name], name).toBeGreaterThanOrEqual(count);
}

const all = { split: 50, short: 50, skipped: 50, exception: 20, inversion: 20, held: 200 };

test('law: no lot gives more than it holds, nor what others were promised; each demand gets or lacks all it asked', () => {
  holds(
    'never below zero',
    { allFit: false, withHolds: true },
    ({ lots, demands, promised }) => {
      const result = allocate({ lots, demands, policy: policyOf('partial'), today: TODAY });
      for (const lot of lots) {
        const taken = sum(result.allocations.filter(({ lotId }) => lotId === lot.id).map(({ quantity }) => quantity));
        expect(taken).toBeLessThanOrEqual(lot.onHand - (promised.get(lot.id) ?? 0));
      }
      for (const { id, quantity } of demands) {
        const lacks = sum(result.shortfalls.filter(({ demandId }) => demandId === id).map((one) => one.quantity));
        expect(given(result, id) + lacks).toBe(quantity);
      }
      for (const { quantity } of result.allocations) expect(quantity).toBeGreaterThan(0);
      return result;
    },
    all,
  );
});

test('law: what is allocated is fit for its delivery, or let through by its exception', () => {
  holds(
    'fit',
    { allFit: false, withHolds: true },
    ({ lots, demands }) => {
      const result = allocate({ lots, demands, policy: policyOf('partial'), today: TODAY });
      for (const { demandId, lotId, isException } of result.allocations) {
        const demand = demands.find(({ id }) => id === demandId);
        const lot = lots.find(({ id }) => id === lotId);
        if (demand === undefined || lot === undefined) throw new Error('allocated to nobody');
        const skip = skipReason(dated(lot), deliveryDays(TODAY, demand.deliverOn, 14));
        expect(skip === null || (skip.canBeExcepted && demand.exception !== undefined)).toBe(true);
        expect(isException).toBe(skip !== null);
        expect([lot.productId, demand.hubIds.includes(lot.hubId)]).toEqual([demand.productId, true]);
      }
      return result;
    },
    all,
  );
});

test('law: Σ allocated = min(Σ demand, Σ available), reservations of the batch included', () => {
  holds(
    'nothing stays on the shelf',
    { allFit: true, withHolds: true },
    ({ lots, demands, promised }) => {
      const result = allocate({ lots, demands, policy: policyOf('partial'), today: TODAY });
      for (const productId of ['HONEY', 'SOAP']) {
        const wanted = sum(demands.filter((one) => one.productId === productId).map(({ quantity }) => quantity));
        const own = lots.filter((lot) => lot.productId === productId);
        const there = sum(own.map(({ id, onHand }) => onHand - (promised.get(id) ?? 0)));
        const ids = new Set(own.map(({ id }) => id));
        const got = sum(result.allocations.filter(({ lotId }) => ids.has(lotId)).map(({ quantity }) => quantity));
        expect(got).toBe(Math.min(wanted, there));
      }
      return result;
    },
    { split: 50, short: 50, held: 200 },
  );
});

test('law: what an order reserved is never given to another', () => {
  holds(
    'own reservations',
    { allFit: true, withHolds: true },
    ({ lots, demands }) => {
      const result = allocate({ lots, demands, policy: policyOf('partial'), today: TODAY });
      for (const order of ['A', 'B', 'C', 'D']) {
        for (const productId of ['HONEY', 'SOAP']) {
          const own = demands.filter((one) => one.orderId === order && one.productId === productId);
          const held = sum(own.flatMap((one) => (one.held ?? []).map(({ quantity }) => quantity)));
          const wanted = sum(own.map(({ quantity }) => quantity));
          expect(sum(own.map(({ id }) => given(result, id)))).toBeGreaterThanOrEqual(Math.min(held, wanted));
        }
      }
      return result;
    },
    { short: 50, held: 200 },
  );
});

test.each(['fifo', 'fefo'] as const)('law: %s: no unit leaves while a fit lot before it has one', (picking) => {
  holds(
    picking,
    { allFit: false, withHolds: false },
    ({ lots, demands, promised }) => {
      const result = allocate({ lots, demands, policy: policyOf('partial', picking), today: TODAY });
      const left = new Map(lots.map(({ id, onHand }) => [id, onHand - (promised.get(id) ?? 0)]));
      const inOrder = lots.map(dated).sort(lotOrder(picking));
      for (const { demandId, lotId, quantity } of result.allocations) {
        const demand = demands.find(({ id }) => id === demandId);
        const lot = lots.find(({ id }) => id === lotId);
        if (demand === undefined || lot === undefined) throw new Error('allocated to nobody');
        const days = deliveryDays(TODAY, demand.deliverOn, 14);
        for (const before of inOrder.slice(
          0,
          inOrder.findIndex(({ row }) => row.id === lotId),
        )) {
          const skip = skipReason(before, days);
          const isFit = skip === null || (skip.canBeExcepted && demand.exception !== undefined);
          const isSame = before.row.productId === lot.productId && before.row.hubId === lot.hubId;
          if (isFit && isSame) expect(left.get(before.row.id)).toBe(0);
        }
        left.set(lotId, (left.get(lotId) ?? 0) - quantity);
      }
      return result;
    },
    { split: 50, short: 50, skipped: 50, exception: 20 },
  );
});

test('law: an order waits whole under whole-order, a line under whole-line; the order of the lots in the tab does not matter', () => {
  holds(
    'all or nothing',
    { allFit: false, withHolds: true },
    ({ lots, demands }) => {
      const whole = allocate({ lots, demands, policy: policyOf('whole-order'), today: TODAY });
      for (const order of ['A', 'B', 'C', 'D']) {
        const own = demands.filter(({ orderId }) => orderId === order);
        const got = sum(own.map(({ id }) => given(whole, id)));
        expect([0, sum(own.map(({ quantity }) => quantity))]).toContain(got);
      }
      const lines = allocate({ lots, demands, policy: policyOf('whole-line'), today: TODAY });
      for (const { id, quantity } of demands) expect([0, quantity]).toContain(given(lines, id));
      const mirrored = allocate({ lots: [...lots].reverse(), demands, policy: policyOf('whole-line'), today: TODAY });
      const sorted = ({ skipped, ...rest }: AllocationResult) => ({
        ...rest,
        skipped: [...skipped].sort(by(({ lotId }) => lotId)),
      });
      expect(sorted(mirrored)).toEqual(sorted(lines));
      return whole;
    },
    { short: 50, skipped: 50, held: 200 },
  );
});

test('law: what is allocated and reported is what a walk over every lot, for every demand, finds', () => {
  holds(
    'as by hand',
    { allFit: false, withHolds: true, lots: 24, demands: 16 },
    ({ lots, demands }) => {
      const result = allocate({ lots, demands, policy: policyOf('partial'), today: TODAY });
      const { allocations, skipped } = result;
      expect([
        ...allocations.map(({ demandId, lotId, quantity }) => `${demandId}: ${lotId}×${quantity}`),
        ...skipped.map((one) => `${one.demandId} passes by ${one.lotId}×${one.quantity}: ${one.reason}`),
      ]).toEqual(allocatePlainly({ lots, demands, policy: policyOf('partial'), today: TODAY }));
      return result;
    },
    all,
  );
});
