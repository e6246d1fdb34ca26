// A partner's smallest order amount: packs are added to the proposals of one partner, always where stock lasts least, until
// the amount is reached or every proposal is at what can be sold in time.
import type { Cents } from '#lib/kernel/money.ts';

export interface RaisableLine {
  readonly id: string;
  readonly quantity: number;
  /** null: cannot be counted, so it is not raised. */
  readonly unitCostCents: Cents | null;
  readonly packSize: number;
  /** Largest quantity of the line; null for no limit. */
  readonly largest: number | null;
  /** Units on which the line's stock rests with `quantity` in it, and what is sold a day. */
  readonly position: number;
  readonly dailyUnits: number | null;
}

export interface Raised {
  /** Line id → quantity. */
  readonly quantities: ReadonlyMap<string, number>;
  /** Of the lines together, and of what else goes along. */
  readonly totalCents: Cents;
}

/** @param otherCents amount of the partner's drafts that are sent along. */
export function raiseToMinimum(lines: readonly RaisableLine[], minimumCents: Cents, otherCents: Cents): Raised {
  const quantities = new Map(lines.map(({ id, quantity }) => [id, quantity]));
  let totalCents = lines.reduce((sum, line) => sum + line.quantity * (line.unitCostCents ?? 0), otherCents);
  for (;;) {
    const line = totalCents < minimumCents ? lastsLeast(lines, quantities) : undefined;
    if (line === undefined) return { quantities, totalCents };
    // A raisable line has a price above 0, so each turn comes nearer to the minimum.
    totalCents += line.packSize * (line.unitCostCents ?? 0);
    quantities.set(line.id, (quantities.get(line.id) ?? 0) + line.packSize);
  }
}

function lastsLeast(lines: readonly RaisableLine[], quantities: ReadonlyMap<string, number>): RaisableLine | undefined {
  let best: { readonly line: RaisableLine; readonly days: number } | undefined;
  for (const line of lines) {
    const quantity = quantities.get(line.id) ?? 0;
    const isFull = line.largest !== null && quantity + line.packSize > line.largest;
    if (isFull || (line.unitCostCents ?? 0) <= 0 || (line.dailyUnits ?? 0) <= 0) continue;
    const days = (line.position + quantity - line.quantity) / (line.dailyUnits ?? 1);
    if (best === undefined || days < best.days) best = { line, days };
  }
  return best?.line;
}
