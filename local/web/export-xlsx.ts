/**
 * The workbook as an .xlsx file: values, formulas with what they show now, formats, validation, conditional formats, charts,
 * frozen panes. What Excel has no counterpart for is written as the value it shows.
 */
import { type Cell, type CellStyle, type CellValue, type WriteSheet, writeXlsx } from 'hucre';
import type { SheetsServer } from '../sheets-server/start-sheets-server.ts';
import { cellFormats } from '../sheets-server/workbook/interned.ts';
import { modelPattern } from '../sheets-server/workbook/model-data.ts';
import { isFormula, type Sheet } from '../sheets-server/workbook/workbook.ts';
import { type PageStyle, pageStyle } from './sheet/cell-style.ts';
import { xlsxCharts } from './xlsx-charts.ts';
import { formulaCell, spilledValues } from './xlsx-formulas.ts';
import { rgb, xlsxConditions, xlsxValidations } from './xlsx-rules.ts';

type Session = SheetsServer['session'];

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
  const spilled = spilledValues(session, sheet);
  const lastRow = Math.max(sheet.rows.length, ...[...spilled.keys()].map((row) => row + 1));
  const rows = Array.from({ length: lastRow }, (_, index) => {
    const row = sheet.rows[index];
    const length = Math.max(row?.inputs.length ?? 0, spilled.get(index)?.length ?? 0);
    return Array.from({ length }, (__, column): CellValue => {
      const input = row?.inputs[column] ?? null;
      const value = session.evaluator().valueAt(sheet, index, column).value;
      const style = xlsxStyle(row?.formats?.[column]);
      if (isFormula(input))
        cells.set(`${index},${column}`, { ...formulaCell(session, sheet, input.formula, index, column), ...style });
      else if (value !== null && 'style' in style) cells.set(`${index},${column}`, { value, ...style });
      return value;
    });
  });
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
