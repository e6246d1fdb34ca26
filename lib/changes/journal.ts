// A commit as rows of the Journal: what undo, repair and audit read later. Values of personal columns stand apart, so that
// an erasure can blank them. Text longer than a cell goes on in further rows of the same action.
import type { Instant } from '#lib/kernel/day.ts';
import type { CellValue } from '#lib/tables/definition/column.ts';
import { type RowOf, type TableKey, tables, type WorkbookState } from '#lib/tables/tables.ts';
import type { RowAppend, RowChange } from './change-set.ts';
import { erasesSomebody } from './erasure.ts';
import { areRanges, areUpdates, isAppended } from './journal-shapes.ts';

/** Under the 50,000 characters of a cell, with room for escapes. */
const CELL_CHARACTERS = 45_000;

export interface JournalHead {
  readonly actionId: string;
  /** The action's French label, as in the menu. */
  readonly action: string;
  readonly summary: string;
  readonly who: string;
  readonly at: Instant;
  /** The action id that this one undoes. */
  readonly undoes?: string;
}

/** One updated row: table, id, 0-based row it was written to, [before, after] by column name. */
export type JournalUpdate = readonly [
  TableKey,
  string | null,
  number,
  Readonly<Record<string, readonly [CellValue, CellValue]>>,
];

/** As read back from cells that people can edit. */
export interface JournalEntry extends JournalHead {
  readonly updates: readonly JournalUpdate[];
  readonly appended: Readonly<Partial<Record<TableKey, readonly string[]>>>;
  /** By table: column name → 0-based column at the time of writing. */
  readonly ranges: Readonly<Partial<Record<TableKey, Readonly<Record<string, number>>>>>;
}

const UNJOURNALLED: ReadonlySet<TableKey> = new Set(['system', 'journal']);

/** @param nextId gives the next JRN id at each call. */
export function planJournal(
  head: JournalHead,
  changes: readonly RowChange[],
  workbook: WorkbookState,
  nextId: () => string,
): RowAppend[] {
  const written = changes.filter((change) => !UNJOURNALLED.has(change.table));
  const parts = {
    updates: chunks(JSON.stringify(updatesOf(written, false))),
    personal: chunks(JSON.stringify(erasesSomebody(written) ? [] : updatesOf(written, true))),
    appended: chunks(JSON.stringify(appendedOf(written))),
    ranges: chunks(JSON.stringify(rangesOf(written, workbook))),
  };
  const count = Math.max(1, ...Object.values(parts).map((part) => part.length));
  return Array.from({ length: count }, (_, index) => {
    const id = nextId();
    const first = index === 0;
    const cells: Record<string, CellValue> = {
      id,
      actionId: head.actionId,
      part: index + 1,
      at: head.at,
      who: head.who,
      action: head.action,
      summary: first ? head.summary : null,
      undoes: first ? (head.undoes ?? null) : null,
    };
    for (const [name, part] of Object.entries(parts)) cells[name] = part[index] ?? null;
    return { kind: 'append', table: 'journal', id, group: 'journal', cells };
  });
}

/** Journal rows of one action → the entry; null when a part is missing or was damaged by hand: nothing is undone from it. */
export function readJournalEntry(rows: readonly RowOf<'journal'>[]): JournalEntry | null {
  const parts = [...rows].sort((a, b) => a.part - b.part);
  const head = parts[0];
  if (head === undefined || parts.some((row, index) => row.part !== index + 1)) return null;
  const open = parsed(parts, 'updates', areUpdates, '[]');
  const personal = parsed(parts, 'personal', areUpdates, '[]');
  const appended = parsed(parts, 'appended', isAppended, '{}');
  const ranges = parsed(parts, 'ranges', areRanges, '{}');
  if (open === null || personal === null || appended === null || ranges === null) return null;
  return {
    actionId: head.actionId,
    action: head.action,
    summary: head.summary ?? '',
    who: head.who ?? '',
    at: head.at,
    ...(head.undoes === null ? {} : { undoes: head.undoes }),
    updates: joinUpdates(open, personal),
    appended,
    ranges,
  };
}

/**
 * The entry's personal cells without what concerns some rows, part by part, shorter than before; null when nothing does. A
 * cell that nobody can read any more is emptied whole: it may concern them.
 * @param rows the parts of one action, in order.
 */
export function withoutPersonal(
  rows: readonly RowOf<'journal'>[],
  isOne: (table: TableKey, id: string) => boolean,
): readonly string[] | null {
  const held = rows.map(({ personal }) => personal ?? '').join('');
  if (held === '' || held === '[]') return null;
  const personal = parsed(rows, 'personal', areUpdates, '[]');
  if (personal === null) return [];
  const open = parsed(rows, 'updates', areUpdates, '[]') ?? [];
  // An adopted row is known by the id it was given, which stands among its other cells.
  const givenIds = new Map(open.map(([table, , rowIndex, cells]) => [`${table}@${rowIndex}`, cells.id?.[1]]));
  const kept = personal.filter(
    ([table, id, rowIndex]) => !isOne(table, id ?? String(givenIds.get(`${table}@${rowIndex}`) ?? '')),
  );
  return kept.length === personal.length ? null : chunks(JSON.stringify(kept));
}

/** null when the JSON is not what was written there. */
function parsed<Value>(
  parts: readonly RowOf<'journal'>[],
  name: 'updates' | 'personal' | 'appended' | 'ranges',
  isWhole: (value: unknown) => value is Value,
  empty: string,
): Value | null {
  try {
    const value: unknown = JSON.parse(parts.map((row) => row[name] ?? '').join('') || empty);
    return isWhole(value) ? value : null;
  } catch {
    return null;
  }
}

function updatesOf(changes: readonly RowChange[], personal: boolean): JournalUpdate[] {
  return changes.flatMap((change): JournalUpdate[] => {
    if (change.kind === 'append') return [];
    const cells: Record<string, readonly [CellValue, CellValue]> = {};
    for (const [name, cell] of Object.entries(change.cells)) {
      if (isPersonal(change.table, name) === personal) cells[name] = [cell.before, cell.after];
    }
    return Object.keys(cells).length === 0 ? [] : [[change.table, change.id, change.rowIndex, cells]];
  });
}

function isPersonal(table: TableKey, name: string): boolean {
  const columns: Readonly<Record<string, { readonly personal: boolean }>> = tables[table].columns;
  return columns[name]?.personal ?? false;
}

function appendedOf(changes: readonly RowChange[]): Record<string, string[]> {
  const ids: Record<string, string[]> = {};
  for (const change of changes) {
    if (change.kind !== 'append') continue;
    ids[change.table] ??= [];
    ids[change.table]?.push(change.id);
  }
  return ids;
}

function rangesOf(changes: readonly RowChange[], workbook: WorkbookState): Record<string, Record<string, number>> {
  const ranges: Record<string, Record<string, number>> = {};
  for (const table of new Set(changes.map((change) => change.table))) {
    ranges[table] = Object.fromEntries(workbook[table].columnIndexOf);
  }
  return ranges;
}

function joinUpdates(open: readonly JournalUpdate[], personal: readonly JournalUpdate[]): JournalUpdate[] {
  const joined = new Map<string, JournalUpdate>();
  for (const update of [...open, ...personal]) {
    const [table, id, rowIndex, cells] = update;
    const key = `${table}@${rowIndex}`;
    joined.set(key, [table, id, rowIndex, { ...joined.get(key)?.[3], ...cells }]);
  }
  return [...joined.values()];
}

function chunks(json: string): string[] {
  if (json === '[]' || json === '{}') return [];
  const parts: string[] = [];
  for (let start = 0; start < json.length; ) {
    let end = Math.min(start + CELL_CHARACTERS, json.length);
    // Half a surrogate pair is no character: it would not survive the way to the sheet.
    if (end < json.length && isHighSurrogate(json.charCodeAt(end - 1))) end -= 1;
    parts.push(json.slice(start, end));
    start = end;
  }
  return parts;
}

function isHighSurrogate(code: number): boolean {
  return code >= 0xd800 && code <= 0xdbff;
}
