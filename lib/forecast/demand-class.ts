// What kind of demand a product has: how seldom it sells, and how unequal its sales are. It helps a person understand why a
// method does well; no method is chosen by it (the back-test does that).

export type DemandClass = 'smooth' | 'intermittent' | 'erratic' | 'lumpy';

export interface DemandProfile {
  /** Average demand interval: weeks per week that sells. */
  readonly interval: number;
  /** Squared coefficient of variation of the units of a week that sells. */
  readonly variation: number;
  readonly class: DemandClass;
}

/** Cut-offs of Syntetos, Boylan and Croston, "On the categorization of demand patterns", J. Oper. Res. Soc. 56 (2005). */
const SELDOM = 1.32;
const UNEQUAL = 0.49;

/** null when nothing was ever sold. */
export function demandProfile(weeks: readonly number[]): DemandProfile | null {
  const sizes = weeks.filter((units) => units > 0);
  if (sizes.length === 0) return null;
  const mean = sizes.reduce((sum, units) => sum + units, 0) / sizes.length;
  const variance = sizes.reduce((sum, units) => sum + (units - mean) ** 2, 0) / sizes.length;
  const interval = weeks.length / sizes.length;
  const variation = variance / mean ** 2;
  return { interval, variation, class: classOf(interval > SELDOM, variation > UNEQUAL) };
}

function classOf(isSeldom: boolean, isUnequal: boolean): DemandClass {
  if (isSeldom) return isUnequal ? 'lumpy' : 'intermittent';
  return isUnequal ? 'erratic' : 'smooth';
}
