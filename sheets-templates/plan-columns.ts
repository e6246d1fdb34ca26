// What stands on a tab's columns: keys and headers of new ones, formats, lists, notes, widths, protection. A piece is
// written once and again only when our version of it changes (template-record.ts): what the team changed stays.
import { type CellFormat, cellFormatOf, type IdRangeOf, validationOf } from '#lib/tables/definition/cell-format.ts';
import { FIRST_DATA_ROW_INDEX, HEADER_ROW_INDEX, KEY_ROW_INDEX, ownerOf } from '#lib/tables/definition/table.ts';
import type { TableKey } from '#lib/tables/tables.ts';
import type { Words } from '#lib/text/words.ts';
import { isHiddenAtFirst, widthOf, wrapStrategyOf } from './column-design.ts';
import { fingerprint } from './fingerprint.ts';
import { liveCell, liveText } from './live-workbook.ts';
import { columnProtectionId } from './object-ids.ts';
import { palette } from './palette.ts';
import type { PlacedTab } from './place-tab.ts';
import { isKeptByPrograms } from './plan-look.ts';
import type { TemplateRecord } from './template-record.ts';
import { type CellSent, type GridRange, validationSent, type WorkbookRequest } from './workbook-request.ts';

export interface ColumnContext {
  readonly tab: PlacedTab;
  readonly record: TemplateRecord;
  readonly tabs: ReadonlyMap<TableKey, PlacedTab>;
  readonly idRangeOf: IdRangeOf;
  readonly words: Words;
}

export function planColumns(context: ColumnContext): WorkbookRequest[] {
  const requests: WorkbookRequest[] = [];
  for (const run of newRuns(context.tab)) requests.push(headCells(context, run), ...widths(context, run));
  for (const name of context.tab.columnIndexOf.keys()) {
    requests.push(
      ...planHeader(context, name),
      ...planNote(context, name),
      ...planFormat(context, name),
      ...planValidation(context, name),
      ...planProtection(context, name),
    );
  }
  return requests;
}

/** The note on a header: what the column means, then who fills it in when that is not the team. */
function noteOn({ tab, words }: Pick<ColumnContext, 'tab' | 'words'>, name: string): string {
  const { table } = tab;
  const { filledBy } = words.workbook;
  const filled = table.columns[name]?.formula ? filledBy.formula : filledBy[ownerOf(table, name)];
  return [words.note(table.key, name), filled].filter((text) => text !== null).join('\n');
}

/** New columns that stand side by side, as lists of names: one request writes each list. */
function newRuns({ columnIndexOf, newColumns }: PlacedTab): string[][] {
  const added = [...newColumns].sort((a, b) => (columnIndexOf.get(a) ?? 0) - (columnIndexOf.get(b) ?? 0));
  const runs: string[][] = [];
  for (const name of added) {
    const run = runs[runs.length - 1];
    const previous = run?.[run.length - 1];
    const follows = previous !== undefined && (columnIndexOf.get(previous) ?? 0) + 1 === columnIndexOf.get(name);
    if (run !== undefined && follows) run.push(name);
    else runs.push([name]);
  }
  return runs;
}

function headCells({ tab, words }: ColumnContext, run: readonly string[]): WorkbookRequest {
  const { table, columnIndexOf } = tab;
  const keys = run.map((name): CellSent => ({ userEnteredValue: { stringValue: table.keyOf[name] as string } }));
  const headers = run.map((name): CellSent => {
    const machine = table.columns[name]?.formula === true || ownerOf(table, name) !== 'team';
    const backgroundColorStyle = machine ? palette.headerMachine : palette.headerTeam;
    return {
      userEnteredValue: { stringValue: words.header(table.key, name) },
      userEnteredFormat: {
        backgroundColorStyle,
        textFormat: { bold: true, foregroundColorStyle: palette.white },
        wrapStrategy: 'WRAP',
        verticalAlignment: 'MIDDLE',
      },
    };
  });
  const columnIndex = columnIndexOf.get(run[0] ?? '') ?? 0;
  return {
    updateCells: {
      start: { sheetId: table.sheetId, rowIndex: KEY_ROW_INDEX, columnIndex },
      rows: [{ values: keys }, { values: headers }],
      fields: 'userEnteredValue,userEnteredFormat',
    },
  };
}

function widths({ tab }: ColumnContext, run: readonly string[]): WorkbookRequest[] {
  const { table, key, columnIndexOf } = tab;
  return run.map((name) => {
    const startIndex = columnIndexOf.get(name) ?? 0;
    const column = table.columns[name];
    const pixelSize = column === undefined ? 100 : widthOf(key, name, column);
    return {
      updateDimensionProperties: {
        range: { sheetId: table.sheetId, dimension: 'COLUMNS', startIndex, endIndex: startIndex + 1 },
        properties: { pixelSize, hiddenByUser: isHiddenAtFirst(table, name) },
        fields: 'pixelSize,hiddenByUser',
      },
    };
  });
}

/** A header that people renamed is theirs; ours follows our wording. */
function planHeader({ tab, record, words }: ColumnContext, name: string): WorkbookRequest[] {
  const { table, live, columnIndexOf, newColumns } = tab;
  const header = words.header(table.key, name);
  const piece = `h.${table.keyOf[name]}`;
  const isNew = newColumns.has(name);
  if (record.note(piece, header, isNew) !== 'changed' || isNew || live === undefined) return [];
  const columnIndex = columnIndexOf.get(name) ?? 0;
  if (fingerprint(liveText(live, HEADER_ROW_INDEX, columnIndex)) !== record.last(piece)) return [];
  return [headerCell(tab, name, { userEnteredValue: { stringValue: header } }, 'userEnteredValue')];
}

function planNote(context: ColumnContext, name: string): WorkbookRequest[] {
  const { tab, record } = context;
  const note = noteOn(context, name);
  const piece = `n.${tab.table.keyOf[name]}`;
  const isNew = tab.newColumns.has(name);
  const state = record.note(piece, note, isNew);
  if (state === 'same' || (state === 'new' && note === '')) return [];
  const shown =
    tab.live === undefined ? '' : (liveCell(tab.live, HEADER_ROW_INDEX, tab.columnIndexOf.get(name) ?? 0)?.note ?? '');
  // A note that is neither ours nor empty is a person's.
  if (!isNew && shown !== '' && fingerprint(shown) !== record.last(piece)) return [];
  return [headerCell(tab, name, { note }, 'note')];
}

function planFormat({ tab, record }: ColumnContext, name: string): WorkbookRequest[] {
  const column = tab.table.columns[name];
  if (column === undefined) return [];
  const format: CellFormat | null = cellFormatOf(column);
  const wrapStrategy = wrapStrategyOf(name, column);
  const state = record.note(`f.${tab.table.keyOf[name]}`, [format, wrapStrategy], tab.newColumns.has(name));
  if (state === 'same' || (state === 'new' && format === null && wrapStrategy === null)) return [];
  const fields = ['numberFormat', ...(wrapStrategy === null ? [] : ['wrapStrategy', 'verticalAlignment'])];
  const wrapping = wrapStrategy === null ? {} : { wrapStrategy, verticalAlignment: 'TOP' as const };
  return [
    {
      repeatCell: {
        range: cellsOf(tab, name),
        cell: { userEnteredFormat: { ...format, ...wrapping } },
        fields: fields.map((field) => `userEnteredFormat.${field}`).join(','),
      },
    },
  ];
}

function planValidation({ tab, record, tabs, idRangeOf, words }: ColumnContext, name: string): WorkbookRequest[] {
  const { table } = tab;
  const rule = validationOf(table, name, words, idRangeOf);
  // A tick box on blank rows would count as data; rows get theirs when they are appended.
  const wanted = rule === null || rule.condition.type === 'BOOLEAN' ? null : rule;
  // The range's address changes when people rename or move things, which the sheet follows by itself.
  const type = table.columns[name]?.type;
  const spec = wanted?.condition.type === 'ONE_OF_RANGE' && type?.kind === 'ref' ? ['ref', type.table] : wanted;
  const target = type?.kind === 'ref' ? tabs.get(type.table as TableKey) : undefined;
  const isLost = tab.newColumns.has(name) || target?.newColumns.has('id') === true;
  const state = record.note(`v.${table.keyOf[name]}`, spec, isLost);
  if (state === 'same' || (state === 'new' && wanted === null)) return [];
  const range = cellsOf(tab, name);
  return [{ setDataValidation: wanted === null ? { range } : { range, rule: validationSent(wanted) } }];
}

/** Columns that the team does not fill in, on tabs where it fills in others. */
function planProtection({ tab, record, words }: ColumnContext, name: string): WorkbookRequest[] {
  const { table, live, newColumns } = tab;
  if (isKeptByPrograms(table) || ownerOf(table, name) === 'team') return [];
  const state = record.note(`p.${table.keyOf[name]}`, 'warning', newColumns.has(name));
  const protectedRangeId = columnProtectionId(table.sheetId, table.keyOf[name] as string);
  const standing = (live?.protectedRanges ?? []).some((range) => range.protectedRangeId === protectedRangeId);
  if (state !== 'new' || standing) return [];
  const description = words.workbook.protection.column({ header: words.header(table.key, name) });
  return [
    {
      addProtectedRange: {
        protectedRange: { protectedRangeId, range: cellsOf(tab, name), description, warningOnly: true },
      },
    },
  ];
}

function headerCell(tab: PlacedTab, name: string, cell: CellSent, fields: string): WorkbookRequest {
  const columnIndex = tab.columnIndexOf.get(name) ?? 0;
  const start = { sheetId: tab.table.sheetId, rowIndex: HEADER_ROW_INDEX, columnIndex };
  return { updateCells: { start, rows: [{ values: [cell] }], fields } };
}

/** The column from its first data row to the end of the sheet. */
function cellsOf({ table, columnIndexOf }: PlacedTab, name: string): GridRange {
  const startColumnIndex = columnIndexOf.get(name) ?? 0;
  return {
    sheetId: table.sheetId,
    startRowIndex: FIRST_DATA_ROW_INDEX,
    startColumnIndex,
    endColumnIndex: startColumnIndex + 1,
  };
}
