/**
 * The workbook as an .xlsx file: values, formulas with what they show now, formats, validation, conditional formats, charts,
 * frozen panes. What Excel has no counterpart for is written as the value it shows.
 */
import {
  type Cell,
  type CellStyle,
  type CellValue,
  type ConditionalRule,
  type DataValidation,
  type WriteSheet,
  writeXlsx,
} from 'hucre';
import type { SheetsServer } from '../sheets-server/start-sheets-server.ts';
import { columnLetters } from '../sheets-server/workbook/a1.ts';
import { cellFormats } from '../sheets-server/workbook/interned.ts';
import { modelPattern } from '../sheets-server/workbook/model-data.ts';
import { isFormula, type Sheet } from '../sheets-server/workbook/workbook.ts';
import { type PageStyle, pageStyle } from './sheet/cell-style.ts';
import { pageConditionalFormats, pageValidations } from './sheet/sheet-rules.ts';
import { xlsxCharts } from './xlsx-charts.ts';

type Session = SheetsServer['session'];

/** Google's and Excel's formulas are the same text but for these; SPARKLINE draws, so its cell stays empty. */
const NOT_IN_EXCEL = /\b(SPARKLINE|QUERY|FILTER|SORT|UNIQUE)\(/i;
/** Functions younger than the format carry a prefix in the file, or they are unknown names when it is opened. */
const LATER = /\b(MINIFS|MAXIFS)\(/g;
const ARRAY = /^=ARRAYFORMULA\((.*)\)$/is;
const PIXELS_PER_CHARACTER = 7;

export async function exportXlsx(session: Session): Promise<Uint8Array> {
  const { sheets } = session.workbook();
  const written = sheets.map((sheet) => writeSheet(session, sheet));
  return writeXlsx({
    sheets: written,
    activeSheet: Math.max(
      0,
      sheets.findIndex((sheet) => !sheet.properties.hidden),
    ),
  });
}

function writeSheet(session: Session, sheet: Sheet): WriteSheet {
  const { gridProperties: grid, hidden, title } = sheet.properties;
  const cells = new Map<string, Partial<Cell>>();
  const rows = sheet.rows.map((row, index) =>
    Array.from(row?.inputs ?? [], (input, column): CellValue => {
      const value = session.evaluator().valueAt(sheet, index, column).value;
      const style = xlsxStyle(row?.formats?.[column]);
      if (isFormula(input))
        cells.set(`${index},${column}`, { ...formulaCell(input.formula, value, index, column), ...style });
      else if (value !== null && 'style' in style) cells.set(`${index},${column}`, { value, ...style });
      return value;
    }),
  );
  return {
    name: title ?? '',
    rows,
    cells,
    columns: Array.from({ length: sheet.columnCount }, (_, column) => ({
      width: (sheet.columns[column]?.pixelSize ?? 100) / PIXELS_PER_CHARACTER,
      ...(sheet.columns[column]?.hiddenByUser && { hidden: true }),
    })),
    rowDefs: new Map(
      sheet.rows.flatMap((row, index) => (row?.dimension?.hiddenByUser ? [[index, { hidden: true }] as const] : [])),
    ),
    freezePane: { rows: grid?.frozenRowCount ?? 0, columns: grid?.frozenColumnCount ?? 0 },
    dataValidations: xlsxValidations(sheet),
    conditionalRules: xlsxConditions(sheet),
    charts: xlsxCharts(session, sheet),
    ...(hidden && { hidden: true }),
  };
}

function formulaCell(formula: string, value: CellValue, row: number, column: number): Partial<Cell> {
  if (NOT_IN_EXCEL.test(formula)) return { value };
  const array = ARRAY.exec(formula)?.[1];
  const place = `${columnLetters(column)}${row + 1}`;
  const shown = typeof value === 'string' && value.startsWith('#') ? null : value;
  return {
    type: 'formula',
    formula: (array ?? formula.slice(1)).replace(LATER, '_xlfn.$1('),
    formulaResult: shown,
    value: shown,
    ...(array !== undefined && { formulaType: 'array', formulaRef: place }),
  };
}

function xlsxStyle(number: number | undefined): { readonly style?: CellStyle } {
  const format = cellFormats.at(number);
  const pattern = format?.numberFormat?.pattern === '@' ? '@' : modelPattern(format?.numberFormat?.pattern ?? '');
  const look = lookOf(pageStyle(format) ?? {});
  const style = { ...look, ...(pattern !== '' && { numFmt: pattern }) };
  return Object.keys(style).length === 0 ? {} : { style };
}

function lookOf({ bold, italic, textColor, fillColor, wrapping, verticalAlign, align }: PageStyle): CellStyle {
  const font = { ...(bold && { bold }), ...(italic && { italic }), ...(textColor && { color: rgb(textColor) }) };
  const alignment = {
    ...(wrapping === 'wrap' && { wrapText: true }),
    ...(align && { horizontal: align }),
    ...(verticalAlign && { vertical: verticalAlign === 'middle' ? ('center' as const) : verticalAlign }),
  };
  return {
    ...(Object.keys(font).length > 0 && { font }),
    ...(fillColor && { fill: { type: 'pattern', pattern: 'solid', fgColor: rgb(fillColor) } }),
    ...(Object.keys(alignment).length > 0 && { alignment }),
  };
}

function rgb(hex: string): { readonly rgb: string } {
  return { rgb: hex.slice(1).toUpperCase() };
}

function xlsxValidations(sheet: Sheet): DataValidation[] {
  return pageValidations(sheet).flatMap(({ criterion: { type, values }, isBlocking, ranges }) => {
    const rule = validationOf(type, values);
    if (rule === undefined) return [];
    return ranges.map((range) => ({ ...rule, range, allowBlank: true, showErrorMessage: isBlocking }));
  });
}

const NUMBER_OPERATORS: Readonly<Record<string, NonNullable<DataValidation['operator']>>> = {
  isGreaterThan: 'greaterThan',
  isGreaterOrEqualTo: 'greaterThanOrEqual',
  isLessThan: 'lessThan',
  isLessOrEqualTo: 'lessThanOrEqual',
  isEqual: 'equal',
  isNotEqual: 'notEqual',
  isBetween: 'between',
  isNotBetween: 'notBetween',
};

function validationOf(type: string, values: readonly string[]): Omit<DataValidation, 'range'> | undefined {
  const [first = '', second] = values.map((text) => text.replace(/^=/, ''));
  const operator = NUMBER_OPERATORS[type];
  if (type === 'isValueInList') return { type: 'list', values: [...values] };
  if (type === 'isValueInRange') return { type: 'list', formula1: first };
  if (type === 'isBoolean') return { type: 'list', values: ['TRUE', 'FALSE'] };
  if (type === 'customFormula') return { type: 'custom', formula1: first };
  if (operator === undefined) return undefined;
  return { type: 'decimal', operator, formula1: first, ...(second !== undefined && { formula2: second }) };
}

function xlsxConditions(sheet: Sheet): ConditionalRule[] {
  const formats = pageConditionalFormats(sheet) as readonly {
    readonly ranges: readonly string[];
    readonly rule: { readonly operator: string; readonly values: readonly string[]; readonly style: PageStyle };
  }[];
  return formats.flatMap(({ ranges, rule: { operator, values, style } }, index) => {
    if (operator !== 'customFormula') return [];
    const { fillColor, textColor } = style;
    const look: CellStyle = {
      ...(fillColor && { fill: { type: 'pattern', pattern: 'solid', bgColor: rgb(fillColor) } }),
      ...(textColor && { font: { color: rgb(textColor) } }),
    };
    const formula = (values[0] ?? '').replace(/^=/, '');
    return ranges.map((range) => ({ type: 'expression', formula, range, priority: index + 1, style: look }));
  });
}
