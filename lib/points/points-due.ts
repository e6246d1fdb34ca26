// What an invoice is worth in points, from what was paid for it and still stands. Pure arithmetic: it posts nothing.
import { shareRoundedDown } from '#lib/kernel/money.ts';
import type { RowOf } from '#lib/tables/tables.ts';

export type PointsDue =
  | {
      readonly known: true;
      /** Points that should stand for the invoice now. */
      readonly points: number;
      /** Points for all that was paid, before anything was given back or withheld. */
      readonly gross: number;
    }
  | { readonly known: false; readonly why: 'status' | 'paid-day' | 'plan-missing' | 'plan-unknown' | 'plan-price' };

/**
 * floor(plan points × what stands / plan price); what stands = paid − paid back − withheld, never below 0. Customer
 * credit gives nothing: only `paidCents` counts. An invoice that is not paid, or of no subscription, is worth 0.
 *
 * Points already earned keep the terms they were earned at: when the plan gives another figure than `earned` for the
 * whole payment (its price or points were edited since), or is gone, what stands is that share of `earned`.
 * @param plan the invoice's plan, undefined when there is none or its row cannot be used.
 * @param earned sum of the `earn` entries of the invoice; 0 before the first.
 */
export function pointsDue(
  invoice: RowOf<'invoices'>,
  plan: Pick<RowOf<'plans'>, 'points' | 'priceCents'> | undefined,
  earned: number,
): PointsDue {
  if (invoice.status === 'unknown') return { known: false, why: 'status' };
  const { paidCents } = invoice;
  const standsCents = Math.max(0, paidCents - invoice.paidBackCents - invoice.withheldCents);
  if (invoice.status !== 'paid' || standsCents === 0) return { known: true, points: 0, gross: earned };
  if (invoice.paidOn === null) return { known: false, why: 'paid-day' };
  const gross = plan === undefined ? 0 : shareRoundedDown(plan.points, paidCents, plan.priceCents);
  if (earned > 0 && earned !== gross) {
    return { known: true, points: shareRoundedDown(earned, standsCents, paidCents), gross: earned };
  }
  if (plan === undefined && invoice.planId !== null) return { known: false, why: 'plan-unknown' };
  if (plan === undefined && invoice.subscriptionId !== null) return { known: false, why: 'plan-missing' };
  if (plan === undefined) return { known: true, points: 0, gross: 0 };
  if (plan.priceCents <= 0) return { known: false, why: 'plan-price' };
  return { known: true, points: shareRoundedDown(plan.points, standsCents, plan.priceCents), gross };
}
