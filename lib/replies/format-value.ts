// A value as a letter says it: 18 € rather than 18,00 €, 17 % rather than 16,7 %. Every text is one line, so that a cell with
// a line end in it cannot break a subject.
import type { Day } from '#lib/kernel/day.ts';
import type { Words } from '#lib/text/words.ts';
import type { Scalar, ScalarVariable } from './reply-variable.ts';

/** A flag stays what it is: it is only asked about. */
export function formatValue(type: ScalarVariable['type'], value: Scalar, words: Words): string | boolean {
  switch (type) {
    case 'flag':
      return value === true;
    case 'money':
      return words.replies.money(Number(value));
    case 'day':
      return words.formatDay(value as Day);
    case 'integer':
      return words.formatNumber(Number(value));
    case 'percent':
      return words.formatPercent(Number(value), 0);
    case 'text':
    case 'link':
      return String(value).replace(/\s+/g, ' ').trim();
  }
}
