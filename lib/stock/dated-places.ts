// Places in a row, each with a number (0: nothing there), such as the day until which the lot there is good. Finds the first
// place from one on whose number is large enough in few steps, however long the row: each node knows the largest below it.

export interface DatedPlaces {
  readonly set: (place: number, value: number) => void;
  /** @returns the first place, `from` or later, with at least that number (1 or more); -1 when there is none. */
  readonly firstFrom: (from: number, least: number) => number;
}

/** @param values by place, integers from 0 on. */
export function createDatedPlaces(values: readonly number[]): DatedPlaces {
  let width = 1;
  while (width < values.length) width *= 2;
  // Node 1 is the root, those below node n are 2n and 2n + 1, the places stand from `width` on.
  const largest = new Int32Array(width * 2);
  largest.set(values, width);
  const largestAt = (node: number): number => largest[node] as number;
  for (let node = width - 1; node > 0; node--) largest[node] = Math.max(largestAt(node * 2), largestAt(node * 2 + 1));
  return {
    set(place, value) {
      let node = width + place;
      if (largest[node] === value) return;
      largest[node] = value;
      for (node >>= 1; node > 0; node >>= 1) {
        const below = Math.max(largestAt(node * 2), largestAt(node * 2 + 1));
        if (largest[node] === below) return;
        largest[node] = below;
      }
    },
    firstFrom(from, least) {
      if (from >= width) return -1;
      let node = width + from;
      while (largestAt(node) < least) {
        // Everything below is too early: to the right neighbour, from the last child up.
        while (node % 2 === 1) {
          if (node === 1) return -1;
          node >>= 1;
        }
        node++;
      }
      while (node < width) node = largestAt(node * 2) >= least ? node * 2 : node * 2 + 1;
      return node - width;
    },
  };
}
