// Family "property": the laws the case names, over invented sequences of receipts and issues played with the shop's actions.
import fc from 'fast-check';
import { z } from 'zod';
import { addDays } from '#lib/kernel/day.ts';
import { allocate } from '#lib/stock/allocate.ts';
import type { WorkedCase } from '../case.ts';
import { demandFor, policyWith, shelfLot, TODAY } from '../shelf-lot.ts';
import type { StockCase } from '../stock-case.ts';
import { runStockCase } from '../stock-run.ts';
import { type Comparison, judge, type Verdict } from '../verdict.ts';

const schema = z.looseObject({ properties: z.array(z.string()) });

const RUNS = 40;

const sequence = fc
  .array(
    fc.record({
      isReceipt: fc.boolean(),
      days: fc.integer({ min: 0, max: 3 }),
      qty: fc.integer({ min: 1, max: 12 }),
      cost: fc.integer({ min: 1, max: 50 }),
    }),
    {
      minLength: 3,
      maxLength: 12,
    },
  )
  .map((steps): StockCase => {
    let date = addDays('2026-01-01', 0);
    const dated = steps.map((step, index) => {
      date = addDays(date, step.days);
      return { ...step, seq: index + 1, date };
    });
    const lots = dated.flatMap(({ isReceipt, seq, date: received, qty, cost }) =>
      isReceipt ? [{ id: `lot ${seq}`, seq, received, qty, unitCost: cost }] : [],
    );
    const demands = dated.flatMap(({ isReceipt, seq, date: on, qty }) =>
      isReceipt ? [] : [{ id: `out ${seq}`, seq, date: on, type: 'out' as const, qty }],
    );
    return { policy: { pick: 'FIFO' }, lots, demands };
  });

const places = fc.record({
  need: fc.integer({ min: 0, max: 30 }),
  hubs: fc.array(fc.integer({ min: 0, max: 15 }), { minLength: 1, maxLength: 4 }),
});

/** By the case's own wording: a property it adds is one that is not checked, and is told as a difference. */
const checks: Readonly<Record<string, () => boolean>> = {
  'sum(picks.qty)=demand.qty - short': () =>
    every(({ demands = [] }, { results }) =>
      demands.every(
        ({ id, qty = 0 }) =>
          sum(results.get(id)?.moved.map((move) => move.qty)) === qty - (results.get(id)?.short ?? 0),
      ),
    ),
  'sum(lot.remaining) = receipts - issues': () =>
    every(({ lots }, { remaining, results }) => remaining.qty === sum(lots.map(({ qty }) => qty)) - issued(results)),
  'sum(remaining*unitCost) = sum(in value) - sum(COGS), exact in integer cents': () =>
    every(({ lots }, { remaining, results }) => {
      const received = sum(lots.map(({ qty, unitCost }) => qty * (unitCost ?? 0)));
      return remaining.value === received - sum([...results.values()].map(({ cogs }) => cogs));
    }),
  'no lot below 0': () => every((_, { remaining }) => remaining.lots.every(({ qty }) => qty > 0)),
  'no pick from a lot received after the demand date': () =>
    every(({ lots, demands = [] }, { results }) => {
      const received = new Map(lots.map((lot) => [lot.id, lot.received]));
      return demands.every(({ id, date }) =>
        results.get(id)?.moved.every(({ lot }) => (received.get(lot) ?? '') <= date),
      );
    }),
  'sum of allocations over locations never exceeds the demand': () => {
    const law = fc.property(places, ({ need, hubs }) => {
      const hubIds = hubs.map((_, index) => `HUB-${index}`);
      const lots = hubs.map((onHand, index) => shelfLot(`lot ${index}`, onHand, { hubId: `HUB-${index}` }));
      const demands = [demandFor('need', need, { hubIds })];
      const { allocations } = allocate({ lots, demands, policy: policyWith('partial'), today: TODAY });
      return sum(allocations.map(({ quantity }) => quantity)) === Math.min(need, sum(hubs));
    });
    return !fc.check(law, { seed: 24, numRuns: 500 }).failed;
  },
};

export function replayProperty(worked: WorkedCase): Verdict {
  const { properties } = schema.parse(worked);
  const comparisons = properties.map((name): Comparison => ({ what: name, expected: true, actual: checks[name]?.() }));
  return judge(comparisons);
}

function every(holds: (stock: StockCase, run: ReturnType<typeof runStockCase>) => boolean): boolean {
  const law = fc.property(sequence, (stock) => holds(stock, runStockCase(stock)));
  return !fc.check(law, { seed: 24, numRuns: RUNS }).failed;
}

function issued(results: ReturnType<typeof runStockCase>['results']): number {
  return sum([...results.values()].flatMap(({ moved }) => moved.map(({ qty }) => qty)));
}

function sum(numbers: readonly number[] = []): number {
  return numbers.reduce((total, number) => total + number, 0);
}
