// How each column looks: its width, whether long text wraps, whether it is shown. Widths and hiding are given once, at
// creation: later they are the team's.
import type { Column } from '#lib/tables/definition/column.ts';
import type { Table } from '#lib/tables/definition/table.ts';
import type { TableKey } from '#lib/tables/tables.ts';

const widthOfKind: Readonly<Record<Column['type']['kind'], number>> = {
  id: 130,
  ref: 130,
  text: 180,
  choice: 150,
  day: 105,
  wallTime: 140,
  instant: 170,
  money: 110,
  integer: 100,
  decimal: 100,
  rate: 90,
  flag: 90,
  scalar: 160,
};

/** Texts that are read whole, in pixels. */
const wide: Readonly<Record<string, number>> = {
  body: 520,
  answer: 460,
  question: 320,
  definition: 420,
  message: 320,
  what: 360,
  summary: 320,
  reason: 260,
  log: 360,
  check: 260,
  note: 240,
  result: 260,
  suggestion: 460,
  heroCheck: 360,
};
const wrapped: ReadonlySet<string> = new Set([
  'body',
  'answer',
  'question',
  'definition',
  'message',
  'what',
  'log',
  'suggestion',
]);
/** Machine text that nobody reads in its cell. */
const clipped: ReadonlySet<string> = new Set(['updates', 'personal', 'appended', 'ranges', 'behind', 'people']);

/** Keys that programs match by and nobody reads on a tab that people work in; anyone may show them again. */
const unread: ReadonlySet<string> = new Set(['actionId', 'draftId', 'key']);

export function isHiddenAtFirst(table: Table, name: string): boolean {
  return (table.role === 'data' && unread.has(name)) || (table.key === 'reconciliation' && name === 'subject');
}

export function widthOf(table: TableKey, name: string, column: Column): number {
  if (table === 'settings' && name === 'label') return 300;
  if (table === 'settings' && name === 'note') return 420;
  if (table === 'settings' && name === 'id') return 220;
  return (column.type.kind === 'text' ? wide[name] : undefined) ?? widthOfKind[column.type.kind];
}

export function wrapStrategyOf(name: string, column: Column): 'WRAP' | 'CLIP' | null {
  if (column.type.kind !== 'text') return null;
  return wrapped.has(name) ? 'WRAP' : clipped.has(name) ? 'CLIP' : null;
}
