// What the template has already put on a tab, piece by piece, kept as one row of Système. A piece is written when it is new
// or when OUR version of it changed; never because the tab looks different: that difference is the team's choice.
import { fingerprint } from './fingerprint.ts';

export type PieceState = 'same' | 'new' | 'changed';

export interface TemplateRecord {
  /** How the piece stands against what was written last; notes it as written. `fresh` forgets the past (a new column). */
  readonly note: (piece: string, spec: unknown, fresh?: boolean) => PieceState;
  /** The mark written last, null when never. */
  readonly last: (piece: string) => string | null;
  /** The text to keep in Système. */
  readonly text: () => string;
}

/** The id of the tab's row in Système. */
export function recordKey(table: string): string {
  return `template.${table}`;
}

/** @param stored `piece=mark` parted by spaces, as {@link TemplateRecord.text} gives it; '' for a new tab. */
export function openTemplateRecord(stored: string): TemplateRecord {
  const before = new Map(
    stored
      .split(' ')
      .filter((entry) => entry.includes('='))
      .map((entry) => [entry.slice(0, entry.lastIndexOf('=')), entry.slice(entry.lastIndexOf('=') + 1)]),
  );
  const now = new Map<string, string>();
  return {
    note(piece, spec, fresh = false) {
      const mark = fingerprint(spec);
      now.set(piece, mark);
      const last = fresh ? undefined : before.get(piece);
      return last === undefined ? 'new' : last === mark ? 'same' : 'changed';
    },
    last: (piece) => before.get(piece) ?? null,
    text: () =>
      [...now]
        .map(([piece, mark]) => `${piece}=${mark}`)
        .sort()
        .join(' '),
  };
}
