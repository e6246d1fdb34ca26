// How the shop allocates, from its settings and from what each product says of itself.
import type { PlanContext } from '#lib/changes/plan-context.ts';
import type { AllocationPolicy } from './allocate.ts';

export function allocationPolicy({ workbook, settings }: Pick<PlanContext, 'workbook' | 'settings'>): AllocationPolicy {
  const { byId } = workbook.products;
  const line = settings['stock.allowPartial'] ? 'partial' : 'whole-line';
  return {
    shortage: settings['stock.wholeOrder'] ? 'whole-order' : line,
    pickingOf: (productId) => byId.get(productId)?.picking ?? 'fifo',
    minimumShelfLifeDaysOf: (productId) =>
      byId.get(productId)?.minimumShelfLifeDays ?? settings['stock.minimumShelfLifeDays'],
  };
}
