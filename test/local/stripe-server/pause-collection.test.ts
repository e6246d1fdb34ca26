/**
 * Paused collection: the status stays active and the periods run on.
 */
import { expect, test } from 'vitest';
import { asTable, tellStoryInNewShop } from './tell-story.ts';

test('void until a date', async () => {
  const story = `
    date             | what                                    | status        | balance | invoices
    2026-01-10 10:00 | subscribe month                         | active        | 0.00    | paid 18.00/18.00
    2026-01-20 10:00 | pause collection until 2026-03-20 10:00 | active (void) | 0.00    | paid 18.00/18.00
    2026-02-10 12:00 |                                         | active (void) | 0.00    | paid 18.00/18.00, void 0.00/18.00
    2026-03-10 12:00 |                                         | active (void) | 0.00    | paid 18.00/18.00, void 0.00/18.00, void 0.00/18.00
    2026-03-20 10:00 |                                         | active        | 0.00    | paid 18.00/18.00, void 0.00/18.00, void 0.00/18.00
    2026-04-10 12:00 |                                         | active        | 0.00    | …, void 0.00/18.00, void 0.00/18.00, paid 18.00/18.00`;
  expect(await tellStoryInNewShop(story)).toBe(asTable(story));
});

test('drafts are kept and stay drafts after the pause', async () => {
  const story = `
    date             | what                           | status                 | balance | invoices
    2026-01-10 10:00 | subscribe month                | active                 | 0.00    | paid 18.00/18.00
    2026-01-20 10:00 | pause collection keep_as_draft | active (keep_as_draft) | 0.00    | paid 18.00/18.00
    2026-02-10 12:00 |                                | active (keep_as_draft) | 0.00    | paid 18.00/18.00, draft 0.00/18.00
    2026-03-01 12:00 | resume collection              | active                 | 0.00    | paid 18.00/18.00, draft 0.00/18.00
    2026-03-02 12:00 | finalize latest                | active                 | 0.00    | paid 18.00/18.00, open 0.00/18.00
    2026-03-10 12:00 |                                | active                 | 0.00    | paid 18.00/18.00, open 0.00/18.00, paid 18.00/18.00`;
  expect(await tellStoryInNewShop(story)).toBe(asTable(story));
});

test('uncollectible', async () => {
  const story = `
    date             | what                                | status                      | balance | invoices
    2026-01-10 10:00 | subscribe month                     | active                      | 0.00    | paid 18.00/18.00
    2026-01-20 10:00 | pause collection mark_uncollectible | active (mark_uncollectible) | 0.00    | paid 18.00/18.00
    2026-02-10 12:00 |                                     | active (mark_uncollectible) | 0.00    | paid 18.00/18.00, uncollectible 0.00/18.00`;
  expect(await tellStoryInNewShop(story)).toBe(asTable(story));
});

test('means nothing on a yearly plan without a renewal inside', async () => {
  const story = `
    date             | what                                    | status        | balance | invoices
    2026-01-10 10:00 | subscribe year                          | active        | 0.00    | paid 180.00/180.00
    2026-02-01 00:00 | pause collection until 2026-05-01 00:00 | active (void) | 0.00    | paid 180.00/180.00
    2026-05-01 00:00 |                                         | active        | 0.00    | paid 180.00/180.00
    2027-01-10 11:00 |                                         | active        | 0.00    | paid 180.00/180.00, paid 180.00/180.00`;
  expect(await tellStoryInNewShop(story)).toBe(asTable(story));
});

test('does not stop the retries of an older invoice', async () => {
  const story = `
    date             | what                                | status          | balance | invoices
    2026-01-10 10:00 | subscribe month                     | active          | 0.00    | paid 18.00/18.00
    2026-02-01 00:00 | card refuses until 2026-02-12 00:00 | active          | 0.00    | paid 18.00/18.00
    2026-02-10 11:00 |                                     | past_due        | 0.00    | paid 18.00/18.00, open 0.00/18.00
    2026-02-11 00:00 | pause collection void               | past_due (void) | 0.00    | paid 18.00/18.00, open 0.00/18.00
    2026-02-13 11:00 |                                     | active (void)   | 0.00    | paid 18.00/18.00, paid 18.00/18.00`;
  expect(await tellStoryInNewShop(story)).toBe(asTable(story));
});
