// stub
import type { CellValue } from '#lib/tables/definition/column.ts';
export interface UglyRow {
  readonly cells: Readonly<Record<string, CellValue>>;
}
export const uglyRows: readonly UglyRow[] = [];
