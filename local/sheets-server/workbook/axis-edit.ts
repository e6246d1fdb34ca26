/**
 * The arithmetic of inserting, deleting and moving rows or columns: where an index or a stretch of indexes ends up. Pure;
 * edit-axis.ts applies it to cells, formulas and objects.
 */

export type Dimension = 'ROWS' | 'COLUMNS';

export type AxisEdit = { readonly sheetId: number; readonly dimension: Dimension } & (
  | { readonly kind: 'insert'; readonly at: number; readonly count: number }
  | { readonly kind: 'delete'; readonly start: number; readonly end: number }
  /** Moves [start, end) before `to`, counted before the move; `to` lies outside the block. */
  | { readonly kind: 'move'; readonly start: number; readonly end: number; readonly to: number }
);

/** Where index `index` ends up; undefined when it is deleted. */
export function mapIndex(edit: AxisEdit, index: number): number | undefined {
  switch (edit.kind) {
    case 'insert':
      return index < edit.at ? index : index + edit.count;
    case 'delete':
      if (index < edit.start) return index;
      return index < edit.end ? undefined : index - (edit.end - edit.start);
    case 'move': {
      const { start, end, to } = edit;
      const count = end - start;
      if (index >= start && index < end) return to < start ? index - start + to : index + (to - end);
      if (to <= index && index < start) return index + count;
      return end <= index && index < to ? index - count : index;
    }
  }
}

/**
 * Where the stretch [start, end) ends up; undefined when all of it is deleted. `end` may be Infinity. A stretch grows by
 * what is inserted inside it, not by what is inserted at its edges; one that is cut by a move keeps its outer ends.
 */
export function mapStretch(edit: AxisEdit, start: number, end: number): readonly [number, number] | undefined {
  switch (edit.kind) {
    case 'insert':
      return [start < edit.at ? start : start + edit.count, end <= edit.at ? end : end + edit.count];
    case 'delete': {
      const count = edit.end - edit.start;
      const shift = (index: number): number =>
        index <= edit.start ? index : index >= edit.end ? index - count : edit.start;
      const [first, last] = [shift(start), shift(end)];
      return first < last ? [first, last] : undefined;
    }
    case 'move': {
      const first = mapIndex(edit, start) ?? start;
      const last = end === Number.POSITIVE_INFINITY ? end : (mapIndex(edit, end - 1) ?? end - 1) + 1;
      const holdsMove = start <= Math.min(edit.start, edit.to) && Math.max(edit.end, edit.to) <= end;
      if (holdsMove) return [start, end];
      return first < last ? [first, last] : [last - 1, first + 1];
    }
  }
}
