// Pauses out of marks: each scenario is a line of days, the spans they make below.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { pauseSpans } from '#lib/billing/pause-timeline.ts';
import { addDays, type Day } from '#lib/kernel/day.ts';

const day = (number: number): Day => addDays('2026-11-01', number - 1);
const spansOf = (starts: readonly number[], ends: readonly number[]) =>
  pauseSpans({ starts: new Set(starts.map(day)), ends: new Set(ends.map(day)) }).map(
    ({ on, until }) => `${Number(on.slice(-2))}–${until === null ? '' : Number(until.slice(-2))}`,
  );

test.each<[string, number[], number[], string[]]>([
  ['no mark', [], [], []],
  ['a pause that lasts', [5], [], ['5–']],
  ['a pause that ended', [5], [9], ['5–9']],
  ['two pauses', [5, 12], [9, 20], ['5–9', '12–20']],
  ['a start within a pause means nothing', [5, 7], [9], ['5–9']],
  ['an end outside one means nothing', [5], [3, 9, 15], ['5–9']],
  ['paused and resumed on one day', [5], [5], ['5–5']],
  ['resumed and paused again on one day', [5, 9], [9], ['5–9', '9–']],
])('%s', (_, starts, ends, spans) => {
  expect(spansOf(starts, ends)).toEqual(spans);
});

test('law: spans do not overlap, only the last one may last, and each begins and ends on a mark', () => {
  const days = fc.uniqueArray(fc.integer({ min: 1, max: 28 }), { maxLength: 10 });
  fc.assert(
    fc.property(days, days, (starts, ends) => {
      const marks = { starts: new Set(starts.map(day)), ends: new Set(ends.map(day)) };
      const spans = pauseSpans(marks);
      spans.forEach((span, index) => {
        const next = spans[index + 1];
        expect(marks.starts.has(span.on)).toBe(true);
        expect(span.until === null ? next === undefined : marks.ends.has(span.until) && span.until >= span.on).toBe(
          true,
        );
        if (next !== undefined) expect(next.on >= (span.until ?? '')).toBe(true);
      });
      const kept = {
        starts: new Set(spans.map(({ on }) => on)),
        ends: new Set(spans.flatMap(({ until }) => until ?? [])),
      };
      expect(pauseSpans(kept)).toEqual(spans);
    }),
  );
});
