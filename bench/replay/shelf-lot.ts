// Lots for the families that test one function and need no workbook: whatever a case does not say is what is usual.
import type { AllocatableLot, AllocationPolicy, Demand } from '#lib/stock/allocate.ts';
import { HUB, PRODUCT } from './shop.ts';

export const TODAY = '2026-01-02';

export function shelfLot(id: string, onHand: number, changes: Partial<AllocatableLot> = {}): AllocatableLot {
  return {
    id,
    productId: PRODUCT,
    hubId: HUB,
    receivedOn: '2026-01-01',
    bestBeforeOn: null,
    datePrecision: null,
    dateKind: 'no_date',
    onHand,
    reserved: 0,
    status: 'available',
    unitCostCents: 0,
    ...changes,
  };
}

export function demandFor(id: string, quantity: number, changes: Partial<Demand> = {}): Demand {
  return { id, orderId: id, productId: PRODUCT, hubIds: [HUB], quantity, deliverOn: TODAY, ...changes };
}

export function policyWith(shortage: AllocationPolicy['shortage']): AllocationPolicy {
  return { shortage, pickingOf: () => 'fifo', minimumShelfLifeDaysOf: () => 0 };
}
