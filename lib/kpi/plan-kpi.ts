// Writes the figures where people read them: the rows of the KPI tab, and one reading a figure, detail and day in its
// history. A reading is never rewritten and a day without a night stays a hole: nothing is invented afterwards.
import type { ChangeSet } from '#lib/changes/change-set.ts';
import { createDraft, type Draft } from '#lib/changes/draft.ts';
import type { PlanContext } from '#lib/changes/plan-context.ts';
import { addDays, type Day } from '#lib/kernel/day.ts';
import { eurosFromCents } from '#lib/kernel/money.ts';
import { problem } from '#lib/kernel/problem.ts';
import type { KpiRow } from '#lib/tables/kpi.ts';
import { type KpiId, kpiDefinitions, moneyParts, targetOf } from '#lib/tables/kpi-definitions.ts';
import type { KpiHistoryRow } from '#lib/tables/kpi-history.ts';
import { computeKpis } from './compute-kpis.ts';
import type { KpiFigure, Subject } from './kpi-figure.ts';

export function planKpi(context: PlanContext): ChangeSet {
  const draft = createDraft(context.workbook, context.words);
  draftKpi(context, draft, null);
  return draft.changeSet();
}

/** @param actionId null: the night. @returns the figures that were written. */
export function draftKpi(context: PlanContext, draft: Draft, actionId: string | null): readonly KpiFigure[] {
  const { kpi, kpiHistory } = context.workbook;
  // Without the history no trend is known, and a reading might be written twice.
  if (!kpi.usable || !kpiHistory.usable) return [];
  const figures = computeKpis(context);
  for (const figure of figures) {
    if (figure.subject === null && figure.id in kpiDefinitions) writeRow(context, draft, figure, figure.id as KpiId);
    if (figure.value !== null) keepReading(context, draft, figure, figure.value, actionId);
  }
  return figures;
}

function writeRow(context: PlanContext, draft: Draft, figure: KpiFigure, id: KpiId): void {
  const { kpi } = context.workbook;
  const row = kpi.byId.get(id);
  if (row === undefined) {
    // A row that is there but cannot be used has its own Problem.
    if (!kpi.setAside.some((aside) => aside.id === id)) draft.report(problem('kpiRowMissing', { id, tab: kpi.title }));
    return;
  }
  const value = rounded(figure.value);
  const previousValue = earlierValue(context, id, figure.period.until);
  draft.update(kpi, row, {
    value,
    previousValue,
    trend: trendOf(id, value, previousValue),
    asOf: figure.period.until,
    sample: figure.sample,
    behind: behindText(context, figure),
  });
}

/**
 * The latest reading at least `kpi.trendDays` before, however many nights did not run in between, but none older than the
 * period the figures look at: that would be no trend.
 */
function earlierValue({ workbook, settings }: PlanContext, id: KpiId, asOf: Day): number | null {
  const latest = addDays(asOf, -settings['kpi.trendDays']);
  const oldest = addDays(asOf, -settings['kpi.windowDays']);
  let found: KpiHistoryRow | null = null;
  for (const row of workbook.kpiHistory.rows) {
    if (row.kpiId !== id || row.subject !== null || row.value === null) continue;
    if (row.on <= latest && row.on >= oldest && (found === null || row.on > found.on)) found = row;
  }
  return found?.value ?? null;
}

/** By what the tab shows: a tenth of a per cent for shares, a tenth for the others. */
function trendOf(id: KpiId, value: number | null, previous: number | null): KpiRow['trend'] {
  if (value === null || previous === null) return null;
  const shown = (number: number) => Math.round(number * (kpiDefinitions[id].isShare ? 1000 : 10));
  const step = shown(value) - shown(previous);
  return step === 0 ? 'steady' : step > 0 ? 'rising' : 'falling';
}

/** Enough to look some rows up; the action « Voir les lignes » shows them all. */
const IDS_IN_CELL = 20;

function behindText({ workbook, words }: PlanContext, { behind }: KpiFigure): string | null {
  const groups = behind.map(({ table, part, ids }) =>
    words.kpiSamples.behind({
      tab: workbook[table].title,
      part,
      count: ids.length,
      ids: ids.slice(-IDS_IN_CELL).reverse(),
    }),
  );
  return groups.length === 0 ? null : groups.join('\n');
}

/** The first reading of a day stands. One that was undone is empty, and may be filled. */
function keepReading(
  context: PlanContext,
  draft: Draft,
  figure: KpiFigure,
  value: number,
  actionId: string | null,
): void {
  const { workbook, settings, words } = context;
  const { kpiHistory } = workbook;
  const { id, subject, period, sample } = figure;
  const readingId = readingIdOf(figure);
  const known = kpiHistory.byId.get(readingId);
  if (known !== undefined && known.value !== null) return;
  if (known === undefined && kpiHistory.setAside.some((aside) => aside.id === readingId)) return;
  const part = (number: number | null) =>
    number !== null && moneyParts.has(id) ? eurosFromCents(Math.round(number)) : rounded(number);
  const target = targetOf(id);
  const cells = {
    kpiId: id,
    subject: subject === null ? null : subjectLabel(subject, words.choiceLabel),
    on: period.until,
    value: rounded(value),
    numerator: part(figure.numerator),
    denominator: part(figure.denominator),
    target: target === null ? null : Number(settings[target]),
    // The two numbers say it for a detail, and the history grows by dozens of rows a day.
    sample: subject === null ? sample : null,
    actionId,
  };
  if (known === undefined) draft.append(kpiHistory, { id: readingId, ...cells });
  else draft.update(kpiHistory, known, cells);
}

function readingIdOf({ id, subject, period }: KpiFigure): string {
  return [id, ...(subject === null ? [] : [subject.id]), period.until].join('/');
}

/** As the other tabs say it: the SKU, or the channel's label. */
export function subjectLabel({ kind, id }: Subject, choiceLabel: (code: string) => string): string {
  return kind === 'channel' ? choiceLabel(id) : id;
}

/** A cell tells no more than six decimals: the next night, adding up in another order, would find another last digit. */
function rounded(value: number | null): number | null {
  return value === null ? null : Math.round(value * 1e6) / 1e6;
}
