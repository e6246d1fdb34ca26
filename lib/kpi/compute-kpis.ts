// Every figure of the shop, from the workbook alone: the same rows in any order give the same figures. It writes nothing.
import type { PlanContext } from '#lib/changes/plan-context.ts';
import type { TableKey } from '#lib/tables/tables.ts';
import { deliveryDelay } from './delivery-delay.ts';
import { firstContact } from './first-contact.ts';
import { firstResponse } from './first-response.ts';
import { heroMargin } from './hero-margin.ts';
import { type KpiFigure, unmeasured } from './kpi-figure.ts';
import { type KpiMeasure, readKpiShop } from './kpi-shop.ts';
import { parcelFigures } from './parcel-figures.ts';
import { pointsLiability } from './points-liability.ts';
import { portalAdoption } from './portal-adoption.ts';
import { recovery } from './recovery.ts';
import { rotation } from './rotation.ts';
import { satisfaction } from './satisfaction.ts';
import { stockOut } from './stock-out.ts';
import { yearlyConversion } from './yearly-conversion.ts';

const measures: readonly KpiMeasure[] = [
  rotation,
  stockOut,
  heroMargin,
  satisfaction,
  firstResponse,
  firstContact,
  recovery,
  yearlyConversion,
  portalAdoption,
  deliveryDelay,
  parcelFigures,
  pointsLiability,
];

/** The tabs that the figures are read from. */
export const kpiSources: readonly TableKey[] = [...new Set(measures.flatMap(({ needs }) => needs))];

/**
 * The figure of the whole shop first, then its details, family by family. A tab that cannot be read takes only its own
 * figures away. Rows that cannot be read are left out: the night reports them.
 */
export function computeKpis(context: PlanContext): readonly KpiFigure[] {
  const shop = readKpiShop(context);
  const { workbook, words } = context;
  return measures.flatMap(({ ids, span, needs, measure }) => {
    const period = shop[span];
    const broken = needs.find((key) => !workbook[key].usable);
    if (broken === undefined) return measure(shop, period);
    const why = words.kpiSamples.none.tab({ tab: workbook[broken].title });
    return ids.map((id) => unmeasured({ id, subject: null, period }, why));
  });
}
