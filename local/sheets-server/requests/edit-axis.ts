/**
 * Inserts, deletes or moves rows or columns of a sheet, and takes along everything that points at them: cells with their
 * formats, notes and rules, formulas of all tabs, and the objects of map-objects.ts. Bounds are the caller's to check.
 */
import { lostReference, type Reference, renderReference } from '../formula/reference.ts';
import { rewriteFormulas } from '../formula/rewrite-formulas.ts';
import { type AxisEdit, mapIndex, mapStretch } from '../workbook/axis-edit.ts';
import type { Draft } from '../workbook/draft.ts';
import { insertCells, removeCells } from '../workbook/row-cells.ts';
import type { Row, Sheet } from '../workbook/workbook.ts';
import { mapObjects } from './map-objects.ts';

export function editAxis(draft: Draft, edit: AxisEdit): void {
  const sheet = draft.writableSheet(edit.sheetId);
  const change = edit.kind === 'insert' ? edit.count : edit.kind === 'delete' ? edit.start - edit.end : 0;
  if (edit.dimension === 'ROWS') {
    sheet.rows = editList(sheet.rows, edit);
    sheet.rowCount += change;
  } else {
    sheet.columns = editList(sheet.columns, edit);
    editColumns(draft, sheet, edit);
    sheet.columnCount += change;
  }
  const title = sheet.properties.title?.toLowerCase();
  rewriteFormulas(draft, (reference, home) => {
    const isHere =
      reference.title === undefined ? home.sheetId === edit.sheetId : reference.title.toLowerCase() === title;
    return isHere ? editReference(reference, edit) : undefined;
  });
  mapObjects(draft, edit);
}

function editList<T>(list: readonly (T | undefined)[], edit: AxisEdit): (T | undefined)[] {
  switch (edit.kind) {
    case 'insert': {
      if (edit.at >= list.length) return list.slice();
      const gap = Array.from<undefined>({ length: edit.count }).fill(undefined);
      return [...list.slice(0, edit.at), ...gap, ...list.slice(edit.at)];
    }
    case 'delete':
      return [...list.slice(0, edit.start), ...list.slice(edit.end)];
    case 'move': {
      const whole = list.slice();
      while (whole.length < Math.max(edit.end, edit.to)) whole.push(undefined);
      const block = whole.splice(edit.start, edit.end - edit.start);
      whole.splice(edit.to > edit.start ? edit.to - block.length : edit.to, 0, ...block);
      return whole;
    }
  }
}

function editColumns(draft: Draft, sheet: Sheet, edit: AxisEdit): void {
  sheet.rows.forEach((stored, index) => {
    if (stored === undefined) return;
    const row = draft.writableRow(sheet, index);
    if (edit.kind === 'insert') insertCells(row, edit.at, edit.count);
    else if (edit.kind === 'delete') removeCells(row, edit.start, edit.end - edit.start);
    else moveCells(row, edit);
  });
}

function moveCells(row: Row, edit: AxisEdit): void {
  row.inputs.splice(0, row.inputs.length, ...filled(editList(row.inputs, edit), null));
  row.formats &&= filled(editList(row.formats, edit), 0);
  row.rules &&= filled(editList(row.rules, edit), 0);
  row.notes &&= editList(row.notes, edit);
}

function filled<T>(list: readonly (T | undefined)[], blank: T): T[] {
  return list.map((value) => value ?? blank);
}

/** The reference after the edit, `#REF!` when all it named is gone. */
function editReference(reference: Reference, edit: AxisEdit): string {
  const key = edit.dimension === 'ROWS' ? 'row' : 'column';
  const { first, last } = reference;
  if (last === undefined) {
    const index = mapIndex(edit, first[key] ?? 0);
    return index === undefined ? lostReference : renderReference({ ...reference, first: { ...first, [key]: index } });
  }
  if (first[key] === undefined && last[key] === undefined) return renderReference(reference);
  const [low, high] = ordered(first[key] ?? 0, last[key] ?? Number.POSITIVE_INFINITY);
  const stretch = mapStretch(edit, low, high + 1);
  if (stretch === undefined) return lostReference;
  const [start, end] = stretch;
  return renderReference({
    ...reference,
    first: first[key] === undefined ? first : { ...first, [key]: start },
    last: last[key] === undefined ? last : { ...last, [key]: end - 1 },
  });
}

function ordered(a: number, b: number): readonly [number, number] {
  return a <= b ? [a, b] : [b, a];
}
