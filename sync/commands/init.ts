// `ops init`: makes the workbook what the template says, shows it first, and checks by planning again. It may be run as
// often as one likes: what is already so, or belongs to people, is left alone.
import { messageOf } from '#lib/kernel/problem.ts';
import { exitCodes, Failure } from '#sync/failure.ts';
import type { Output } from '#sync/output.ts';
import { withGoogleFailures } from '#sync/sheets/google-failure.ts';
import { planTemplate } from '#sync/sheets/plan-template.ts';
import { type SheetsClient, UnknownWrite } from '#sync/sheets/sheets-client.ts';
import { words } from '#sync/words.ts';
import type { WorkbookRequest } from '#templates/workbook-request.ts';
import { type CommandContext, type CommandOptions, createCommandContext } from './command-context.ts';

export interface InitOptions extends CommandOptions {
  readonly dryRun: boolean;
}

/** Google advises 2 MB a batch; the last request may go a little beyond. */
const BATCH_BYTES = 1_800_000;
/** One to write, one to see that nothing is left; more when an answer was lost or people changed tabs meanwhile. */
const ROUNDS = 4;

export async function runInit(options: InitOptions, output: Output): Promise<number> {
  const context = createCommandContext(options, output);
  return await withGoogleFailures(context.config.google, () => bringUpToDate(options, context));
}

async function bringUpToDate(options: InitOptions, context: CommandContext): Promise<number> {
  const { sheets, output } = context;
  const { init } = words;
  let written = 0;
  for (let round = 1; round <= ROUNDS; round += 1) {
    output.progress.step(init.reading);
    const plan = await planTemplate(sheets, context.words);
    const problems = plan.problems.map((problem) => messageOf(problem, context.words));
    if (round === 1) {
      output.say(init.title({ title: plan.title }));
      for (const line of plan.preview) output.say(`  + ${line}`);
    }
    const summary = { planned: plan.requests.length, written, problems: problems.length, dryRun: options.dryRun };
    const isDone = plan.requests.length === 0;
    if (isDone || options.dryRun) {
      for (const problem of problems) output.say(`  ! ${problem}`);
      const after = written > 0 ? init.done : init.upToDate;
      output.say(isDone ? after : init.dryRun);
      if (plan.url !== null) output.say(plan.url);
      output.result(summary);
      return problems.length === 0 ? exitCodes.ok : exitCodes.checkFailed;
    }
    output.progress.step(init.writing);
    written += await writeBatches(sheets, plan.requests);
  }
  throw new Failure('outside', init.neverDone);
}

/** Returns how many requests were surely written; after a lost answer the next round's plan tells the rest. */
async function writeBatches(client: SheetsClient, requests: readonly WorkbookRequest[]): Promise<number> {
  let written = 0;
  for (const batch of cutBatches(requests)) {
    try {
      await client.batchUpdate({ requests: batch }, 'spreadsheetId');
    } catch (error) {
      if (error instanceof UnknownWrite) return written;
      throw error;
    }
    written += batch.length;
  }
  return written;
}

/** Keeps the order: a later request may need what an earlier one makes. */
export function cutBatches<Request>(requests: readonly Request[], batchBytes = BATCH_BYTES): readonly Request[][] {
  const batches: Request[][] = [];
  let room = 0;
  for (const request of requests) {
    const size = Buffer.byteLength(JSON.stringify(request));
    const batch = batches.at(-1);
    if (batch === undefined || size > room) {
      batches.push([request]);
      room = batchBytes - size;
    } else {
      batch.push(request);
      room -= size;
    }
  }
  return batches;
}
