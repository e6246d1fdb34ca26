/**
 * The whole workbook as the data the page's Model loads: contents, number formats, styles, rules, charts, frozen panes,
 * widths. Read straight from the stored workbook; nothing is evaluated here, the page's Model does that itself.
 */
import { columnLetters } from '../../sheets-server/workbook/a1.ts';
import { cellFormats } from '../../sheets-server/workbook/interned.ts';
import { modelContent, modelPattern } from '../../sheets-server/workbook/model-data.ts';
import type { DimensionProperties, Sheet, Workbook } from '../../sheets-server/workbook/workbook.ts';
import { hexColor, type PageStyle, pageStyle } from './cell-style.ts';
import { pageFigures } from './sheet-charts.ts';
import { columnRuns, pageConditionalFormats, pageValidations, rangeText } from './sheet-rules.ts';

const FRENCH = {
  name: 'French',
  code: 'fr_FR',
  thousandsSeparator: ' ',
  decimalSeparator: ',',
  weekStart: 1,
  dateFormat: 'dd/mm/yyyy',
  timeFormat: 'hh:mm:ss',
  formulaArgSeparator: ';',
} as const;

/** @param revisionId the state's name in the pages' log. */
export function pageData(workbook: Workbook, revisionId: string): object {
  const styles = createTable<PageStyle>();
  const patterns = createTable<string>();
  const sheets = workbook.sheets.map((sheet) => sheetData(workbook, sheet, styles, patterns));
  return {
    revisionId,
    sheets,
    styles: styles.byNumber(),
    formats: patterns.byNumber(),
    borders: {},
    pivots: {},
    pivotNextId: 1,
    uniqueFigureIds: true,
    settings: { locale: FRENCH },
    customTableStyles: {},
    namedRanges: {},
  };
}

function sheetData(workbook: Workbook, sheet: Sheet, styles: Table<PageStyle>, patterns: Table<string>): object {
  const cells: Record<string, string> = {};
  sheet.rows.forEach((row, index) => {
    row?.inputs.forEach((input, column) => {
      if (input !== null && input !== undefined) cells[`${columnLetters(column)}${index + 1}`] = modelContent(input);
    });
  });
  const styleZones: Record<string, number> = {};
  const patternZones: Record<string, number> = {};
  for (const [number, ranges] of columnRuns(sheet, (row, column) => row.formats?.[column] ?? 0)) {
    const format = cellFormats.at(number);
    const style = styles.numberOf(pageStyle(format));
    const pattern = patterns.numberOf(modelPattern(format?.numberFormat?.pattern ?? '') || undefined);
    for (const range of ranges) {
      if (style !== 0) styleZones[range] = style;
      if (pattern !== 0) patternZones[range] = pattern;
    }
  }
  const { gridProperties: grid, title, hidden, tabColorStyle } = sheet.properties;
  return {
    id: String(sheet.sheetId),
    name: title ?? '',
    colNumber: sheet.columnCount,
    rowNumber: sheet.rowCount,
    cells,
    styles: styleZones,
    formats: patternZones,
    borders: {},
    merges: sheet.merges.map((range) => rangeText(sheet, range)),
    figures: pageFigures(workbook.sheets, sheet),
    cols: headerSizes(sheet.columns),
    rows: headerSizes(rowSizes(sheet)),
    conditionalFormats: pageConditionalFormats(sheet),
    dataValidationRules: pageValidations(sheet),
    tables: [],
    isVisible: hidden !== true,
    panes: { xSplit: grid?.frozenColumnCount ?? 0, ySplit: grid?.frozenRowCount ?? 0 },
    areGridLinesVisible: grid?.hideGridlines !== true,
    ...(tabColorStyle?.rgbColor && { color: hexColor(tabColorStyle.rgbColor) }),
  };
}

/** Google's height of a row of one line. A row without a height is measured by the page, cell by cell. */
const ROW_PIXELS = 21;
const PLAIN_FONT_SIZE = 10;

function rowSizes(sheet: Sheet): DimensionProperties[] {
  const tall = new Map<number, boolean>();
  const isTall = (number: number): boolean => {
    const known = tall.get(number);
    if (known !== undefined) return known;
    const { wrapping, fontSize = PLAIN_FONT_SIZE } = pageStyle(cellFormats.at(number)) ?? {};
    tall.set(number, wrapping === 'wrap' || fontSize > PLAIN_FONT_SIZE);
    return tall.get(number) === true;
  };
  return Array.from({ length: sheet.rowCount }, (_, index) => {
    const row = sheet.rows[index];
    const isMeasured =
      row?.formats?.some(isTall) || row?.inputs.some((input) => typeof input === 'string' && input.includes('\n'));
    return { ...(!isMeasured && { pixelSize: ROW_PIXELS }), ...row?.dimension };
  });
}

function headerSizes(list: readonly (DimensionProperties | undefined)[]): Record<number, object> {
  const sizes: Record<number, object> = {};
  list.forEach((dimension, index) => {
    if (dimension === undefined) return;
    const { pixelSize, hiddenByUser } = dimension;
    if (pixelSize || hiddenByUser) {
      sizes[index] = { ...(pixelSize && { size: pixelSize }), ...(hiddenByUser && { isHidden: true }) };
    }
  });
  return sizes;
}

interface Table<T> {
  /** 0 for undefined. */
  numberOf(value: T | undefined): number;
  byNumber(): Readonly<Record<number, T>>;
}

function createTable<T>(): Table<T> {
  const numbers = new Map<string, number>();
  const values: T[] = [];
  return {
    numberOf: (value) => {
      if (value === undefined) return 0;
      const key = JSON.stringify(value);
      const known = numbers.get(key);
      if (known !== undefined) return known;
      values.push(value);
      numbers.set(key, values.length);
      return values.length;
    },
    byNumber: () => Object.fromEntries(values.map((value, index) => [index + 1, value])),
  };
}
