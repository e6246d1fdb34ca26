// Puts the week's review into a folder as a page to read or print, once a week, by the first night of the week: what the
// add-on prints on demand. It is the team's: its folder is not for a public server.
import { mkdir, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { PlanContext } from '#lib/changes/plan-context.ts';
import { reviewPage } from '#lib/review/review-page.ts';
import { reviewWeek } from '#lib/review/weekly-review.ts';
import { Failure } from '#sync/failure.ts';
import { reviewWords } from './review-words.ts';

/**
 * @returns the file, or null when this week's stands already or a tab it is read from is unusable (the night's report says so).
 * @throws Failure of kind config when the folder cannot be written.
 */
export async function writeReviewPage(context: PlanContext, folder: string): Promise<string | null> {
  const review = reviewWeek(context);
  if (review === null) return null;
  const file = join(resolve(folder), reviewWords.fileName({ weekOn: review.weekOn }));
  try {
    await mkdir(folder, { recursive: true });
    await writeFile(file, reviewPage(context, review), { flag: 'wx' });
    return file;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return null;
    throw new Failure('config', reviewWords.notWritable({ folder }), error);
  }
}
