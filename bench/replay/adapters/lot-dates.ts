// Family "lot-dates": the days of a lot from its product's delays.
import { z } from 'zod';
import type { Day } from '#lib/kernel/day.ts';
import { lotMilestones } from '#lib/stock/lot-dates.ts';
import type { WorkedCase } from '../case.ts';
import { judge, type Verdict } from '../verdict.ts';

const schema = z.looseObject({
  product: z.object({
    expirationDays: z.number(),
    removalBeforeDays: z.number(),
    alertBeforeDays: z.number(),
  }),
  received: z.string(),
  expected: z.looseObject({ expiration: z.string(), removal: z.string(), alert: z.string() }),
});

export function replayLotDates(worked: WorkedCase): Verdict {
  const { product, received, expected } = schema.parse(worked);
  const days = lotMilestones(received as Day, {
    shelfLifeDays: product.expirationDays,
    minimumShelfLifeDays: product.removalBeforeDays,
    nearDays: product.alertBeforeDays,
  });
  return judge(
    [
      { what: 'expiration', expected: expected.expiration, actual: days.lastGoodOn },
      { what: 'removal', expected: expected.removal, actual: days.lastDeliveryOn },
      { what: 'alert', expected: expected.alert, actual: days.nearFrom },
    ],
    'a lot carries one date, DDM or DLC, so "best before" beside "expiration" has no place; nearness is shown, not raised as an alert',
  );
}
