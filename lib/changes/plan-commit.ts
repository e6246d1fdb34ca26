// Changes → the one batchUpdate that writes them: rows, counters, revision, journal, fence, and the ranges whose state the
// response must return so that the host can tell whether rows or columns moved since the read. All of it or nothing.
import { formatId, numberOfId } from '#lib/kernel/ids.ts';
import { columnLetters, quotedRange } from '#lib/tables/definition/grid.ts';
import type { TableState } from '#lib/tables/definition/table-state.ts';
import { tables, type WorkbookState } from '#lib/tables/tables.ts';
import type { Words } from '#lib/text/words.ts';
import { byTable, type TableChanges } from './by-table.ts';
import type { RowChange } from './change-set.ts';
import { encodeRequests } from './encode-requests.ts';
import { fenceRequests, markIdOf } from './fence.ts';
import { type JournalHead, planJournal } from './journal.ts';
import { lastNumber } from './last-number.ts';
import { mergeChanges } from './merge-changes.ts';
import type { SheetsRequest } from './sheets-request.ts';
import { counterKey, planSystemRows, systemKeys, systemNumber, withRecentAction } from './system-state.ts';

export interface BatchUpdateBody {
  readonly requests: readonly SheetsRequest[];
  readonly includeSpreadsheetInResponse: true;
  readonly responseRanges: readonly string[];
  readonly responseIncludeGridData: true;
}

export interface Commit {
  readonly body: BatchUpdateBody;
  /** Everything written, Système and Journal included, at most one change a cell. */
  readonly changes: readonly RowChange[];
  readonly actionId: string;
  readonly revision: number;
  readonly markId: number;
}

export interface CommitOptions {
  readonly head: JournalHead;
  /** Rows of Système to set in the same batch (lease, cursors). */
  readonly system?: Readonly<Record<string, string | null>>;
  /** A lease taken or released alone needs no journal row. */
  readonly journal?: boolean;
  /** Sent after the rows: what a repair does to cells that are in no column of ours. */
  readonly requests?: readonly SheetsRequest[];
}

export function planCommit(
  workbook: WorkbookState,
  changes: readonly RowChange[],
  options: CommitOptions,
  words: Words,
): Commit {
  const { head } = options;
  const revision = revisionOf(workbook) + 1;
  const merged = mergeChanges(changes);
  const journalled = options.journal === false ? [] : journalRows(head, merged, workbook);
  const written = [...merged, ...journalled];
  const systemRows = planSystemRows(workbook.system, {
    ...countersOf(written, workbook),
    ...options.system,
    [systemKeys.revision]: String(revision),
    [systemKeys.recentActions]: withRecentAction(workbook.system, head.actionId),
  });
  const all = [...written, ...systemRows];
  const rows = encodeRequests(all, workbook, words);
  const body: BatchUpdateBody = {
    requests: [...fenceRequests(revision, head.actionId), ...rows, ...(options.requests ?? [])],
    includeSpreadsheetInResponse: true,
    responseRanges: responseRanges(all, workbook),
    responseIncludeGridData: true,
  };
  return { body, changes: all, actionId: head.actionId, revision, markId: markIdOf(revision) };
}

/** By the marks of the read; after a commit of ours by the cell, which that commit has just written. */
function revisionOf({ system }: WorkbookState): number {
  return system.grid.markedRevision ?? systemNumber(system, systemKeys.revision) ?? 0;
}

function journalRows(head: JournalHead, changes: readonly RowChange[], workbook: WorkbookState) {
  const prefix = tables.journal.prefix ?? '';
  let last = lastNumber(workbook.system, workbook.journal, prefix);
  return planJournal(head, changes, workbook, () => {
    last += 1;
    return formatId(prefix, last);
  });
}

/** The counters as far as this commit's ids go: what is not written yet keeps its numbers for the next piece. */
function countersOf(changes: readonly RowChange[], workbook: WorkbookState): Record<string, string> {
  const counters = new Map<string, number>();
  for (const change of changes) {
    const { prefix } = tables[change.table];
    if (prefix === null) continue;
    const idAfter = change.kind === 'append' ? change.id : change.cells.id?.after;
    const number = typeof idAfter === 'string' ? numberOfId(prefix, idAfter) : null;
    if (number === null) continue;
    const key = counterKey(prefix);
    const known = counters.get(key) ?? systemNumber(workbook.system, key) ?? 0;
    counters.set(key, Math.max(known, number));
  }
  return Object.fromEntries([...counters].map(([key, number]) => [key, String(number)]));
}

/** Key rows, the ids of updated rows (whole rows where an id itself is written) and the tails behind appended rows. */
function responseRanges(changes: readonly RowChange[], workbook: WorkbookState): string[] {
  const ranges: string[] = [];
  for (const [table, own] of byTable(changes)) {
    const state: TableState = workbook[table];
    ranges.push(quotedRange(state.title, '1:1'));
    for (const range of updateRanges(own, state)) ranges.push(range);
    const tail = tailRange(own, state);
    if (tail !== null) ranges.push(tail);
  }
  return ranges;
}

// Rows this close are asked for in one range: a range costs more than a few spare ids.
const GAP = 40;

function updateRanges({ updates }: TableChanges, state: TableState): string[] {
  const ids = columnLetters(state.columnIndexOf.get('id') ?? 0);
  const rows: number[] = [];
  const ranges: string[] = [];
  for (const { rowIndex, cells } of updates) {
    if ('id' in cells) ranges.push(quotedRange(state.title, `${rowIndex + 1}:${rowIndex + 1}`));
    else rows.push(rowIndex);
  }
  rows.sort((a, b) => a - b);
  for (let start = 0; start < rows.length; ) {
    let end = start;
    while (end + 1 < rows.length && (rows[end + 1] as number) - (rows[end] as number) <= GAP) end++;
    ranges.push(quotedRange(state.title, `${ids}${(rows[start] as number) + 1}:${ids}${(rows[end] as number) + 1}`));
    start = end + 1;
  }
  return ranges;
}

/** From the last row that held anything, which is inside the grid even if the sheet has not grown yet. */
function tailRange({ appends }: TableChanges, state: TableState): string | null {
  if (state.grid.partial === true || appends.length === 0) return null;
  const ids = columnLetters(state.columnIndexOf.get('id') ?? 0);
  return quotedRange(state.title, `${ids}${state.endRowIndex}:${ids}`);
}
