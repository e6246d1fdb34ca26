/**
 * copyPaste, mergeCells, unmergeCells, findReplace.
 */
import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/v4.js';
import { sheetLocale } from '../format/locale.ts';
import { createEvaluator } from '../formula/evaluator.ts';
import { canonicalFormula, localizedFormula } from '../formula/formula-separators.ts';
import { serialNow } from '../formula/serial-now.ts';
import { parseEntry } from '../values/parse-entry.ts';
import { resolveGridRange, type Span, wholeSheet } from '../workbook/a1.ts';
import { cellOf, emptyCell, type StoredCell, setCell, setInput } from '../workbook/row-cells.ts';
import { type CellInput, type GridRange, isFormula, type Sheet } from '../workbook/workbook.ts';
import { shiftedInput } from './cell-writer.ts';
import { overlaps } from './change-ranges.ts';
import { type RequestContext, type RequestHandler, refuse, required } from './request-context.ts';

/** The source is repeated over a destination that is a multiple of it, otherwise pasted once at its first cell. */
export const copyPaste: RequestHandler<sheets_v4.Schema$CopyPasteRequest> = (request, context) => {
  const { draft } = context;
  const pasteType = request.pasteType ?? 'PASTE_NORMAL';
  if (request.pasteOrientation === 'TRANSPOSE' || pasteType === 'PASTE_CONDITIONAL_FORMATTING') {
    throw refuse(context, `The local server does not implement ${request.pasteOrientation ?? ''} ${pasteType}.`);
  }
  const [source, from] = spanOf(required(request.source, 'source', context), context);
  const [target, to] = spanOf(required(request.destination, 'destination', context), context);
  const [height, width] = [from.bottom - from.top, from.right - from.left];
  const down = Math.max(1, Math.floor((to.bottom - to.top) / height));
  const across = Math.max(1, Math.floor((to.right - to.left) / width));
  if (to.top + down * height > target.rowCount || to.left + across * width > target.columnCount) {
    throw refuse(context, 'The pasted cells would lie outside the grid.');
  }
  const evaluated = pasteType === 'PASTE_VALUES' ? valuesOf(source, from, context) : undefined;
  const cells = Array.from({ length: height }, (_, row) =>
    Array.from({ length: width }, (_, column) => cellOf(source.rows[from.top + row], from.left + column)),
  );
  const sheet = draft.writableSheet(target.sheetId);
  for (let row = 0; row < down * height; row += 1) {
    const written = draft.writableRow(sheet, to.top + row);
    for (let column = 0; column < across * width; column += 1) {
      const cell = cells[row % height]?.[column % width] ?? emptyCell;
      const [shiftRows, shiftColumns] = [
        to.top + row - from.top - (row % height),
        to.left + column - from.left - (column % width),
      ];
      const input = evaluated?.[row % height]?.[column % width] ?? shiftedInput(cell.input, shiftRows, shiftColumns);
      const before = cellOf(written, to.left + column);
      setCell(written, to.left + column, pasted(before, { ...cell, input }, pasteType));
    }
  }
  return {};
};

export const mergeCells: RequestHandler<sheets_v4.Schema$MergeCellsRequest> = (request, context) => {
  const { draft } = context;
  const [{ sheetId }, span] = spanOf(required(request.range, 'range', context), context);
  const sheet = draft.writableSheet(sheetId);
  const parts = mergedParts(span, request.mergeType ?? 'MERGE_ALL');
  if (sheet.merges.some((merge) => overlaps(resolveGridRange(sheet, merge), span))) {
    throw refuse(context, 'You must select all cells in a merged range to merge or unmerge them.');
  }
  for (const part of parts) {
    for (let index = part.top; index < part.bottom; index += 1) {
      if (sheet.rows[index] === undefined) continue;
      const row = draft.writableRow(sheet, index);
      for (let column = part.left; column < part.right; column += 1) {
        if (index > part.top || column > part.left) setInput(row, column, null);
      }
    }
    sheet.merges.push(gridRangeOf(part));
  }
  return {};
};

export const unmergeCells: RequestHandler<sheets_v4.Schema$UnmergeCellsRequest> = (request, context) => {
  const [{ sheetId }, span] = spanOf(required(request.range, 'range', context), context);
  const sheet = context.draft.writableSheet(sheetId);
  sheet.merges = sheet.merges.filter((merge) => !overlaps(resolveGridRange(sheet, merge), span));
  return {};
};

/** Replaces in texts, numbers as they were entered and, when asked to, formulas. What comes out is parsed like typing. */
export const findReplace: RequestHandler<sheets_v4.Schema$FindReplaceRequest> = (request, context) => {
  const { draft } = context;
  const pattern = findPattern(request, context);
  const targets: (readonly [Sheet, Span])[] = request.range
    ? [spanOf(request.range, context)]
    : (request.allSheets ? draft.sheets : [draft.sheet(request.sheetId)]).map((sheet) => [sheet, wholeSheet(sheet)]);
  const counts = { valuesChanged: 0, formulasChanged: 0, rowsChanged: 0, sheetsChanged: 0, occurrencesChanged: 0 };
  for (const [{ sheetId }, span] of targets) {
    const sheet = draft.writableSheet(sheetId);
    let isSheetChanged = false;
    for (let index = span.top; index < Math.min(span.bottom, sheet.rows.length); index += 1) {
      let isRowChanged = false;
      for (let column = span.left; column < span.right; column += 1) {
        const input = sheet.rows[index]?.inputs[column] ?? null;
        const next = replaced(input, pattern, request, context);
        if (next === undefined) continue;
        setInput(draft.writableRow(sheet, index), column, next.input);
        counts[isFormula(input) ? 'formulasChanged' : 'valuesChanged'] += 1;
        counts.occurrencesChanged += next.occurrences;
        isRowChanged = true;
      }
      if (isRowChanged) counts.rowsChanged += 1;
      isSheetChanged ||= isRowChanged;
    }
    if (isSheetChanged) counts.sheetsChanged += 1;
  }
  return { findReplace: counts };
};

function replaced(
  input: CellInput,
  pattern: RegExp,
  request: sheets_v4.Schema$FindReplaceRequest,
  { draft }: RequestContext,
): { readonly input: CellInput; readonly occurrences: number } | undefined {
  if (input === null || (isFormula(input) && !request.includeFormulas)) return undefined;
  const commaDecimals = sheetLocale(draft.locale).decimal === ',';
  const text = isFormula(input) ? localizedFormula(input.formula, commaDecimals) : String(input);
  const occurrences = text.match(pattern)?.length ?? 0;
  if (occurrences === 0) return undefined;
  const replacement = request.replacement ?? '';
  const next = request.searchByRegex ? text.replace(pattern, replacement) : text.replace(pattern, () => replacement);
  if (isFormula(input)) return { input: { formula: canonicalFormula(next, commaDecimals) }, occurrences };
  const today = Math.floor(serialNow(draft.nowMs, draft.properties.timeZone ?? 'Etc/GMT'));
  return { input: next === '' ? null : parseEntry(next, draft.locale, today).input, occurrences };
}

function findPattern(request: sheets_v4.Schema$FindReplaceRequest, context: RequestContext): RegExp {
  const find = required(request.find || undefined, 'find', context);
  const places = [request.range, typeof request.sheetId === 'number', request.allSheets].filter(Boolean).length;
  if (places !== 1) throw refuse(context, 'Exactly one of range, sheet_id and all_sheets must be specified.');
  const source = request.searchByRegex ? find : find.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  try {
    return new RegExp(request.matchEntireCell ? `^(?:${source})$` : source, request.matchCase ? 'g' : 'gi');
  } catch {
    throw refuse(context, `Invalid regular expression: ${find}`);
  }
}

function spanOf(range: GridRange, context: RequestContext): [Sheet, Span] {
  const sheet = context.draft.sheet(range.sheetId);
  return [sheet, resolveGridRange(sheet, range, `${context.label}.range`)];
}

function gridRangeOf({ sheetId, top, bottom, left, right }: Span): GridRange {
  return { sheetId, startRowIndex: top, endRowIndex: bottom, startColumnIndex: left, endColumnIndex: right };
}

function mergedParts(span: Span, mergeType: string): Span[] {
  if (mergeType === 'MERGE_ROWS') {
    return Array.from({ length: span.bottom - span.top }, (_, at) => ({
      ...span,
      top: span.top + at,
      bottom: span.top + at + 1,
    }));
  }
  if (mergeType === 'MERGE_COLUMNS') {
    return Array.from({ length: span.right - span.left }, (_, at) => ({
      ...span,
      left: span.left + at,
      right: span.left + at + 1,
    }));
  }
  return [span];
}

function valuesOf(source: Sheet, from: Span, { draft }: RequestContext): CellInput[][] {
  const sheets = draft.sheets.map((sheet) => ({ ...sheet }));
  const frozen = sheets[draft.sheets.indexOf(source)] ?? source;
  const evaluator = createEvaluator(
    { sheets, namedRanges: draft.namedRanges, properties: draft.properties },
    draft.nowMs,
  );
  return Array.from({ length: from.bottom - from.top }, (_, row) =>
    Array.from(
      { length: from.right - from.left },
      (_, column) => evaluator.valueAt(frozen, from.top + row, from.left + column).value,
    ),
  );
}

/** What of the source cell arrives, by type of paste. */
function pasted(before: StoredCell, source: StoredCell, pasteType: string): StoredCell {
  switch (pasteType) {
    case 'PASTE_VALUES':
    case 'PASTE_FORMULA':
      return { ...before, input: source.input };
    case 'PASTE_FORMAT':
      return { ...before, format: source.format };
    case 'PASTE_DATA_VALIDATION':
      return { ...before, rule: source.rule };
    default:
      return source;
  }
}
