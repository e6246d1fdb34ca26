// Changes → the one batchUpdate that writes them: rows, counters, revision, journal, fence, and the ranges whose state the
// response must return so that the host can tell whether rows or columns moved since the read. All of it or nothing.
import { formatId, numberOfId } from '#lib/kernel/ids.ts';
import { columnLetters, quotedRange } from '#lib/tables/definition/grid.ts';
import type { TableState } from '#lib/tables/definition/table-state.ts';
import { tables, type WorkbookState } from '#lib/tables/tables.ts';
import type { Words } from '#lib/text/words.ts';
import type { RowChange } from './change-set.ts';
import { encodeRequests } from './encode-requests.ts';
import { fenceRequests, markIdOf } from './fence.ts';
import { type JournalHead, planJournal } from './journal.ts';
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
  /** The greatest revision found among the marks, when the cell of Système was typed over. */
  readonly revisionFloor?: number;
  /** A lease taken or released alone needs no journal row. */
  readonly journal?: boolean;
}

export function planCommit(
  workbook: WorkbookState,
  changes: readonly RowChange[],
  options: CommitOptions,
  words: Words,
): Commit {
  const { head } = options;
  const base = Math.max(systemNumber(workbook.system, systemKeys.revision) ?? 0, options.revisionFloor ?? 0);
  const revision = base + 1;
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
  const body: BatchUpdateBody = {
    requests: [...fenceRequests(revision, head.actionId), ...encodeRequests(all, workbook, words)],
    includeSpreadsheetInResponse: true,
    responseRanges: responseRanges(all, workbook),
    responseIncludeGridData: true,
  };
  return { body, changes: all, actionId: head.actionId, revision, markId: markIdOf(revision) };
}

function journalRows(head: JournalHead, changes: readonly RowChange[], workbook: WorkbookState) {
  const prefix = tables.journal.prefix ?? '';
  let last = systemNumber(workbook.system, counterKey(prefix)) ?? 0;
  return planJournal(head, changes, workbook, () => {
    last += 1;
    return formatId(prefix, last);
  });
}

/** The counters as far as this commit's ids go: what is not written yet keeps its numbers for the next piece. */
function countersOf(changes: readonly RowChange[], workbook: WorkbookState): Record<string, string> {
  const counters: Record<string, string> = {};
  for (const change of changes) {
    const { prefix } = tables[change.table];
    if (prefix === null) continue;
    const idAfter = change.kind === 'append' ? change.id : change.cells.id?.after;
    const number = typeof idAfter === 'string' ? numberOfId(prefix, idAfter) : null;
    if (number === null) continue;
    const key = counterKey(prefix);
    const known = Number(counters[key] ?? systemNumber(workbook.system, key) ?? 0);
    if (number > known) counters[key] = String(number);
  }
  return counters;
}

/** Key rows, the ids of updated rows (whole rows where an id itself is written) and the tails behind appended rows. */
function responseRanges(changes: readonly RowChange[], workbook: WorkbookState): string[] {
  const ranges: string[] = [];
  for (const table of new Set(changes.map((change) => change.table))) {
    const state = workbook[table];
    ranges.push(quotedRange(state.title, '1:1'));
    const own = changes.filter((change) => change.table === table);
    ranges.push(...updateRanges(own, state));
    const tail = tailRange(own, state);
    if (tail !== null) ranges.push(tail);
  }
  return ranges;
}

// Rows this close are asked for in one range: a range costs more than a few spare ids.
const GAP = 40;

function updateRanges(changes: readonly RowChange[], state: TableState): string[] {
  const ids = columnLetters(state.columnIndexOf.get('id') ?? 0);
  const rows: number[] = [];
  const ranges: string[] = [];
  for (const change of changes) {
    if (change.kind === 'append') continue;
    if ('id' in change.cells) ranges.push(quotedRange(state.title, `${change.rowIndex + 1}:${change.rowIndex + 1}`));
    else rows.push(change.rowIndex);
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

function tailRange(changes: readonly RowChange[], state: TableState): string | null {
  if (state.grid.partial === true || !changes.some((change) => change.kind === 'append')) return null;
  const ids = columnLetters(state.columnIndexOf.get('id') ?? 0);
  return quotedRange(state.title, `${ids}${state.endRowIndex + 1}:${ids}`);
}
