// One order entered in the sidebar: its rows, its routing, its reservations, its parcels and the points it spends, all in one
// commit.
import type { ActionMeta, ActionPlan } from '#lib/actions/action.ts';
import { refusedPlan } from '#lib/actions/action-plan.ts';
import { createDraft } from '#lib/changes/draft.ts';
import type { PlanContext } from '#lib/changes/plan-context.ts';
import { type Problem, problem } from '#lib/kernel/problem.ts';
import { planSpend } from '#lib/points/plan-spend.ts';
import { refuse, unknownRow } from '#lib/stock/plan-with-stock.ts';
import { appendOrder, type NewLine, type WrittenOrder } from './new-order.ts';
import { planWithOrders } from './plan-with-orders.ts';
import { routeLines } from './route-lines.ts';
import type { ParcelWish } from './route-order.ts';
import { readRoutingShop } from './routing-shop.ts';
import { sayRouting } from './say-routing.ts';

export interface EnterOrderInput {
  readonly customerId: string;
  readonly lines: readonly {
    readonly productId: string;
    readonly quantity: number;
    readonly unitPriceCents: number | null;
    readonly discountCents: number | null;
  }[];
  readonly shippingPaidCents: number | null;
  readonly discountCents: number | null;
  readonly pointsSpent: number | null;
  /** What the points do not pay is paid now. */
  readonly isPaid: boolean;
  readonly parcels: ParcelWish | null;
  readonly shipName: string | null;
  readonly shipAddress: string | null;
  readonly shipPostalCode: string | null;
  readonly shipCity: string | null;
  readonly shipCountry: string | null;
  readonly shipPhone: string | null;
  readonly instructions: string | null;
  /** Lots near or past their DDM are accepted for this order. */
  readonly exceptionReason: string | null;
  readonly note: string | null;
}

export function planEnterOrder(context: PlanContext, input: EnterOrderInput, meta: ActionMeta): ActionPlan {
  const refusals = unknownRows(context, input);
  if (refusals.length > 0) return refusedPlan(...refusals);
  const draft = createDraft(context.workbook, context.words);
  const written = appendOrder(context, draft, newOrder(context, input, meta));
  if (!('id' in written)) return refusedPlan(...written);
  const entered = draft.changeSet();
  if (entered.problems.length > 0) return refusedPlan(...entered.problems);
  return planWithOrders(
    context,
    meta,
    (desk) => {
      const shop = readRoutingShop(desk.context, desk.stock);
      const { exceptionReason, parcels } = input;
      const wish = parcels ?? 'as_few_as_possible';
      const result = routeLines(desk, shop, written.id, { wish, exceptionReason, retry: false });
      if (!result.ok) return refuse(result.refusal);
      const points = input.pointsSpent ?? 0;
      const spend = { customerId: input.customerId, points, source: written.id, on: context.clock.today };
      // A refused spend leaves its Problem in the draft, which refuses the whole action.
      if (points > 0) planSpend(desk.context, desk.draft, { ...spend, actionId: meta.actionId });
      const { routed } = result;
      const said = routed === null ? '' : sayRouting(routed.routing, routed.choice, context.words);
      const summary = [...summaryOf(context, written, points), said].join(' ');
      return { summary, warnings: routed?.warnings ?? [] };
    },
    entered,
  );
}

function unknownRows({ workbook }: PlanContext, { customerId, lines }: EnterOrderInput): Problem[] {
  const { customers, products } = workbook;
  const problems = customers.byId.has(customerId) ? [] : [unknownRow(customers, customerId)];
  if (lines.length === 0) problems.push(problem('orderWithoutLines', { order: '' }));
  for (const { productId, quantity } of lines) {
    if (!products.byId.has(productId)) problems.push(unknownRow(products, productId));
    if (!Number.isSafeInteger(quantity) || quantity < 1) {
      problems.push(problem('orderQuantityBad', { value: String(quantity) }));
    }
  }
  return problems;
}

function newOrder({ clock }: PlanContext, input: EnterOrderInput, { actionId }: ActionMeta) {
  const { shipName, shipAddress, shipPostalCode, shipCity, shipCountry, shipPhone } = input;
  const lines: readonly NewLine[] = input.lines;
  return {
    customerId: input.customerId,
    orderedAt: clock.wallTimeOf(clock.now),
    source: 'typed',
    sourceId: null,
    lines,
    shippingPaidCents: input.shippingPaidCents ?? 0,
    discountCents: input.discountCents ?? 0,
    pointsSpent: input.pointsSpent ?? 0,
    paidOn: input.isPaid ? clock.today : null,
    shipTo: { shipName, shipAddress, shipPostalCode, shipCity, shipCountry, shipPhone },
    instructions: input.instructions,
    note: input.note,
    actionId,
  } as const;
}

function summaryOf({ words }: PlanContext, { id, amounts }: WrittenOrder, points: number): string[] {
  const { formatEuros, formatNumber, orders } = words;
  const entered = orders.entered({ order: id, total: formatEuros(amounts.totalCents) });
  if (points === 0) return [entered];
  return [entered, orders.paidInPoints({ points: formatNumber(points), value: formatEuros(amounts.pointsValueCents) })];
}
