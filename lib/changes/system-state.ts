// The Système tab in code: revision, counters, lease, cursors. Every commit writes here in the same batch as its rows.
import type { TableState } from '#lib/tables/definition/table-state.ts';
import type { system } from '#lib/tables/system.ts';
import type { RowChange } from './change-set.ts';

export type SystemState = TableState<typeof system>;

/** The rows of Système with a fixed name; counters are `counter.<prefix>` besides. */
export const systemKeys = {
  schemaVersion: 'schema_version',
  revision: 'revision',
  leaseHolder: 'lease.holder',
  leaseUntil: 'lease.until',
  recentActions: 'recent_actions',
  eventCursor: 'cursor.events',
  /** The day of the last whole night; with the event cursor it is written last, once all else is in the workbook. */
  lastNightOn: 'night.last_on',
  verifiedJournal: 'journal.verified',
} as const;

export const SCHEMA_VERSION = 1;

/** Ids of actions kept to recognise a second click; the fence's marks go further back. */
const RECENT_ACTIONS = 60;

/** A row that a person pasted a second time is still read, and written, where it stands first. */
export function systemText(state: SystemState, key: string): string | null {
  const rowIndex = rowIndexOf(state, key);
  const value = rowIndex === null ? null : (state.rawOf(rowIndex).value ?? null);
  return value === null ? null : String(value).trim() || null;
}

/** null when the row is missing or a person typed something else than a whole number into it. */
export function systemNumber(state: SystemState, key: string): number | null {
  const text = systemText(state, key);
  return text !== null && /^\d{1,15}$/.test(text) ? Number(text) : null;
}

export function counterKey(prefix: string): string {
  return `counter.${prefix}`;
}

/** Changes that set these rows; a row that was deleted is appended again. */
export function planSystemRows(state: SystemState, values: Readonly<Record<string, string | null>>): RowChange[] {
  return Object.entries(values).flatMap(([id, after]): RowChange[] => {
    const rowIndex = rowIndexOf(state, id);
    if (rowIndex === null)
      return [{ kind: 'append', table: 'system', id, group: 'system', cells: { id, value: after } }];
    const before = state.rawOf(rowIndex).value ?? null;
    if (before === after) return [];
    return [{ kind: 'update', table: 'system', id, rowIndex, group: 'system', cells: { value: { before, after } } }];
  });
}

function rowIndexOf(state: SystemState, key: string): number | null {
  return (state.byId.get(key) ?? state.setAside.find(({ id }) => id === key))?.rowIndex ?? null;
}

export function recentActions(state: SystemState): readonly string[] {
  return (systemText(state, systemKeys.recentActions) ?? '').split(' ').filter((id) => id !== '');
}

export function withRecentAction(state: SystemState, actionId: string): string {
  return [...recentActions(state), actionId].slice(-RECENT_ACTIONS).join(' ');
}
