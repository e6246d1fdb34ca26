/**
 * What the pages must be told when the stored workbook became another one: the cells that differ, found by the identity of
 * rows (a commit copies what it touches), and rows added at a grid's end. Anything else means loading anew.
 */
import { cellFormats } from '../../sheets-server/workbook/interned.ts';
import { modelContent, modelPattern } from '../../sheets-server/workbook/model-data.ts';
import type { Sheet, Workbook } from '../../sheets-server/workbook/workbook.ts';
import { pageStyle } from './cell-style.ts';
import type { CellCommand, PageCommand, RuleCommand } from './page-commands.ts';
import { pageValidations } from './sheet-rules.ts';

/** More than this is faster to load anew than to replay. */
const MAX_COMMANDS = 40_000;

/** The commands that bring a page from one state to the other; 'reload' when only a new load can. */
export function changedCells(before: Workbook, after: Workbook): readonly (PageCommand | RuleCommand)[] | 'reload' {
  if (before === after) return [];
  if (before.sheets.length !== after.sheets.length || before.namedRanges !== after.namedRanges) {
    if (JSON.stringify(before.namedRanges) !== JSON.stringify(after.namedRanges)) return 'reload';
    if (before.sheets.length !== after.sheets.length) return 'reload';
  }
  const commands: (PageCommand | RuleCommand)[] = [];
  for (const [index, sheet] of after.sheets.entries()) {
    const old = before.sheets[index];
    if (old === sheet) continue;
    if (old === undefined || !isSameShape(old, sheet)) return 'reload';
    const missing = sheet.rowCount - old.rowCount;
    if (missing > 0) commands.push(addRows(old, missing));
    const { cells, rulesChanged } = sheetChanges(old, sheet);
    for (const cell of cells) commands.push(cell);
    if (rulesChanged) commands.push(...validationCommands(old, sheet));
    if (commands.length > MAX_COMMANDS) return 'reload';
  }
  return commands;
}

/** Everything but the rows; the lists are copied by each commit, so they are compared by what is in them. */
function isSameShape(old: Sheet, sheet: Sheet): boolean {
  const shape = (it: Sheet) =>
    JSON.stringify([
      it.sheetId,
      { ...it.properties, gridProperties: { ...it.properties.gridProperties, rowCount: 0 } },
      it.columnCount,
      it.columns,
      it.conditionalFormats,
      it.bandedRanges,
      it.charts,
      it.merges,
    ]);
  return sheet.rowCount >= old.rowCount && shape(old) === shape(sheet);
}

function addRows(old: Sheet, quantity: number): PageCommand {
  const sheetId = String(old.sheetId);
  return {
    type: 'ADD_COLUMNS_ROWS',
    sheetId,
    dimension: 'ROW',
    base: old.rowCount - 1,
    position: 'after',
    quantity,
    ...{ sheetName: old.properties.title ?? '' },
  };
}

function sheetChanges(old: Sheet, sheet: Sheet): { readonly cells: CellCommand[]; readonly rulesChanged: boolean } {
  const cells: CellCommand[] = [];
  let rulesChanged = false;
  const count = Math.max(old.rows.length, sheet.rows.length);
  for (let index = 0; index < count; index += 1) {
    const [was, is] = [old.rows[index], sheet.rows[index]];
    if (was === is) continue;
    rulesChanged ||= (was?.rules ?? []).join() !== (is?.rules ?? []).join();
    const width = Math.max(
      was?.inputs.length ?? 0,
      is?.inputs.length ?? 0,
      was?.formats?.length ?? 0,
      is?.formats?.length ?? 0,
    );
    for (let column = 0; column < width; column += 1) {
      const isSame =
        sameInput(was?.inputs[column], is?.inputs[column]) &&
        (was?.formats?.[column] ?? 0) === (is?.formats?.[column] ?? 0);
      if (!isSame) cells.push(cellCommand(sheet, index, column));
    }
  }
  return { cells, rulesChanged };
}

function sameInput(a: unknown, b: unknown): boolean {
  return (a ?? null) === (b ?? null) || (typeof a === 'object' && JSON.stringify(a) === JSON.stringify(b));
}

/** The cell as it is stored now, whatever the page shows. */
export function cellCommand(sheet: Sheet, row: number, column: number): CellCommand {
  const stored = sheet.rows[row];
  const format = cellFormats.at(stored?.formats?.[column]);
  return {
    type: 'UPDATE_CELL',
    sheetId: String(sheet.sheetId),
    col: column,
    row,
    content: modelContent(stored?.inputs[column] ?? null),
    format: modelPattern(format?.numberFormat?.pattern ?? ''),
    style: pageStyle(format) ?? null,
  };
}

function validationCommands(old: Sheet, sheet: Sheet): RuleCommand[] {
  const known = new Map(pageValidations(old).map((rule) => [rule.id, rule.ranges.join()]));
  return pageValidations(sheet)
    .filter(({ id, ranges }) => known.get(id) !== ranges.join())
    .map(({ ranges, ...rule }) => ({
      type: 'ADD_DATA_VALIDATION_RULE',
      sheetId: String(sheet.sheetId),
      rule,
      ranges: ranges.map((range) => ({ _sheetId: String(sheet.sheetId), _zone: zoneOf(range) })),
    }));
}

/** Of `B3:B20`, one column. */
function zoneOf(range: string): object {
  const match = /^([A-Z]+)(\d+):([A-Z]+)(\d+)$/.exec(range);
  const column = (letters: string) => [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
  return {
    left: column(match?.[1] ?? 'A'),
    top: Number(match?.[2] ?? 1) - 1,
    right: column(match?.[3] ?? 'A'),
    bottom: Number(match?.[4] ?? 1) - 1,
  };
}
