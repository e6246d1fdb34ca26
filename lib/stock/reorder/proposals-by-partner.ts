// The needs that lead to an order, gathered by partner: what one partner is sent together shares a bundle, and is raised to
// the partner's smallest order amount.
import type { PlanContext } from '#lib/changes/plan-context.ts';
import type { PartnersRow } from '#lib/tables/partners.ts';
import { raiseToMinimum } from './raise-to-minimum.ts';
import type { ReorderNeed } from './reorder-need.ts';

export interface Proposal {
  readonly need: ReorderNeed;
  /** Of the whole purchase, what its draft had included. */
  readonly quantity: number;
  readonly isCapped: boolean;
  readonly isRaised: boolean;
}

export interface PartnerProposals {
  readonly partner: PartnersRow;
  readonly proposals: readonly Proposal[];
  /** A draft of this partner that waits to be sent; null when there is none. */
  readonly bundle: string | null;
  /** Before tax, drafts that are sent along included. */
  readonly totalCents: number;
}

export function proposalsByPartner(context: PlanContext, needs: readonly ReorderNeed[]): PartnerProposals[] {
  const byPartner = new Map<string, ReorderNeed[]>();
  for (const need of needs) {
    if (need.quantity.kind !== 'order') continue;
    const { id } = need.offer.partner;
    byPartner.set(id, [...(byPartner.get(id) ?? []), need]);
  }
  return [...byPartner.values()].map((own) => partnerProposals(context, own));
}

function partnerProposals({ workbook }: PlanContext, needs: readonly ReorderNeed[]): PartnerProposals {
  const partner = (needs[0] as ReorderNeed).offer.partner;
  const topped = new Set(needs.map(({ draft }) => draft?.id));
  const waiting = workbook.purchases.rows.filter((row) => row.status === 'draft' && row.partnerId === partner.id);
  const along = waiting.filter(({ id }) => !topped.has(id));
  const otherCents = along.reduce((sum, { quantity, unitCostCents }) => sum + quantity * (unitCostCents ?? 0), 0);
  const { quantities, totalCents } = raiseToMinimum(needs.map(raisable), partner.minimumOrderCents ?? 0, otherCents);
  const proposals = needs.flatMap((need): Proposal[] => {
    if (need.quantity.kind !== 'order') return [];
    const quantity = quantities.get(need.product.id) ?? need.quantity.quantity;
    return [{ need, quantity, isCapped: need.quantity.isCapped, isRaised: quantity > need.quantity.quantity }];
  });
  return { partner, proposals, bundle: waiting.find(({ bundle }) => bundle !== null)?.bundle ?? null, totalCents };
}

function raisable({ product, quantity, offer, draft, rules, position, forecast }: ReorderNeed) {
  const ordered = quantity.kind === 'order' ? quantity.quantity : 0;
  const drafted = draft?.quantity ?? 0;
  return {
    id: product.id,
    quantity: ordered,
    unitCostCents: draft?.unitCostCents ?? offer.unitCostCents,
    packSize: rules.packSize,
    largest: rules.cap === null ? null : rules.cap + drafted,
    position: position.total - drafted + ordered,
    dailyUnits: forecast.dailyUnits,
  };
}
