// The audit of lots: where the quantity a lot shows is not the sum of its movements, or what it shows as reserved is not what
// the lines hold. It finds and says; settling is the person's decision (see plan-settle-lot).
import { by } from '#lib/kernel/compare.ts';
import { type Problem, problem } from '#lib/kernel/problem.ts';
import { placeOf } from '#lib/tables/definition/place-of.ts';
import type { LotsRow } from '#lib/tables/lots.ts';
import type { WorkbookState } from '#lib/tables/tables.ts';
import { ledgerOf, reservationsOf, unknownLots } from './ledger.ts';

export interface LotDifference {
  readonly lot: LotsRow;
  /** Σ movements. */
  readonly ledger: number;
  /** Σ of what reserved lines hold. */
  readonly held: number;
}

/** Lots that disagree, by id. Lots named by a row that cannot be read are left out: that row has its own Problem. */
export function findLotDifferences(workbook: WorkbookState): LotDifference[] {
  const { lots, movements, lines } = workbook;
  if (!lots.usable || !movements.usable || !lines.usable) return [];
  const ledger = ledgerOf(workbook);
  const held = reservationsOf(lines.rows);
  const unknown = unknownLots(workbook);
  return lots.rows
    .map((lot) => ({ lot, ledger: ledger.get(lot.id) ?? 0, held: held.get(lot.id) ?? 0 }))
    .filter((found) => !unknown.has(found.lot.id))
    .filter((found) => found.ledger !== found.lot.onHand || found.held !== found.lot.reserved)
    .sort(by(({ lot }) => lot.id));
}

/** The same as Problems with their cells, for the night's report. */
export function lotDifferenceProblems(workbook: WorkbookState): Problem[] {
  return findLotDifferences(workbook).flatMap(({ lot, ledger, held }) => {
    const found: Problem[] = [];
    if (lot.onHand !== ledger) {
      const figures = { shown: String(lot.onHand), ledger: String(ledger) };
      found.push(problem('stockLotDiffers', { lot: lot.id, ...figures }, placeOf(workbook.lots, lot, 'onHand')));
    }
    if (lot.reserved !== held) {
      const figures = { shown: String(lot.reserved), lines: String(held) };
      found.push(problem('stockReservedDiffers', { lot: lot.id, ...figures }, placeOf(workbook.lots, lot, 'reserved')));
    }
    return found;
  });
}
