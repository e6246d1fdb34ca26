/**
 * A workbook as the data an o-spreadsheet Model loads, for a page that shows it and for checking our evaluation against the
 * Model's own. Carries contents and number formats; what the Model cannot hold stays in the dump.
 */
import { columnLetters } from './a1.ts';
import type { WorkbookDump } from './dump-workbook.ts';
import { type CellInput, isFormula } from './workbook.ts';

export interface ModelData {
  readonly sheets: readonly {
    readonly id: string;
    readonly name: string;
    readonly colNumber: number;
    readonly rowNumber: number;
    readonly cells: Readonly<Record<string, string>>;
    readonly formats: Readonly<Record<string, number>>;
  }[];
  readonly formats: Readonly<Record<number, string>>;
  readonly settings: { readonly locale: string };
}

/** Number patterns the Model refuses are left out; the value then shows unformatted. */
export function modelData(dump: WorkbookDump): ModelData {
  const patterns: string[] = [];
  const sheets = dump.sheets.map(({ properties, cells }) => {
    const contents: Record<string, string> = {};
    const formats: Record<string, number> = {};
    for (const { row, column, input, format } of cells) {
      const place = `${columnLetters(column)}${row + 1}`;
      if (input !== null) contents[place] = modelContent(input);
      const pattern = modelPattern(format?.numberFormat?.pattern ?? '');
      if (pattern === '') continue;
      if (!patterns.includes(pattern)) patterns.push(pattern);
      formats[place] = patterns.indexOf(pattern) + 1;
    }
    return {
      id: String(properties.sheetId),
      name: properties.title ?? '',
      colNumber: properties.gridProperties?.columnCount ?? 1,
      rowNumber: properties.gridProperties?.rowCount ?? 1,
      cells: contents,
      formats,
    };
  });
  return {
    sheets,
    formats: Object.fromEntries(patterns.map((pattern, index) => [index + 1, pattern])),
    settings: { locale: dump.properties.locale ?? 'en_US' },
  };
}

/** What the Model is told to keep an entered value as it is; an empty cell is the empty text. */
export function modelContent(input: CellInput): string {
  if (input === null) return '';
  if (isFormula(input)) return input.formula;
  return typeof input === 'string' ? literalText(input) : literalValue(input);
}

/**
 * Text the Model would read as something else gets the apostrophe that keeps it as it stands. One text no spelling keeps: a
 * whole `[label](url)` shows as a link there.
 */
function literalText(text: string): string {
  const looksParsed = /^['=+\-.\d\s€$£¥(]/.test(text) || /^(true|false)$/i.test(text) || /\d[/:-]\d|\]\(/.test(text);
  return looksParsed ? `'${text}` : text;
}

function literalValue(value: number | boolean): string {
  return typeof value === 'number' ? String(value) : value ? 'TRUE' : 'FALSE';
}

/** Currency in quotes becomes the bracketed form; elapsed time, colours, conditions and sections have no counterpart. */
export function modelPattern(pattern: string): string {
  const bracketed = pattern.replace(/"([€$£])"/g, '[$$$1]');
  return /\[(?!\$)|;|@|"|General/i.test(bracketed) ? '' : bracketed;
}
