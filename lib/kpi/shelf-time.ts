// How long a product's shelf was empty and how much money lay in its stock, weighted by time from the moments of the ledger:
// what a nightly snapshot would have missed counts too. Pure arithmetic over one product's movements.
import type { MovementsRow } from '#lib/tables/movements.ts';

/** A movement of a lot, or the moment from which its units are past their date. */
export interface ShelfStep {
  /** In seconds. */
  readonly at: number;
  readonly lotId: string;
  /** Signed; 0 of an expiry. */
  readonly quantity: number;
  readonly unitCostCents: number;
  readonly isExpiry: boolean;
}

export interface ShelfTime {
  /** From the first movement, or from the start of the period when that is later. */
  readonly trackedSeconds: number;
  /** Of these, with nothing that could be sold. */
  readonly emptySeconds: number;
  /** Stock at its cost, summed over the tracked time. */
  readonly centSeconds: number;
}

/** Lots that a quarantine filled: their units stay there until a release moves them on. */
export function lotsSetApart(rows: readonly Pick<MovementsRow, 'kind' | 'quantity' | 'lotId'>[]): ReadonlySet<string> {
  return new Set(rows.filter((row) => row.kind === 'quarantine' && row.quantity > 0).map(({ lotId }) => lotId));
}

/** What happens at one moment takes no time between, so the order of equal moments does not matter. */
export function inOrderOfTime(steps: readonly ShelfStep[]): readonly ShelfStep[] {
  return [...steps].sort((a, b) => a.at - b.at);
}

/**
 * @param steps of one product, as {@link inOrderOfTime} gives them.
 * @param setApart lots whose units are worth money and cannot be sold.
 * @param from start and @param until end of the period, in seconds.
 */
export function shelfTime(
  steps: readonly ShelfStep[],
  setApart: ReadonlySet<string>,
  from: number,
  until: number,
): ShelfTime {
  const shelf = createShelf(setApart);
  let [trackedSeconds, emptySeconds, centSeconds] = [0, 0, 0];
  let since: number | null = null;
  const passTo = (moment: number): void => {
    const seconds = since === null ? 0 : Math.min(moment, until) - Math.max(since, from);
    if (seconds <= 0) return;
    trackedSeconds += seconds;
    centSeconds += seconds * shelf.cents();
    if (shelf.units() <= 0) emptySeconds += seconds;
  };
  for (const step of steps) {
    if (step.at >= until) break;
    passTo(step.at);
    if (since !== null || !step.isExpiry) since = step.at;
    shelf.take(step);
  }
  passTo(until);
  return { trackedSeconds, emptySeconds, centSeconds };
}

interface Shelf {
  readonly take: (step: ShelfStep) => void;
  /** What can be sold. */
  readonly units: () => number;
  readonly cents: () => number;
}

function createShelf(setApart: ReadonlySet<string>): Shelf {
  const unitsOf = new Map<string, number>();
  const expired = new Set<string>();
  let [units, cents] = [0, 0];
  return {
    take({ lotId, quantity, unitCostCents, isExpiry }) {
      const isOnShelf = !expired.has(lotId) && !setApart.has(lotId);
      if (isExpiry) {
        if (isOnShelf) units -= unitsOf.get(lotId) ?? 0;
        expired.add(lotId);
        return;
      }
      unitsOf.set(lotId, (unitsOf.get(lotId) ?? 0) + quantity);
      cents += quantity * unitCostCents;
      if (isOnShelf) units += quantity;
    },
    units: () => units,
    cents: () => cents,
  };
}
