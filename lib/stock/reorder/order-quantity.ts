// How many units to order: what is missing, raised to the minimum, rounded up to whole packs, cut to what can be sold in
// time. What is cut stays a whole number of packs and never falls below the minimum: then nothing is ordered.
import type { ReorderLevels } from './reorder-levels.ts';

export interface OrderRules {
  /** Units per pack, at least 1. */
  readonly packSize: number;
  /** Smallest order in units, 0 for none. */
  readonly minimum: number;
  /** Most units that make sense now (what can be sold before its date); null for no limit. */
  readonly cap: number | null;
}

export type OrderQuantity =
  | { readonly kind: 'enough' }
  | { readonly kind: 'order'; readonly quantity: number; readonly wanted: number; readonly isCapped: boolean }
  /** The smallest possible order is more than can be sold in time. */
  | { readonly kind: 'too-much'; readonly smallest: number; readonly cap: number };

/** @param position available + ordered − promised; the trigger is inclusive. */
export function orderQuantity(position: number, levels: ReorderLevels, rules: OrderRules): OrderQuantity {
  const wanted = levels.upTo - position;
  if (position > levels.point || wanted <= 0) return { kind: 'enough' };
  const rounded = roundToPacks(wanted, rules);
  if (rules.cap === null || rounded <= rules.cap) return { kind: 'order', quantity: rounded, wanted, isCapped: false };
  const capped = Math.floor(rules.cap / rules.packSize) * rules.packSize;
  const smallest = roundToPacks(1, rules);
  if (capped < smallest) return { kind: 'too-much', smallest, cap: Math.max(0, rules.cap) };
  return { kind: 'order', quantity: capped, wanted, isCapped: true };
}

/** At least the minimum, in whole packs. */
export function roundToPacks(units: number, { packSize, minimum }: Pick<OrderRules, 'packSize' | 'minimum'>): number {
  return Math.ceil(Math.max(units, minimum) / packSize) * packSize;
}

/**
 * What can still be ordered and sold in time: sales until the new goods would be too near their date, less what is there
 * and on its way, which leaves first. null when there is no shelf life, or no average to judge by.
 */
export function shelfLifeCap(input: {
  readonly dailyUnits: number | null;
  /** Until the goods arrive, calendar days. */
  readonly leadDays: number;
  readonly shelfLifeDays: number | null;
  readonly minimumShelfLifeDays: number;
  readonly position: number;
}): number | null {
  const { dailyUnits, shelfLifeDays } = input;
  if (dailyUnits === null || shelfLifeDays === null) return null;
  const saleDays = input.leadDays + Math.max(0, shelfLifeDays - input.minimumShelfLifeDays);
  return Math.max(0, Math.floor(dailyUnits * saleDays + 1e-9) - input.position);
}
