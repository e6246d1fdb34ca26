// `ops faq`: writes the FAQ tab as a page for any web server, and names the entries that are not fit for it.
import { parseSettings } from '#lib/settings/settings.ts';
import { exitCodes, Failure } from '#sync/failure.ts';
import { faqWords } from '#sync/faq/faq-words.ts';
import { writeFaqPage } from '#sync/faq/write-faq-page.ts';
import type { Output } from '#sync/output.ts';
import { withGoogleFailures } from '#sync/sheets/google-failure.ts';
import { readWorkbook } from '#sync/sheets/read-workbook.ts';
import { type CommandOptions, createCommandContext } from './command-context.ts';

export interface FaqOptions extends CommandOptions {
  /** The folder; otherwise the one of the settings. */
  readonly to?: string;
}

export async function runFaq(options: FaqOptions, output: Output): Promise<number> {
  const { config, sheets, clock, words } = createCommandContext(options, output);
  const folder = options.to ?? config.faqFolder;
  if (folder === null) throw new Failure('config', faqWords.noFolder);
  output.progress.step(faqWords.reading);
  const { workbook } = await withGoogleFailures(config.google, () => readWorkbook(sheets, words));
  const { settings } = parseSettings(workbook.settings);
  const written = await writeFaqPage({ workbook, clock, settings, words }, folder);
  output.say(faqWords.written(written));
  for (const sentence of written.leftOut) output.say(`  ! ${sentence}`);
  output.result({ file: written.file, questions: written.questions, leftOut: written.leftOut.length });
  return exitCodes.ok;
}
