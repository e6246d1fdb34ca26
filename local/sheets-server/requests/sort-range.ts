/**
 * sortRange: whole rows of a range change places; what stands outside the range stays.
 */
import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/v4.js';
import { errorText } from '../formula/error-text.ts';
import { createEvaluator } from '../formula/evaluator.ts';
import { resolveGridRange } from '../workbook/a1.ts';
import { cellOf, type StoredCell, setCell } from '../workbook/row-cells.ts';
import { shiftedInput } from './cell-writer.ts';
import { type RequestHandler, refuse, required } from './request-context.ts';

type Key = string | number | boolean | null;

interface SortedRow {
  readonly index: number;
  readonly keys: readonly Key[];
  readonly cells: readonly StoredCell[];
}

/** Numbers come before texts, texts before booleans, errors after them; empty cells are last in either order. */
export const sortRange: RequestHandler<sheets_v4.Schema$SortRangeRequest> = (request, context) => {
  const { draft } = context;
  const range = required(request.range, 'range', context);
  const specs = request.sortSpecs ?? [];
  if (specs.length === 0) throw refuse(context, 'At least one sort spec must be specified.');
  const sheet = draft.writableSheet(range.sheetId);
  const span = resolveGridRange(sheet, range, `${context.label}.range`);
  for (const { dimensionIndex, foregroundColor, backgroundColor } of specs) {
    if (foregroundColor || backgroundColor)
      throw refuse(context, 'The local server does not implement sorting by colour.');
    const column = dimensionIndex ?? 0;
    if (column < span.left || column >= span.right)
      throw refuse(context, `Sort column ${column} is outside the range.`);
  }
  // The evaluator remembers by sheet object; these copies live as long as it does, the draft's sheets go on changing.
  const sheets = draft.sheets.map((one) => ({ ...one }));
  const frozen = sheets[draft.sheets.indexOf(sheet)] ?? sheet;
  const evaluator = createEvaluator(
    { sheets, namedRanges: draft.namedRanges, properties: draft.properties },
    draft.nowMs,
  );
  const rows = Array.from({ length: span.bottom - span.top }, (_, offset): SortedRow => {
    const index = span.top + offset;
    const stored = sheet.rows[index];
    return {
      index,
      keys: specs.map(({ dimensionIndex }) => evaluator.valueAt(frozen, index, dimensionIndex ?? 0).value),
      cells: Array.from({ length: span.right - span.left }, (_, across) => cellOf(stored, span.left + across)),
    };
  });
  const signs = specs.map(({ sortOrder }) => (sortOrder === 'DESCENDING' ? -1 : 1));
  const collator = new Intl.Collator(draft.locale.replace('_', '-'), { sensitivity: 'accent' });
  rows.sort((a, b) => {
    for (const [at, sign] of signs.entries()) {
      const order = compareKeys(a.keys[at] ?? null, b.keys[at] ?? null, sign, collator);
      if (order !== 0) return order;
    }
    return a.index - b.index;
  });
  rows.forEach(({ index, cells }, offset) => {
    const target = span.top + offset;
    if (target === index) return;
    const row = draft.writableRow(sheet, target);
    cells.forEach((cell, across) => {
      setCell(row, span.left + across, { ...cell, input: shiftedInput(cell.input, target - index, 0) });
    });
  });
  return {};
};

function compareKeys(a: Key, b: Key, sign: number, collator: Intl.Collator): number {
  const [rankA, rankB] = [rank(a), rank(b)];
  if (rankA === 4 || rankB === 4) return rankA - rankB;
  if (rankA !== rankB) return sign * (rankA - rankB);
  if (typeof a === 'string' && typeof b === 'string') return sign * collator.compare(a, b);
  return sign * (Number(a) - Number(b));
}

function rank(key: Key): number {
  if (key === null || key === '') return 4;
  if (typeof key === 'number') return 0;
  if (typeof key === 'boolean') return 2;
  return errorText(key) === undefined ? 1 : 3;
}
