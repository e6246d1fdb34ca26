/**
 * Evaluates the formulas of one state of a workbook, each when somebody first asks for it. Nothing is computed on write:
 * the job writes ten thousand rows between two looks at the KPI tab. Values come from the stored cells, functions from the
 * engine; results are remembered for as long as the state (and, with TODAY, the second) stays the same.
 */

import { resolveGridRange, sheetById, sheetByTitle } from '../workbook/a1.ts';
import { cellFormats } from '../workbook/interned.ts';
import type { NamedRange, Sheet, SpreadsheetProperties } from '../workbook/workbook.ts';
import { type CellInput, type Formula, isFormula } from '../workbook/workbook.ts';
import { formulaIndex, maySpill } from './formula-index.ts';
import { cellKey, columnStride, type Place, placeKey, TooDeep } from './formula-place.ts';
import { lostReference, parseReference, type Reference } from './reference.ts';
import {
  type Argument,
  type CompiledFormula,
  compileFormula,
  type Evaluated,
  engineLocale,
  functionMapping,
  isMatrix,
  type Matrix,
} from './spreadsheet-engine.ts';
import { tokenizeFormula } from './tokenize-formula.ts';

export interface EvaluatedView {
  readonly sheets: readonly Sheet[];
  readonly namedRanges: readonly NamedRange[];
  readonly properties: SpreadsheetProperties;
}

export interface Evaluator {
  /** What a cell shows before formatting; errors are texts like `#REF!` (see errorText). */
  valueAt(sheet: Sheet, row: number, column: number): Evaluated;
}

interface Area {
  readonly sheet: Sheet;
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
}

const empty: Evaluated = { value: null };
const cycle: Evaluated = { value: '#CYCLE' };
const lost: Evaluated = { value: '#REF' };
/** Formulas waiting for each other before the chain is cut; each takes some ten frames of the call stack. */
const maxDepth = 200;
const compiled = new WeakMap<Formula, CompiledFormula<Reference | undefined>>();

export function createEvaluator(view: EvaluatedView, nowMs: number): Evaluator {
  return new LazyEvaluator(view, nowMs);
}

class LazyEvaluator implements Evaluator {
  readonly #view: EvaluatedView;
  readonly #results = new Map<Sheet, Map<number, Evaluated>>();
  readonly #spilled = new Map<Sheet, Map<number, Evaluated>>();
  readonly #columns = new Map<Sheet, Map<number, readonly Evaluated[]>>();
  readonly #running = new Set<string>();
  readonly #spillsKnown = new Set<Sheet>();
  readonly #context;

  constructor(view: EvaluatedView, nowMs: number) {
    this.#view = view;
    this.#context = Object.assign(Object.create(functionMapping) as object, {
      locale: engineLocale(view.properties.locale ?? 'en_US'),
      sheetLocale: view.properties.locale ?? 'en_US',
      nowMs,
      timeZone: view.properties.timeZone ?? 'Etc/GMT',
      getters: {},
      __originCellPosition: undefined as object | undefined,
    });
  }

  valueAt(sheet: Sheet, row: number, column: number): Evaluated {
    const stored = sheet.rows[row];
    const input = stored?.inputs[column];
    if (isFormula(input)) return this.#formulaValue(sheet, row, column, input);
    if (input === null || input === undefined) return this.#spillsOf(sheet).get(row * columnStride + column) ?? empty;
    return plain(input, stored?.formats?.[column]);
  }

  #formulaValue(sheet: Sheet, row: number, column: number, input: Formula): Evaluated {
    const result = mapOf(this.#results, sheet).get(row * columnStride + column);
    if (result !== undefined) return result;
    const place = { sheet, row, column, input };
    return this.#running.size === 0 ? this.#computeFromTop(place) : this.#compute(place);
  }

  /**
   * Computes a formula that no other waits for. A chain too long for the call stack comes back as TooDeep: its far end is
   * computed first, then the chain is tried again from there.
   */
  #computeFromTop(place: Place): Evaluated {
    const waiting = [place];
    let result = empty;
    while (waiting.length > 0) {
      const next = waiting[waiting.length - 1] ?? place;
      try {
        result = this.#compute(next);
        waiting.pop();
      } catch (error) {
        if (!(error instanceof TooDeep)) throw error;
        const isCycle = waiting.some((known) => placeKey(known) === placeKey(error.place));
        if (isCycle) mapOf(this.#results, error.place.sheet).set(cellKey(error.place), cycle);
        else waiting.push(error.place);
      }
    }
    return result;
  }

  #compute(place: Place): Evaluated {
    const key = placeKey(place);
    if (this.#running.has(key)) return cycle;
    if (this.#running.size >= maxDepth) throw new TooDeep(place);
    this.#running.add(key);
    try {
      const { sheet, row, column, input } = place;
      const result = this.#settle(sheet, row, column, this.#execute(sheet, row, column, input), input);
      mapOf(this.#results, sheet).set(cellKey(place), result);
      return result;
    } finally {
      this.#running.delete(key);
    }
  }

  #execute(sheet: Sheet, row: number, column: number, input: Formula): Evaluated | Matrix {
    const outer = this.#context.__originCellPosition;
    this.#context.__originCellPosition = { sheetId: String(sheet.sheetId), row, col: column };
    try {
      const formula = compiledOf(input);
      return formula.execute(
        formula.rangeDependencies,
        (reference) => this.#cellValue(sheet, reference),
        (reference) => this.#rangeValues(this.#areaOf(sheet, reference)),
        (name, asRange) => this.#symbolValue(name, asRange),
        this.#context,
      );
    } catch (error) {
      if (error instanceof TooDeep) throw error;
      return thrownValue(error);
    } finally {
      this.#context.__originCellPosition = outer;
    }
  }

  /** One value for the formula's cell; the other values of an array go to the cells beside it. */
  #settle(sheet: Sheet, row: number, column: number, result: Evaluated | Matrix, input: Formula): Evaluated {
    if (!isMatrix(result)) return result;
    const height = result[0]?.length ?? 0;
    if (!maySpill(input.formula) || (result.length <= 1 && height <= 1)) return result[0]?.[0] ?? empty;
    const target = mapOf(this.#spilled, sheet);
    if (!isFree(sheet, row, column, height, result.length)) return { value: '#SPILL!' };
    result.forEach((values, across) => {
      values.forEach((value, down) => {
        if (across + down > 0) target.set((row + down) * columnStride + column + across, value);
      });
    });
    return result[0]?.[0] ?? empty;
  }

  #spillsOf(sheet: Sheet): Map<number, Evaluated> {
    const spills = mapOf(this.#spilled, sheet);
    if (this.#spillsKnown.has(sheet)) return spills;
    // Marked first: an array formula that looks at empty cells of its own sheet must not wait for itself.
    this.#spillsKnown.add(sheet);
    for (const { row, column, formula } of formulaIndex(sheet).spilling)
      this.#formulaValue(sheet, row, column, formula);
    return spills;
  }

  #areaOf(home: Sheet, reference: Reference | undefined): Area | undefined {
    if (reference === undefined) return undefined;
    const sheet = reference.title === undefined ? home : sheetByTitle(this.#view, reference.title);
    if (sheet === undefined) return undefined;
    const { first, last } = reference;
    const rows = [first.row ?? 0, last === undefined ? (first.row ?? 0) : (last.row ?? sheet.rowCount - 1)];
    const across = [
      first.column ?? 0,
      last === undefined ? (first.column ?? 0) : (last.column ?? sheet.columnCount - 1),
    ];
    return {
      sheet,
      top: Math.min(...rows),
      bottom: Math.min(Math.max(...rows) + 1, sheet.rowCount),
      left: Math.min(...across),
      right: Math.min(Math.max(...across) + 1, sheet.columnCount),
    };
  }

  #cellValue(home: Sheet, reference: Reference | undefined): Evaluated {
    const area = this.#areaOf(home, reference);
    if (area === undefined || area.top >= area.bottom || area.left >= area.right) return lost;
    return this.valueAt(area.sheet, area.top, area.left);
  }

  #rangeValues(area: Area | undefined): Matrix {
    if (area === undefined || area.top >= area.bottom || area.left >= area.right) return [[lost]];
    const matrix: (readonly Evaluated[])[] = [];
    for (let column = area.left; column < area.right; column += 1) matrix.push(this.#columnValues(area, column));
    return matrix;
  }

  #columnValues({ sheet, top, bottom }: Area, column: number): readonly Evaluated[] {
    const index = formulaIndex(sheet);
    // A column of plain values is read once for all formulas; one that holds formulas is read cell by cell, or a formula
    // that sums the cells above itself would be its own input.
    if (index.columns.has(column) || index.spilling.length > 0) {
      return Array.from({ length: bottom - top }, (_, at) => this.valueAt(sheet, top + at, column));
    }
    const known = mapOf(this.#columns, sheet);
    let values = known.get(column);
    if (values === undefined) {
      values = Array.from({ length: sheet.rowCount }, (_, row) => {
        const stored = sheet.rows[row];
        const input = stored?.inputs[column] ?? null;
        return input === null || isFormula(input) ? empty : plain(input, stored?.formats?.[column]);
      });
      known.set(column, values);
    }
    return values.slice(top, bottom);
  }

  #symbolValue(name: string, asRange: boolean): Argument {
    const named = this.#view.namedRanges.find((range) => range.name?.toLowerCase() === name.toLowerCase());
    if (named?.range === undefined) return { value: '#NAME?' };
    const sheet = sheetById(this.#view, named.range.sheetId);
    const area = { ...resolveGridRange(sheet, named.range), sheet };
    const isCell = area.bottom - area.top === 1 && area.right - area.left === 1;
    return isCell && !asRange ? this.valueAt(sheet, area.top, area.left) : this.#rangeValues(area);
  }
}

/** The engine writes a lost reference without the exclamation mark. */
function engineText(formula: string): string {
  if (!formula.includes(lostReference)) return formula;
  const tokens = tokenizeFormula(formula);
  return tokens.map(({ kind, text }) => (kind === 'name' && text.endsWith(lostReference) ? '#REF' : text)).join('');
}

function compiledOf(input: Formula): CompiledFormula<Reference | undefined> {
  let formula = compiled.get(input);
  if (formula === undefined) {
    formula = compileFormula(engineText(input.formula), (text) =>
      text.includes('#REF') ? undefined : parseReference(text),
    );
    compiled.set(input, formula);
  }
  return formula;
}

function plain(input: Exclude<CellInput, null | Formula>, format: number | undefined): Evaluated {
  const pattern = typeof input === 'number' ? cellFormats.at(format)?.numberFormat?.pattern : undefined;
  return pattern ? { value: input, format: pattern } : { value: input };
}

function isFree(sheet: Sheet, row: number, column: number, height: number, width: number): boolean {
  if (row + height > sheet.rowCount || column + width > sheet.columnCount) return false;
  for (let down = 0; down < height; down += 1) {
    for (let across = 0; across < width; across += 1) {
      if (down + across > 0 && (sheet.rows[row + down]?.inputs[column + across] ?? null) !== null) return false;
    }
  }
  return true;
}

function thrownValue(error: unknown): Evaluated {
  const value = (error as { value?: unknown } | null)?.value;
  return { value: typeof value === 'string' ? value : '#ERROR!' };
}

function mapOf<T>(maps: Map<Sheet, Map<number, T>>, sheet: Sheet): Map<number, T> {
  let map = maps.get(sheet);
  if (map === undefined) {
    map = new Map();
    maps.set(sheet, map);
  }
  return map;
}
