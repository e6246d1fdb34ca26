// The one row that sums the state up: the last night, what is open, payments in grace, points. It tells the state and not
// the run, so a night that is killed and repeated leaves the same row.
import type { Draft } from '#lib/changes/draft.ts';
import type { PlanContext } from '#lib/changes/plan-context.ts';
import { compareText } from '#lib/kernel/compare.ts';
import { type Disagreement, subjectOf } from './disagreement.ts';

const SUBJECT = subjectOf({ kind: 'summary', object: 'night' });

/** @param openKinds the kind of every row that is open after tonight. */
export function planSummary(context: PlanContext, draft: Draft, openKinds: readonly Disagreement['kind'][]): void {
  const { workbook, clock, words } = context;
  const { reconciliation, invoices, pointLots } = workbook;
  const says = words.reconciliation;
  const what = says.summary({
    day: words.formatDay(clock.today),
    open: sayOpen(context, openKinds),
    grace: invoices.usable
      ? words.formatNumber(invoices.rows.filter((row) => row.recovery === 'grace').length)
      : says.notCounted({ tab: invoices.title }),
    points: pointLots.usable
      ? words.formatNumber(pointLots.rows.reduce((sum, row) => sum + row.remaining, 0))
      : says.notCounted({ tab: pointLots.title }),
  });
  const cells = {
    kind: 'summary' as const,
    subject: SUBJECT,
    what,
    since: clock.today,
    status: 'note' as const,
    settledOn: null,
  };
  const aside = reconciliation.setAside.find((row) => row.cells.subject === SUBJECT || row.cells.kind === 'summary');
  const row = reconciliation.rows.find(({ kind }) => kind === 'summary') ?? aside;
  if (row === undefined) draft.append(reconciliation, { id: draft.nextId(reconciliation), ...cells });
  else if (row.id !== null && (row !== aside || aside.reason === 'bad-cell'))
    draft.update(reconciliation, { id: row.id, rowIndex: row.rowIndex }, cells);
}

function sayOpen({ words }: PlanContext, openKinds: readonly Disagreement['kind'][]): string {
  const says = words.reconciliation;
  if (openKinds.length === 0) return says.nothingOpen;
  const counts = new Map<string, number>();
  for (const kind of openKinds) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  const kinds = [...counts]
    .sort(([a], [b]) => compareText(a, b))
    .map(([kind, count]) => says.openOfKind({ kind: words.choiceLabel(kind), count: words.formatNumber(count) }));
  return says.openItems({ count: words.formatNumber(openKinds.length), kinds: kinds.join(', ') });
}
