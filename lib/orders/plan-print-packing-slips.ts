// Packing slips: what is in each parcel, what comes in another one and when, to whom it goes. No prices: a parcel may be a
// gift. It writes nothing.
import type { ActionPlan } from '#lib/actions/action.ts';
import { refusedPlan } from '#lib/actions/action-plan.ts';
import type { PlanContext } from '#lib/changes/plan-context.ts';
import type { Day } from '#lib/kernel/day.ts';
import { problem } from '#lib/kernel/problem.ts';
import { unknownRow } from '#lib/stock/plan-with-stock.ts';
import type { LinesRow } from '#lib/tables/lines.ts';
import type { OrdersRow } from '#lib/tables/orders.ts';
import type { ShipmentsRow } from '#lib/tables/shipments.ts';
import { escapeHtml, printedLines, printedPage, printedTable } from './printed-page.ts';

export interface PrintPackingSlipsInput {
  readonly parcels: readonly { readonly shipmentId: string }[];
}

export function planPrintPackingSlips(context: PlanContext, { parcels }: PrintPackingSlipsInput): ActionPlan {
  const { shipments, orders } = context.workbook;
  const ids = [...new Set(parcels.map(({ shipmentId }) => shipmentId))];
  if (ids.length === 0) return refusedPlan(problem('shipmentNoneChosen', {}));
  const slips: string[] = [];
  for (const id of ids) {
    const shipment = shipments.byId.get(id);
    const order = orders.byId.get(shipment?.orderId ?? '');
    if (shipment === undefined) return refusedPlan(unknownRow(shipments, id));
    if (order === undefined) return refusedPlan(unknownRow(orders, shipment.orderId));
    slips.push(slipOf(context, order, shipment));
  }
  const { packingSlip } = context.words.orders;
  const title = packingSlip.title(ids.join(', '));
  const effect = { kind: 'print', title, html: printedPage(title, slips) } as const;
  return { changes: [], problems: [], refusals: [], summary: packingSlip.printed(ids.length), effects: [effect] };
}

function slipOf(context: PlanContext, order: OrdersRow, shipment: ShipmentsRow): string {
  const { workbook, words, settings } = context;
  const { packingSlip } = words.orders;
  const lines = workbook.lines.rows.filter(({ orderId, status }) => orderId === order.id && status !== 'voided');
  const own = lines.filter((line) => line.shipmentId === shipment.id);
  const others = lines.filter((line) => line.shipmentId !== shipment.id && line.status !== 'delivered');
  const orderedOn = words.formatDay(order.orderedAt.slice(0, 10) as Day);
  const name = (line: LinesRow) => workbook.products.byId.get(line.productId)?.name ?? line.productId;
  const columns = [
    { header: packingSlip.product },
    { header: packingSlip.sku },
    { header: packingSlip.lot },
    { header: packingSlip.quantity, isNumber: true },
  ];
  const rows = own.map((line) => [
    name(line),
    line.productId,
    line.allocation ?? '',
    words.formatNumber(line.shippedQuantity ?? line.quantity),
  ]);
  const elsewhere = others.map((line) => {
    const on = line.promisedOn === null ? '' : ` – ${words.formatDay(line.promisedOn)}`;
    return `${words.formatNumber(line.quantity)} × ${name(line)}${on}`;
  });
  return [
    `<h1>${escapeHtml(packingSlip.title(order.id))}</h1>`,
    printedLines(settings['shop.name'], packingSlip.orderedOn(orderedOn), packingSlip.shipment(shipment.id)),
    printedLines(...addressOf(order)),
    order.instructions === null ? '' : printedLines(`${packingSlip.instructions} ${order.instructions}`),
    printedTable(columns, rows),
    elsewhere.length === 0 ? '' : printedLines(packingSlip.otherParcel, ...elsewhere),
    printedLines(settings['shop.signature']),
  ].join('');
}

function addressOf(order: OrdersRow): (string | null)[] {
  const town = [order.shipPostalCode, order.shipCity].filter((part) => part !== null).join(' ');
  return [order.shipName, order.shipAddress, town, order.shipCountry];
}
