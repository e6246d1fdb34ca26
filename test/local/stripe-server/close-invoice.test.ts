/**
 * Ways an invoice ends without its card.
 */
import { expect, test } from 'vitest';
import { asTable, tellStoryInNewShop } from './tell-story.ts';

test('voiding or giving up the latest invoice makes the subscription active again', async () => {
  const story = `
    date             | what            | status   | balance | invoices
    2026-01-10 10:00 | subscribe month | active   | 0.00    | paid 18.00/18.00
    2026-02-01 00:00 | card refuses    | active   | 0.00    | paid 18.00/18.00
    2026-02-10 11:00 |                 | past_due | 0.00    | paid 18.00/18.00, open 0.00/18.00
    2026-02-11 11:00 | void latest     | active   | 0.00    | paid 18.00/18.00, void 0.00/18.00
    2026-03-10 11:00 |                 | past_due | 0.00    | paid 18.00/18.00, void 0.00/18.00, open 0.00/18.00
    2026-03-11 11:00 | give up latest  | active   | 0.00    | paid 18.00/18.00, void 0.00/18.00, uncollectible 0.00/18.00`;
  expect(await tellStoryInNewShop(story)).toBe(asTable(story));
});

test('credit notes lower an open invoice until it is paid', async () => {
  const story = `
    date             | what            | status   | balance | invoices
    2026-01-10 10:00 | subscribe month | active   | 0.00    | paid 18.00/18.00
    2026-02-01 00:00 | card refuses    | active   | 0.00    | paid 18.00/18.00
    2026-02-10 11:00 |                 | past_due | 0.00    | paid 18.00/18.00, open 0.00/18.00
    2026-02-11 11:00 | credit 800      | past_due | 0.00    | paid 18.00/18.00, open 0.00/10.00
    2026-02-12 11:00 | credit 1000     | active   | 0.00    | paid 18.00/18.00, paid 0.00/0.00`;
  expect(await tellStoryInNewShop(story)).toBe(asTable(story));
});

test('payment outside Stripe ends the retries', async () => {
  const story = `
    date             | what                 | status   | balance | invoices
    2026-01-10 10:00 | subscribe month      | active   | 0.00    | paid 18.00/18.00
    2026-02-01 00:00 | card refuses         | active   | 0.00    | paid 18.00/18.00
    2026-02-10 11:00 |                      | past_due | 0.00    | paid 18.00/18.00, open 0.00/18.00
    2026-02-11 11:00 | pay elsewhere latest | active   | 0.00    | paid 18.00/18.00, paid 18.00/18.00
    2026-02-25 11:00 |                      | active   | 0.00    | paid 18.00/18.00, paid 18.00/18.00`;
  expect(await tellStoryInNewShop(story)).toBe(asTable(story));
});

test('a credit note that is voided makes its amount due again', async () => {
  const story = `
    date             | what            | status   | balance | invoices
    2026-01-10 10:00 | subscribe month | active   | 0.00    | paid 18.00/18.00
    2026-02-01 00:00 | card refuses    | active   | 0.00    | paid 18.00/18.00
    2026-02-10 11:00 |                 | past_due | 0.00    | paid 18.00/18.00, open 0.00/18.00
    2026-02-11 11:00 | credit 800      | past_due | 0.00    | paid 18.00/18.00, open 0.00/10.00
    2026-02-12 11:00 | void credit     | past_due | 0.00    | paid 18.00/18.00, open 0.00/18.00
    2026-02-12 12:00 | card ok         | past_due | 0.00    | paid 18.00/18.00, open 0.00/18.00
    2026-02-13 11:00 |                 | active   | 0.00    | paid 18.00/18.00, paid 18.00/18.00`;
  expect(await tellStoryInNewShop(story)).toBe(asTable(story));
});
