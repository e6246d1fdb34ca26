// What the movements and the lines say of each lot, whatever its own cells show.

import type { LinesRow } from '#lib/tables/lines.ts';
import type { WorkbookState } from '#lib/tables/tables.ts';
import { heldByLine } from './allocation-text.ts';

/** Lot id → the sum of its movements. */
export function ledgerOf({ movements }: Pick<WorkbookState, 'movements'>): ReadonlyMap<string, number> {
  const sums = new Map<string, number>();
  for (const { lotId, quantity } of movements.rows) sums.set(lotId, (sums.get(lotId) ?? 0) + quantity);
  return sums;
}

/** Lot id → the sum of what reserved lines hold of it. */
export function reservationsOf(lines: readonly LinesRow[]): ReadonlyMap<string, number> {
  const sums = new Map<string, number>();
  for (const line of lines) {
    for (const { lotId, quantity } of heldByLine(line)) sums.set(lotId, (sums.get(lotId) ?? 0) + quantity);
  }
  return sums;
}

/** Lots whose sum cannot be known, because a row that names them is to be corrected first. */
export function unknownLots({ movements, lines }: Pick<WorkbookState, 'movements' | 'lines'>): ReadonlySet<unknown> {
  const unknown = new Set<unknown>();
  for (const { cells } of movements.setAside) unknown.add(cells.lotId);
  for (const { cells } of lines.setAside) {
    const held = heldByLine({
      status: 'reserved',
      allocation: typeof cells.allocation === 'string' ? cells.allocation : null,
    });
    for (const { lotId } of held) unknown.add(lotId);
  }
  return unknown;
}
