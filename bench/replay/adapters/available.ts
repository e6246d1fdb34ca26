// Families of the figure "available": by day, over rows, and what of it is for sale.
import { z } from 'zod';
import type { Day } from '#lib/kernel/day.ts';
import { allocate } from '#lib/stock/allocate.ts';
import { stockFigures } from '#lib/stock/available.ts';
import type { WorkedCase } from '../case.ts';
import { demandFor, policyWith, shelfLot, TODAY } from '../shelf-lot.ts';
import { judge, judgeOtherwise, type Verdict } from '../verdict.ts';

const onSchema = z.looseObject({
  lots: z.array(z.object({ id: z.string(), received: z.string(), qty: z.number(), expiry: z.string() })),
  expected: z.array(z.object({ on: z.string(), available: z.number() })),
});

export function replayAvailableOn(worked: WorkedCase): Verdict {
  const { lots, expected } = onSchema.parse(worked);
  const shelf = lots.map(({ id, received, qty, expiry }) =>
    shelfLot(id, qty, { receivedOn: received as Day, bestBeforeOn: expiry as Day, dateKind: 'ddm' }),
  );
  return judge(
    expected.map(({ on, available }) => ({
      what: `available on ${on}`,
      expected: available,
      actual: stockFigures(shelf, on as Day).available,
    })),
  );
}

const sumSchema = z.looseObject({
  rows: z.array(z.tuple([z.number(), z.number()])),
  available: z.number(),
  reserve: z.number(),
  availableAfter: z.number(),
});

export function replayAvailableSum(worked: WorkedCase): Verdict {
  const { rows, available, reserve, availableAfter } = sumSchema.parse(worked);
  const lots = rows.map(([onHand, reserved], index) => shelfLot(`lot ${index}`, onHand, { reserved }));
  const demands = [demandFor('order', reserve)];
  const { allocations } = allocate({ lots, demands, policy: policyWith('partial'), today: TODAY });
  const after = lots.map((lot) => {
    const taken = allocations.filter(({ lotId }) => lotId === lot.id);
    return { ...lot, reserved: taken.reduce((sum, { quantity }) => sum + quantity, lot.reserved) };
  });
  return judge([
    { what: 'available', expected: available, actual: stockFigures(lots, TODAY).available },
    { what: 'available after', expected: availableAfter, actual: stockFigures(after, TODAY).available },
  ]);
}

const saleableSchema = z.looseObject({
  rows: z.array(z.object({ onHand: z.number(), allocated: z.number(), threshold: z.number(), saleable: z.number() })),
});

export function replaySaleable(worked: WorkedCase): Verdict {
  const { rows } = saleableSchema.parse(worked);
  const foreseen = new Map<string, unknown>();
  const comparisons = rows.map(({ onHand, allocated, threshold, saleable }, index) => {
    const what = `row ${index + 1}`;
    const actual = stockFigures([shelfLot('lot', onHand, { reserved: allocated })], TODAY).available;
    if (threshold !== 0) foreseen.set(what, onHand - allocated);
    return { what, expected: saleable, actual };
  });
  const because =
    'nothing is kept back nor sold beyond stock: the safety buffer triggers a purchase, it does not hide units';
  return judgeOtherwise(comparisons, foreseen, because);
}
