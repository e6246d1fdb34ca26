/**
 * A subscription from period to period: month ends, trials, sent invoices, the customer's balance.
 */
import { expect, test } from 'vitest';
import { asTable, tellStoryInNewShop } from './tell-story.ts';

test('renews on the last day of a shorter month and comes back to the 31st; the invoice waits an hour as a draft', async () => {
  const story = `
    date             | what            | status | balance | invoices
    2026-01-31 10:00 | subscribe month | active | 0.00    | paid 18.00/18.00
    2026-02-28 10:30 |                 | active | 0.00    | paid 18.00/18.00, draft 0.00/18.00
    2026-02-28 11:00 |                 | active | 0.00    | paid 18.00/18.00, paid 18.00/18.00
    2026-03-31 12:00 |                 | active | 0.00    | paid 18.00/18.00, paid 18.00/18.00, paid 18.00/18.00
    2026-04-30 12:00 |                 | active | 0.00    | …, paid 18.00/18.00, paid 18.00/18.00, paid 18.00/18.00`;
  expect(await tellStoryInNewShop(story)).toBe(asTable(story));
});

test('starts a trial with an invoice of zero and bills when it ends', async () => {
  const story = `
    date             | what                   | status   | balance | invoices
    2026-01-10 10:00 | trial 2026-01-24 10:00 | trialing | 0.00    | paid 0.00/0.00
    2026-01-24 10:00 |                        | active   | 0.00    | paid 0.00/0.00, draft 0.00/18.00
    2026-01-24 11:00 |                        | active   | 0.00    | paid 0.00/0.00, paid 18.00/18.00
    2026-02-24 12:00 |                        | active   | 0.00    | paid 0.00/0.00, paid 18.00/18.00, paid 18.00/18.00`;
  expect(await tellStoryInNewShop(story)).toBe(asTable(story));
});

test('pauses when a trial ends without a card and the trial says so', async () => {
  const story = `
    date             | what                                | status   | balance | invoices
    2026-01-10 10:00 | trial without card 2026-01-24 10:00 | trialing | 0.00    | paid 0.00/0.00
    2026-01-24 10:00 |                                     | paused   | 0.00    | paid 0.00/0.00
    2026-02-24 10:00 | card ok                             | paused   | 0.00    | paid 0.00/0.00
    2026-02-24 11:00 | resume                              | active   | 0.00    | paid 0.00/0.00, paid 18.00/18.00`;
  expect(await tellStoryInNewShop(story)).toBe(asTable(story));
});

test('an invoice that is sent makes the subscription past due when its date has passed', async () => {
  const story = `
    date             | what    | status   | balance | invoices
    2026-01-10 10:00 | send 14 | active   | 0.00    | open 0.00/18.00
    2026-01-24 10:00 |         | past_due | 0.00    | open 0.00/18.00
    2026-01-25 10:00 | pay 1   | active   | 0.00    | paid 18.00/18.00`;
  expect(await tellStoryInNewShop(story)).toBe(asTable(story));
});

test("pays from the customer's credit; a rest under the smallest charge becomes debt", async () => {
  const story = `
    date             | what            | status | balance | invoices
    2026-01-10 10:00 | subscribe month | active | 0.00    | paid 18.00/18.00
    2026-01-12 10:00 | balance -1000   | active | -10.00  | paid 18.00/18.00
    2026-02-10 12:00 |                 | active | 0.00    | paid 18.00/18.00, paid 8.00/8.00
    2026-02-12 10:00 | balance -1770   | active | -17.70  | paid 18.00/18.00, paid 8.00/8.00
    2026-03-10 12:00 |                 | active | 0.30    | paid 18.00/18.00, paid 8.00/8.00, paid 0.00/0.00
    2026-04-10 12:00 |                 | active | 0.00    | …, paid 8.00/8.00, paid 0.00/0.00, paid 18.30/18.30`;
  expect(await tellStoryInNewShop(story)).toBe(asTable(story));
});
