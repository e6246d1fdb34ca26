// The figures the shop steers by: where each stands, how it is compared with its target, which setting holds the target.
// What they are called and how they are computed, for people, stands in lib/text; the arithmetic in lib/kpi.
import type { SettingKey } from './default-settings.ts';

export interface KpiDefinition {
  readonly group: 'kpi_stock' | 'kpi_service' | 'kpi_billing' | 'kpi_fulfilment';
  readonly rule: 'above' | 'below' | 'at_most';
  readonly target: SettingKey;
  /** A share of one, shown as a percentage. */
  readonly isShare: boolean;
}

const definition = (
  group: KpiDefinition['group'],
  rule: KpiDefinition['rule'],
  target: SettingKey,
  isShare = false,
): KpiDefinition => ({ group, rule, target, isShare });

/** By the id of the row on the KPI tab. */
export const kpiDefinitions = {
  rotation: definition('kpi_stock', 'above', 'kpi.rotation'),
  stock_out: definition('kpi_stock', 'below', 'kpi.stockOut', true),
  hero_margin: definition('kpi_stock', 'above', 'kpi.heroMargin', true),
  csat: definition('kpi_service', 'above', 'kpi.csat'),
  first_response_chat: definition('kpi_service', 'below', 'support.chatHours'),
  first_response_email: definition('kpi_service', 'below', 'support.emailHours'),
  first_contact: definition('kpi_service', 'above', 'kpi.firstContact', true),
  nps: definition('kpi_service', 'above', 'kpi.nps'),
  recovery: definition('kpi_billing', 'above', 'kpi.recovery', true),
  yearly_conversion: definition('kpi_billing', 'above', 'kpi.yearlyConversion', true),
  portal_adoption: definition('kpi_billing', 'above', 'kpi.portalAdoption', true),
  hub_delay: definition('kpi_fulfilment', 'at_most', 'kpi.hubDelay'),
  dropship_delay: definition('kpi_fulfilment', 'at_most', 'kpi.dropshipDelay'),
  error_rate: definition('kpi_fulfilment', 'below', 'kpi.errorRate', true),
  fulfilment_cost: definition('kpi_fulfilment', 'below', 'kpi.fulfilmentCost', true),
} as const;

export type KpiId = keyof typeof kpiDefinitions;

/**
 * Followed over time without a target of their own, in the history only: the hero margin after losses, the first response
 * of every channel, what the points in circulation are worth (euros).
 */
export type WatchedId = 'hero_margin_after_losses' | 'first_response' | 'points_liability';

export type FigureId = KpiId | WatchedId;

/** Figures whose numerator and denominator are amounts of money. */
export const moneyParts: ReadonlySet<FigureId> = new Set([
  'rotation',
  'hero_margin',
  'hero_margin_after_losses',
  'fulfilment_cost',
]);

/** The setting that holds a figure's target; a detail of a figure is measured against the same. */
export function targetOf(id: FigureId): SettingKey | null {
  return id in kpiDefinitions ? kpiDefinitions[id as KpiId].target : null;
}
