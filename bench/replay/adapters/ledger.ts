// Family "ledger": the life of a promise: reserve, ship, restock. A promise beyond stock is a back-order here, never a
// reservation, so "allocated" counts only units that are there.
import { z } from 'zod';
import { type AllocationPolicy, allocate } from '#lib/stock/allocate.ts';
import type { WorkedCase } from '../case.ts';
import { demandFor, policyWith, shelfLot, TODAY } from '../shelf-lot.ts';
import { type Comparison, judgeOtherwise, type Verdict } from '../verdict.ts';

const schema = z.looseObject({
  threshold: z.number(),
  start: z.object({ onHand: z.number(), allocated: z.number() }),
  steps: z.array(
    z.object({
      op: z.enum(['allocate', 'fulfil', 'set']),
      qty: z.number().optional(),
      onHand: z.number().optional(),
      allocated: z.number().optional(),
      error: z.string().optional(),
      backorder: z.boolean().optional(),
    }),
  ),
});

const foreseen: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  R02: { 'step 1 allocated': 3, 'step 3 allocated': 0 },
  R04: { 'step 2 allocated': 2 },
};

interface Books {
  onHand: number;
  reserved: number;
  waiting: number;
}

export function replayLedger(worked: WorkedCase): Verdict {
  const { threshold, start, steps } = schema.parse(worked);
  const books: Books = { onHand: start.onHand, reserved: start.allocated, waiting: 0 };
  const comparisons = steps.flatMap((step, index): Comparison[] => {
    const maySellBeyond = threshold < 0 || step.backorder === true;
    const refused = play(books, step.op, step.qty ?? step.onHand ?? 0, maySellBeyond);
    const about = (what: string) => `step ${index + 1} ${what}`;
    const found: Comparison[] = [{ what: about('refused'), expected: step.error !== undefined, actual: refused }];
    if (step.onHand !== undefined) found.push({ what: about('on hand'), expected: step.onHand, actual: books.onHand });
    if (step.allocated !== undefined)
      found.push({ what: about('allocated'), expected: step.allocated, actual: books.reserved });
    return found;
  });
  const because =
    'what is promised beyond stock waits as a back-order and is reserved when stock comes; the same parcels leave';
  return judgeOtherwise(comparisons, new Map(Object.entries(foreseen[worked.id] ?? {})), because);
}

/** @returns whether it was refused. */
function play(books: Books, op: 'allocate' | 'fulfil' | 'set', quantity: number, maySellBeyond: boolean): boolean {
  if (op === 'set') {
    books.onHand = quantity;
    const { given } = ask(books, books.waiting, 0, 'partial');
    books.reserved += given;
    books.waiting -= given;
    return false;
  }
  if (op === 'fulfil') {
    const { given } = ask(books, quantity, books.reserved, 'whole-line');
    if (given === 0) return true;
    books.onHand -= given;
    books.reserved = Math.max(0, books.reserved - given);
    return false;
  }
  const { given } = ask(books, quantity, 0, maySellBeyond ? 'partial' : 'whole-line');
  books.reserved += given;
  if (maySellBeyond) books.waiting += quantity - given;
  return !maySellBeyond && given < quantity;
}

function ask({ onHand, reserved }: Books, quantity: number, held: number, shortage: AllocationPolicy['shortage']) {
  const lots = [shelfLot('lot', onHand, { reserved })];
  const demands = [demandFor('order', quantity, { held: [{ lotId: 'lot', quantity: held }] })];
  const { allocations } = allocate({ lots, demands, policy: policyWith(shortage), today: TODAY });
  return { given: allocations.reduce((sum, allocation) => sum + allocation.quantity, 0) };
}
