// Family "formula": averages, safety, reorder point, cover and quantity, one row a formula of the origin.
import { z } from 'zod';
import { coverDays, dailyUnits } from '#lib/stock/reorder/average-demand.ts';
import { orderQuantity } from '#lib/stock/reorder/order-quantity.ts';
import { leadTimeLevels } from '#lib/stock/reorder/reorder-levels.ts';
import { positionOf } from '#lib/stock/reorder/stock-position.ts';
import type { WorkedCase } from '../case.ts';
import { type Comparison, judge, judgeOtherwise, outOfScope, type Verdict } from '../verdict.ts';

const figure = z.number().nullable().optional();
const rowSchema = z.object({
  f: z.string(),
  in: z.looseObject({
    sold: figure,
    days: figure,
    adu: figure,
    lead: figure,
    sd: figure,
    z: figure,
    minDays: figure,
    review: figure,
    safety: figure,
    leadDemand: figure,
    onHand: figure,
    incoming: figure,
    reserved: figure,
    available: figure,
    rop: figure,
    target: figure,
    moq: figure,
    multiple: figure,
    max: figure,
  }),
  out: figure,
});
const schema = z.looseObject({ rows: z.array(rowSchema) });
type Inputs = z.infer<typeof rowSchema>['in'];

const usual = { dailyUnits: 0, coveredDays: 0, quantileExcess: 0, bufferDays: 0, cycleDays: 0 };

export function replayFormula(worked: WorkedCase): Verdict {
  const { rows } = schema.parse(worked);
  if (rows.some(({ f }) => f === 'avgPerSale')) {
    return outOfScope('a floor of so many average sales: our safety is the larger of weeks of sales and a quantile');
  }
  const foreseen = new Map<string, unknown>();
  const comparisons = rows.map(({ f, in: given, out }, index): Comparison => {
    const what = `row ${index + 1} (${f})`;
    const actual = answer(f, given);
    // No sales over no days: we say that nothing is known, the origin that nothing is sold.
    if (f === 'adu' && given.days === 0) foreseen.set(what, null);
    // Spread by z × sd × √lead: ours is a quantile of the shop's own days, so without days only the buffer remains.
    if (f === 'safety' && given.minDays === 0) foreseen.set(what, 0);
    return { what, expected: out, actual };
  });
  if (foreseen.size === 0) return judge(comparisons);
  const because =
    'an average over no day is unknown, not 0; and the spread of demand is a quantile of the shop’s own days, not z × sd × √lead';
  return judgeOtherwise(comparisons, foreseen, because);
}

function answer(formula: string, given: Inputs): number | null {
  const number = (value: number | null | undefined) => value ?? 0;
  const { adu, lead } = { adu: number(given.adu), lead: number(given.lead) };
  switch (formula) {
    case 'adu':
      return dailyUnits(number(given.sold), number(given.days));
    case 'leadDemand':
      return leadTimeLevels({ ...usual, dailyUnits: adu, coveredDays: lead }).expected;
    case 'safety':
      return leadTimeLevels({ ...usual, dailyUnits: adu, coveredDays: lead, bufferDays: number(given.minDays) }).safety;
    case 'rop':
      return leadTimeLevels({
        ...usual,
        dailyUnits: number(given.leadDemand),
        coveredDays: 1,
        quantileExcess: number(given.safety),
      }).point;
    case 'target':
      // A review interval is covered like a lead time.
      return leadTimeLevels({
        ...usual,
        dailyUnits: adu,
        coveredDays: lead + number(given.review),
        quantileExcess: number(given.safety),
      }).point;
    case 'position':
      return positionOf({
        available: number(given.onHand) - number(given.reserved),
        incoming: number(given.incoming),
        drafted: 0,
        waiting: 0,
      });
    case 'cover':
      return coverDays(number(given.available), adu);
    case 'orderQty':
      return quantityOf(given);
    default:
      throw new Error(`no formula ${formula}`);
  }
}

function quantityOf({ available, rop, target, moq, multiple, max }: Inputs): number {
  const position = available ?? 0;
  const order = orderQuantity(
    position,
    { point: rop ?? 0, upTo: target ?? 0 },
    { packSize: multiple ?? 1, minimum: moq ?? 0, cap: max === undefined || max === null ? null : max - position },
  );
  return order.kind === 'order' ? order.quantity : 0;
}
