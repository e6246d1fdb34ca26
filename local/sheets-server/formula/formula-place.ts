/**
 * A formula in its cell while it is being evaluated, and the signal that too many wait for each other.
 */
import type { Formula, Sheet } from '../workbook/workbook.ts';

/** Cells of a sheet are keyed by row * columnStride + column. */
export const columnStride = 20_000;

export interface Place {
  readonly sheet: Sheet;
  readonly row: number;
  readonly column: number;
  readonly input: Formula;
}

export class TooDeep extends Error {
  readonly place: Place;

  constructor(place: Place) {
    super('Formulas depend on each other too deeply for one pass');
    this.place = place;
  }
}

export function cellKey({ row, column }: Place): number {
  return row * columnStride + column;
}

export function placeKey(place: Place): string {
  return `${place.sheet.sheetId}!${cellKey(place)}`;
}
