// Orders that come from outside the tab (form, paste, Checkout) → rows of Commandes and Lignes, not routed yet. Prices and
// VAT come from Produits when nobody gave them, the address from the customer.
import type { Draft } from '#lib/changes/draft.ts';
import type { PlanContext } from '#lib/changes/plan-context.ts';
import type { Day, WallTime } from '#lib/kernel/day.ts';
import type { Problem } from '#lib/kernel/problem.ts';
import type { OrdersRow } from '#lib/tables/orders.ts';
import { type OrderAmounts, orderAmounts } from './order-amounts.ts';

export interface NewLine {
  readonly productId: string;
  readonly quantity: number;
  readonly unitPriceCents: number | null;
  readonly discountCents: number | null;
}

export type ShipTo = Pick<
  OrdersRow,
  'shipName' | 'shipAddress' | 'shipPostalCode' | 'shipCity' | 'shipCountry' | 'shipPhone'
>;

export interface NewOrder {
  readonly customerId: string;
  readonly orderedAt: WallTime;
  readonly source: NonNullable<OrdersRow['source']>;
  readonly sourceId: string | null;
  readonly lines: readonly NewLine[];
  readonly shippingPaidCents: number;
  readonly discountCents: number;
  readonly pointsSpent: number;
  /** null: what is left after the points is taken as paid on that day. */
  readonly paidOn: Day | null;
  /** What is null is filled in from the customer. */
  readonly shipTo: ShipTo;
  readonly instructions: string | null;
  readonly note: string | null;
  readonly actionId: string | null;
  /** Rows that the night must write together; an action always does. */
  readonly group?: string;
}

export interface WrittenOrder {
  readonly id: string;
  readonly amounts: OrderAmounts;
}

/** Customer and products must exist. Amounts that cannot be are returned as refusals, and nothing is written then. */
export function appendOrder(context: PlanContext, draft: Draft, order: NewOrder): WrittenOrder | readonly Problem[] {
  const { orders } = context.workbook;
  const { lines: newLines, shipTo, actionId, pointsSpent, shippingPaidCents, discountCents } = order;
  const lines = newLines.map((line) => priced(context, line));
  const pointsPerEuro = context.settings['points.perEuro'];
  const amounts = orderAmounts({ lines, shippingPaidCents, discountCents, pointsSpent, pointsPerEuro }, context.words);
  if (amounts.refusals.length > 0) return amounts.refusals;
  const { totalCents, pointsValueCents, paidCents } = amounts;
  const id = draft.nextId(orders);
  const { customerId, orderedAt, source, sourceId, paidOn, instructions, note } = order;
  draft.append(
    orders,
    {
      ...{ id, orderedAt, customerId, source, sourceId, status: 'confirmed' },
      ...{ totalCents, shippingPaidCents, discountCents, pointsSpent, pointsValueCents },
      ...(paidOn === null ? {} : { paidCents, paidOn }),
      ...addressOf(context, customerId, shipTo),
      ...{ instructions, note, actionId },
    },
    order.group,
  );
  for (const line of lines) {
    const cells = { orderId: id, status: 'to_route', ...line, actionId } as const;
    draft.append(context.workbook.lines, { id: draft.nextId(context.workbook.lines), ...cells }, order.group);
  }
  return { id, amounts };
}

function priced({ workbook }: PlanContext, line: NewLine) {
  const product = workbook.products.byId.get(line.productId);
  return {
    ...line,
    unitPriceCents: line.unitPriceCents ?? product?.priceCents ?? 0,
    vatRate: product?.vatRate ?? null,
  };
}

/** The order's own address when one line of it is given, else the customer's: never a mixture of two. */
function addressOf({ workbook }: PlanContext, customerId: string, shipTo: ShipTo): ShipTo {
  const customer = workbook.customers.byId.get(customerId);
  const own = { ...shipTo, shipName: shipTo.shipName ?? customer?.name ?? null };
  const isGiven = [shipTo.shipAddress, shipTo.shipPostalCode, shipTo.shipCity].some((part) => part !== null);
  if (isGiven || customer === undefined) return own;
  return {
    shipName: own.shipName,
    shipAddress: customer.address,
    shipPostalCode: customer.postalCode,
    shipCity: customer.city,
    shipCountry: shipTo.shipCountry ?? customer.country,
    shipPhone: shipTo.shipPhone ?? customer.phone,
  };
}
