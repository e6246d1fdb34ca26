// Family "tracking": check digits of international postal numbers.
import { z } from 'zod';
import { isSoundS10 } from '#lib/orders/tracking-number.ts';
import type { WorkedCase } from '../case.ts';
import { judge, type Verdict } from '../verdict.ts';

const schema = z.looseObject({ valid: z.array(z.string()), invalid: z.array(z.string()) });

export function replayTracking(worked: WorkedCase): Verdict {
  const { valid, invalid } = schema.parse(worked);
  return judge([
    ...valid.map((number) => ({ what: number, expected: true, actual: isSoundS10(number) })),
    ...invalid.map((number) => ({ what: number, expected: false, actual: isSoundS10(number) })),
  ]);
}
