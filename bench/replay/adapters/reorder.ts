// Families of reorder rules: minimum and target, topping up, pack multiples, words for the state of a stock.
import { z } from 'zod';
import { orderQuantity, roundToPacks } from '#lib/stock/reorder/order-quantity.ts';
import type { WorkedCase } from '../case.ts';
import { type Comparison, judge, judgeOtherwise, outOfScope, type Verdict } from '../verdict.ts';

const packs = { packSize: 1, minimum: 0, cap: null };

const rowsSchema = z.looseObject({
  rows: z.array(
    z.object({
      projected: z.number(),
      min: z.number().nullable(),
      target: z.number(),
      onOrder: z.number().optional(),
      order: z.number(),
    }),
  ),
});
const stepsSchema = z.looseObject({
  min: z.number(),
  max: z.number(),
  steps: z.array(z.object({ demand: z.number(), poLineQty: z.number(), toOrder: z.number() })),
});

export function replayReorder(worked: WorkedCase): Verdict {
  return 'steps' in worked ? replayTopUp(stepsSchema.parse(worked)) : replayMinimum(rowsSchema.parse(worked));
}

function replayMinimum({ rows }: z.infer<typeof rowsSchema>): Verdict {
  const foreseen = new Map<string, unknown>();
  const comparisons = rows.map(({ projected, min, target, onOrder = 0, order }, index): Comparison => {
    const what = `row ${index + 1}`;
    const position = projected + onOrder;
    if (position === min) foreseen.set(what, target - position);
    return { what, expected: order, actual: quantityAt(position, min ?? target, target) };
  });
  return judgeOtherwise(comparisons, foreseen, 'our trigger is inclusive: at the reorder point we order');
}

function replayTopUp({ min, max, steps }: z.infer<typeof stepsSchema>): Verdict {
  let position = 0;
  let ordered = 0;
  const comparisons = steps.flatMap(({ demand, poLineQty, toOrder }, index): Comparison[] => {
    position -= demand;
    const added = quantityAt(position, min, max);
    ordered += added;
    position += added;
    return [
      { what: `step ${index + 1}: on the purchase`, expected: poLineQty, actual: ordered },
      { what: `step ${index + 1}: still to order`, expected: toOrder, actual: quantityAt(position, min, max) },
    ];
  });
  return judge(comparisons);
}

function quantityAt(position: number, point: number, upTo: number): number {
  const order = orderQuantity(position, { point, upTo }, packs);
  return order.kind === 'order' ? order.quantity : 0;
}

const multipleSchema = z.looseObject({
  topGreen: z.number(),
  multiple: z.number(),
  rows: z.array(z.object({ nfp: z.number(), tolerancePct: z.number(), order: z.number() })),
});

export function replayMultiple(worked: WorkedCase): Verdict {
  const { topGreen, multiple, rows } = multipleSchema.parse(worked);
  const foreseen = new Map<string, unknown>();
  const comparisons = rows.map(({ nfp, tolerancePct, order }, index): Comparison => {
    const what = `row ${index + 1}`;
    const actual = roundToPacks(topGreen - nfp, { packSize: multiple, minimum: 0 });
    // A pack more than the origin takes, which accepts to fall short by its tolerance.
    if (tolerancePct > 0 && order < topGreen - nfp) foreseen.set(what, order + multiple);
    return { what, expected: order, actual };
  });
  return judgeOtherwise(
    comparisons,
    foreseen,
    'packs are rounded up without tolerance: less than is missing is never ordered',
  );
}

export function replayStatus(): Verdict {
  return outOfScope(
    'the words for a stock’s state are live formulas of the Stock tab with one reorder point, no minimum and maximum; they are checked against lib there',
  );
}

export function replayDdmrp(): Verdict {
  return outOfScope(
    'demand-driven buffers (red, yellow, green zones) are another method: ours has a reorder point by forecast, safety and cycle, or a share of the target',
  );
}
