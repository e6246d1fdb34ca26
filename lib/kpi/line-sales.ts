// What the lines of the orders brought in, before tax and in euros only, net of what came back. The rule of every figure that
// speaks of revenue stands here, once.
import type { LinesRow } from '#lib/tables/lines.ts';
import type { OrdersRow } from '#lib/tables/orders.ts';
import type { WorkbookState } from '#lib/tables/tables.ts';

export interface LineSale {
  /** Units the customer has kept. */
  readonly keptUnits: number;
  readonly shippedUnits: number;
  /** Paid in euros, before tax. */
  readonly revenueCents: number;
  /** Paid in points, before tax: no revenue, since the euros behind the points were counted when the subscription was paid. */
  readonly pointsCents: number;
  /** Part of the order that was paid in euros, 0 to 1. */
  readonly euroShare: number;
}

type Sources = Pick<WorkbookState, 'orders' | 'lines' | 'products'>;

/**
 * Line id → its sale, for the lines that have left. Revenue of a line = kept units × price − their share of the line's
 * discount, − its share of the order's discount, − the share of the order paid in points, − its share of what was paid back
 * beyond the returned units (a gesture); then ÷ (1 + VAT rate), to the cent. Shares are by value. Shipping paid by the
 * customer is no product's revenue. Lines of drafts, of voided orders, without an order or without a price are left out.
 */
export function lineSales({ orders, lines, products }: Sources): ReadonlyMap<string, LineSale> {
  const byOrder = new Map<string, LinesRow[]>();
  for (const line of lines.rows) {
    if (line.status === 'voided' || line.unitPriceCents === null) continue;
    const own = byOrder.get(line.orderId);
    if (own === undefined) byOrder.set(line.orderId, [line]);
    else own.push(line);
  }
  const sales = new Map<string, LineSale>();
  for (const [orderId, own] of byOrder) {
    const order = orders.byId.get(orderId);
    if (order === undefined || order.status === 'draft' || order.status === 'voided') continue;
    const euros = eurosOf(order, own);
    for (const line of own) {
      const shippedUnits = shippedUnitsOf(line);
      if (shippedUnits === 0) continue;
      const keptUnits = Math.max(0, shippedUnits - (line.returnedQuantity ?? 0));
      const soldCents = lineValueCents(line, keptUnits) * euros.afterDiscount;
      const taxFactor = 1 + (line.vatRate ?? products.byId.get(line.productId)?.vatRate ?? 0);
      sales.set(line.id, {
        keptUnits,
        shippedUnits,
        revenueCents: Math.round((soldCents * euros.share * euros.afterGesture) / taxFactor),
        pointsCents: Math.round((soldCents * (1 - euros.share)) / taxFactor),
        euroShare: euros.share,
      });
    }
  }
  return sales;
}

/** A line that waits has not left; one shipped before quantities were noted left whole. */
function shippedUnitsOf({ status, quantity, shippedQuantity }: LinesRow): number {
  const hasLeft = status === 'shipped' || status === 'delivered' || status === 'returned';
  return hasLeft ? (shippedQuantity ?? quantity) : 0;
}

/** Units at their price, less their share of the line's discount, tax included. */
function lineValueCents({ unitPriceCents, discountCents, quantity }: LinesRow, units: number): number {
  return units * ((unitPriceCents ?? 0) - (discountCents ?? 0) / quantity);
}

/** Three factors from 0 to 1, the same for every line of the order. */
function eurosOf(order: OrdersRow, lines: readonly LinesRow[]) {
  const goodsCents = lines.reduce((sum, line) => sum + lineValueCents(line, line.quantity), 0);
  const shippingCents = order.shippingPaidCents ?? 0;
  const discountCents = order.discountCents ?? 0;
  const afterDiscount = share(goodsCents - discountCents, goodsCents);
  const totalCents = goodsCents - discountCents + shippingCents;
  const inEuros = share(totalCents - (order.pointsValueCents ?? 0), totalCents);
  const returnedCents = lines.reduce((sum, line) => sum + lineValueCents(line, returnedUnitsOf(line)), 0);
  const isWhole = returnedCents >= goodsCents;
  const owedCents = (returnedCents * afterDiscount + (isWhole ? shippingCents : 0)) * inEuros;
  const keptCents = (goodsCents - returnedCents) * afterDiscount * inEuros;
  const gestureCents = Math.max(0, (order.paidBackCents ?? 0) - owedCents);
  return { afterDiscount, share: inEuros, afterGesture: share(keptCents - gestureCents, keptCents) };
}

function returnedUnitsOf({ returnedQuantity, quantity }: LinesRow): number {
  return Math.min(quantity, returnedQuantity ?? 0);
}

/** Of nothing, everything: an order worth nothing loses nothing. */
function share(part: number, whole: number): number {
  return whole <= 0 ? 1 : Math.min(1, Math.max(0, part / whole));
}
