// What one product needs now: its position, the levels of its policy, the partner it is bought from and how much. Every
// figure of the sum is kept, so that a person can check it. Nothing is written here.
import type { PlanContext } from '#lib/changes/plan-context.ts';
import { addDays, type Day } from '#lib/kernel/day.ts';
import { workingDaysOf } from '#lib/kernel/working-days.ts';
import type { ProductsRow } from '#lib/tables/products.ts';
import type { PurchasesRow } from '#lib/tables/purchases.ts';
import { chooseOffer } from './choose-offer.ts';
import { demandHistory, type shelfMovements } from './demand-history.ts';
import { type DemandForecast, forecastDemand } from './forecast-demand.ts';
import { type OrderQuantity, type OrderRules, orderQuantity, shelfLifeCap } from './order-quantity.ts';
import { type PurchaseOffer, purchaseOffers } from './purchase-offers.ts';
import { type LeadTimeLevels, leadTimeLevels, type ReorderLevels, thresholdLevels } from './reorder-levels.ts';
import { type StockPosition, stockPosition } from './stock-position.ts';

export type LevelsOf =
  | { readonly policy: 'lead_time'; readonly levels: LeadTimeLevels; readonly coveredDays: number }
  /** `instead`: the lead-time policy had no average to work with. */
  | { readonly policy: 'threshold'; readonly levels: ReorderLevels; readonly rate: number; readonly instead: boolean };

export interface ReorderNeed {
  readonly product: ProductsRow;
  readonly position: StockPosition;
  readonly forecast: DemandForecast;
  readonly by: LevelsOf;
  /** At or below it, what is available is an emergency. */
  readonly redLine: number;
  readonly isUrgent: boolean;
  /** Asked of the partner when urgent. */
  readonly urgentBy: Day;
  readonly offer: PurchaseOffer;
  readonly rules: OrderRules;
  /** The draft that is topped up instead of writing a second one. */
  readonly draft: PurchasesRow | undefined;
  /** Of the draft together with what is added to it. */
  readonly quantity: OrderQuantity;
}

export type NotJudged = 'no-partner' | 'no-target';

export function findReorderNeed(
  context: PlanContext,
  product: ProductsRow,
  movements: ReturnType<typeof shelfMovements>,
): ReorderNeed | NotJudged {
  const { workbook, clock, settings } = context;
  const offers = purchaseOffers(context, product).map((offer) => ({ ...offer, id: offer.partner.id }));
  const usual = chooseOffer(offers, { quantity: Number.POSITIVE_INFINITY, neededInDays: null });
  if (usual === undefined) return 'no-partner';
  const forecast = forecastDemand(product, recentDemand(context, movements.get(product.id) ?? []), settings);
  const by = levelsOf(context, product, forecast, usual.leadDays);
  if (by === null) return 'no-target';
  const days = workingDaysOf(workbook.closedDays.rows.map(({ on }) => on));
  const minimumShelfLifeDays = product.minimumShelfLifeDays ?? settings['stock.minimumShelfLifeDays'];
  const deliverOn = days.add(clock.today, settings['orders.hubDays']);
  const position = stockPosition(workbook, {
    productId: product.id,
    minimumShelfLifeDays,
    today: clock.today,
    deliverOn,
  });
  const redLine = thresholdLevels(product.targetStock ?? by.levels.upTo, rateOf(context, product)).point;
  const isUrgent = position.available <= redLine;
  const draft = workbook.purchases.rows.find(
    (row) => row.productId === product.id && row.status === 'draft' && offers.some(({ id }) => id === row.partnerId),
  );
  const wanted = {
    quantity: Math.max(1, by.levels.upTo - position.total),
    neededInDays: isUrgent ? lasts(position, forecast) : null,
  };
  // A draft keeps its partner: changing it is the team's business.
  const offer =
    chooseOffer(draft === undefined ? offers : offers.filter(({ id }) => id === draft.partnerId), wanted) ?? usual;
  const cap = shelfLifeCap({
    dailyUnits: forecast.dailyUnits,
    leadDays: offer.leadDays,
    shelfLifeDays: product.shelfLifeDays,
    minimumShelfLifeDays,
    position: position.total,
  });
  const rules = { packSize: offer.packSize, minimum: offer.minimum, cap };
  const urgentBy = days.openFrom(addDays(clock.today, Math.ceil(settings['stock.urgentHours'] / 24)));
  const quantity = toOrder(position.total, by.levels, rules, draft?.quantity ?? 0);
  return { product, position, forecast, by, redLine, isUrgent, urgentBy, offer, rules, draft, quantity };
}

/** The trigger looks at all that is ordered; packs and minimum hold for the draft as a whole. */
function toOrder(position: number, levels: ReorderLevels, rules: OrderRules, drafted: number): OrderQuantity {
  if (position > levels.point) return { kind: 'enough' };
  const cap = rules.cap === null ? null : rules.cap + drafted;
  const whole = orderQuantity(position - drafted, levels, { ...rules, cap });
  return whole.kind === 'order' && whole.quantity <= drafted ? { kind: 'enough' } : whole;
}

export function levelsOf(
  { settings }: Pick<PlanContext, 'settings'>,
  product: Pick<ProductsRow, 'reorderPolicy' | 'targetStock' | 'thresholdRate'>,
  forecast: Pick<DemandForecast, 'dailyUnits' | 'excessOver'>,
  leadDays: number,
): LevelsOf | null {
  const { dailyUnits } = forecast;
  const isThreshold = product.reorderPolicy === 'threshold';
  if (isThreshold || dailyUnits === null) {
    const rate = product.thresholdRate ?? settings['stock.threshold'];
    if (product.targetStock === null) return null;
    return { policy: 'threshold', levels: thresholdLevels(product.targetStock, rate), rate, instead: !isThreshold };
  }
  const coveredDays = leadDays + settings['stock.reviewDays'];
  const levels = leadTimeLevels({
    dailyUnits,
    coveredDays,
    quantileExcess: forecast.excessOver(coveredDays),
    bufferDays: settings['stock.bufferWeeks'] * 7,
    cycleDays: settings['stock.cycleWeeks'] * 7,
  });
  return { policy: 'lead_time', levels, coveredDays };
}

/** Yesterday is the last whole day. */
function recentDemand({ clock, settings }: PlanContext, movements: Parameters<typeof demandHistory>[0]) {
  const from = addDays(clock.today, -7 * settings['stock.historyWeeks']);
  return demandHistory(movements, { from, until: addDays(clock.today, -1) });
}

function rateOf({ settings }: PlanContext, product: ProductsRow): number {
  return product.thresholdRate ?? settings['stock.threshold'];
}

/** Days until the shelf is empty, counting what is on its way; null when nothing is sold. */
function lasts({ available, incoming }: StockPosition, { dailyUnits }: DemandForecast): number | null {
  return dailyUnits === null || dailyUnits === 0 ? null : Math.max(0, available + incoming) / dailyUnits;
}
