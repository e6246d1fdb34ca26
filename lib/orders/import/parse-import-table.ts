// A pasted table or a CSV file → rows with named cells. Columns are found by their titles, in any order; a row that does not
// fit is named with its number in the file. It knows neither orders nor conversations: what a cell means is its reader's
// question.
// biome-ignore lint/style/noRestrictedImports: the CSV library the issue asks for; pure parsing of a string, no host needed.
import Papa from 'papaparse';
import { type Problem, problem } from '#lib/kernel/problem.ts';
import type { Words } from '#lib/text/words.ts';

/** Titles under which a table may hold each column; the first is the one we name. */
export type ImportTitles<Column extends string> = Readonly<Record<Column, readonly string[]>>;

export interface ImportedRow<Column extends string> {
  /** As counted in the file, the title row is 1. */
  readonly number: number;
  /** Trimmed text by column; '' when empty or when the file has no such column. */
  readonly cell: (column: Column) => string;
}

export interface ImportedTable<Column extends string> {
  readonly source: 'pasted' | 'csv_import';
  readonly rows: readonly ImportedRow<Column>[];
  /** Rows that could not be read, one Problem each. */
  readonly refused: readonly Problem[];
  /** The table as a whole cannot be read. */
  readonly refusals: readonly Problem[];
}

const TAB = '\t';

export function parseImportTable<Column extends string>(
  text: string,
  named: ImportTitles<Column>,
  required: readonly Column[],
  words: Words,
): ImportedTable<Column> {
  // A byte order mark is what a file exported by Excel begins with, not part of its first title.
  const { data, errors, meta } = Papa.parse(text.replace(/^\ufeff/, ''), {
    delimitersToGuess: [TAB, ';', ',', '|'],
    skipEmptyLines: false,
  });
  const titleIndex = data.findIndex((cells) => !isBlank(cells));
  const titles = data[titleIndex];
  if (titles === undefined) return unreadable(problem('importEmpty', {}));
  const places = placesOf(titles, named);
  const missing = required.filter((column) => !places.has(column));
  if (missing.length > 0) {
    const columns = missing.map((column) => named[column][0]).join(', ');
    return unreadable(
      problem('importColumnMissing', { columns, found: titles.map((title) => title.trim()).join(', ') }),
    );
  }
  const badQuotes = new Set(errors.flatMap(({ type, row }) => (type === 'Quotes' && row !== undefined ? [row] : [])));
  const rows: ImportedRow<Column>[] = [];
  const refused: Problem[] = [];
  data.forEach((cells, index) => {
    if (index <= titleIndex || isBlank(cells)) return;
    const number = index + 1;
    const reason = unreadableRow(cells, titles.length, badQuotes.has(index), words);
    if (reason !== null) refused.push(problem('importRowBad', { row: String(number), reason }));
    else rows.push({ number, cell: (column) => (cells[places.get(column) ?? -1] ?? '').trim() });
  });
  return { source: meta.delimiter === TAB ? 'pasted' : 'csv_import', rows, refused, refusals: [] };
}

function unreadable<Column extends string>(...refusals: readonly Problem[]): ImportedTable<Column> {
  return { source: 'pasted', rows: [], refused: [], refusals };
}

const isBlank = (cells: readonly string[]): boolean => cells.every((cell) => cell.trim() === '');

/** The first title that names a column counts; titles nobody knows are left alone. */
function placesOf<Column extends string>(
  titles: readonly string[],
  named: ImportTitles<Column>,
): ReadonlyMap<Column, number> {
  const places = new Map<Column, number>();
  const columns = Object.entries(named) as [Column, readonly string[]][];
  titles.forEach((title, index) => {
    const found = columns.find(([, names]) => names.some((name) => folded(name) === folded(title)));
    if (found !== undefined && !places.has(found[0])) places.set(found[0], index);
  });
  return places;
}

function unreadableRow(
  cells: readonly string[],
  width: number,
  isBadlyQuoted: boolean,
  { orders }: Words,
): string | null {
  if (isBadlyQuoted) return orders.importReasons.quotes;
  const extra = cells.slice(width);
  return extra.some((cell) => cell.trim() !== '') ? orders.importReasons.tooManyCells : null;
}

/** Accents, case, spaces and punctuation make no other title. */
function folded(title: string): string {
  return title
    .normalize('NFD')
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '');
}
