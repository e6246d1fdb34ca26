// Family "split": one need over several places. Ours are hubs, served in the order of their priority.
import { z } from 'zod';
import { allocate } from '#lib/stock/allocate.ts';
import type { WorkedCase } from '../case.ts';
import { demandFor, policyWith, shelfLot, TODAY } from '../shelf-lot.ts';
import { judge, type Verdict } from '../verdict.ts';

const schema = z.looseObject({
  strategy: z.string(),
  locations: z.array(z.object({ id: z.string(), onHand: z.number(), reserved: z.number() })),
  need: z.number(),
  expected: z.array(z.object({ location: z.string(), qty: z.number() })).optional(),
  expectedMultiset: z.array(z.number()).optional(),
  expectedTotal: z.number().optional(),
});

export function replaySplit(worked: WorkedCase): Verdict {
  const { strategy, locations, need, expected, expectedMultiset, expectedTotal } = schema.parse(worked);
  const hubIds = locations.map(({ id }) => id);
  const lots = locations.map(({ id, onHand, reserved }) => shelfLot(id, onHand, { hubId: id, reserved }));
  const demands = [demandFor('need', need, { hubIds })];
  const { allocations } = allocate({ lots, demands, policy: policyWith('partial'), today: TODAY });
  const given = allocations.map(({ lotId, quantity }) => ({ location: lotId, qty: quantity }));
  const quantities = given.map(({ qty }) => qty);
  const total = quantities.reduce((sum, qty) => sum + qty, 0);
  const comparisons = [
    ...(expected === undefined ? [] : [{ what: 'split', expected, actual: given }]),
    ...(expectedMultiset === undefined ? [] : [{ what: 'quantities', expected: expectedMultiset, actual: quantities }]),
    ...(expectedTotal === undefined ? [] : [{ what: 'total', expected: expectedTotal, actual: total }]),
  ];
  const because =
    strategy === 'priority'
      ? undefined
      : 'hubs are taken by their priority, here the order of the rows, not by their stock';
  return judge(comparisons, because);
}
