// Allocation at the size of the promise (10,000 open lines over 5,000 lots) and at ten times that: the best of some runs, and
// how the time grows. Lots have every trait that makes one be passed by; a third of the lines hold a reservation already.
import { addDays, type Day } from '#lib/kernel/day.ts';
import { type AllocatableLot, type AllocationPolicy, allocate, type Demand } from '#lib/stock/allocate.ts';

export interface AllocationBench {
  readonly lines: number;
  readonly lots: number;
  readonly products: number;
  readonly milliseconds: number;
  readonly allocated: number;
  readonly skipped: number;
  readonly short: number;
}

const TODAY: Day = '2026-11-22';
const RUNS = 7;

const policy: AllocationPolicy = {
  shortage: 'partial',
  pickingOf: (productId) => (productId.endsWith('7') ? 'fefo' : 'fifo'),
  minimumShelfLifeDaysOf: () => 14,
};

export function benchAllocation(lineCount: number, lotCount: number, productCount: number): AllocationBench {
  const lots = Array.from({ length: lotCount }, (_, index) => lotAt(index, productCount));
  const demands = demandsOver(lots, lineCount, productCount);
  let milliseconds = Number.POSITIVE_INFINITY;
  let result = allocate({ lots, demands, policy, today: TODAY });
  for (let run = 0; run < RUNS; run++) {
    const start = performance.now();
    result = allocate({ lots, demands, policy, today: TODAY });
    milliseconds = Math.min(milliseconds, performance.now() - start);
  }
  return {
    lines: lineCount,
    lots: lotCount,
    products: productCount,
    milliseconds,
    allocated: result.allocations.reduce((sum, { quantity }) => sum + quantity, 0),
    skipped: result.skipped.length,
    short: result.shortfalls.length,
  };
}

function lotAt(index: number, products: number): AllocatableLot {
  const chance = mixed(index);
  const isNear = chance % 20 === 1;
  return {
    id: `LOT-${String(index).padStart(6, '0')}`,
    productId: `SKU-${index % products}`,
    hubId: `HUB-${(chance >>> 8) % 2}`,
    receivedOn: addDays(TODAY, -(chance % 400)),
    bestBeforeOn: chance % 3 === 0 ? null : addDays(TODAY, isNear ? (chance % 30) - 15 : 60 + (chance % 500)),
    datePrecision: chance % 5 === 0 ? 'month_known' : 'day_known',
    dateKind: chance % 4 === 0 ? 'dlc' : 'ddm',
    onHand: 1 + (chance % 6),
    reserved: 0,
    status: chance % 40 === 0 ? 'quarantined' : 'available',
    unitCostCents: 100 + (chance % 900),
  };
}

/** Every third line holds a unit of a lot of its product, which is noted on the lot. */
function demandsOver(lots: AllocatableLot[], count: number, products: number): Demand[] {
  return Array.from({ length: count }, (_, index): Demand => {
    const chance = mixed(index + 7_919);
    const place = (chance % Math.floor(lots.length / products)) * products + (index % products);
    const lot = lots[place];
    const holds = index % 3 === 0 && lot !== undefined && lot.onHand > lot.reserved;
    if (holds) lots[place] = { ...lot, reserved: lot.reserved + 1 };
    return {
      id: `LIG-${index}`,
      orderId: `CMD-${Math.floor(index / 2)}`,
      productId: `SKU-${index % products}`,
      hubIds: index % 4 === 0 ? ['HUB-0', 'HUB-1'] : [`HUB-${index % 2}`],
      quantity: 1 + (chance % 3),
      deliverOn: addDays(TODAY, chance % 6),
      ...(holds ? { held: [{ lotId: lot.id, quantity: 1 }] } : {}),
    };
  });
}

/** A number that looks like chance, the same for the same index. */
function mixed(index: number): number {
  let state = Math.imul(index + 1, 2_654_435_761) >>> 0;
  state ^= state >>> 15;
  return Math.imul(state, 2_246_822_519) >>> 1;
}
