/**
 * A page's commands as operations of the Sheets server: what is typed goes in as USER_ENTERED, the rest as the requests a
 * client would send. Undo writes back what the cells held before, unless somebody changed them since.
 */
import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/v4.js';
import type { Operation } from '../../sheets-server/server/operation.ts';
import { cellFormats } from '../../sheets-server/workbook/interned.ts';
import { type CellInput, isFormula, type Sheet, type Workbook } from '../../sheets-server/workbook/workbook.ts';
import { googleFormat, type PageStyle } from './cell-style.ts';
import { enteredText } from './entered-text.ts';
import type { CellCommand, PageCommand, RuleCommand, Zone } from './page-commands.ts';
import { tabRequests } from './tab-requests.ts';

type Request = sheets_v4.Schema$Request;

/** A cell's place: sheet id, row and column from 0. */
export interface CellPlace {
  readonly sheetId: number;
  readonly row: number;
  readonly column: number;
}

export interface StoredCell extends CellPlace {
  readonly input: CellInput;
  readonly format: number;
}

/** One typed cell is one write, so that formats a person's typing brings (a date's) are found by the server itself. */
export function pageOperations(
  commands: readonly (PageCommand | RuleCommand)[],
  workbook: Workbook,
): Operation[] | 'unsupported' {
  const typed: CellCommand[] = [];
  const requests: Request[] = [];
  for (const command of commands) {
    if (command.type === 'UPDATE_CELL' && command.content !== undefined) typed.push(command);
    const made = pageRequests(command, workbook);
    if (made === 'unsupported') return 'unsupported';
    requests.push(...made);
  }
  return [
    ...(requests.length > 0 ? [{ kind: 'batchUpdate', requests } as const] : []),
    ...(typed.length > 0 ? [{ kind: 'writeValues', option: 'USER_ENTERED', data: typed.map(typedCell) } as const] : []),
  ];
}

function typedCell({ sheetId, row, col, content = '' }: CellCommand) {
  return { at: { gridRange: cellRange(sheetId, row, col) }, values: [[enteredText(content)]] };
}

function pageRequests(command: PageCommand | RuleCommand, workbook: Workbook): Request[] | 'unsupported' {
  switch (command.type) {
    case 'UPDATE_CELL':
      // What typing suggests as a format, the server finds by itself; a paste brings its style along.
      if (command.style === undefined && (command.format === undefined || command.content !== undefined)) return [];
      return formatRequests(cellRange(command.sheetId, command.row, command.col), command);
    case 'CLEAR_CELL':
      return [clearRequest(cellRange(command.sheetId, command.row, command.col))];
    case 'CLEAR_CELLS':
    case 'DELETE_CONTENT':
      return command.target.map((zone) => clearRequest(zoneRange(command.sheetId, zone)));
    case 'SET_FORMATTING': {
      const made = command.target.map((zone) => formatRequests(zoneRange(command.sheetId, zone), command));
      return made.some((requests) => requests === 'unsupported') ? 'unsupported' : (made as Request[][]).flat();
    }
    case 'CLEAR_FORMATTING':
      return command.target.map((zone) => ({
        repeatCell: { range: zoneRange(command.sheetId, zone), cell: {}, fields: 'userEnteredFormat' },
      }));
    default:
      return command.type === 'ADD_DATA_VALIDATION_RULE'
        ? 'unsupported'
        : (tabRequests(command, workbook) ?? structureRequests(command));
  }
}

function structureRequests(command: PageCommand): Request[] | 'unsupported' {
  const sheetId = 'sheetId' in command ? Number(command.sheetId) : 0;
  const dimension = 'dimension' in command && command.dimension === 'COL' ? 'COLUMNS' : 'ROWS';
  const span = (index: number, count = 1) => ({ sheetId, dimension, startIndex: index, endIndex: index + count });
  const grid = (name: string, count: number) => ({
    updateSheetProperties: {
      properties: { sheetId, gridProperties: { [name]: count } },
      fields: `gridProperties.${name}`,
    },
  });
  switch (command.type) {
    case 'ADD_COLUMNS_ROWS': {
      const at = command.base + (command.position === 'after' ? 1 : 0);
      return [{ insertDimension: { range: span(at, command.quantity), inheritFromBefore: at > 0 } }];
    }
    case 'REMOVE_COLUMNS_ROWS':
      return [...command.elements].sort((a, b) => b - a).map((index) => ({ deleteDimension: { range: span(index) } }));
    case 'RESIZE_COLUMNS_ROWS':
      return command.elements.map((index) => dimensionRequest(span(index), 'pixelSize', command.size ?? 100));
    case 'HIDE_COLUMNS_ROWS':
    case 'UNHIDE_COLUMNS_ROWS':
      return command.elements.map((index) =>
        dimensionRequest(span(index), 'hiddenByUser', command.type === 'HIDE_COLUMNS_ROWS'),
      );
    case 'FREEZE_ROWS':
      return [grid('frozenRowCount', command.quantity)];
    case 'FREEZE_COLUMNS':
      return [grid('frozenColumnCount', command.quantity)];
    case 'UNFREEZE_ROWS':
      return [grid('frozenRowCount', 0)];
    case 'UNFREEZE_COLUMNS':
      return [grid('frozenColumnCount', 0)];
    case 'UNFREEZE_COLUMNS_ROWS':
      return [grid('frozenRowCount', 0), grid('frozenColumnCount', 0)];
    default:
      return 'unsupported';
  }
}

function dimensionRequest(range: object, name: string, value: unknown): Request {
  return { updateDimensionProperties: { range, properties: { [name]: value }, fields: name } };
}

/** Where each part of a look is kept in a format of Sheets. */
const FIELD_OF: Readonly<Record<keyof PageStyle, string>> = {
  bold: 'textFormat.bold',
  italic: 'textFormat.italic',
  underline: 'textFormat.underline',
  strikethrough: 'textFormat.strikethrough',
  fontSize: 'textFormat.fontSize',
  textColor: 'textFormat.foregroundColorStyle',
  fillColor: 'backgroundColorStyle',
  align: 'horizontalAlignment',
  verticalAlign: 'verticalAlignment',
  wrapping: 'wrapStrategy',
};

/** A part without a value is taken away. 'unsupported' for a look that is not kept here, such as slanted text. */
function formatRequests(
  range: object,
  { style, format }: Pick<CellCommand, 'style' | 'format'>,
): Request[] | 'unsupported' {
  const parts = style === null ? Object.keys(FIELD_OF) : Object.keys(style ?? {});
  const names = parts.map((part) => FIELD_OF[part as keyof PageStyle] as string | undefined);
  if (names.includes(undefined)) return 'unsupported';
  const fields = [...names, ...(format === undefined ? [] : ['numberFormat'])];
  if (fields.length === 0) return [];
  const userEnteredFormat = {
    ...(style && googleFormat(style)),
    ...(format && { numberFormat: { type: patternType(format), pattern: format } }),
  };
  const mask = fields.map((name) => `userEnteredFormat.${name}`).join();
  return [{ repeatCell: { range, cell: { userEnteredFormat }, fields: mask } }];
}

function patternType(pattern: string): string {
  if (pattern.includes('%')) return 'PERCENT';
  if (/[dmyh]/i.test(pattern.replace(/\[[^\]]*\]/g, ''))) return 'DATE';
  return pattern === '@' ? 'TEXT' : 'NUMBER';
}

function clearRequest(range: object): Request {
  return { repeatCell: { range, cell: {}, fields: 'userEnteredValue' } };
}

function cellRange(sheetId: string, row: number, column: number) {
  return zoneRange(sheetId, { top: row, bottom: row, left: column, right: column });
}

function zoneRange(sheetId: string, { top, bottom, left, right }: Zone) {
  return {
    sheetId: Number(sheetId),
    startRowIndex: top,
    endRowIndex: bottom + 1,
    startColumnIndex: left,
    endColumnIndex: right + 1,
  };
}

/** The cells that commands touch; 'structure' when they do more than change cells. */
export function touchedCells(commands: readonly (PageCommand | RuleCommand)[]): CellPlace[] | 'structure' {
  const places: CellPlace[] = [];
  const add = (sheetId: string, row: number, column: number) => places.push({ sheetId: Number(sheetId), row, column });
  for (const command of commands) {
    if (command.type === 'UPDATE_CELL' || command.type === 'CLEAR_CELL') add(command.sheetId, command.row, command.col);
    else if ('target' in command) {
      for (const { top, bottom, left, right } of command.target) {
        for (let row = top; row <= bottom; row += 1) {
          for (let column = left; column <= right; column += 1) add(command.sheetId, row, column);
        }
      }
    } else return 'structure';
  }
  return places;
}

export function storedCell(workbook: Workbook, place: CellPlace): StoredCell {
  const row = sheetOf(workbook, place)?.rows[place.row];
  return { ...place, input: row?.inputs[place.column] ?? null, format: row?.formats?.[place.column] ?? 0 };
}

export function sheetOf(workbook: Workbook, { sheetId }: CellPlace): Sheet | undefined {
  return workbook.sheets.find((sheet) => sheet.sheetId === sheetId);
}

/** Writes cells exactly as they were stored, without parsing anything. */
export function restoreOperation(cells: readonly StoredCell[]): Operation {
  const requests = cells.map(({ sheetId, row, column, input, format }): Request => {
    const start = { sheetId, rowIndex: row, columnIndex: column };
    const userEnteredFormat = cellFormats.at(format);
    const cell = { userEnteredValue: googleValue(input), ...(userEnteredFormat && { userEnteredFormat }) };
    return { updateCells: { start, rows: [{ values: [cell] }], fields: 'userEnteredValue,userEnteredFormat' } };
  });
  return { kind: 'batchUpdate', requests };
}

function googleValue(input: CellInput): sheets_v4.Schema$ExtendedValue {
  if (input === null) return {};
  if (isFormula(input)) return { formulaValue: input.formula };
  if (typeof input === 'number') return { numberValue: input };
  return typeof input === 'boolean' ? { boolValue: input } : { stringValue: input };
}
