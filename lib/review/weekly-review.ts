// The review of the week: for each hero product on sale, what lies there, how long it lasts, what is near its date, how it
// sold, and what to order. Worked out from the workbook; nothing is written here.
import type { PlanContext } from '#lib/changes/plan-context.ts';
import { mondayOf } from '#lib/forecast/weekly-demand.ts';
import { addDays, type Day } from '#lib/kernel/day.ts';
import { messageOf, problem } from '#lib/kernel/problem.ts';
import type { Period } from '#lib/kpi/kpi-figure.ts';
import { isWithin, readKpiShop } from '#lib/kpi/kpi-shop.ts';
import { meaningOf, SOLD } from '#lib/kpi/movement-meaning.ts';
import { stockOut } from '#lib/kpi/stock-out.ts';
import { shelfMovements } from '#lib/stock/reorder/demand-history.ts';
import { type Proposal, proposalsByPartner } from '#lib/stock/reorder/proposals-by-partner.ts';
import { findReorderNeed, type NotJudged, type ReorderNeed } from '#lib/stock/reorder/reorder-need.ts';
import { reorderSum } from '#lib/stock/reorder/reorder-sum.ts';
import { stillToCome } from '#lib/stock/reorder/stock-position.ts';
import { type StockViewRow, stockView } from '#lib/stock/stock-view.ts';
import type { ProductsRow } from '#lib/tables/products.ts';
import type { TableKey } from '#lib/tables/tables.ts';
import { checkHero, type HeroCheck } from './hero-check.ts';
import { byProduct, heroFigures } from './hero-figures.ts';
import { type NearLot, nearLots } from './near-lots.ts';

export interface ReviewedProduct {
  readonly product: ProductsRow;
  readonly stock: StockViewRow;
  /** Units sold in the week before. */
  readonly soldUnits: number;
  /** Days of it, to a tenth, with nothing on the shelf. */
  readonly stockOutDays: number | null;
  readonly rotation: number | null;
  readonly marginRate: number | null;
  readonly near: readonly NearLot[];
  /** null when nothing is to be ordered. */
  readonly suggestedUnits: number | null;
  readonly suggestion: string;
  readonly check: HeroCheck;
}

export interface WeeklyReview {
  /** The Monday of the week it is made in. */
  readonly weekOn: Day;
  /** The week before, which it looks back on. */
  readonly period: Period;
  /** In the order of the SKUs. */
  readonly products: readonly ReviewedProduct[];
  /** Of all that lies on the shelves, products no longer sold included. */
  readonly totalValueCents: number;
}

export const reviewSources: readonly TableKey[] = [
  'products',
  'lots',
  'movements',
  'purchases',
  'orders',
  'lines',
  'shipments',
  'partners',
  'partnerProducts',
];

/** @returns null when a tab that it is read from is unusable. */
export function reviewWeek(context: PlanContext): WeeklyReview | null {
  const { workbook, clock } = context;
  if (reviewSources.some((key) => !workbook[key].usable)) return null;
  const weekOn = mondayOf(clock.today);
  const period = { from: addDays(weekOn, -7), until: addDays(weekOn, -1) };
  const shop = readKpiShop(context);
  const figuresOf = heroFigures(shop);
  if (figuresOf === null) return null;
  const outs = byProduct(stockOut.measure(shop, period), 'stock_out');
  const views = stockView(context);
  const sold = soldUnits(context, period);
  const advice = adviceOf(context, shop.heroes);
  const products = shop.heroes.map((product): ReviewedProduct => {
    const figures = figuresOf(product.id);
    const outDays = outs.get(product.id)?.numerator ?? null;
    return {
      product,
      stock: views.find(({ id }) => id === product.id) as StockViewRow,
      soldUnits: sold.get(product.id) ?? 0,
      stockOutDays: outDays === null ? null : Math.round(outDays * 10) / 10,
      ...figures,
      near: nearLots(context, product.id),
      ...(advice.get(product.id) ?? { suggestedUnits: null, suggestion: '' }),
      check: checkHero(context, product, figures),
    };
  });
  const totalValueCents = views.reduce((sum, { valueCents }) => sum + (valueCents ?? 0), 0);
  return { weekOn, period, products, totalValueCents };
}

/** Product id → picks and short-dated sales less customers' returns. */
function soldUnits({ workbook }: PlanContext, period: Period): ReadonlyMap<string, number> {
  const { movements } = workbook;
  const sold = new Map<string, number>();
  for (const row of movements.rows) {
    if (!isWithin(period, row.on) || !SOLD.has(meaningOf(row, movements.byId))) continue;
    sold.set(row.productId, (sold.get(row.productId) ?? 0) - row.quantity);
  }
  return sold;
}

interface Advice {
  readonly suggestedUnits: number | null;
  readonly suggestion: string;
}

/** What « Proposer les achats » would propose now, product by product. */
function adviceOf(context: PlanContext, products: readonly ProductsRow[]): ReadonlyMap<string, Advice> {
  const { workbook, words } = context;
  const movements = shelfMovements(workbook.movements.rows);
  const needs = products.map((product) => [product, findReorderNeed(context, product, movements)] as const);
  const judged = needs.flatMap(([, need]) => (typeof need === 'string' ? [] : [need]));
  const proposals = proposalsByPartner(context, judged).flatMap((bundle) => bundle.proposals);
  return new Map(
    needs.map(([product, need]) => {
      const proposal = proposals.find((one) => one.need === need);
      if (proposal !== undefined) return [product.id, proposed(context, proposal)] as const;
      const suggestion = typeof need === 'string' ? notJudged(context, product, need) : held(context, need);
      return [product.id, { suggestedUnits: null, suggestion: suggestion || words.review.nothingToOrder }] as const;
    }),
  );
}

function proposed({ words }: PlanContext, proposal: Proposal): Advice {
  return {
    // A draft that stands already is topped up.
    suggestedUnits: proposal.quantity - (proposal.need.draft?.quantity ?? 0),
    suggestion: words.purchases.reorderReason(reorderSum(proposal, words)),
  };
}

function notJudged({ words }: PlanContext, { name }: ProductsRow, why: NotJudged): string {
  const code = why === 'no-partner' ? 'purchaseNoPartner' : 'purchaseNoTarget';
  return messageOf(problem(code, { product: name }), words);
}

/** Why a product at its reorder point is not ordered; empty when there is nothing to say. */
function held(
  { words, workbook, clock }: PlanContext,
  { product, quantity, offer, position, by }: ReorderNeed,
): string {
  const { formatNumber } = words;
  if (quantity.kind === 'too-much') {
    const figures = { smallest: formatNumber(quantity.smallest), cap: formatNumber(quantity.cap) };
    return messageOf(
      problem('purchaseTooMuch', { product: product.name, partner: offer.partner.name, ...figures }),
      words,
    );
  }
  const own = workbook.purchases.rows.filter(({ productId }) => productId === product.id);
  const coming = own.flatMap((row) => {
    const { expectedOn } = row;
    const units = stillToCome(row);
    return units === 0
      ? []
      : [{ purchase: row.id, units, expectedOn, isLate: expectedOn !== null && expectedOn < clock.today }];
  });
  const drafts = own.flatMap(({ id, status, quantity: units }) =>
    status === 'draft' ? [{ purchase: id, units }] : [],
  );
  if (coming.length + drafts.length === 0) return '';
  return words.review.orderedAlready({ coming, drafts, total: position.total, point: by.levels.point });
}
