/**
 * Changes of price: another interval bills at once and may leave credit, the same interval prorates.
 */
import { expect, test } from 'vitest';
import { asTable, tellStoryInNewShop } from './tell-story.ts';

test('monthly to yearly: a proration invoice now, the anchor moves', async () => {
  const story = `
    date             | what            | status | balance | invoices
    2026-01-10 10:00 | subscribe month | active | 0.00    | paid 18.00/18.00
    2026-01-25 10:00 | switch year     | active | 0.00    | paid 18.00/18.00, paid 170.71/170.71
    2026-02-10 12:00 |                 | active | 0.00    | paid 18.00/18.00, paid 170.71/170.71
    2027-01-25 12:00 |                 | active | 0.00    | paid 18.00/18.00, paid 170.71/170.71, paid 180.00/180.00`;
  expect(await tellStoryInNewShop(story)).toBe(asTable(story));
});

test('yearly to monthly: what is left over is credit, later invoices are paid with nothing paid', async () => {
  const story = `
    date             | what           | status | balance | invoices
    2026-01-10 10:00 | subscribe year | active | 0.00    | paid 180.00/180.00
    2026-03-10 10:00 | switch month   | active | -132.90 | paid 180.00/180.00, paid 0.00/0.00
    2026-04-10 12:00 |                | active | -114.90 | paid 180.00/180.00, paid 0.00/0.00, paid 0.00/0.00
    2026-10-10 12:00 |                | active | -6.90   | …, paid 0.00/0.00, paid 0.00/0.00, paid 0.00/0.00
    2027-01-10 12:00 |                | active | 0.00    | …, paid 11.10/11.10, paid 18.00/18.00, paid 18.00/18.00`;
  expect(await tellStoryInNewShop(story)).toBe(asTable(story));
});

test('the same interval: prorations wait for the next invoice unless it is asked for now', async () => {
  const story = `
    date             | what                     | status | balance | invoices
    2026-01-10 10:00 | subscribe month          | active | 0.00    | paid 18.00/18.00
    2026-01-25 22:00 | switch plus              | active | 0.00    | paid 18.00/18.00
    2026-02-10 12:00 |                          | active | 0.00    | paid 18.00/18.00, paid 36.00/36.00
    2026-02-20 00:00 | switch and invoice month | active | -7.89   | paid 18.00/18.00, paid 36.00/36.00, paid 0.00/0.00
    2026-03-10 12:00 |                          | active | 0.00    | …, paid 36.00/36.00, paid 0.00/0.00, paid 10.11/10.11`;
  expect(await tellStoryInNewShop(story)).toBe(asTable(story));
});

test('without proration nothing is credited, the new interval is still billed now', async () => {
  const story = `
    date             | what                          | status | balance | invoices
    2026-01-10 10:00 | subscribe month               | active | 0.00    | paid 18.00/18.00
    2026-01-25 10:00 | switch without proration year | active | 0.00    | paid 18.00/18.00, paid 180.00/180.00`;
  expect(await tellStoryInNewShop(story)).toBe(asTable(story));
});

test('a switch under a paused collection is not collected', async () => {
  const story = `
    date             | what                  | status        | balance | invoices
    2026-01-10 10:00 | subscribe month       | active        | 0.00    | paid 18.00/18.00
    2026-01-12 10:00 | pause collection void | active (void) | 0.00    | paid 18.00/18.00
    2026-01-25 10:00 | switch year           | active (void) | 0.00    | paid 18.00/18.00, void 0.00/170.71`;
  expect(await tellStoryInNewShop(story)).toBe(asTable(story));
});

test('a cancellation at period end moves with the new period', async () => {
  const story = `
    date             | what                 | status   | balance | invoices
    2026-01-10 10:00 | subscribe month      | active   | 0.00    | paid 18.00/18.00
    2026-01-12 10:00 | cancel at period end | active   | 0.00    | paid 18.00/18.00
    2026-01-25 10:00 | switch year          | active   | 0.00    | paid 18.00/18.00, paid 170.71/170.71
    2026-02-10 10:00 |                      | active   | 0.00    | paid 18.00/18.00, paid 170.71/170.71
    2027-01-25 10:00 |                      | canceled | 0.00    | paid 18.00/18.00, paid 170.71/170.71`;
  expect(await tellStoryInNewShop(story)).toBe(asTable(story));
});
