// Formules of the demo shop: what Stripe sells, as the workbook knows it.

import { monthly, type Offer, yearly } from '#demo/stripe/offer.ts';
import type { PlansRow } from '#lib/tables/plans.ts';

export type PlanRow = Omit<PlansRow, 'rowIndex'>;

const FOOD_AND_CARE_VAT = 0.2;

export function planRows(): readonly PlanRow[] {
  return [planRow(monthly, null), planRow(yearly, 'Deux mois offerts.')];
}

function planRow(offer: Offer, note: string | null): PlanRow {
  return {
    id: offer.planId,
    name: offer.name,
    stripePrice: offer.price,
    priceCents: offer.priceCents,
    interval: offer.interval,
    points: offer.points,
    vatRate: FOOD_AND_CARE_VAT,
    active: true,
    note,
    check: null,
  };
}
