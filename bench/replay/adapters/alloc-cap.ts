// Family "alloc-cap": reservations of one lot never exceed it; changing one counts without itself.
import { z } from 'zod';
import { allocate } from '#lib/stock/allocate.ts';
import type { WorkedCase } from '../case.ts';
import { demandFor, policyWith, shelfLot, TODAY } from '../shelf-lot.ts';
import { judge, type Verdict } from '../verdict.ts';

const schema = z.looseObject({
  lotQty: z.number(),
  /** `edit` names an earlier attempt by its turn, from 1. */
  attempts: z.array(z.object({ qty: z.number(), ok: z.boolean(), edit: z.number().optional() })),
});

export function replayAllocCap(worked: WorkedCase): Verdict {
  const { lotQty, attempts } = schema.parse(worked);
  const held = new Map<number, number>();
  const comparisons = attempts.map(({ qty, ok, edit }, index) => {
    const turn = edit ?? index + 1;
    const own = held.get(turn) ?? 0;
    const reserved = [...held.values()].reduce((sum, quantity) => sum + quantity, 0);
    const demands = [demandFor(String(turn), qty, { held: [{ lotId: 'lot', quantity: own }] })];
    const lots = [shelfLot('lot', lotQty, { reserved })];
    const { shortfalls } = allocate({ lots, demands, policy: policyWith('whole-line'), today: TODAY });
    if (shortfalls.length === 0) held.set(turn, qty);
    return { what: `attempt ${index + 1}`, expected: ok, actual: shortfalls.length === 0 };
  });
  return judge(comparisons);
}
