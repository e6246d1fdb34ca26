// Family "count": the difference of a count; a blank is not zero.
import { z } from 'zod';
import { countDifference } from '#lib/stock/count-difference.ts';
import type { WorkedCase } from '../case.ts';
import { judge, type Verdict } from '../verdict.ts';

const schema = z.looseObject({
  rows: z.array(
    z.object({ counted: z.number().nullable(), onHand: z.number().nullable(), variance: z.number().nullable() }),
  ),
});

export function replayCount(worked: WorkedCase): Verdict {
  const { rows } = schema.parse(worked);
  return judge(
    rows.map(({ counted, onHand, variance }, index) => ({
      what: `row ${index + 1}`,
      expected: variance,
      actual: countDifference(counted, onHand),
    })),
  );
}
