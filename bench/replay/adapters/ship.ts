// Family "ship": units taken from lots that a person chose, then shipped.
import { z } from 'zod';
import { planGrantException } from '#lib/stock/plan-grant-exception.ts';
import { planPickOrders } from '#lib/stock/plan-pick-orders.ts';
import type { WorkedCase } from '../case.ts';
import { TODAY } from '../shelf-lot.ts';
import { HUB, openShop, PRODUCT, type Shop } from '../shop.ts';
import { judge, type Verdict } from '../verdict.ts';

const takes = z.array(z.object({ lot: z.string(), qty: z.number() }));
const schema = z.looseObject({
  lots: z.array(z.object({ id: z.string(), qty: z.number() })),
  need: z.number(),
  allocations: takes,
  expected: z.object({ fullyAllocated: z.boolean(), afterShip: z.record(z.string(), z.number()) }),
  partial: z.object({
    allocations: z.array(z.number()),
    allocated: z.number(),
    fullyAllocated: z.boolean(),
    fulfilled: z.number(),
  }),
});

export function replayShip(worked: WorkedCase): Verdict {
  const { lots, need, allocations, expected, partial } = schema.parse(worked);
  const whole = allocateByHand(lots, allocations);
  whole.shop.act(TODAY, (context, meta) => planPickOrders(context, { orders: [{ orderId: whole.orderId }] }, meta));
  const after = Object.fromEntries(lots.map(({ id }) => [id, whole.shop.workbook().lots.byId.get(id)?.onHand]));
  const lesser = allocations.map(({ lot }, index) => ({ lot, qty: partial.allocations[index] ?? 0 }));
  const part = allocateByHand(lots, lesser);
  return judge([
    { what: 'fully allocated', expected: expected.fullyAllocated, actual: whole.allocated === need },
    { what: 'after shipping', expected: expected.afterShip, actual: after },
    { what: 'partly allocated', expected: partial.allocated, actual: part.allocated },
    { what: 'partly is not fully', expected: partial.fullyAllocated, actual: part.allocated === need },
    { what: 'moved before shipping', expected: partial.fulfilled, actual: part.shop.workbook().movements.rows.length },
  ]);
}

interface ByHand {
  readonly shop: Shop;
  readonly orderId: string;
  readonly allocated: number;
}

/** One line a lot, each given its lot by an exception, since the second is out of turn. */
function allocateByHand(lots: readonly { id: string; qty: number }[], wanted: z.infer<typeof takes>): ByHand {
  const shop = openShop();
  const orderId = 'CMD-000001';
  shop.type((draft, workbook) => {
    for (const { id, qty } of lots) {
      const about = {
        productId: PRODUCT,
        hubId: HUB,
        receivedOn: '2026-01-01',
        dateKind: 'no_date',
        unitCostCents: 0,
      } as const;
      const held = { initialQuantity: qty, onHand: qty, reserved: 0, status: 'available' } as const;
      draft.append(workbook.lots, { id, ...about, ...held });
    }
    const order = { orderedAt: `${TODAY}T09:00:00`, customerId: 'CLI-000001', status: 'confirmed' } as const;
    draft.append(workbook.orders, { id: orderId, ...order });
    wanted.forEach(({ qty }, index) => {
      const about = { orderId, productId: PRODUCT, quantity: qty, hubId: HUB, promisedOn: TODAY } as const;
      draft.append(workbook.lines, { id: `LIG-${index}`, ...about, status: 'to_route', route: 'hub' });
    });
  });
  wanted.forEach(({ lot }, index) => {
    const input = { lineId: `LIG-${index}`, lotId: lot, reason: 'chosen by hand' };
    shop.act(TODAY, (context, meta) => planGrantException(context, input, meta));
  });
  const allocated = shop.workbook().lines.rows.reduce((sum, { reservedQuantity }) => sum + (reservedQuantity ?? 0), 0);
  // The lots were typed without movements; only what the pick moves is counted.
  return { shop, orderId, allocated };
}
