// The open rows of Rapprochement by subject, broken ones included: the tab is the night's, so a row that a person damaged
// is put in order with the rest. A row whose id stands twice is frozen with its subject.
import type { Day } from '#lib/kernel/day.ts';
import type { WorkbookState } from '#lib/tables/tables.ts';
import { type ReconciliationRow, splitSubject } from './disagreement.ts';

export interface OpenRow {
  readonly id: string;
  readonly rowIndex: number;
  readonly kind: ReconciliationRow['kind'];
  /** null when the cell is broken. */
  readonly what: string | null;
  readonly since: Day | null;
}

export interface OpenRows {
  readonly open: ReadonlyMap<string, OpenRow>;
  /** Further open rows of a subject, left by a copy. */
  readonly doubled: readonly OpenRow[];
  readonly frozen: ReadonlySet<string>;
}

export function readOpenRows(state: WorkbookState['reconciliation']): OpenRows {
  const open = new Map<string, OpenRow>();
  const doubled: OpenRow[] = [];
  const frozen = new Set<string>();
  const broken = state.setAside.map(({ id, rowIndex, cells, reason }) => ({ ...cells, id, rowIndex, reason }));
  for (const row of [...state.rows, ...broken] as readonly AnyRow[]) {
    const { id, rowIndex, subject, reason } = row;
    if (id === null || subject === null || row.status === 'settled') continue;
    const kind = row.kind ?? kindOf(state, subject);
    if (kind === 'summary') continue;
    const openRow = { id, rowIndex, kind, what: row.what, since: row.since };
    if (reason === 'duplicate-id') frozen.add(subject);
    else if (open.has(subject)) doubled.push(openRow);
    else open.set(subject, openRow);
  }
  return { open, doubled, frozen };
}

type AnyRow = { readonly [Name in Exclude<keyof ReconciliationRow, 'rowIndex'>]: ReconciliationRow[Name] | null } & {
  readonly rowIndex: number;
  readonly reason?: string;
};

function kindOf(state: WorkbookState['reconciliation'], subject: string): ReconciliationRow['kind'] {
  const { type } = state.table.columns.kind;
  const { kind } = splitSubject(subject);
  return type.kind === 'choice' && (type.codes as readonly string[]).includes(kind)
    ? (kind as ReconciliationRow['kind'])
    : 'cell';
}
