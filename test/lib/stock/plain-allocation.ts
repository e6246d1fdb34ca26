// Allocation as one would do it by hand: every lot of the shelf is looked at for every demand, in picking order. The oracle of
// lib's, which looks at few. It knows no shortage but `partial`, and names no lot dated earlier.
import type { AllocatableLot, AllocationInput, Demand, SkippedLot } from '#lib/stock/allocate.ts';
import { isOnSale } from '#lib/stock/available.ts';
import { lastGoodDay } from '#lib/stock/lot-dates.ts';
import { lotOrder } from '#lib/stock/lot-order.ts';
import { deliveryDays, skipReason } from '#lib/stock/skip-reason.ts';

interface PlainLot {
  readonly row: AllocatableLot;
  readonly lastGoodOn: ReturnType<typeof lastGoodDay>;
  left: number;
  free: number;
  readonly heldBy: Map<string, number>;
}

export function allocatePlainly({ lots, demands, policy, today }: AllocationInput): readonly string[] {
  const all = lots.map((row): PlainLot => {
    return { row, lastGoodOn: lastGoodDay(row), left: row.onHand, free: row.onHand - row.reserved, heldBy: new Map() };
  });
  const isSound = ({ row, lastGoodOn }: PlainLot) =>
    isOnSale(row) && row.receivedOn <= today && (lastGoodOn === null || lastGoodOn >= today);
  const inOrder = (productId: string, hubId: string) =>
    all
      .filter(({ row }) => row.productId === productId && row.hubId === hubId)
      .sort(lotOrder(policy.pickingOf(productId)));
  const freeUp = (lot: PlainLot, orderId: string, quantity: number) => {
    lot.heldBy.set(orderId, (lot.heldBy.get(orderId) ?? 0) - quantity);
    lot.free += quantity;
  };
  noteHolds(demands, all);
  for (const [orderId, productId] of ordersAndProducts(demands)) {
    const own = demands.filter((demand) => demand.orderId === orderId && demand.productId === productId);
    const held = all.filter((lot) => lot.row.productId === productId && isSound(lot) && lot.heldBy.has(orderId));
    let surplus = sum(held.map((lot) => lot.heldBy.get(orderId) ?? 0)) - sum(own.map(({ quantity }) => quantity));
    const hubIds = own.find(({ held: holds = [] }) => holds.length > 0)?.hubIds ?? [];
    const rank = ({ row }: PlainLot) => (hubIds.includes(row.hubId) ? hubIds.indexOf(row.hubId) : hubIds.length);
    const inTurn = lotOrder(policy.pickingOf(productId));
    const lastFirst = [...held].sort((a, b) => rank(b) - rank(a) || inTurn(b, a));
    for (const lot of lastFirst) {
      const freed = Math.max(0, Math.min(surplus, lot.heldBy.get(orderId) ?? 0));
      freeUp(lot, orderId, freed);
      surplus -= freed;
    }
  }
  const said: string[] = [];
  const skipped: SkippedLot[] = [];
  for (const orderId of new Set(demands.map((demand) => demand.orderId))) {
    const order = demands.filter((demand) => demand.orderId === orderId);
    for (const { id, productId, hubIds, deliverOn, exception, quantity: wanted } of order) {
      let missing = wanted;
      const days = deliveryDays(today, deliverOn, policy.minimumShelfLifeDaysOf(productId));
      for (const hubId of hubIds) {
        const shelf = inOrder(productId, hubId);
        for (const lot of shelf) {
          if (missing === 0) break;
          const own = Math.min(lot.heldBy.get(orderId) ?? 0, lot.left);
          const shelfFree = sum(shelf.filter(isSound).map(({ free }) => free));
          const free = Math.max(0, Math.min(lot.free, isSound(lot) ? shelfFree : lot.free, lot.left - own));
          const skip = skipReason(lot, days);
          if (own + free === 0) continue;
          if (skip !== null && !(exception !== undefined && skip.canBeExcepted)) {
            const isNew = skipped.every(({ lotId }) => lotId !== lot.row.id);
            if (isNew) skipped.push({ demandId: id, lotId: lot.row.id, quantity: own + free, reason: skip.code });
            continue;
          }
          const quantity = Math.min(missing, own + free);
          lot.heldBy.set(orderId, (lot.heldBy.get(orderId) ?? 0) - Math.min(own, quantity));
          lot.free -= quantity - Math.min(own, quantity);
          lot.left -= quantity;
          missing -= quantity;
          said.push(`${id}: ${lot.row.id}×${quantity}`);
        }
      }
    }
    for (const lot of all) freeUp(lot, orderId, lot.heldBy.get(orderId) ?? 0);
  }
  return [...said, ...skipped.map((one) => `${one.demandId} passes by ${one.lotId}×${one.quantity}: ${one.reason}`)];
}

function noteHolds(demands: readonly Demand[], lots: readonly PlainLot[]): void {
  for (const { orderId, held = [] } of demands) {
    for (const { lotId, quantity } of held) {
      const lot = lots.find(({ row }) => row.id === lotId);
      lot?.heldBy.set(orderId, (lot.heldBy.get(orderId) ?? 0) + quantity);
    }
  }
}

function ordersAndProducts(demands: readonly Demand[]): readonly (readonly [string, string])[] {
  const pairs = new Map(demands.map(({ orderId, productId }) => [`${orderId}/${productId}`, [orderId, productId]]));
  return [...pairs.values()] as unknown as readonly (readonly [string, string])[];
}

const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0);
