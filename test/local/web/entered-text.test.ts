// A content of the page's Model as French keystrokes.
import { expect, it } from 'vitest';
import { enteredText } from '#local/web/sheet/entered-text.ts';

it.each([
  ['12.5', '12,5'],
  ['-3.25', '-3,25'],
  ['5.5%', '5,5%'],
  ['1234', '1234'],
  ['007', '007'],
  ['25/12/2026', '25/12/2026'],
  ['=SUM(A1,2.5)', '=SUM(A1,2.5)'],
  ["'12.5", "'12.5"],
  ['v1.2.3', 'v1.2.3'],
  ['', ''],
])('%s is typed as %s', (content, typed) => {
  expect(enteredText(content)).toBe(typed);
});
