// `ops requests`: carries out the queued requests at once and says what became of each.
import { messageOf } from '#lib/kernel/problem.ts';
import { exitCodes } from '#sync/failure.ts';
import type { Output } from '#sync/output.ts';
import { textTable } from '#sync/report/text-table.ts';
import { runRequests } from '#sync/run-requests.ts';
import { withGoogleFailures } from '#sync/sheets/google-failure.ts';
import { createCommandContext } from './command-context.ts';
import { type NightOptions, showProgress } from './night.ts';
import { requestsWords } from './requests-words.ts';

export async function runRequestsCommand(options: NightOptions, output: Output): Promise<number> {
  const context = createCommandContext(options, output);
  const { words, config } = context;
  const { dryRun, takeOver } = options;
  const deps = { ...context, dryRun, takeOver, progress: showProgress(output) };
  const { requests, problems } = await withGoogleFailures(config.google, () => runRequests(deps));
  if (requests.length === 0) output.say(requestsWords.none);
  else {
    output.say(dryRun ? requestsWords.dryRun : requestsWords.title({ count: requests.length }));
    const rows = requests.map(({ requestId, kind, subscriptionId, status, text }) => [
      requestId,
      words.choiceLabel(kind),
      subscriptionId,
      words.choiceLabel(status),
      text,
    ]);
    for (const line of textTable(rows, { columns: output.columns, indent: 2 })) output.say(line);
  }
  for (const found of problems) output.warn(messageOf(found, words));
  output.result({ dryRun, requests, problems: problems.length });
  return exitCodes.ok;
}
