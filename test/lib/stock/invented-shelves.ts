// Invented shelves and batches of demands, with reservations that fit the lots, for the laws of allocation.
import fc from 'fast-check';
import { addDays } from '#lib/kernel/day.ts';
import type { AllocatableLot, AllocationPolicy, Demand } from '#lib/stock/allocate.ts';
import { TODAY } from './shelf-of.ts';

export interface InventedBatch {
  readonly lots: readonly AllocatableLot[];
  readonly demands: readonly Demand[];
  /** By lot: units reserved by orders that are not in the batch. */
  readonly promised: ReadonlyMap<string, number>;
}

interface Traits {
  /** Every lot fits everybody: the shelf is one heap. */
  readonly allFit: boolean;
  readonly withHolds: boolean;
  /** At most; 8 and 6 unless told. */
  readonly lots?: number;
  readonly demands?: number;
}

const HUBS = ['HUB-1', 'HUB-2'];

const lotSeed = fc.record({
  product: fc.constantFrom('HONEY', 'SOAP'),
  hub: fc.integer({ min: 0, max: 1 }),
  received: fc.integer({ min: -1, max: 4 }),
  date: fc.option(fc.constantFrom(-5, 0, 3, 14, 20, 60, 400)),
  kind: fc.constantFrom('ddm' as const, 'dlc' as const),
  precision: fc.constantFrom('day_known' as const, 'month_known' as const),
  onHand: fc.integer({ min: 0, max: 7 }),
  promised: fc.integer({ min: 0, max: 3 }),
  status: fc.constantFrom('available', 'available', 'available', 'quarantined', 'expected'),
});

const demandSeed = fc.record({
  order: fc.constantFrom('A', 'B', 'C', 'D'),
  product: fc.constantFrom('HONEY', 'SOAP'),
  hubs: fc.constantFrom([0], [1], [0, 1], [1, 0]),
  quantity: fc.integer({ min: 0, max: 9 }),
  days: fc.integer({ min: 0, max: 5 }),
  excepted: fc.integer({ min: 0, max: 5 }).map((chance) => chance === 0),
  holds: fc.array(fc.record({ lot: fc.nat({ max: 7 }), quantity: fc.integer({ min: 1, max: 4 }) }), { maxLength: 2 }),
});

export const invented = ({ allFit, withHolds, lots: lotCount = 8, demands: demandCount = 6 }: Traits) =>
  fc
    .record({
      lots: fc.array(lotSeed, { maxLength: lotCount }),
      demands: fc.array(demandSeed, { minLength: 1, maxLength: demandCount }),
    })
    .map(({ lots: lotSeeds, demands: demandSeeds }): InventedBatch => {
      const promised = new Map<string, number>();
      const lots = lotSeeds.map((seed, index): AllocatableLot => {
        const id = `L${index}`;
        const reserved = Math.min(seed.promised, seed.onHand);
        promised.set(id, reserved);
        return {
          id,
          productId: seed.product,
          hubId: allFit ? 'HUB-1' : (HUBS[seed.hub] ?? ''),
          receivedOn: addDays(TODAY, -Math.max(seed.received, allFit ? 0 : -1)),
          bestBeforeOn: allFit || seed.date === null ? null : addDays(TODAY, seed.date),
          datePrecision: seed.precision,
          dateKind: seed.kind,
          onHand: seed.onHand,
          reserved,
          status: allFit ? 'available' : (seed.status as AllocatableLot['status']),
          unitCostCents: 100 + index,
        };
      });
      const demands = demandSeeds.map((seed, index): Demand => {
        const demand = {
          id: `D${index}`,
          orderId: seed.order,
          productId: seed.product,
          hubIds: allFit ? ['HUB-1'] : seed.hubs.map((hub) => HUBS[hub] ?? ''),
          quantity: seed.quantity,
          deliverOn: addDays(TODAY, seed.days),
        };
        const held = withHolds ? holdWhatFits(lots, demand, seed.holds) : [];
        return { ...demand, held, ...(seed.excepted && !allFit ? { exception: { lotId: null } } : {}) };
      });
      return { lots, demands, promised };
    });

/** Notes the reservation on the lot, as far as units are free. */
function holdWhatFits(
  lots: AllocatableLot[],
  demand: Pick<Demand, 'productId' | 'hubIds'>,
  holds: readonly { readonly lot: number; readonly quantity: number }[],
) {
  return holds.flatMap((hold) => {
    const lot = lots[hold.lot];
    if (lot?.productId !== demand.productId || !demand.hubIds.includes(lot.hubId)) return [];
    const quantity = Math.min(hold.quantity, lot.onHand - lot.reserved);
    if (quantity <= 0) return [];
    lots[hold.lot] = { ...lot, reserved: lot.reserved + quantity };
    return [{ lotId: lot.id, quantity }];
  });
}

export function policyOf(shortage: AllocationPolicy['shortage'], picking: 'fifo' | 'fefo' = 'fifo'): AllocationPolicy {
  return { shortage, pickingOf: () => picking, minimumShelfLifeDaysOf: () => 14 };
}
