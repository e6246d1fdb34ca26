// Puts the FAQ page into a folder that a web server shows. A reader meets the old page or the new one, never half of one.
import { chmod, mkdir, rename, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { PlanContext } from '#lib/changes/plan-context.ts';
import { publishedFaq } from '#lib/faq/published-faq.ts';
import { messageOf } from '#lib/kernel/problem.ts';
import { Failure } from '#sync/failure.ts';
import { faqWords } from './faq-words.ts';
import { renderFaqPage } from './render-faq-page.ts';

export interface WrittenFaq {
  readonly file: string;
  readonly questions: number;
  /** One sentence for each entry that is not on the page: which, and what it lacks. */
  readonly leftOut: readonly string[];
}

/** @throws Failure of kind config when the tab cannot be read or the folder not written. */
export async function writeFaqPage(context: PlanContext, folder: string): Promise<WrittenFaq> {
  const { settings, words, workbook } = context;
  // A tab that cannot be read would leave the readers an empty page.
  if (!workbook.faq.usable) throw new Failure('config', faqWords.tabUnusable({ tab: workbook.faq.title }));
  const faq = publishedFaq(context);
  const html = renderFaqPage(faq, { name: settings['shop.name'], email: settings['shop.email'] }, words);
  const file = join(resolve(folder), 'index.html');
  try {
    await mkdir(folder, { recursive: true });
    await writeFile(`${file}.new`, html);
    // The page is public, however careful the job is with its other files.
    await chmod(`${file}.new`, 0o644);
    await rename(`${file}.new`, file);
  } catch (error) {
    throw new Failure('config', faqWords.notWritable({ folder }), error);
  }
  return {
    file,
    questions: faq.topics.reduce((count, { entries }) => count + entries.length, 0),
    leftOut: faq.leftOut.map(({ id, problems }) =>
      faqWords.leftOut({ id, why: problems.map((problem) => messageOf(problem, words)).join(' · ') }),
    ),
  };
}
