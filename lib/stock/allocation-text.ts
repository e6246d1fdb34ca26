// A line's allocation as its cell shows it: LOT-000012×2 LOT-000015×1. People read it; a part that cannot be read is no part.
import type { LinesRow } from '#lib/tables/lines.ts';
import type { Take } from './allocate.ts';

export function showAllocation(takes: readonly Take[]): string | null {
  return takes.length === 0 ? null : takes.map(({ lotId, quantity }) => `${lotId}×${quantity}`).join(' ');
}

export function readAllocation(text: string | null): Take[] {
  return (text ?? '').split(/\s+/).flatMap((part) => {
    const match = /^(.+)[×x*](\d+)$/.exec(part);
    return match === null ? [] : [{ lotId: match[1] ?? '', quantity: Number(match[2]) }];
  });
}

/** What the line holds of the lots' `reserved`: its allocation, as long as it is reserved and not yet picked. */
export function heldByLine({ status, allocation }: Pick<LinesRow, 'status' | 'allocation'>): Take[] {
  return status === 'reserved' ? readAllocation(allocation) : [];
}

/** The first units of the takes, lot by lot, after as many as `skip` were passed. */
export function sliceTakes(takes: readonly Take[], skip: number, count: number): Take[] {
  const slice: Take[] = [];
  let passing = skip;
  let missing = count;
  for (const { lotId, quantity } of takes) {
    const passed = Math.min(passing, quantity);
    passing -= passed;
    const taken = Math.min(missing, quantity - passed);
    missing -= taken;
    if (taken > 0) slice.push({ lotId, quantity: taken });
  }
  return slice;
}
