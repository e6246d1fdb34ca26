// `ops night`: runs the night and shows its report. All of the work is runNight's.
import type { PlanContext } from '#lib/changes/plan-context.ts';
import { exitCodes, Failure } from '#sync/failure.ts';
import { writeFaqPage } from '#sync/faq/write-faq-page.ts';
import type { Output } from '#sync/output.ts';
import { nightSummary } from '#sync/report/night-summary.ts';
import { renderNightReport } from '#sync/report/render-night-report.ts';
import { reviewWords } from '#sync/review/review-words.ts';
import { writeReviewPage } from '#sync/review/write-review-page.ts';
import { type NightDeps, runNight } from '#sync/run-night.ts';
import { withGoogleFailures } from '#sync/sheets/google-failure.ts';
import { words } from '#sync/words.ts';
import { type CommandContext, type CommandOptions, createCommandContext } from './command-context.ts';

export interface NightOptions extends CommandOptions {
  readonly dryRun: boolean;
  readonly takeOver: boolean;
}

export async function runNightCommand(options: NightOptions, output: Output): Promise<number> {
  const context = createCommandContext(options, output);
  const { dryRun, takeOver } = options;
  const progress = showProgress(output);
  const report = await withGoogleFailures(context.config.google, () =>
    runNight({ ...context, dryRun, takeOver, progress, publish: (plan) => publish(plan, context) }),
  );
  output.say(renderNightReport(report, { words: context.words, colour: output.colour, columns: output.columns }));
  output.result(nightSummary(report));
  return exitCodes.ok;
}

/** A page that cannot be written is said; the night itself is done, and so are the other pages. */
async function publish(plan: PlanContext, { config, output }: CommandContext): Promise<void> {
  const { faqFolder, reviewFolder } = config;
  if (faqFolder !== null) {
    await withWarning(output, async () => {
      const { leftOut } = await writeFaqPage(plan, faqFolder);
      for (const sentence of leftOut) output.warn(sentence);
    });
  }
  if (reviewFolder !== null) {
    await withWarning(output, async () => {
      const file = await writeReviewPage(plan, reviewFolder);
      if (file !== null) output.say(reviewWords.written({ file }));
    });
  }
}

async function withWarning(output: Output, write: () => Promise<void>): Promise<void> {
  try {
    await write();
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    output.warn(error.message);
  }
}

export function showProgress({ progress }: Output): NightDeps['progress'] {
  const { steps, details, pieces } = words.nightProgress;
  return ({ step, kind, done, total }) => {
    if (done === undefined) progress.step(steps[step]);
    else if (total !== undefined) progress.detail(pieces({ done: String(done), total: String(total) }));
    else progress.detail(`${details[kind ?? ''] ?? ''} ${done}`);
  };
}
