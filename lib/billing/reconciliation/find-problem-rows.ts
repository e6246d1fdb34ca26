// Every Problem of the night becomes a row, so that a cell to correct is seen where the disagreements are, with its age.
import type { PlanContext } from '#lib/changes/plan-context.ts';
import { messageOf, type Problem, problemKey } from '#lib/kernel/problem.ts';
import { maskEmailsIn } from '#lib/text/mask-email.ts';
import type { Disagreement } from './disagreement.ts';

// Told by a row of their own, from the rows and facts themselves: it stays when the fact is not read again.
const TOLD_ELSEWHERE: ReadonlySet<Problem['code']> = new Set(['stripeValueUnknown', 'currencyNotEuro']);

export function findProblemRows({ words }: PlanContext, problems: readonly Problem[]): readonly Disagreement[] {
  const says = words.reconciliation;
  return problems
    .filter(({ code }) => !TOLD_ELSEWHERE.has(code))
    .map((problem): Disagreement => {
      if (problem.code === 'stripePriceUnknown') {
        const price = String(problem.params.price);
        return {
          kind: 'unknown_value',
          object: `${PRICE_PREFIX}${price}`,
          what: says.priceUnknown({ price }),
          workbookSays: says.nothing,
          stripeSays: price,
          rightSide: 'to_decide',
          done: says.priceUnknownDone,
        };
      }
      return {
        kind: 'cell',
        object: maskEmailsIn(problemKey(problem)),
        what: maskEmailsIn(messageOf(problem, words)),
        workbookSays: problem.at === undefined ? null : words.place(problem.at.tab, problem.at.cell),
        stripeSays: null,
        rightSide: null,
        done: null,
      };
    });
}

export const PRICE_PREFIX = 'prices/';
