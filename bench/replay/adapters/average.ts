// Family "average": the control case of average cost.
import { outOfScope, type Verdict } from '../verdict.ts';

export function replayAverage(): Verdict {
  return outOfScope('units cost what their own lot cost; there is no average cost to compute');
}
