// Reads one of Stripe's lists to its end, page after page, never two at once and never more pages than planned: a list that
// does not end is the outside world's failure, not a reason to go on for ever.
import { Failure } from '#sync/failure.ts';
import { words } from '#sync/words.ts';

export interface Page {
  readonly data: readonly { readonly id?: string }[];
  readonly has_more: boolean;
}

export type Cursor = { readonly starting_after?: string; readonly ending_before?: string };

export interface ListOptions {
  /** For the failure's text. */
  readonly what: string;
  readonly maxPages: number;
  /** Read towards newer objects from this id; without it, from the newest to the oldest. */
  readonly newerThan?: string;
}

export async function listPages(
  fetchPage: (cursor: Cursor) => Promise<Page>,
  visit: (objects: Page['data']) => void,
  { what, maxPages, newerThan }: ListOptions,
): Promise<void> {
  let cursor: Cursor = newerThan === undefined ? {} : { ending_before: newerThan };
  for (let count = 1; count <= maxPages; count += 1) {
    const page = await fetchPage(cursor);
    visit(page.data);
    // Every page comes newest first; towards newer objects the next cursor is therefore its first id.
    const next = newerThan === undefined ? page.data.at(-1)?.id : page.data[0]?.id;
    if (!page.has_more || next === undefined) return;
    cursor = newerThan === undefined ? { starting_after: next } : { ending_before: next };
  }
  throw new Failure('outside', words.stripe.tooManyPages({ what, pages: String(maxPages) }));
}
