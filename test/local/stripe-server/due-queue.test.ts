/**
 * The queue gives everything back by time, then by order of entry, also after it was saved.
 */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createDueQueue, type DueQueue } from '#local/stripe-server/due-queue.ts';

function drain(queue: DueQueue): string[] {
  const ids: string[] = [];
  for (let entry = queue.popUntil(Number.POSITIVE_INFINITY); entry; entry = queue.popUntil(Number.POSITIVE_INFINITY)) {
    if (entry.due.kind === 'finalize') ids.push(entry.due.id);
  }
  return ids;
}

test('by time, ties by order of entry, whether saved in between or not', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 8 }), { maxLength: 60 }), fc.nat(), (times, cut) => {
      const queue = createDueQueue();
      for (const [index, at] of times.entries()) queue.push(at, { kind: 'finalize', id: `in_${index}` });
      const saved = createDueQueue(queue.entries());
      saved.push(4, { kind: 'finalize', id: 'in_late' });
      queue.push(4, { kind: 'finalize', id: 'in_late' });
      const expected = [...times.map((at, index) => ({ at, id: `in_${index}` })), { at: 4, id: 'in_late' }]
        .sort((left, right) => left.at - right.at)
        .map((entry) => entry.id);
      expect(drain(saved)).toEqual(expected);
      const early = queue.popUntil(cut % 9);
      expect(early === undefined ? 0 : early.at).toBeLessThanOrEqual(cut % 9);
    }),
  );
});
