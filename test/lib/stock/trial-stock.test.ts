// Trying stock for one order after another gives what a fresh allocation over the lots, as they then are, would give.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type AllocatableLot, allocate, type Take } from '#lib/stock/allocate.ts';
import { createTrialStock } from '#lib/stock/trial-stock.ts';
import { invented, policyOf } from './invented-shelves.ts';
import { TODAY } from './shelf-of.ts';

const policy = policyOf('partial');
const isShortage = fc.constantFrom('partial' as const, 'whole-line' as const, 'whole-order' as const);

function reservedIn(lots: readonly AllocatableLot[], takes: readonly Take[]): readonly AllocatableLot[] {
  return takes.reduce<readonly AllocatableLot[]>(
    (all, { lotId, quantity }) =>
      all.map((lot) => (lot.id === lotId ? { ...lot, reserved: lot.reserved + quantity } : lot)),
    lots,
  );
}

test('law: a trial changes nothing, a reservation is seen by the next trial', () => {
  let given = 0;
  let reserved = 0;
  fc.assert(
    fc.property(
      invented({ allFit: false, withHolds: false, lots: 12, demands: 10 }),
      fc.array(fc.record({ shortage: isShortage, keeps: fc.boolean() }), { minLength: 10, maxLength: 10 }),
      ({ lots, demands }, choices) => {
        const trial = createTrialStock(lots, policy, TODAY);
        let standing = lots;
        let promised: readonly Take[] = [];
        demands.forEach((demand, index) => {
          const { shortage = 'partial', keeps = false } = choices[index] ?? {};
          const fresh = { lots: reservedIn(standing, promised), demands: [demand], today: TODAY };
          const { allocations } = allocate({ ...fresh, policy: { ...policy, shortage } });
          const expected = allocations.map(({ demandId, lotId, quantity }) => ({ demandId, lotId, quantity }));
          const tried = trial.tryFor([demand], shortage, promised);
          expect(tried).toEqual(expected);
          expect(trial.tryFor([demand], shortage, promised)).toEqual(expected);
          given += tried.length;
          promised = keeps ? [] : tried;
          if (!keeps) return;
          trial.reserve(tried);
          standing = reservedIn(standing, tried);
          reserved += tried.length;
        });
      },
    ),
    { numRuns: 1500 },
  );
  process.stdout.write(`takes tried: ${given}, reserved: ${reserved}\n`);
  expect(Math.min(given, reserved)).toBeGreaterThan(200);
});
