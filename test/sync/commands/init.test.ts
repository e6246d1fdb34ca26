// Batches of `ops init`: in order, nothing lost, small enough.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cutBatches } from '#sync/commands/init.ts';

const requests = fc.array(
  fc.string({ maxLength: 300 }).map((text) => ({ text })),
  { maxLength: 60 },
);

test('keeps the order, loses nothing, and passes the size only with a single request', () => {
  fc.assert(
    fc.property(requests, fc.integer({ min: 20, max: 2000 }), (all, bytes) => {
      const batches = cutBatches(all, bytes);
      expect(batches.flat()).toEqual(all);
      for (const batch of batches) {
        const size = batch.reduce((sum, request) => sum + Buffer.byteLength(JSON.stringify(request)), 0);
        if (batch.length > 1) expect(size).toBeLessThanOrEqual(bytes);
        expect(batch.length).toBeGreaterThan(0);
      }
    }),
  );
});
