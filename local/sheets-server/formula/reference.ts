/**
 * One reference of a formula taken apart (tab, corners, `$` signs) and put together again. Open ends (`A3:A`, `B:B`, `2:4`)
 * stay open. Indexes are zero-based; the last corner is inclusive, as written.
 */
import { columnIndex, columnLetters, quoteTitle, unquoteTitle } from '../workbook/a1.ts';

export interface Corner {
  readonly column: number | undefined;
  readonly row: number | undefined;
  readonly columnFixed: boolean;
  readonly rowFixed: boolean;
}

export interface Reference {
  /** Title of the tab; undefined means the formula's own. */
  readonly title: string | undefined;
  readonly first: Corner;
  /** Absent for a single cell. */
  readonly last: Corner | undefined;
}

export const lostReference = '#REF!';

export function parseReference(text: string): Reference {
  const bang = text.lastIndexOf('!');
  const [first = '', last] = text.slice(bang + 1).split(':');
  return {
    title: bang < 0 ? undefined : unquoteTitle(text.slice(0, bang)),
    first: parseCorner(first),
    last: last === undefined ? undefined : parseCorner(last),
  };
}

export function renderReference({ title, first, last }: Reference): string {
  const prefix = title === undefined ? '' : `${quoteTitle(title)}!`;
  return `${prefix}${renderCorner(first)}${last === undefined ? '' : `:${renderCorner(last)}`}`;
}

/** The reference as a copy `rows` down and `columns` right has it; `#REF!` when it leaves the sheet. */
export function shiftReference(reference: Reference, rows: number, columns: number): string {
  const first = shiftCorner(reference.first, rows, columns);
  const last = reference.last && shiftCorner(reference.last, rows, columns);
  if (first === undefined || (reference.last !== undefined && last === undefined)) return lostReference;
  return renderReference({ ...reference, first, last });
}

function shiftCorner(corner: Corner, rows: number, columns: number): Corner | undefined {
  const column = corner.column === undefined || corner.columnFixed ? corner.column : corner.column + columns;
  const row = corner.row === undefined || corner.rowFixed ? corner.row : corner.row + rows;
  if ((column ?? 0) < 0 || (row ?? 0) < 0) return undefined;
  return { ...corner, column, row };
}

function parseCorner(text: string): Corner {
  const match = /^(\$?)([A-Za-z]*)(\$?)([0-9]*)$/.exec(text);
  const [, firstSign = '', letters = '', secondSign = '', digits = ''] = match ?? [];
  return {
    column: letters === '' ? undefined : columnIndex(letters),
    row: digits === '' ? undefined : Number(digits) - 1,
    columnFixed: letters !== '' && firstSign === '$',
    rowFixed: digits !== '' && (letters === '' ? firstSign : secondSign) === '$',
  };
}

function renderCorner({ column, row, columnFixed, rowFixed }: Corner): string {
  const letters = column === undefined ? '' : `${columnFixed ? '$' : ''}${columnLetters(column)}`;
  return `${letters}${row === undefined ? '' : `${rowFixed ? '$' : ''}${row + 1}`}`;
}
