// Looking along a row of places finds what looking at each of them would, whatever was set before.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createDatedPlaces } from '#lib/stock/dated-places.ts';

const value = fc.integer({ min: 0, max: 9 });

test('law: the first place from one on with a number that is large enough, after any changes', () => {
  let found = 0;
  let nothing = 0;
  fc.assert(
    fc.property(
      fc.array(value, { maxLength: 40 }),
      fc.array(fc.record({ place: fc.nat({ max: 39 }), value }), { maxLength: 30 }),
      fc.integer({ min: 1, max: 10 }),
      (values, changes, least) => {
        const places = createDatedPlaces(values);
        const plain = [...values];
        for (const change of changes.filter(({ place }) => place < values.length)) {
          places.set(change.place, change.value);
          plain[change.place] = change.value;
        }
        for (let from = 0; from <= values.length; from++) {
          const expected = plain.findIndex((number, place) => place >= from && number >= least);
          expect(places.firstFrom(from, least)).toBe(expected);
          if (expected === -1) nothing++;
          else found++;
        }
      },
    ),
  );
  process.stdout.write(`places looked for: ${found} found, ${nothing} not there\n`);
  expect(Math.min(found, nothing)).toBeGreaterThan(100);
});
