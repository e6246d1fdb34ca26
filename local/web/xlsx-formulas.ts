/** Formulas as the .xlsx holds them, with what they show now; an ARRAYFORMULA becomes an array formula over all its cells. */
import type { Cell, CellValue } from 'hucre';
import type { SheetsServer } from '../sheets-server/start-sheets-server.ts';
import { columnLetters } from '../sheets-server/workbook/a1.ts';
import { isFormula, type Sheet } from '../sheets-server/workbook/workbook.ts';

/** Google's and Excel's formulas are the same text but for these; SPARKLINE draws, so its cell stays empty. */
const NOT_IN_EXCEL = /\b(SPARKLINE|QUERY|FILTER|SORT|UNIQUE)\(/i;
/** Functions younger than the format carry a prefix in the file, or they are unknown names when it is opened. */
const LATER = /\b(MINIFS|MAXIFS)\(/g;
const ARRAY = /^=ARRAYFORMULA\((.*)\)$/is;

/** The cells that array formulas of the tab fill besides their own, by row, then column. */
export function spilledValues(
  session: SheetsServer['session'],
  sheet: Sheet,
): ReadonlyMap<number, readonly CellValue[]> {
  const spilled = new Map<number, CellValue[]>();
  for (const [row, stored] of sheet.rows.entries()) {
    for (const [column, input] of (stored?.inputs ?? []).entries()) {
      if (!isFormula(input) || !ARRAY.test(input.formula)) continue;
      const { height, width } = spillOf(session, sheet, row, column);
      for (let down = 0; down < height; down += 1) {
        const cells = spilled.get(row + down) ?? [];
        for (let right = 0; right < width; right += 1) {
          cells[column + right] = session.evaluator().valueAt(sheet, row + down, column + right).value;
        }
        spilled.set(row + down, cells);
      }
    }
  }
  return spilled;
}

/** How far the values of an array formula reach: to the first cell that shows nothing or holds something of its own. */
function spillOf(session: SheetsServer['session'], sheet: Sheet, row: number, column: number) {
  const isFilled = (down: number, right: number): boolean =>
    (sheet.rows[row + down]?.inputs[column + right] ?? null) === null &&
    session.evaluator().valueAt(sheet, row + down, column + right).value !== null;
  let height = 1;
  let width = 1;
  while (row + height < sheet.rowCount && isFilled(height, 0)) height += 1;
  while (column + width < sheet.columnCount && isFilled(0, width)) width += 1;
  return { height, width };
}

export function formulaCell(
  session: SheetsServer['session'],
  sheet: Sheet,
  formula: string,
  row: number,
  column: number,
): Partial<Cell> {
  const { value } = session.evaluator().valueAt(sheet, row, column);
  if (NOT_IN_EXCEL.test(formula)) return { value };
  const array = ARRAY.exec(formula)?.[1];
  const shown = typeof value === 'string' && value.startsWith('#') ? null : value;
  const plain = {
    type: 'formula' as const,
    formula: (array ?? formula.slice(1)).replace(LATER, '_xlfn.$1('),
    formulaResult: shown,
    value: shown,
  };
  if (array === undefined) return plain;
  const { height, width } = spillOf(session, sheet, row, column);
  const from = `${columnLetters(column)}${row + 1}`;
  const to = `${columnLetters(column + width - 1)}${row + height}`;
  return { ...plain, formulaType: 'array', formulaRef: from === to ? from : `${from}:${to}` };
}
