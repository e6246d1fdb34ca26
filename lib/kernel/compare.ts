// Orderings that do not depend on a locale: text by code unit, so that both hosts sort alike.

export type Comparator<T> = (a: T, b: T) => number;

export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

export function compareNumbers(a: number, b: number): number {
  return a - b;
}

/** Orders by the first key that differs. Keys are text or numbers; null sorts last. */
export function by<T>(...keys: readonly ((item: T) => string | number | null)[]): Comparator<T> {
  return (a, b) => {
    for (const key of keys) {
      const order = compareKeys(key(a), key(b));
      if (order !== 0) return order;
    }
    return 0;
  };
}

function compareKeys(a: string | number | null, b: string | number | null): number {
  if (a === null || b === null) return a === b ? 0 : a === null ? 1 : -1;
  if (typeof a === 'number' && typeof b === 'number') return a - b;
  return compareText(String(a), String(b));
}
