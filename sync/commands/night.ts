// `ops night`: runs the night and shows its report. All of the work is runNight's.
import { exitCodes } from '#sync/failure.ts';
import type { Output } from '#sync/output.ts';
import { nightSummary } from '#sync/report/night-summary.ts';
import { renderNightReport } from '#sync/report/render-night-report.ts';
import { type NightDeps, runNight } from '#sync/run-night.ts';
import { withGoogleFailures } from '#sync/sheets/google-failure.ts';
import { words } from '#sync/words.ts';
import { type CommandOptions, createCommandContext } from './command-context.ts';

export interface NightOptions extends CommandOptions {
  readonly dryRun: boolean;
  readonly takeOver: boolean;
}

export async function runNightCommand(options: NightOptions, output: Output): Promise<number> {
  const context = createCommandContext(options, output);
  const { dryRun, takeOver } = options;
  const progress = showProgress(output);
  const report = await withGoogleFailures(context.config.google, () =>
    runNight({ ...context, dryRun, takeOver, progress }),
  );
  output.say(renderNightReport(report, { words: context.words, colour: output.colour, columns: output.columns }));
  output.result(nightSummary(report));
  return exitCodes.ok;
}

function showProgress({ progress }: Output): NightDeps['progress'] {
  const { steps, details, pieces } = words.nightProgress;
  return ({ step, kind, done, total }) => {
    if (done === undefined) progress.step(steps[step]);
    else if (total !== undefined) progress.detail(pieces({ done: String(done), total: String(total) }));
    else progress.detail(`${details[kind ?? ''] ?? ''} ${done}`);
  };
}
