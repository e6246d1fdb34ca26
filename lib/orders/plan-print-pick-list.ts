// The pick list of many orders as a page to print. Its orders are being prepared from then on; printing it again changes
// nothing more.
import type { ActionMeta, ActionPlan, Effect } from '#lib/actions/action.ts';
import type { PlanContext } from '#lib/changes/plan-context.ts';
import { type Problem, problem } from '#lib/kernel/problem.ts';
import { isPickable } from '#lib/stock/plan-pick-orders.ts';
import { refuse, unknownRow } from '#lib/stock/plan-with-stock.ts';
import type { LinesRow } from '#lib/tables/lines.ts';
import { type PickStop, pickList } from './pick-list.ts';
import { planWithOrders } from './plan-with-orders.ts';
import { escapeHtml, printedPage, printedTable } from './printed-page.ts';

export interface PrintPickListInput {
  /** null: every hub, a page each. */
  readonly hubId: string | null;
  /** Empty: every order with reserved lines. */
  readonly orders: readonly { readonly orderId: string }[];
}

export function planPrintPickList(context: PlanContext, input: PrintPickListInput, meta: ActionMeta): ActionPlan {
  return planWithOrders(context, meta, ({ orders }) => {
    const { workbook, words } = context;
    const unknown = input.orders.filter(({ orderId }) => !workbook.orders.byId.has(orderId));
    if (unknown.length > 0) return refuse(...unknown.map(({ orderId }) => unknownRow(workbook.orders, orderId)));
    const lines = chosenLines(context, input);
    const stops = pickList(context, lines);
    if (stops.length === 0) return refuse(nothingToPick());
    const orderIds = new Set(lines.map(({ orderId }) => orderId));
    for (const id of orderIds) {
      if (orders.orderOf(id).status === 'confirmed') orders.changeOrder(id, { status: 'preparing' });
    }
    const units = stops.reduce((sum, { quantity }) => sum + quantity, 0);
    const summary = words.orders.pickList.printed({ orders: orderIds.size, units });
    return { summary, effects: [printEffect(context, stops)] };
  });
}

const nothingToPick = (): Problem => problem('orderNothingToPick', {});

function chosenLines({ workbook }: PlanContext, { hubId, orders }: PrintPickListInput): LinesRow[] {
  const chosen = new Set(orders.map(({ orderId }) => orderId));
  return workbook.lines.rows.filter(
    (line) =>
      isPickable(line) &&
      workbook.orders.byId.has(line.orderId) &&
      (chosen.size === 0 || chosen.has(line.orderId)) &&
      (hubId === null || line.hubId === hubId),
  );
}

function printEffect(context: PlanContext, stops: readonly PickStop[]): Effect {
  const { workbook, words, clock } = context;
  const hubIds = [...new Set(stops.map(({ hubId }) => hubId))];
  const titleOf = (hubId: string) =>
    words.orders.pickList.title(workbook.hubs.byId.get(hubId)?.name ?? hubId, words.formatDay(clock.today));
  const sections = hubIds.map((hubId) => {
    const rows = stops.filter((stop) => stop.hubId === hubId).map((stop) => rowOf(context, stop));
    return `<h1>${escapeHtml(titleOf(hubId))}</h1>${printedTable(columnsOf(context), rows)}`;
  });
  const title = titleOf(hubIds[0] ?? '');
  return { kind: 'print', title, html: printedPage(title, sections) };
}

function columnsOf({ words }: PlanContext) {
  const { location, product, lot, bestBefore, quantity, orders, done } = words.orders.pickList;
  return [
    { header: location },
    { header: product },
    { header: lot },
    { header: bestBefore },
    { header: quantity, isNumber: true },
    { header: orders },
    { header: done },
  ];
}

function rowOf({ words }: PlanContext, stop: PickStop): string[] {
  return [
    stop.location ?? words.orders.pickList.noLocation,
    `${stop.productName} (${stop.productId})`,
    stop.lotId,
    stop.bestBeforeOn === null ? '' : words.formatDay(stop.bestBeforeOn),
    words.formatNumber(stop.quantity),
    stop.forOrders.map(({ orderId, quantity }) => `${orderId} × ${words.formatNumber(quantity)}`).join(', '),
    '☐',
  ];
}
