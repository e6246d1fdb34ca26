// The figures behind a proposal, handed to the words that make one sentence of them.
import type { Words } from '#lib/text/words.ts';
import type { Proposal } from './proposals-by-partner.ts';

type ReorderSum = Parameters<Words['purchases']['reorderReason']>[0];

export function reorderSum({ need, quantity, isCapped, isRaised }: Proposal, words: Words): ReorderSum {
  const { position, by, forecast, isUrgent, urgentBy, rules, draft, product } = need;
  const drafted = draft?.quantity ?? 0;
  return {
    available: position.available,
    // A draft that is topped up is what is being worked out.
    ordered: position.incoming + position.drafted - drafted,
    waiting: position.waiting,
    total: position.total - drafted,
    tooNear: position.tooNear,
    point: by.levels.point,
    upTo: by.levels.upTo,
    quantity,
    packSize: rules.packSize,
    minimum: rules.minimum,
    isCapped,
    isRaised,
    urgentBy: isUrgent ? words.formatDay(urgentBy) : null,
    rule:
      by.policy === 'threshold'
        ? { policy: by.policy, rate: by.rate, target: product.targetStock ?? 0, instead: by.instead }
        : {
            policy: by.policy,
            weekly: (forecast.dailyUnits ?? 0) * 7,
            forecast: forecast.made && {
              method: forecast.made.demandMethod && words.choiceLabel(forecast.made.demandMethod),
              isSimple: forecast.made.demandMethod === 'simple_average',
              error: forecast.made.demandError,
              simpleError: forecast.made.simpleError,
            },
            days: by.coveredDays,
            expected: by.levels.expected,
            safety: by.levels.safety,
          },
  };
}
