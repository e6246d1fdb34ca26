/**
 * Dunning: retries after 3, 5 and 7 days, recovery, and what the account does after the last one.
 */
import { expect, test } from 'vitest';
import { asTable, tellStoryInNewShop } from './tell-story.ts';

test('cancels after the last retry and leaves the invoice open', async () => {
  const story = `
    date             | what            | status   | balance | invoices
    2026-01-10 10:00 | subscribe month | active   | 0.00    | paid 18.00/18.00
    2026-02-01 00:00 | card refuses    | active   | 0.00    | paid 18.00/18.00
    2026-02-10 11:00 |                 | past_due | 0.00    | paid 18.00/18.00, open 0.00/18.00
    2026-02-13 11:00 |                 | past_due | 0.00    | paid 18.00/18.00, open 0.00/18.00
    2026-02-18 11:00 |                 | past_due | 0.00    | paid 18.00/18.00, open 0.00/18.00
    2026-02-25 10:59 |                 | past_due | 0.00    | paid 18.00/18.00, open 0.00/18.00
    2026-02-25 11:00 |                 | canceled | 0.00    | paid 18.00/18.00, open 0.00/18.00
    2026-03-10 12:00 |                 | canceled | 0.00    | paid 18.00/18.00, open 0.00/18.00`;
  expect(await tellStoryInNewShop(story)).toBe(asTable(story));
});

test('recovers on a retry', async () => {
  const story = `
    date             | what                 | status   | balance | invoices
    2026-01-10 10:00 | subscribe month      | active   | 0.00    | paid 18.00/18.00
    2026-02-01 00:00 | card refuses times 2 | active   | 0.00    | paid 18.00/18.00
    2026-02-10 11:00 |                      | past_due | 0.00    | paid 18.00/18.00, open 0.00/18.00
    2026-02-13 11:00 |                      | past_due | 0.00    | paid 18.00/18.00, open 0.00/18.00
    2026-02-18 11:00 |                      | active   | 0.00    | paid 18.00/18.00, paid 18.00/18.00`;
  expect(await tellStoryInNewShop(story)).toBe(asTable(story));
});

test("an unpaid subscription keeps its invoices as drafts; only the latest one's payment makes it active", async () => {
  const story = `
    date             | what            | status | balance | invoices
    2026-01-10 10:00 | subscribe month | active | 0.00    | paid 18.00/18.00
    2026-02-01 00:00 | card refuses    | active | 0.00    | paid 18.00/18.00
    2026-02-25 11:00 |                 | unpaid | 0.00    | paid 18.00/18.00, open 0.00/18.00
    2026-03-10 12:00 |                 | unpaid | 0.00    | paid 18.00/18.00, open 0.00/18.00, draft 0.00/18.00
    2026-03-11 00:00 | card ok         | unpaid | 0.00    | paid 18.00/18.00, open 0.00/18.00, draft 0.00/18.00
    2026-03-11 01:00 | pay 2           | unpaid | 0.00    | paid 18.00/18.00, paid 18.00/18.00, draft 0.00/18.00
    2026-03-11 02:00 | pay latest      | active | 0.00    | paid 18.00/18.00, paid 18.00/18.00, paid 18.00/18.00`;
  expect(await tellStoryInNewShop(story, { afterLastRetry: 'unpaid' })).toBe(asTable(story));
});

test('may stay past due after the last retry', async () => {
  const story = `
    date             | what            | status   | balance | invoices
    2026-01-10 10:00 | subscribe month | active   | 0.00    | paid 18.00/18.00
    2026-02-01 00:00 | card refuses    | active   | 0.00    | paid 18.00/18.00
    2026-02-25 11:00 |                 | past_due | 0.00    | paid 18.00/18.00, open 0.00/18.00
    2026-03-01 00:00 | card ok         | past_due | 0.00    | paid 18.00/18.00, open 0.00/18.00
    2026-03-10 11:00 |                 | active   | 0.00    | paid 18.00/18.00, open 0.00/18.00, paid 18.00/18.00`;
  expect(await tellStoryInNewShop(story, { afterLastRetry: 'past_due' })).toBe(asTable(story));
});

test('a first payment that fails expires after 23 hours', async () => {
  const story = `
    date             | what              | status             | balance | invoices
    2026-01-10 10:00 | subscribe refused | incomplete         | 0.00    | open 0.00/18.00
    2026-01-11 08:59 |                   | incomplete         | 0.00    | open 0.00/18.00
    2026-01-11 09:00 |                   | incomplete_expired | 0.00    | void 0.00/18.00
    2026-02-10 12:00 |                   | incomplete_expired | 0.00    | void 0.00/18.00`;
  expect(await tellStoryInNewShop(story)).toBe(asTable(story));
});

test('without a card nothing is charged, but the attempt counts', async () => {
  const story = `
    date             | what            | status   | balance | invoices
    2026-01-10 10:00 | subscribe month | active   | 0.00    | paid 18.00/18.00
    2026-02-01 00:00 | card none       | active   | 0.00    | paid 18.00/18.00
    2026-02-10 11:00 |                 | past_due | 0.00    | paid 18.00/18.00, open 0.00/18.00
    2026-02-12 11:00 | card ok         | past_due | 0.00    | paid 18.00/18.00, open 0.00/18.00
    2026-02-13 11:00 |                 | active   | 0.00    | paid 18.00/18.00, paid 18.00/18.00`;
  expect(await tellStoryInNewShop(story)).toBe(asTable(story));
});

test('a lost card is not charged again until it is replaced', async () => {
  const story = `
    date             | what            | status   | balance | invoices
    2026-01-10 10:00 | subscribe month | active   | 0.00    | paid 18.00/18.00
    2026-02-01 00:00 | card lost       | active   | 0.00    | paid 18.00/18.00
    2026-02-10 11:00 |                 | past_due | 0.00    | paid 18.00/18.00, open 0.00/18.00
    2026-02-13 11:00 |                 | past_due | 0.00    | paid 18.00/18.00, open 0.00/18.00
    2026-02-14 11:00 | card ok         | past_due | 0.00    | paid 18.00/18.00, open 0.00/18.00
    2026-02-18 11:00 |                 | active   | 0.00    | paid 18.00/18.00, paid 18.00/18.00`;
  expect(await tellStoryInNewShop(story)).toBe(asTable(story));
});
