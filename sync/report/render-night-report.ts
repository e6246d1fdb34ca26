// The night's report as a person reads it in a terminal: what was done, what to look at and where. Words carry every
// meaning, colour only helps; long lists are cut and say where the rest stands.
import { styleText } from 'node:util';
import { messageOf } from '#lib/kernel/problem.ts';
import type { Words } from '#lib/text/words.ts';
import type { FailedPayment, NightReport, NightStep } from './night-report.ts';
import { reportWords } from './report-words.ts';

export interface RenderOptions {
  readonly words: Words;
  readonly colour: boolean;
  readonly columns: number;
}

type Paint = (format: Parameters<typeof styleText>[0], text: string) => string;
type SectionKey = keyof typeof reportWords.sections;

const MOST_ITEMS = 12;
const MOST_PREVIEW_LINES = 60;

export function renderNightReport(report: NightReport, { words, colour, columns }: RenderOptions): string {
  const paint: Paint = (format, text) => (colour ? styleText(format, text, { validateStream: false }) : text);
  const rule = paint('dim', '─'.repeat(Math.min(columns, 100)));
  const sections = [
    section('preview', report.preview, MOST_PREVIEW_LINES, 'cyan', paint),
    section('failedPayments', failedPaymentLines(report.failedPayments, words), MOST_ITEMS, 'yellow', paint),
    section('requests', requestLines(report, words), MOST_ITEMS, 'green', paint),
    section('disagreements', disagreementLines(report, words), MOST_ITEMS, 'yellow', paint),
    section('problems', problemLines(report, words), MOST_ITEMS, 'red', paint),
  ].filter((lines) => lines.length > 0);
  const quiet = sections.length === 0 ? ['', paint('green', reportWords.nothingToLookAt)] : [];
  return [
    rule,
    paint('bold', reportWords.title({ day: words.formatDay(report.today), workbook: report.workbook.title })),
    paint('dim', [reportWords.modes[report.stripeMode], report.workbook.url].filter(Boolean).join(' · ')),
    ...(report.dryRun ? [paint('yellow', reportWords.dryRun)] : []),
    '',
    ...doneLines(report, words, paint),
    ...sections.flatMap((lines) => ['', ...lines]),
    ...quiet,
    '',
    rule,
    paint('dim', figures(report, words)),
  ].join('\n');
}

function doneLines(report: NightReport, words: Words, paint: Paint): readonly string[] {
  const { steps, points, dryRun } = report;
  const shown = steps.filter((step) => step.planned > 0 || step.skipped !== null);
  const title = paint('bold', dryRun ? reportWords.planned : reportWords.done);
  if (shown.length === 0) return [title, `  ${reportWords.nothingToDo}`];
  const width = Math.max(...shown.map(({ label }) => label.length), reportWords.points.length);
  const rows = shown.map((step) => {
    const text = stepText(step, dryRun);
    return `  ${step.label.padEnd(width)}  ${step.skipped === null ? text : paint('yellow', text)}`;
  });
  const moved = points.earned + points.restored + points.clawedBack + points.expired;
  if (moved === 0) return [title, ...rows];
  const figure = (value: number) => words.formatNumber(value, 0);
  const text = reportWords.pointsMoved({
    earned: figure(points.earned),
    restored: figure(points.restored),
    clawedBack: figure(points.clawedBack),
    expired: figure(points.expired),
  });
  return [title, ...rows, `  ${paint('dim', '↳'.padEnd(width))}  ${text}`];
}

function stepText({ planned, committed, skipped }: NightStep, dryRun: boolean): string {
  if (skipped !== null) return reportWords.skipped({ why: skipped });
  if (dryRun || committed >= planned) return reportWords.written({ count: dryRun ? planned : committed });
  return reportWords.cutShort({ committed, planned });
}

function section(
  key: SectionKey,
  items: readonly string[],
  most: number,
  format: Parameters<Paint>[0],
  paint: Paint,
): readonly string[] {
  if (items.length === 0) return [];
  const shown = items.slice(0, most).map((item) => `  ${item}`);
  const more = items.length - shown.length;
  const rest = more > 0 ? [paint('dim', `  ${reportWords.more({ count: more, where: reportWords.where[key] })}`)] : [];
  return [paint(format, reportWords.sections[key]({ count: items.length })), ...shown, ...rest];
}

function failedPaymentLines(payments: readonly FailedPayment[], words: Words): readonly string[] {
  const sorted = [...payments].sort((a, b) => ((a.graceUntil ?? '') < (b.graceUntil ?? '') ? -1 : 1));
  return columnsOf(
    sorted.map((payment) => [
      payment.customerId,
      payment.invoiceId,
      words.formatEuros(payment.dueCents),
      payment.recovery === null ? '' : words.choiceLabel(payment.recovery),
      payment.firstFailedOn === null ? '' : reportWords.failedOn({ day: words.formatDay(payment.firstFailedOn) }),
      payment.retryOn === null ? '' : reportWords.retryOn({ day: words.formatDay(payment.retryOn) }),
      payment.graceUntil === null ? '' : reportWords.graceUntil({ day: words.formatDay(payment.graceUntil) }),
    ]),
  );
}

function requestLines({ requests }: NightReport, words: Words): readonly string[] {
  return columnsOf(
    requests.map(({ id, kind, status, result }) => [id, words.choiceLabel(kind), words.choiceLabel(status), result]),
  );
}

function disagreementLines({ disagreements }: NightReport, words: Words): readonly string[] {
  return columnsOf(
    disagreements.map(({ id, kind, what, since, at }) => [
      at === null ? id : `${id} (${at.cell})`,
      words.choiceLabel(kind),
      reportWords.since({ day: words.formatDay(since) }),
      what,
    ]),
  );
}

function problemLines({ problems }: NightReport, words: Words): readonly string[] {
  return [...new Set(problems.map((problem) => messageOf(problem, words)))];
}

function figures({ calls, bytes, seconds, peakRssMb }: NightReport, words: Words): string {
  const size = reportWords.megabytes({ value: words.formatNumber((bytes.stripe + bytes.sheets) / 1_000_000, 1) });
  const spent = { seconds: words.formatNumber(seconds, 1), memory: words.formatNumber(peakRssMb, 0) };
  return `${reportWords.calls({ ...calls, size })}\n${reportWords.spent(spent)}`;
}

/** Cells under each other; the last column is as long as it is. */
function columnsOf(rows: readonly (readonly string[])[]): readonly string[] {
  const width = Math.max(0, ...rows.map((row) => row.length));
  const widths = Array.from({ length: width }, (_, index) => Math.max(...rows.map((row) => row[index]?.length ?? 0)));
  return rows.map((row) =>
    row
      .map((cell, index) => cell.padEnd(widths[index] ?? 0))
      .join('  ')
      .trimEnd(),
  );
}
