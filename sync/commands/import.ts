// `ops import conversations FILE`: shows what a list of conversations would add and which rows are refused; writes with --yes.
import type { PlanContext } from '#lib/changes/plan-context.ts';
import { messageOf } from '#lib/kernel/problem.ts';
import { parseSettings } from '#lib/settings/settings.ts';
import { type ImportPlan, planImportConversations } from '#lib/tickets/import/plan-import-conversations.ts';
import { exitCodes, Failure } from '#sync/failure.ts';
import { importWords } from '#sync/import/import-words.ts';
import { readTextFile } from '#sync/import/read-text-file.ts';
import { writeImport } from '#sync/import/write-import.ts';
import type { Output } from '#sync/output.ts';
import { withGoogleFailures } from '#sync/sheets/google-failure.ts';
import { readWorkbook } from '#sync/sheets/read-workbook.ts';
import { type CommandOptions, createCommandContext } from './command-context.ts';

export interface ImportOptions extends CommandOptions {
  /** Write; otherwise only show. */
  readonly yes: boolean;
}

const SAMPLE = 5;

export async function runImportConversations(file: string, options: ImportOptions, output: Output): Promise<number> {
  const { config, sheets, clock, words } = createCommandContext(options, output);
  const text = await readTextFile(file);
  if (text.trim() === '') throw new Failure('config', importWords.empty({ file }));
  return await withGoogleFailures(config.google, async () => {
    output.progress.step(importWords.reading);
    const { workbook } = await readWorkbook(sheets, words);
    const context: PlanContext = { workbook, clock, settings: parseSettings(workbook.settings).settings, words };
    const plan = planImportConversations(context, text, '');
    if (plan.refusals.length > 0) {
      throw new Failure('config', plan.refusals.map((problem) => messageOf(problem, words)).join('\n'));
    }
    showPlan(plan, context, output);
    const { length: planned } = plan.changes;
    let written = 0;
    if (planned === 0) output.say(importWords.nothing);
    else if (!options.yes) output.say(importWords.notWritten);
    else {
      output.progress.step(importWords.writing);
      written = await writeImport(sheets, context, (again, actionId) => planImportConversations(again, text, actionId));
      output.say(importWords.written({ tickets: written }));
    }
    output.result({ planned, written, known: plan.known, refused: plan.problems.length });
    return exitCodes.ok;
  });
}

function showPlan(plan: ImportPlan, { workbook, words }: PlanContext, output: Output): void {
  const { imported } = words.tickets;
  output.say(plan.summary);
  const shown = plan.conversations.slice(0, SAMPLE);
  if (shown.length > 0) output.say(importWords.sample);
  for (const { receivedAt, channel, subject, message, customerId, status } of shown) {
    const line = imported.line({
      when: words.formatWallTime(receivedAt),
      channel: words.choiceLabel(channel),
      subject: (subject ?? message ?? '').slice(0, 60),
      customer: customerId === null ? '' : (workbook.customers.byId.get(customerId)?.name ?? customerId),
      state: words.choiceLabel(status),
    });
    output.say(`  + ${line}`);
  }
  const rest = plan.conversations.length - shown.length;
  if (rest > 0) output.say(`  ${importWords.more(rest)}`);
  if (plan.problems.length > 0) output.say(importWords.refused);
  for (const problem of plan.problems) output.say(`  ! ${messageOf(problem, words)}`);
}
