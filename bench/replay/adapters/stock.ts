// Family "stock": receipts, issues, returns, corrections and counts in one sequence.
import type { WorkedCase } from '../case.ts';
import { readStockCase, type StockCase } from '../stock-case.ts';
import { runStockCase, type StepResult, type StockRun } from '../stock-run.ts';
import { type Comparison, judge, judgeOtherwise, outOfScope, type Verdict } from '../verdict.ts';

export function replayStock(worked: WorkedCase): Verdict {
  const stock = readStockCase(worked);
  if (stock.policy.pick === 'LIFO') return outOfScope('lots leave by FIFO or FEFO; LIFO is no order of this shop');
  const run = runStockCase(stock);
  const steps = (stock.expected ?? []).flatMap((expected) => compareStep(expected, run.results.get(expected.demand)));
  const own = [...steps, ...compareFinal(stock.final, run)];
  const choice = otherwise[worked.id];
  if (choice === undefined) return judge(own, noteOf(stock));
  const compared = choice.alternative ? [...steps, ...compareFinal(stock.alternative?.final, run)] : own;
  const because = choice.alternative ? (stock.alternative?.why ?? '') : choice.because;
  return judgeOtherwise(compared, new Map(Object.entries(choice.foreseen)), because);
}

type Otherwise =
  | { readonly alternative: true; readonly foreseen: Readonly<Record<string, unknown>> }
  | { readonly alternative: false; readonly because: string; readonly foreseen: Readonly<Record<string, unknown>> };

/** Where a shop of physical lots answers otherwise, with exactly what it answers. */
const otherwise: Readonly<Record<string, Otherwise>> = {
  V13: { alternative: true, foreseen: { 'd2 picks': [{ lot: 'A', qty: 1 }], 'd2 cogs': 10 } },
  A03: {
    alternative: false,
    because:
      'each receipt makes a lot of its own (so that one can be undone without the other, N01); the earliest still leaves first',
    foreseen: {
      'final lots': [
        { id: 'lot1', qty: 1, received: '2026-01-06' },
        { id: 'lot1', qty: 1, received: '2026-01-01' },
      ],
    },
  },
};

function noteOf({ policy, final }: StockCase): string | undefined {
  if (policy.shortage === 'negative')
    return 'units that lack wait as a back-order served by the next receipt: no lot goes below zero';
  return final?.ageBuckets === undefined
    ? undefined
    : 'age buckets are no figure of this shop: lots are watched by their dates';
}

function compareStep(
  expected: NonNullable<StockCase['expected']>[number],
  result: StepResult | undefined,
): Comparison[] {
  const about = (what: string) => `${expected.demand} ${what}`;
  const found: Comparison[] = [];
  const { picks, cogs, short, adjust, error, warning } = expected;
  if (picks !== undefined) found.push({ what: about('picks'), expected: picks, actual: result?.moved });
  if (cogs !== undefined) found.push({ what: about('cogs'), expected: cogs, actual: result?.cogs });
  if (short !== undefined) found.push({ what: about('short'), expected: short, actual: result?.short });
  if (adjust !== undefined) {
    const moved = result?.moved.reduce((sum, { qty }) => sum + qty, 0);
    found.push({ what: about('adjusts'), expected: Math.abs(adjust), actual: moved });
  }
  if (error !== undefined)
    found.push({ what: about('is refused'), expected: true, actual: result?.codes.has('stockLineShort') });
  if (warning !== undefined)
    found.push({ what: about('warns'), expected: true, actual: result?.codes.has('stockDatedEarlier') });
  return found;
}

function compareFinal(final: StockCase['final'], { remaining }: StockRun): Comparison[] {
  if (final === undefined) return [];
  const found: Comparison[] = [{ what: 'final qty', expected: final.qty, actual: remaining.qty }];
  if (final.value !== undefined) found.push({ what: 'final value', expected: final.value, actual: remaining.value });
  if (final.lots !== undefined) {
    const withDays = final.lots.some(({ received }) => received !== undefined);
    const actual = remaining.lots.map(({ id, qty, received }) => (withDays ? { id, qty, received } : { id, qty }));
    found.push({ what: 'final lots', expected: final.lots, actual });
  }
  return found;
}
