// A small shop for the tests of reordering: one hub, two partners, products whose sales are written as units a day, so that
// every figure of a proposal can be checked by hand.
import { expect } from 'vitest';
import type { ActionPlan } from '#lib/actions/action.ts';
import { applyChanges } from '#lib/changes/apply.ts';
import type { PlanContext } from '#lib/changes/plan-context.ts';
import { addDays, type Day } from '#lib/kernel/day.ts';
import { messageOf } from '#lib/kernel/problem.ts';
import { parseSettings } from '#lib/settings/settings.ts';
import { planProposePurchases } from '#lib/stock/reorder/plan-propose-purchases.ts';
import { defaultSettings } from '#lib/tables/default-settings.ts';
import { fr } from '#lib/text/fr.ts';
import { clockAt } from '../../../support/clock-at.ts';
import { rowsAsText } from '../../../support/rows-as-text.ts';
import { type TestRows, workbookOf } from '../../../support/workbook-of.ts';

/** A Monday. */
const TODAY: Day = '2026-03-02';
export const META = { actionId: 'ACT-1', who: 'ana@shop.fr' };

type RowsOf<Key extends keyof TestRows> = NonNullable<TestRows[Key]>;
type Cells<Key extends keyof TestRows> = RowsOf<Key>[number];

export interface ShopProduct {
  readonly id: string;
  /** Units sold each day before today, oldest first; stock is received the day before, never short. */
  readonly sold?: readonly number[];
  readonly onHand?: number;
  readonly reserved?: number;
  readonly bestBeforeOn?: Day;
  readonly cells?: Cells<'products'>;
  readonly offers?: readonly Cells<'partnerProducts'>[];
}

export interface ShopExtras {
  readonly purchases?: RowsOf<'purchases'>;
  readonly lines?: RowsOf<'lines'>;
  readonly partners?: RowsOf<'partners'>;
  readonly settings?: Readonly<Record<string, number>>;
  readonly today?: Day;
}

export function reorderShop(products: readonly ShopProduct[], extras: ShopExtras = {}): PlanContext {
  const today = extras.today ?? TODAY;
  const shelves = products.map((product) => shelfOf(product, today));
  const settings = { ...defaultSettings, ...extras.settings };
  const workbook = workbookOf({
    settings: Object.entries(settings).map(([id, value]) => ({ id, value })),
    hubs: [{ id: 'HUB-1', name: 'Hub de Lyon', priority: 1, active: true, address: '1 rue du Rucher', city: 'Lyon' }],
    partners: extras.partners ?? [
      { id: 'PAR-1', name: 'Ilanga', status: 'active', leadTimeDays: 10, contact: 'Zoé', email: 'zoe@ilanga.example' },
      { id: 'PAR-2', name: 'Terre & Cie', status: 'active', leadTimeDays: 3 },
    ],
    products: products.map(({ id, cells }) => ({
      id,
      name: id,
      model: 'hero',
      priceCents: 1000,
      vatRate: 0.055,
      reorderPolicy: 'lead_time',
      active: true,
      ...cells,
    })),
    partnerProducts: products.flatMap(({ id, offers = [{}] }) =>
      offers.map((offer, index) => ({
        id: `OFR-${id}-${index}`,
        partnerId: 'PAR-1',
        productId: id,
        purchasePriceCents: 400,
        rank: 'primary' as const,
        ...offer,
      })),
    ),
    lots: shelves.flatMap(({ lots }) => lots),
    movements: shelves.flatMap(({ movements }) => movements),
    ...(extras.purchases === undefined ? {} : { purchases: extras.purchases }),
    ...(extras.lines === undefined ? {} : { lines: extras.lines }),
  });
  return { workbook, clock: clockAt(today), settings: parseSettings(workbook.settings).settings, words: fr };
}

function shelfOf(product: ShopProduct, today: Day): { lots: RowsOf<'lots'>; movements: RowsOf<'movements'> } {
  const { id: productId, sold = [], onHand = 0, reserved = 0, bestBeforeOn } = product;
  const first = addDays(today, -sold.length - 1);
  const common = { productId, hubId: 'HUB-1', lotId: `LOT-${productId}`, unitCostCents: 400 };
  const received = onHand + sold.reduce((sum, units) => sum + units, 0);
  const movements = [
    // At midnight: the day of the receipt is no day in stock.
    {
      id: `MVT-${productId}-0`,
      on: first,
      at: `${addDays(first, 1)}T00:00:00Z` as const,
      kind: 'receipt' as const,
      quantity: received,
      ...common,
    },
    ...sold.flatMap((units, index) =>
      units === 0
        ? []
        : [
            {
              id: `MVT-${productId}-${index + 1}`,
              on: addDays(first, index + 1),
              kind: 'pick' as const,
              quantity: -units,
              ...common,
            },
          ],
    ),
  ].filter(({ quantity }) => quantity !== 0);
  const lot = {
    id: `LOT-${productId}`,
    productId,
    hubId: 'HUB-1',
    receivedOn: first,
    dateKind: bestBeforeOn === undefined ? ('no_date' as const) : ('ddm' as const),
    ...(bestBeforeOn === undefined ? {} : { bestBeforeOn }),
    unitCostCents: 400,
    initialQuantity: received,
    onHand,
    reserved,
    status: 'available' as const,
  };
  return { lots: [lot], movements };
}

/** What the context is once the plan was written. */
export function after(context: PlanContext, plan: ActionPlan): PlanContext {
  return { ...context, workbook: applyChanges(context.workbook, plan.changes, context.words) };
}

export const every = (units: number, days: number): number[] => Array.from({ length: days }, () => units);

/** Proposes for the whole shop: what is said, what stands in Achats then, and a second proposal on top. */
export const propose = (products: readonly ShopProduct[], extras: ShopExtras = {}) => {
  const context = reorderShop(products, extras);
  const plan = planProposePurchases(context, { productId: null, hubId: null }, META);
  expect(plan.refusals).toEqual([]);
  const next = after(context, plan);
  return {
    summary: plan.summary,
    warnings: plan.problems.map((found) => messageOf(found, fr)),
    purchases: next.workbook.purchases.rows,
    ordered: rowsAsText(next.workbook.purchases.rows, 'id', 'productId', 'partnerId', 'quantity', 'urgent'),
    again: planProposePurchases(next, { productId: null, hubId: null }, { ...META, actionId: 'ACT-2' }),
  };
};

/** 2 a day; the shelf stands at the reorder point. */
export const honey = (changes: Partial<ShopProduct> = {}): ShopProduct => ({
  id: 'MIEL',
  sold: every(2, 60),
  onHand: 84,
  ...changes,
});
