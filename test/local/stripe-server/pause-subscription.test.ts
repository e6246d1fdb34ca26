/**
 * subscriptions.pause and resume: status paused, no invoices.
 */
import { expect, test } from 'vitest';
import { asTable, tellStoryInNewShop } from './tell-story.ts';

test('credits unused time on the invoice that resumes it', async () => {
  const story = `
    date             | what            | status | balance | invoices
    2026-01-10 10:00 | subscribe month | active | 0.00    | paid 18.00/18.00
    2026-01-25 22:00 | pause           | paused | 0.00    | paid 18.00/18.00
    2026-02-10 12:00 |                 | paused | 0.00    | paid 18.00/18.00
    2026-04-25 10:00 | resume          | active | 0.00    | paid 18.00/18.00, paid 9.00/9.00
    2026-05-25 12:00 |                 | active | 0.00    | paid 18.00/18.00, paid 9.00/9.00, paid 18.00/18.00`;
  expect(await tellStoryInNewShop(story)).toBe(asTable(story));
});

test('resumes by its schedule', async () => {
  const story = `
    date             | what                         | status | balance | invoices
    2026-01-10 10:00 | subscribe month              | active | 0.00    | paid 18.00/18.00
    2026-01-25 22:00 | pause until 2026-04-25 10:00 | paused | 0.00    | paid 18.00/18.00
    2026-04-25 10:00 |                              | active | 0.00    | paid 18.00/18.00, paid 9.00/9.00`;
  expect(await tellStoryInNewShop(story)).toBe(asTable(story));
});

test('keeps the anchor: nothing is due inside a paid period, the rest of one otherwise', async () => {
  const story = `
    date             | what                 | status | balance | invoices
    2026-01-10 10:00 | subscribe month      | active | 0.00    | paid 18.00/18.00
    2026-01-15 10:00 | pause without credit | paused | 0.00    | paid 18.00/18.00
    2026-01-20 10:00 | resume unchanged     | active | 0.00    | paid 18.00/18.00
    2026-02-10 12:00 |                      | active | 0.00    | paid 18.00/18.00, paid 18.00/18.00
    2026-02-15 10:00 | pause without credit | paused | 0.00    | paid 18.00/18.00, paid 18.00/18.00
    2026-03-15 10:00 | resume unchanged     | active | 0.00    | paid 18.00/18.00, paid 18.00/18.00, paid 15.10/15.10
    2026-04-10 12:00 |                      | active | 0.00    | …, paid 18.00/18.00, paid 15.10/15.10, paid 18.00/18.00`;
  expect(await tellStoryInNewShop(story)).toBe(asTable(story));
});

test('waits for a payment attempt and gives up after 23 hours', async () => {
  const story = `
    date             | what                 | status | balance | invoices
    2026-01-10 10:00 | subscribe month      | active | 0.00    | paid 18.00/18.00
    2026-01-25 22:00 | pause without credit | paused | 0.00    | paid 18.00/18.00
    2026-02-25 22:00 | resume on attempt    | paused | 0.00    | paid 18.00/18.00, open 0.00/18.00
    2026-02-26 22:00 |                      | paused | 0.00    | paid 18.00/18.00, void 0.00/18.00`;
  expect(await tellStoryInNewShop(story)).toBe(asTable(story));
});

test('stays paused until the resumption invoice is paid', async () => {
  const story = `
    date             | what                 | status | balance | invoices
    2026-01-10 10:00 | subscribe month      | active | 0.00    | paid 18.00/18.00
    2026-01-25 22:00 | pause without credit | paused | 0.00    | paid 18.00/18.00
    2026-02-01 00:00 | card refuses times 1 | paused | 0.00    | paid 18.00/18.00
    2026-02-25 22:00 | resume               | paused | 0.00    | paid 18.00/18.00, open 0.00/18.00
    2026-02-28 22:00 |                      | active | 0.00    | paid 18.00/18.00, paid 18.00/18.00
    2026-03-28 23:00 |                      | active | 0.00    | paid 18.00/18.00, paid 18.00/18.00, paid 18.00/18.00`;
  expect(await tellStoryInNewShop(story)).toBe(asTable(story));
});
