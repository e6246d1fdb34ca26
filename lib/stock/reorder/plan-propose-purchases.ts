// Purchases proposed for what is low, as drafts that a person looks through, changes and sends. What is drafted already is
// counted, and topped up rather than doubled, so proposing twice proposes nothing new. The night never does this.
import type { ActionMeta, ActionPlan } from '#lib/actions/action.ts';
import { plannedAction, refusedPlan } from '#lib/actions/action-plan.ts';
import { createDraft, type Draft } from '#lib/changes/draft.ts';
import type { PlanContext } from '#lib/changes/plan-context.ts';
import { type Problem, problem } from '#lib/kernel/problem.ts';
import type { ProductsRow } from '#lib/tables/products.ts';
import type { TableKey } from '#lib/tables/tables.ts';
import { firstHub } from '../first-hub.ts';
import { unknownRow } from '../plan-with-stock.ts';
import { valueOnHandCents } from '../stock-view.ts';
import { shelfMovements } from './demand-history.ts';
import { type Proposal, proposalsByPartner } from './proposals-by-partner.ts';
import { findReorderNeed, type ReorderNeed } from './reorder-need.ts';
import { reorderSum } from './reorder-sum.ts';
import { draftToHurry, reorderWarnings } from './reorder-warnings.ts';
import { stillToCome } from './stock-position.ts';

export interface ProposePurchasesInput {
  /** null: every hero product on sale. */
  readonly productId: string | null;
  /** null: the open hub of the best priority. */
  readonly hubId: string | null;
}

const NEEDED: readonly TableKey[] = [
  'products',
  'lots',
  'movements',
  'purchases',
  'lines',
  'partners',
  'partnerProducts',
];

export function planProposePurchases(context: PlanContext, input: ProposePurchasesInput, meta: ActionMeta): ActionPlan {
  const { workbook, words } = context;
  const refusals = refusalsOf(context, input);
  if (refusals.length > 0) return refusedPlan(...refusals);
  const products = productsOf(context, input.productId);
  const movements = shelfMovements(workbook.movements.rows);
  const warnings: Problem[] = [];
  const needs: ReorderNeed[] = [];
  for (const product of products) {
    const need = findReorderNeed(context, product, movements);
    if (need === 'no-partner') warnings.push(problem('purchaseNoPartner', { product: product.name }));
    else if (need === 'no-target') warnings.push(problem('purchaseNoTarget', { product: product.name }));
    else {
      needs.push(need);
      warnings.push(...reorderWarnings(context, need));
    }
  }
  const bundles = proposalsByPartner(context, needs);
  const draft = createDraft(workbook, words);
  const proposals = bundles.flatMap((bundle) => bundle.proposals);
  for (const hurried of needs.flatMap((need) => draftToHurry(need) ?? [])) {
    draft.update(workbook.purchases, hurried, { urgent: true, actionId: meta.actionId });
  }
  for (const { partner, proposals: own, totalCents, bundle } of bundles) {
    writeProposals(context, draft, own, bundle, input.hubId ?? firstHub(workbook), meta);
    const minimum = partner.minimumOrderCents ?? 0;
    if (totalCents < minimum) {
      const amounts = { total: words.formatEuros(totalCents), minimum: words.formatEuros(minimum) };
      warnings.push(problem('purchaseBelowMinimum', { partner: partner.name, ...amounts }));
    }
  }
  return plannedAction(draft, { summary: summaryOf(context, products.length, proposals), warnings });
}

function refusalsOf({ workbook }: PlanContext, { productId, hubId }: ProposePurchasesInput): Problem[] {
  const unusable = NEEDED.map((key) => workbook[key]).filter((state) => !state.usable);
  const refusals = unusable.map(({ title }) => problem('stockTabUnusable', { tab: title }));
  if (productId !== null && !workbook.products.byId.has(productId))
    refusals.push(unknownRow(workbook.products, productId));
  if (hubId !== null && !workbook.hubs.byId.has(hubId)) refusals.push(unknownRow(workbook.hubs, hubId));
  return refusals;
}

/** A product that is named is examined whatever it is; otherwise those kept in stock and on sale. */
export function productsOf({ workbook }: PlanContext, productId: string | null): readonly ProductsRow[] {
  const { rows } = workbook.products;
  if (productId !== null) return rows.filter(({ id }) => id === productId);
  return rows.filter(({ model, active }) => model === 'hero' && active !== false);
}

function writeProposals(
  context: PlanContext,
  draft: Draft,
  proposals: readonly Proposal[],
  openBundle: string | null,
  hubId: string | null,
  meta: ActionMeta,
): void {
  const { workbook, words, clock } = context;
  let bundle = openBundle;
  for (const proposal of proposals) {
    const { need, quantity } = proposal;
    const figures = {
      quantity,
      urgent: need.isUrgent || need.draft?.urgent === true,
      reason: words.purchases.reorderReason(reorderSum(proposal, words)),
      expectedOn: need.offer.arrivesOn,
      actionId: meta.actionId,
    };
    if (need.draft !== undefined) {
      draft.update(workbook.purchases, need.draft, figures);
      continue;
    }
    const id = draft.nextId(workbook.purchases);
    bundle ??= id;
    draft.append(workbook.purchases, {
      id,
      bundle,
      partnerId: need.offer.partner.id,
      productId: need.product.id,
      hubId,
      status: 'draft',
      receivedQuantity: 0,
      unitCostCents: need.offer.unitCostCents,
      createdOn: clock.today,
      createdBy: meta.who,
      ...figures,
    });
  }
}

function summaryOf(context: PlanContext, examined: number, proposals: readonly Proposal[]): string {
  const { words } = context;
  const tiedUp = words.purchases.tiedUp(moneyTiedUp(context));
  if (proposals.length === 0) return `${words.purchases.nothingToPropose(examined)} ${tiedUp}`;
  const proposed = words.purchases.proposed({
    purchases: proposals.length,
    partners: new Set(proposals.map(({ need }) => need.offer.partner.id)).size,
    amount: words.formatEuros(proposals.reduce((sum, { need, quantity }) => sum + addedCents(need, quantity), 0)),
    urgent: proposals.filter(({ need }) => need.isUrgent).length,
  });
  return `${proposed} ${tiedUp}`;
}

/** What lies on the shelves at cost, and what is ordered and not yet received at the price agreed. */
function moneyTiedUp({ workbook }: PlanContext) {
  const ordered = workbook.purchases.rows.map((row) => stillToCome(row) * (row.unitCostCents ?? 0));
  return {
    stockCents: valueOnHandCents(workbook.lots.rows),
    orderedCents: ordered.reduce((sum, cents) => sum + cents, 0),
  };
}

function addedCents({ draft, offer }: ReorderNeed, quantity: number): number {
  return (quantity - (draft?.quantity ?? 0)) * (draft?.unitCostCents ?? offer.unitCostCents ?? 0);
}
