// Who a product can be bought from now: at what price, in which packs, and when it would be here. Suspended partners and
// offers out of stock without a date are left out; a partner's closure and the closed days push the arrival back.
import type { PlanContext } from '#lib/changes/plan-context.ts';
import type { Day } from '#lib/kernel/day.ts';
import { daysBetween } from '#lib/kernel/day.ts';
import { laterDay, workingDaysOf } from '#lib/kernel/working-days.ts';
import type { PartnersRow } from '#lib/tables/partners.ts';
import type { ProductsRow } from '#lib/tables/products.ts';
import type { RowOf } from '#lib/tables/tables.ts';

export interface PurchaseOffer {
  readonly partner: PartnersRow;
  readonly rank: 'primary' | 'backup';
  /** Before tax; null when not known. */
  readonly unitCostCents: number | null;
  readonly packSize: number;
  readonly minimum: number;
  /** If it is ordered today. */
  readonly arrivesOn: Day;
  /** Calendar days until then. */
  readonly leadDays: number;
}

/** A product without an offer is bought from its own partner, at a price nobody knows. */
export function purchaseOffers(context: PlanContext, product: ProductsRow): PurchaseOffer[] {
  const { partnerProducts, partners } = context.workbook;
  const rows = partnerProducts.rows.filter((row) => row.productId === product.id);
  const offers = rows.flatMap((row) => {
    const partner = partners.byId.get(row.partnerId);
    const start = startOf(row, context.clock.today);
    if (partner?.status !== 'active' || row.active === false || start === null) return [];
    return [offerOf(context, product, partner, row, start)];
  });
  const own = rows.length === 0 ? partners.byId.get(product.partnerId ?? '') : undefined;
  return own?.status === 'active' ? [offerOf(context, product, own, null, context.clock.today)] : offers;
}

function startOf({ inStock, backOn }: RowOf<'partnerProducts'>, today: Day): Day | null {
  return inStock === false ? backOn && laterDay(backOn, today) : today;
}

function offerOf(
  { clock, settings, workbook }: PlanContext,
  product: ProductsRow,
  partner: PartnersRow,
  row: RowOf<'partnerProducts'> | null,
  start: Day,
): PurchaseOffer {
  const arrivesOn = workingDaysOfPartner(workbook.closedDays.rows, partner).add(
    start,
    row?.leadTimeDays ?? partner.leadTimeDays ?? settings['stock.leadTimeDays'],
  );
  return {
    partner,
    rank: row?.rank ?? 'primary',
    unitCostCents: row?.purchasePriceCents ?? null,
    packSize: row?.packSize ?? product.packSize ?? 1,
    minimum: row?.minimumQuantity ?? 0,
    arrivesOn,
    leadDays: daysBetween(clock.today, arrivesOn),
  };
}

/** Days on which both the shop and the partner work. */
export function workingDaysOfPartner(closedDays: readonly RowOf<'closedDays'>[], partner: PartnersRow | undefined) {
  const { closedFrom = null, closedUntil = null } = partner ?? {};
  const closures = closedFrom !== null && closedUntil !== null ? [{ from: closedFrom, until: closedUntil }] : [];
  return workingDaysOf(
    closedDays.map(({ on }) => on),
    closures,
  );
}
