// What a person who typed an order left out: prices, VAT, the total, the address. Nothing that was typed is changed.
import type { OrdersRow } from '#lib/tables/orders.ts';
import { orderAmounts } from './order-amounts.ts';
import type { OrderDesk } from './plan-with-orders.ts';

export function fillAmounts({ context, orders }: OrderDesk, order: OrdersRow): void {
  const { workbook, settings, words } = context;
  for (const line of orders.linesOf(order.id)) {
    const product = workbook.products.byId.get(line.productId);
    orders.changeLine(line.id, {
      unitPriceCents: line.unitPriceCents ?? product?.priceCents ?? null,
      vatRate: line.vatRate ?? product?.vatRate ?? null,
    });
  }
  if (order.totalCents === null) {
    const lines = orders.linesOf(order.id).filter(({ status }) => status !== 'voided');
    const { totalCents } = orderAmounts(
      {
        lines: lines.map((line) => ({ ...line, unitPriceCents: line.unitPriceCents ?? 0 })),
        shippingPaidCents: order.shippingPaidCents ?? 0,
        discountCents: order.discountCents ?? 0,
        pointsSpent: 0,
        pointsPerEuro: settings['points.perEuro'],
      },
      words,
    );
    orders.changeOrder(order.id, { totalCents });
  }
  const isBare = [order.shipName, order.shipAddress, order.shipPostalCode, order.shipCity].every(
    (cell) => cell === null,
  );
  const customer = workbook.customers.byId.get(order.customerId);
  if (!isBare || customer === undefined) return;
  orders.changeOrder(order.id, {
    shipName: customer.name,
    shipAddress: customer.address,
    shipPostalCode: customer.postalCode,
    shipCity: customer.city,
    shipCountry: order.shipCountry ?? customer.country,
    shipPhone: order.shipPhone ?? customer.phone,
  });
}
