// A reorder policy replayed day by day on demand as it was: what would have been missing, how fast stock would have turned,
// how much would have lain there. Whole units; goods arrive in the morning, the shelf is reviewed in the evening.
import { type OrderRules, orderQuantity } from './order-quantity.ts';
import type { ReorderLevels } from './reorder-levels.ts';

export interface SimulationInput {
  /** Units asked for, day by day. */
  readonly demand: readonly number[];
  /** On the shelf in the first morning, nothing being on its way. */
  readonly openingUnits: number;
  readonly leadDays: number;
  readonly reviewDays: number;
  /** What the policy says in the evening of a day (0 is the first); null: it cannot say. */
  readonly levelsOn: (day: number) => ReorderLevels | null;
  readonly rulesOn: (day: number, position: number) => OrderRules;
}

export interface PolicyRun {
  readonly days: number;
  /** Days on which something asked for was missing, or the shelf was empty all day. */
  readonly outDays: number;
  readonly lostUnits: number;
  readonly soldUnits: number;
  /** Of the evenings. */
  readonly averageUnits: number;
  /** A year; 0 when nothing lay there. */
  readonly turns: number;
  readonly orders: number;
  readonly orderedUnits: number;
  /** On the shelf in the last evening, and on its way then. */
  readonly closingUnits: number;
  readonly openUnits: number;
}

export function simulatePolicy(input: SimulationInput): PolicyRun {
  const arriving = new Map<number, number>();
  let onHand = input.openingUnits;
  let onOrder = 0;
  const run = { outDays: 0, lostUnits: 0, soldUnits: 0, unitDays: 0, orders: 0, orderedUnits: 0 };
  input.demand.forEach((asked, day) => {
    const arrived = arriving.get(day) ?? 0;
    onHand += arrived;
    onOrder -= arrived;
    const sold = Math.min(onHand, asked);
    if (asked > sold || onHand === 0) run.outDays += 1;
    onHand -= sold;
    run.soldUnits += sold;
    run.lostUnits += asked - sold;
    run.unitDays += onHand;
    const levels = (day + 1) % input.reviewDays === 0 ? input.levelsOn(day) : null;
    if (levels === null) return;
    const position = onHand + onOrder;
    const order = orderQuantity(position, levels, input.rulesOn(day, position));
    if (order.kind !== 'order') return;
    onOrder += order.quantity;
    run.orders += 1;
    run.orderedUnits += order.quantity;
    const on = day + Math.max(1, input.leadDays);
    arriving.set(on, (arriving.get(on) ?? 0) + order.quantity);
  });
  const days = input.demand.length;
  const averageUnits = days === 0 ? 0 : run.unitDays / days;
  const { outDays, lostUnits, soldUnits, orders, orderedUnits } = run;
  const turns = averageUnits === 0 ? 0 : ((soldUnits / averageUnits) * 365) / days;
  const figures = { days, outDays, lostUnits, soldUnits, averageUnits, turns, orders, orderedUnits };
  return { ...figures, closingUnits: onHand, openUnits: onOrder };
}
