// How long a product's shelf was empty and how much money lay in its stock, weighted by time from the moments of the ledger:
// what a nightly snapshot would have missed counts too. Pure arithmetic over one product's movements.
import type { MovementsRow } from '#lib/tables/movements.ts';

export interface ShelfEvent {
  /** In seconds. */
  readonly at: number;
  readonly lotId: string;
  readonly quantity: number;
  readonly unitCostCents: number;
}

export interface ShelfLots {
  /** Set apart: its units are worth money and cannot be sold. */
  readonly isSetApart: (lotId: string) => boolean;
  /** From when its units are past their date and off the shelf, in seconds; null: never. */
  readonly expiresAt: (lotId: string) => number | null;
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

/** @param events of one product, in any order. @param from start and @param until end of the period, in seconds. */
export function shelfTime(events: readonly ShelfEvent[], lots: ShelfLots, from: number, until: number): ShelfTime {
  const shelf = createShelf(lots);
  let [trackedSeconds, emptySeconds, centSeconds] = [0, 0, 0];
  let since: number | null = null;
  const passTo = (moment: number): void => {
    const seconds = since === null ? 0 : Math.min(moment, until) - Math.max(since, from);
    if (seconds <= 0) return;
    trackedSeconds += seconds;
    centSeconds += seconds * shelf.cents();
    if (shelf.units() <= 0) emptySeconds += seconds;
  };
  for (const step of stepsOf(events, lots)) {
    if (step.at >= until) break;
    passTo(step.at);
    if (since !== null || step.isMovement) since = step.at;
    step.apply(shelf);
  }
  passTo(until);
  return { trackedSeconds, emptySeconds, centSeconds };
}

interface Shelf {
  readonly move: (event: ShelfEvent) => void;
  readonly expire: (lotId: string) => void;
  /** What can be sold. */
  readonly units: () => number;
  readonly cents: () => number;
}

function createShelf({ isSetApart }: ShelfLots): Shelf {
  const unitsOf = new Map<string, number>();
  const expired = new Set<string>();
  let [units, cents] = [0, 0];
  const isOnShelf = (lotId: string) => !expired.has(lotId) && !isSetApart(lotId);
  return {
    move({ lotId, quantity, unitCostCents }) {
      unitsOf.set(lotId, (unitsOf.get(lotId) ?? 0) + quantity);
      cents += quantity * unitCostCents;
      if (isOnShelf(lotId)) units += quantity;
    },
    expire(lotId) {
      if (isOnShelf(lotId)) units -= unitsOf.get(lotId) ?? 0;
      expired.add(lotId);
    },
    units: () => units,
    cents: () => cents,
  };
}

interface Step {
  readonly at: number;
  readonly isMovement: boolean;
  readonly apply: (shelf: Shelf) => void;
}

/** Movements and the dates of their lots, in the order of time; what happens at one moment takes no time between. */
function stepsOf(events: readonly ShelfEvent[], { expiresAt }: ShelfLots): Step[] {
  const steps: Step[] = events.map((event) => ({
    at: event.at,
    isMovement: true,
    apply: (shelf) => shelf.move(event),
  }));
  for (const lotId of new Set(events.map((event) => event.lotId))) {
    const at = expiresAt(lotId);
    if (at !== null) steps.push({ at, isMovement: false, apply: (shelf) => shelf.expire(lotId) });
  }
  return steps.sort((a, b) => a.at - b.at);
}
