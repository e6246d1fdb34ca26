// The night is one plan written in pieces. A piece holds whole groups, in plan order, under a size: so killing the job
// between two pieces leaves books that balance, and ids are taken in the order in which they are written.
import type { ChangeSet, RowChange } from './change-set.ts';
import { estimateBytes } from './encode-requests.ts';

/** Under the 2 MB that Google advises, with room for the journal's copy of before and after. */
export const PIECE_BYTES = 1_200_000;

export function cutPieces(plans: readonly ChangeSet[], maxBytes = PIECE_BYTES): RowChange[][] {
  const pieces: RowChange[][] = [];
  let piece: RowChange[] = [];
  let bytes = 0;
  for (const group of plans.flatMap((plan) => groupsOf(plan.changes))) {
    const size = group.reduce((sum, change) => sum + estimateBytes(change), 0);
    if (piece.length > 0 && bytes + size > maxBytes) {
      pieces.push(piece);
      piece = [];
      bytes = 0;
    }
    piece.push(...group);
    bytes += size;
  }
  if (piece.length > 0) pieces.push(piece);
  return pieces;
}

/** Changes of one group together, groups in the order of their first change. */
function groupsOf(changes: readonly RowChange[]): RowChange[][] {
  const groups = new Map<string, RowChange[]>();
  for (const change of changes) {
    const group = groups.get(change.group);
    if (group === undefined) groups.set(change.group, [change]);
    else group.push(change);
  }
  return [...groups.values()];
}
