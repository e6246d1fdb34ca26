// One thing on which workbook, Stripe and points do not agree tonight, before it becomes a row of Rapprochement.
import type { RowOf } from '#lib/tables/tables.ts';

export type ReconciliationRow = RowOf<'reconciliation'>;

export interface Disagreement {
  readonly kind: ReconciliationRow['kind'];
  /** What it is about: `table/row id` and, for one of several, `/column`. With the kind it identifies the row for ever. */
  readonly object: string;
  readonly what: string;
  readonly workbookSays: string | null;
  /** undefined when Stripe did not tell tonight: what an earlier night wrote stays. */
  readonly stripeSays: string | null | undefined;
  readonly rightSide: ReconciliationRow['rightSide'];
  readonly done: string | null;
}

export function subjectOf({ kind, object }: Pick<Disagreement, 'kind' | 'object'>): string {
  return `${kind}|${object}`;
}

/** The inverse of {@link subjectOf}; a subject that a person typed gives an empty object. */
export function splitSubject(subject: string): { readonly kind: string; readonly object: string } {
  const bar = subject.indexOf('|');
  return bar < 0 ? { kind: subject, object: '' } : { kind: subject.slice(0, bar), object: subject.slice(bar + 1) };
}
