/**
 * Ends of subscriptions.
 */
import { expect, test } from 'vitest';
import { asTable, tellStoryInNewShop } from './tell-story.ts';

test("at period end by flag, undone, then by the portal's date", async () => {
  const story = `
    date             | what                 | status   | balance | invoices
    2026-01-10 10:00 | subscribe month      | active   | 0.00    | paid 18.00/18.00
    2026-01-25 22:00 | cancel at period end | active   | 0.00    | paid 18.00/18.00
    2026-01-26 22:00 | undo cancel          | active   | 0.00    | paid 18.00/18.00
    2026-01-27 22:00 | cancel in portal     | active   | 0.00    | paid 18.00/18.00
    2026-02-10 10:00 |                      | canceled | 0.00    | paid 18.00/18.00
    2026-03-10 12:00 |                      | canceled | 0.00    | paid 18.00/18.00`;
  expect(await tellStoryInNewShop(story)).toBe(asTable(story));
});

test('at a date inside the period', async () => {
  const story = `
    date             | what                       | status   | balance | invoices
    2026-01-10 10:00 | subscribe month            | active   | 0.00    | paid 18.00/18.00
    2026-01-12 10:00 | cancel at 2026-01-20 00:00 | active   | 0.00    | paid 18.00/18.00
    2026-01-19 23:59 |                            | active   | 0.00    | paid 18.00/18.00
    2026-01-20 00:00 |                            | canceled | 0.00    | paid 18.00/18.00`;
  expect(await tellStoryInNewShop(story)).toBe(asTable(story));
});

test('at once: retries stop', async () => {
  const story = `
    date             | what            | status   | balance | invoices
    2026-01-10 10:00 | subscribe month | active   | 0.00    | paid 18.00/18.00
    2026-02-01 00:00 | card refuses    | active   | 0.00    | paid 18.00/18.00
    2026-02-10 11:00 |                 | past_due | 0.00    | paid 18.00/18.00, open 0.00/18.00
    2026-02-11 00:00 | cancel now      | canceled | 0.00    | paid 18.00/18.00, open 0.00/18.00
    2026-02-12 00:00 | card ok         | canceled | 0.00    | paid 18.00/18.00, open 0.00/18.00
    2026-02-25 11:00 |                 | canceled | 0.00    | paid 18.00/18.00, open 0.00/18.00`;
  expect(await tellStoryInNewShop(story)).toBe(asTable(story));
});

test('with its customer', async () => {
  const story = `
    date             | what            | status   | balance | invoices
    2026-01-10 10:00 | subscribe month | active   | 0.00    | paid 18.00/18.00
    2026-02-01 00:00 | delete customer | canceled | 0.00    | paid 18.00/18.00`;
  expect(await tellStoryInNewShop(story)).toBe(asTable(story));
});
