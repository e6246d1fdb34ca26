// The demo shop's rows as the writes that put them into a workbook that `ops init` has just prepared: ordinary commits of the
// change protocol, in pieces, as if the team's past work were one action. Pure: the local world reads the tabs and sends these.
import { applyChanges } from '#lib/changes/apply.ts';
import type { ChangeSet, RowChange } from '#lib/changes/change-set.ts';
import { cutPieces } from '#lib/changes/cut-pieces.ts';
import { createDraft } from '#lib/changes/draft.ts';
import { type BatchUpdateBody, planCommit } from '#lib/changes/plan-commit.ts';
import { assert } from '#lib/kernel/assert.ts';
import type { Instant } from '#lib/kernel/day.ts';
import type { CellValue } from '#lib/tables/definition/column.ts';
import { decodeTable } from '#lib/tables/definition/decode-table.ts';
import type { Cells, Table } from '#lib/tables/definition/table.ts';
import type { TableState } from '#lib/tables/definition/table-state.ts';
import { type TableKey, tables, type WorkbookState } from '#lib/tables/tables.ts';
import { fr } from '#lib/text/fr.ts';

/** A tab as the Sheets API gives it, unformatted. */
export interface LiveTab {
  readonly sheetId: number;
  readonly title: string;
  readonly values: readonly (readonly CellValue[])[];
}

/** A row typed by hand, as raw cells by column name: at the end of its tab, or over the row with the id `over`. */
export interface RawRow {
  readonly table: TableKey;
  readonly over?: string;
  readonly cells: Readonly<Record<string, CellValue>>;
}

type SeedRows = {
  readonly [Key in TableKey]?: readonly (Readonly<Record<string, unknown>> & { readonly id: string })[];
};

const SEED_ACTION = 'Reprise de la boutique de démonstration';
const SEED_AUTHOR = 'démo';

/** @param rawRows come last, below the sound rows of their tab. @returns bodies of spreadsheets.batchUpdate, in order. */
export function planDemoSeed(
  tabs: readonly LiveTab[],
  rows: SeedRows,
  rawRows: readonly RawRow[],
  at: Instant,
): BatchUpdateBody[] {
  const workbook = workbookFrom(tabs);
  const plans: ChangeSet[] = [
    planRows(workbook, rows),
    { changes: rawRows.map((row, index) => rawChange(workbook, row, index)), problems: [] },
  ];
  return seedBodies(workbook, plans, 'demo', at);
}

/** @param name begins the action ids. */
export function seedBodies(
  start: WorkbookState,
  plans: readonly ChangeSet[],
  name: string,
  at: Instant,
): BatchUpdateBody[] {
  let workbook = start;
  return cutPieces(plans).map((piece, index) => {
    const head = { actionId: `${name}-${index + 1}`, action: SEED_ACTION, summary: '', who: SEED_AUTHOR, at };
    // The past of the shop needs no undo: it is not journalled cell by cell.
    const commit = planCommit(workbook, piece, { head, journal: false }, fr);
    workbook = applyChanges(workbook, commit.changes, fr);
    return commit.body;
  });
}

/** The tabs as `ops init` left them, with what was written since. */
export function workbookFrom(tabs: readonly LiveTab[]): WorkbookState {
  const bySheetId = new Map(tabs.map((tab) => [tab.sheetId, tab]));
  const states = Object.values(tables).map((table): [string, TableState] => {
    const tab = bySheetId.get(table.sheetId);
    const { state } = decodeTable(table, tab && { ...tab, formulas: new Set() }, fr);
    assert(state.usable, `the tab ${state.title} is not as ops init leaves it`);
    return [table.key, state];
  });
  return Object.fromEntries(states) as unknown as WorkbookState;
}

function planRows(workbook: WorkbookState, rows: SeedRows): ChangeSet {
  const draft = createDraft(workbook, fr);
  for (const [key, own] of Object.entries(rows) as [TableKey, NonNullable<SeedRows[TableKey]>][]) {
    const state: TableState = workbook[key];
    for (const row of own) draft.append(state, row as Partial<Cells<Table>> & { readonly id: string });
  }
  return draft.changeSet();
}

function rawChange(workbook: WorkbookState, { table, over, cells }: RawRow, index: number): RowChange {
  const state: TableState = workbook[table];
  const target = over === undefined ? undefined : state.byId.get(over);
  if (over !== undefined && target !== undefined) {
    const { rowIndex } = target;
    const before = state.rawOf(rowIndex);
    const changed = Object.entries(cells).map(([name, after]) => [name, { before: before[name] ?? null, after }]);
    return { kind: 'update', table, id: over, rowIndex, group: `typed/${index}`, cells: Object.fromEntries(changed) };
  }
  return { kind: 'append', table, id: String(cells.id ?? ''), group: `typed/${index}`, cells };
}
