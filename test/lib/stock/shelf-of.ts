// Lots written as a text table, demands as short calls, and what an allocation says as sentences, for the tests of stock.
import type { Day } from '#lib/kernel/day.ts';
import type { AllocatableLot, AllocationResult, Demand } from '#lib/stock/allocate.ts';

export const TODAY: Day = '2026-11-22';

const COLUMNS: Readonly<Record<string, string>> = {
  lot: 'id',
  product: 'productId',
  hub: 'hubId',
  received: 'receivedOn',
  'best before': 'bestBeforeOn',
  'on hand': 'onHand',
  reserved: 'reserved',
  kind: 'dateKind',
  precision: 'datePrecision',
  status: 'status',
  cost: 'unitCostCents',
};

/** A table with a heading line; a dash is an empty cell; columns not named hold what is usual. */
export function shelf(table: string): AllocatableLot[] {
  const [heading = [], ...rows] = table
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => line.split('|').map((cell) => cell.trim()));
  return rows.map((cells) => {
    const lot: Record<string, string | number | null> = {
      productId: 'HONEY',
      hubId: 'HUB-1',
      bestBeforeOn: null,
      datePrecision: null,
      dateKind: 'ddm',
      reserved: 0,
      status: 'available',
      unitCostCents: 500,
    };
    cells.forEach((cell, index) => {
      const column = COLUMNS[heading[index] ?? ''];
      if (column === undefined) throw new Error(`no column ${heading[index]}`);
      lot[column] = cell === '-' ? null : /^-?\d+$/.test(cell) ? Number(cell) : cell;
    });
    return lot as unknown as AllocatableLot;
  });
}

export function wants(id: string, quantity: number, changes: Partial<Demand> = {}): Demand {
  return { id, orderId: id, productId: 'HONEY', hubIds: ['HUB-1'], quantity, deliverOn: TODAY, ...changes };
}

export function told({ allocations, skipped, shortfalls }: AllocationResult): string[] {
  return [
    ...allocations.map(({ demandId, lotId, quantity, isException, datedEarlierLotId }) => {
      const warned = datedEarlierLotId === null ? '' : ` (${datedEarlierLotId} is dated earlier)`;
      return `${demandId}: ${lotId}×${quantity}${isException ? ' by exception' : ''}${warned}`;
    }),
    ...skipped.map(({ demandId, lotId, quantity, reason }) => `${demandId} passes by ${lotId}×${quantity}: ${reason}`),
    ...shortfalls.map(({ demandId, quantity, lacking }) =>
      quantity === lacking
        ? `${demandId} is short of ${quantity}`
        : `${demandId} waits for ${quantity}, ${lacking} lacking`,
    ),
  ];
}
