// Family "reserve-batch": lines of one order on one product are checked together.
import { z } from 'zod';
import { allocate } from '#lib/stock/allocate.ts';
import type { WorkedCase } from '../case.ts';
import { demandFor, policyWith, shelfLot, TODAY } from '../shelf-lot.ts';
import { judge, type Verdict } from '../verdict.ts';

const schema = z.looseObject({
  onHand: z.number(),
  lines: z.array(z.number()),
  expected: z.object({ error: z.literal('insufficient'), reserved: z.number() }),
});

export function replayReserveBatch(worked: WorkedCase): Verdict {
  const { onHand, lines, expected } = schema.parse(worked);
  const demands = lines.map((quantity, index) => demandFor(`line ${index}`, quantity, { orderId: 'order' }));
  const lots = [shelfLot('lot', onHand)];
  const { allocations, shortfalls } = allocate({ lots, demands, policy: policyWith('whole-order'), today: TODAY });
  return judge([
    { what: 'insufficient', expected: true, actual: shortfalls.some(({ lacking }) => lacking > 0) },
    {
      what: 'reserved',
      expected: expected.reserved,
      actual: allocations.reduce((sum, { quantity }) => sum + quantity, 0),
    },
  ]);
}
