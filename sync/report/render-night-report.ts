// The night's report as a person reads it in a terminal: what was done, what to look at and where. Words carry every
// meaning, colour only helps; long lists are cut and say where the rest stands.
import { styleText } from 'node:util';
import type { Day } from '#lib/kernel/day.ts';
import { messageOf } from '#lib/kernel/problem.ts';
import type { Words } from '#lib/text/words.ts';
import type { NightReport, NightStep } from './night-report.ts';
import { reportWords } from './report-words.ts';
import { textTable, wrapText } from './text-table.ts';

export interface RenderOptions {
  readonly words: Words;
  readonly colour: boolean;
  readonly columns: number;
}

type Format = 'bold' | 'dim' | 'cyan' | 'green' | 'red' | 'yellow';
type SectionKey = keyof typeof reportWords.sections;

interface Page {
  readonly words: Words;
  readonly columns: number;
  readonly paint: (format: Format, text: string) => string;
}

const INDENT = 2;
const MOST_ROWS = 10;
const MOST_PREVIEW_LINES = 60;
const WIDEST = 120;

export function renderNightReport(report: NightReport, { words, colour, columns }: RenderOptions): string {
  const paint: Page['paint'] = (format, text) => (colour ? styleText(format, text, { validateStream: false }) : text);
  const page = { words, columns: Math.min(columns, WIDEST), paint };
  const rule = paint('dim', '─'.repeat(page.columns));
  const sections = [
    section(
      page,
      'preview',
      'cyan',
      report.preview.map((line) => [line]),
      { most: MOST_PREVIEW_LINES },
    ),
    section(page, 'failedPayments', 'yellow', failedPaymentRows(report, words), { heads: reportWords.paymentHeads }),
    section(page, 'requests', 'green', requestRows(report, words)),
    section(page, 'waitingRequests', 'cyan', waitingRows(report, words)),
    section(page, 'disagreements', 'yellow', disagreementRows(report, words)),
    section(page, 'problems', 'red', problemRows(report, words)),
  ].filter((lines) => lines.length > 0);
  return [
    rule,
    paint('bold', reportWords.title({ day: words.formatDay(report.today), workbook: report.workbook.title })),
    paint('dim', [reportWords.modes[report.stripeMode], report.workbook.url].filter(Boolean).join(' · ')),
    ...(report.dryRun ? [paint('yellow', reportWords.dryRun)] : []),
    '',
    ...doneLines(report, page),
    ...sections.flatMap((lines) => ['', ...lines]),
    ...(sections.length === 0 ? ['', paint('green', reportWords.nothingToLookAt)] : []),
    '',
    paint('dim', figures(report, words)),
    rule,
  ].join('\n');
}

function doneLines(report: NightReport, { words, columns, paint }: Page): readonly string[] {
  const { steps, points, dryRun } = report;
  const shown = steps.filter((step) => step.planned > 0 || step.skipped !== null);
  const title = paint('bold', dryRun ? reportWords.planned : reportWords.done);
  if (shown.length === 0) return [title, `  ${reportWords.nothingToDo}`];
  const rows = shown.map((step) => [step.label, stepText(step, dryRun, words)]);
  const figure = (value: number) => words.formatNumber(value, 0);
  if (points.earned + points.restored + points.clawedBack + points.expired > 0) {
    const moved = reportWords.pointsMoved({
      earned: figure(points.earned),
      restored: figure(points.restored),
      clawedBack: figure(points.clawedBack),
      expired: figure(points.expired),
    });
    rows.push([reportWords.points, moved]);
  }
  return [title, ...textTable(rows, { columns, indent: INDENT })];
}

function stepText({ planned, committed, skipped }: NightStep, dryRun: boolean, words: Words): string {
  if (skipped !== null) return reportWords.skipped({ why: skipped });
  const lines = (count: number) => reportWords.lines({ count, text: words.formatNumber(count, 0) });
  if (dryRun || committed >= planned) return lines(dryRun ? planned : committed);
  return reportWords.cutShort({ committed: words.formatNumber(committed, 0), planned: lines(planned) });
}

interface SectionOptions {
  readonly most?: number;
  readonly heads?: readonly string[];
}

function section(
  { columns, paint }: Page,
  key: SectionKey,
  format: Format,
  rows: readonly (readonly string[])[],
  { most = MOST_ROWS, heads }: SectionOptions = {},
): readonly string[] {
  if (rows.length === 0) return [];
  const head = heads === undefined ? {} : { heads, paintHead: (text: string) => paint('dim', text) };
  const more = rows.length - most;
  return [
    paint(format, reportWords.sections[key]({ count: rows.length })),
    ...textTable(rows.slice(0, most), { columns, indent: INDENT, ...head }),
    ...(more > 0 ? [paint('dim', `  ${reportWords.more({ count: more, where: reportWords.where[key] })}`)] : []),
  ];
}

/** The one whose grace ends first comes first. */
function failedPaymentRows({ failedPayments }: NightReport, words: Words): readonly (readonly string[])[] {
  const day = (value: Day | null) => (value === null ? '–' : words.formatDay(value));
  return [...failedPayments]
    .sort((a, b) => ((a.graceUntil ?? '9999') < (b.graceUntil ?? '9999') ? -1 : 1))
    .map(({ customerId, dueCents, recovery, firstFailedOn, retryOn, graceUntil, invoiceId }) => [
      customerId,
      words.formatEuros(dueCents),
      recovery === null ? '–' : words.choiceLabel(recovery),
      day(firstFailedOn),
      day(retryOn),
      day(graceUntil),
      invoiceId,
    ]);
}

function requestRows({ requests }: NightReport, words: Words): readonly (readonly string[])[] {
  return requests.map(({ id, kind, status, result }) => [
    id,
    words.choiceLabel(kind),
    words.choiceLabel(status),
    result,
  ]);
}

function waitingRows({ waitingRequests }: NightReport, words: Words): readonly (readonly string[])[] {
  return waitingRequests.map(({ id, kind, result }) => [
    id,
    words.choiceLabel(kind),
    result ?? reportWords.afterAnother,
  ]);
}

/** Cells to correct and payments to follow have sections of their own. */
function disagreementRows({ disagreements, today }: NightReport, words: Words): readonly (readonly string[])[] {
  return disagreements
    .filter(({ kind }) => kind !== 'cell' && kind !== 'payment_overdue')
    .map(({ id, kind, what, since }) => [
      id,
      words.choiceLabel(kind),
      since === today ? reportWords.isNew : reportWords.since({ day: words.formatDay(since) }),
      what,
    ]);
}

/** One row for all the cells of a tab that have the same thing wrong: a sentence is read once. */
function problemRows({ problems }: NightReport, words: Words): readonly (readonly string[])[] {
  const messagesByGroup = new Map<string, Set<string>>();
  for (const problem of problems) {
    const key = `${problem.code} ${problem.at?.tab ?? JSON.stringify(problem.params)}`;
    const messages = messagesByGroup.get(key) ?? new Set();
    messagesByGroup.set(key, messages.add(messageOf(problem, words)));
  }
  return [...messagesByGroup.values()].map((messages) => {
    const [first = ''] = messages;
    const count = messages.size - 1;
    const more = reportWords.alike({ count, text: words.formatNumber(count, 0) });
    return [count === 0 ? first : `${first} ${more}`];
  });
}

function figures({ calls, bytes, seconds, peakRssMb }: NightReport, words: Words): string {
  const size = reportWords.megabytes({ value: words.formatNumber((bytes.stripe + bytes.sheets) / 1_000_000, 1) });
  const spent = { seconds: words.formatNumber(seconds, 1), memory: words.formatNumber(peakRssMb, 0) };
  return wrapText(`${reportWords.calls({ ...calls, size })} · ${reportWords.spent(spent)}`, WIDEST).join('\n');
}
