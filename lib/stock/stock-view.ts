// The Stock tab by lib's own arithmetic: what the live formulas of the template must show, row by row. Whoever needs a
// product's stock as the team sees it takes it from here; nothing is written.
import type { PlanContext } from '#lib/changes/plan-context.ts';
import type { Day } from '#lib/kernel/day.ts';
import type { LotsRow } from '#lib/tables/lots.ts';
import type { ProductsRow } from '#lib/tables/products.ts';
import type { StockRow } from '#lib/tables/stock.ts';
import { stockFigures } from './available.ts';
import { stillToCome } from './reorder/stock-position.ts';

export type StockViewRow = Omit<StockRow, 'rowIndex' | 'totalValueCents'>;
export type StockState = NonNullable<StockRow['state']>;

/** In the order of Produits; products set aside are left out. */
export function stockView({ workbook, clock }: Pick<PlanContext, 'workbook' | 'clock'>): readonly StockViewRow[] {
  const lotsByProduct = grouped(workbook.lots.rows);
  const incoming = new Map<string, number>();
  for (const row of workbook.purchases.rows) {
    incoming.set(row.productId, (incoming.get(row.productId) ?? 0) + stillToCome(row));
  }
  return workbook.products.rows.map((product) =>
    viewOf(product, lotsByProduct.get(product.id) ?? [], incoming.get(product.id) ?? 0, clock.today),
  );
}

/** Money that lies on the shelves, before tax, at the cost of the physical lots. */
export function valueOnHandCents(lots: readonly Pick<LotsRow, 'onHand' | 'unitCostCents'>[]): number {
  return lots.reduce((sum, { onHand, unitCostCents }) => sum + onHand * unitCostCents, 0);
}

function viewOf(product: ProductsRow, lots: readonly LotsRow[], incoming: number, today: Day): StockViewRow {
  const { onHand, reserved, available } = stockFigures(lots, today);
  const { id, name, model, targetStock, reorderPoint, weeklyDemand } = product;
  return {
    id,
    name,
    model,
    onHand,
    reserved,
    available,
    incoming,
    targetStock,
    reorderPoint,
    weeklyDemand,
    coverWeeks: coverWeeks(available, weeklyDemand),
    nextBestBeforeOn: nextBestBeforeOn(lots),
    valueCents: valueOnHandCents(lots),
    state: stateOf(product, available, incoming),
  };
}

/** null when nothing is sold, or nobody knows how much. */
function coverWeeks(available: number, weeklyDemand: number | null): number | null {
  return weeklyDemand === null || weeklyDemand === 0 ? null : available / weeklyDemand;
}

/** As labels say it; what lies in quarantine or is past its date counts too: it is to be looked at. */
function nextBestBeforeOn(lots: readonly LotsRow[]): Day | null {
  const dates = lots.flatMap(({ onHand, bestBeforeOn }) => (onHand > 0 && bestBeforeOn !== null ? bestBeforeOn : []));
  return dates.sort()[0] ?? null;
}

function stateOf(
  { active, model, reorderPoint }: Pick<ProductsRow, 'active' | 'model' | 'reorderPoint'>,
  available: number,
  incoming: number,
): StockState {
  if (active === false) return 'inactive';
  if (model === 'dropship') return 'at_partner';
  if (available <= 0) return 'out_of_stock';
  if (reorderPoint !== null && available + incoming <= reorderPoint) return 'to_reorder';
  return incoming > 0 ? 'on_order' : 'enough';
}

function grouped(rows: readonly LotsRow[]): ReadonlyMap<string, readonly LotsRow[]> {
  const groups = new Map<string, LotsRow[]>();
  for (const row of rows) {
    const own = groups.get(row.productId);
    if (own === undefined) groups.set(row.productId, [row]);
    else own.push(row);
  }
  return groups;
}
