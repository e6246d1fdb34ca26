/**
 * Where the formulas of a sheet are, found once per state of a sheet: committed sheets never change, so the answer is kept
 * beside them. A sheet of a draft must not be asked for.
 */
import { type Formula, isFormula, type Sheet } from '../workbook/workbook.ts';
import { tokenizeFormula } from './tokenize-formula.ts';

export interface PlacedFormula {
  readonly row: number;
  readonly column: number;
  readonly formula: Formula;
}

export interface FormulaIndex {
  readonly columns: ReadonlySet<number>;
  /** Formulas whose result may fill the cells beside them. */
  readonly spilling: readonly PlacedFormula[];
}

const arrayFunctions = new Set(
  (
    'ARRAYFORMULA FILTER SORT SORTN UNIQUE TRANSPOSE SEQUENCE SPLIT FLATTEN MMULT RANDARRAY HSTACK VSTACK TOCOL TOROW ' +
    'CHOOSECOLS CHOOSEROWS EXPAND WRAPROWS WRAPCOLS FREQUENCY TREND GROWTH INDEX OFFSET XLOOKUP QUERY'
  ).split(' '),
);

const indexes = new WeakMap<Sheet, FormulaIndex>();

export function formulaIndex(sheet: Sheet): FormulaIndex {
  let index = indexes.get(sheet);
  if (index === undefined) {
    index = buildIndex(sheet);
    indexes.set(sheet, index);
  }
  return index;
}

function buildIndex(sheet: Sheet): FormulaIndex {
  const columns = new Set<number>();
  const spilling: PlacedFormula[] = [];
  sheet.rows.forEach((stored, row) => {
    stored?.inputs.forEach((input, column) => {
      if (!isFormula(input)) return;
      columns.add(column);
      if (maySpill(input.formula)) spilling.push({ row, column, formula: input });
    });
  });
  return { columns, spilling };
}

/** A formula spills when it is an array function, a range or an array literal; any other gives one value. */
export function maySpill(formula: string): boolean {
  const [first, second] = tokenizeFormula(formula.slice(1)).filter((token) => token.text.trim() !== '');
  if (first === undefined) return false;
  if (first.kind === 'reference') return second === undefined && first.text.includes(':');
  return first.text === '{' || (first.kind === 'name' && arrayFunctions.has(first.text.toUpperCase()));
}
