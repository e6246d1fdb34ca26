// Reading a list to its end: every object once, in both directions, and a list without end refused.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Failure } from '#sync/failure.ts';
import { type Cursor, listPages } from '#sync/stripe/list-pages.ts';

/** Stripe's lists: newest first; `size` objects, ids from o1 (the oldest). */
function listOf(size: number, limit: number) {
  const all = Array.from({ length: size }, (_, index) => ({ id: `o${size - index}` }));
  return async ({ starting_after, ending_before }: Cursor) => {
    if (ending_before !== undefined) {
      const before = all.findIndex(({ id }) => id === ending_before);
      const from = Math.max(0, before - limit);
      return { data: all.slice(from, before), has_more: from > 0 };
    }
    const from = starting_after === undefined ? 0 : all.findIndex(({ id }) => id === starting_after) + 1;
    return { data: all.slice(from, from + limit), has_more: from + limit < size };
  };
}

const sizes = fc.tuple(fc.integer({ min: 0, max: 60 }), fc.integer({ min: 1, max: 25 }));

test('gives every object once, newest first', async () => {
  await fc.assert(
    fc.asyncProperty(sizes, async ([size, limit]) => {
      const seen: string[] = [];
      const visit = (objects: readonly { readonly id?: string }[]) => seen.push(...objects.map(({ id }) => id ?? '?'));
      await listPages(listOf(size, limit), (objects) => void visit(objects), { what: 'test', maxPages: 100 });
      expect(seen).toEqual(Array.from({ length: size }, (_, index) => `o${size - index}`));
    }),
  );
});

test('gives every object newer than a cursor once', async () => {
  await fc.assert(
    fc.asyncProperty(sizes, fc.integer({ min: 1, max: 60 }), async ([size, limit], from) => {
      fc.pre(from <= size);
      const seen = new Set<string>();
      let count = 0;
      await listPages(
        listOf(size, limit),
        (objects) => {
          for (const { id } of objects) seen.add(id ?? '?');
          count += objects.length;
        },
        { what: 'test', maxPages: 100, newerThan: `o${from}` },
      );
      expect(count).toBe(size - from);
      expect([...seen].sort()).toEqual(
        Array.from({ length: size - from }, (_, index) => `o${from + index + 1}`).sort(),
      );
    }),
  );
});

test('a list that does not end is a failure of the outside world', async () => {
  const endless = async () => ({ data: [{ id: 'again' }], has_more: true });
  const reading = listPages(endless, () => {}, { what: 'invoices', maxPages: 3 });
  await expect(reading).rejects.toThrow(/invoices.*3 pages/);
  await expect(reading).rejects.toBeInstanceOf(Failure);
});
