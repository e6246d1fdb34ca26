// The night is one plan written in pieces. A piece holds whole groups, in plan order, under a size: so killing the job
// between two pieces leaves books that balance. Nothing is reordered: ids are taken in plan order, and the counters after
// any piece must give the rest the same ids when it is planned again.
import type { ChangeSet, RowChange } from './change-set.ts';
import { estimateBytes } from './estimate-bytes.ts';

/** Under the 2 MB that Google advises; the estimate is never less than the real body. */
const PIECE_BYTES = 1_900_000;

/** @param plans in the order of writing; a group belongs to one plan. */
export function cutPieces(plans: readonly ChangeSet[], maxBytes = PIECE_BYTES): RowChange[][] {
  const pieces: RowChange[][] = [];
  let piece: RowChange[] = [];
  let bytes = 0;
  for (const whole of plans.flatMap((plan) => wholesOf(plan.changes))) {
    const size = whole.reduce((sum, change) => sum + estimateBytes(change), 0);
    if (piece.length > 0 && bytes + size > maxBytes) {
      pieces.push(piece);
      piece = [];
      bytes = 0;
    }
    piece.push(...whole);
    bytes += size;
  }
  if (piece.length > 0) pieces.push(piece);
  return pieces;
}

/** The shortest runs of changes that hold whole groups; groups that interleave share a run. */
function wholesOf(changes: readonly RowChange[]): RowChange[][] {
  const lastOf = new Map<string, number>();
  for (const [index, { group }] of changes.entries()) lastOf.set(group, index);
  const wholes: RowChange[][] = [];
  let whole: RowChange[] = [];
  let end = 0;
  for (const [index, change] of changes.entries()) {
    end = Math.max(end, lastOf.get(change.group) ?? index);
    whole.push(change);
    if (index < end) continue;
    wholes.push(whole);
    whole = [];
  }
  return wholes;
}
