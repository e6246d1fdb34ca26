// Plays the sequence of a stock case with the shop's own actions, and tells what each step moved. The unit of the case's
// money is arbitrary: it is taken a thousand-fold, so that a cost a gram is a whole number.
import type { ActionPlan } from '#lib/actions/action.ts';
import type { Day } from '#lib/kernel/day.ts';
import { planOpenStockTake } from '#lib/stock/plan-open-stock-take.ts';
import { planPickOrders } from '#lib/stock/plan-pick-orders.ts';
import { planReceivePurchase } from '#lib/stock/plan-receive-purchase.ts';
import { planReturnFromCustomer } from '#lib/stock/plan-return-from-customer.ts';
import { planReturnToSupplier } from '#lib/stock/plan-return-to-supplier.ts';
import { planSettleLot } from '#lib/stock/plan-settle-lot.ts';
import { planValidateStockTake } from '#lib/stock/plan-validate-stock-take.ts';
import { HUB, openShop, PRODUCT, type Shop } from './shop.ts';
import type { CaseDemand, CaseLot, StockCase } from './stock-case.ts';

const MONEY_SCALE = 1000;
const REASON = 'replay';

export interface StepResult {
  readonly moved: readonly { readonly lot: string; readonly qty: number }[];
  /** Value that left, in the case's money. */
  readonly cogs: number;
  readonly short: number;
  /** Codes of what refused or warned. */
  readonly codes: ReadonlySet<string>;
}

export interface StockRun {
  readonly results: ReadonlyMap<string, StepResult>;
  readonly remaining: {
    readonly qty: number;
    readonly value: number;
    readonly lots: readonly { readonly id: string; readonly qty: number; readonly received: Day }[];
  };
}

interface Play {
  readonly shop: Shop;
  readonly worked: StockCase;
  readonly results: Map<string, StepResult>;
  /** Our lot ids by the case's, the first received first. */
  readonly lotIds: Map<string, string[]>;
  readonly lineIds: Map<string, string>;
  readonly waiting: { quantity: number }[];
  today: Day;
}

export function runStockCase(worked: StockCase): StockRun {
  const shop = openShop({
    'stock.allowPartial': worked.policy.shortage === 'negative',
    'stock.minimumShelfLifeDays': 0,
  });
  shop.type((draft, { products }) => {
    const product = products.byId.get(PRODUCT);
    if (product !== undefined && worked.policy.pick === 'FEFO') draft.update(products, product, { picking: 'fefo' });
  });
  const steps = [...worked.lots, ...(worked.demands ?? [])];
  const play: Play = {
    ...{ shop, worked, results: new Map(), lotIds: new Map(), lineIds: new Map(), waiting: [] },
    today: '1970-01-01',
  };
  // The sort is stable: lots stand first, and stay first where two steps have one number.
  for (const step of [...steps].sort((a, b) => a.seq - b.seq)) {
    const date = 'received' in step ? step.received : step.date;
    if (date > play.today) play.today = date;
    if ('received' in step) receive(play, step);
    else play.results.set(step.id, serve(play, step));
  }
  return { results: play.results, remaining: remainingOf(play) };
}

function receive(play: Play, lot: CaseLot): void {
  const { shop, lotIds } = play;
  const unitCostCents = Math.round((lot.unitCost ?? 0) * MONEY_SCALE);
  const before = new Set(shop.workbook().lots.byId.keys());
  if (lot.qty === 0) {
    shop.type((draft, { lots }) => {
      const about = { productId: PRODUCT, hubId: HUB, receivedOn: lot.received, bestBeforeOn: lot.expiry ?? null };
      const empty = { initialQuantity: 0, onHand: 0, reserved: 0, status: 'exhausted' } as const;
      draft.append(lots, { id: draft.nextId(lots), ...about, dateKind: 'ddm', unitCostCents, ...empty });
    });
  } else {
    const purchaseId = typePurchase(shop, lot.qty);
    const received = { quantity: lot.qty, bestBeforeOn: lot.expiry ?? null, datePrecision: null, supplierLot: lot.id };
    const input = { purchaseId, receivedOn: lot.received, unitCostCents, lots: [received] };
    const plan = shop.act(play.today, (context, meta) => planReceivePurchase(context, input, meta));
    play.results.set(lot.id, { moved: [], cogs: 0, short: 0, codes: codesOf(plan) });
  }
  const id = [...shop.workbook().lots.byId.keys()].find((known) => !before.has(known));
  if (id === undefined) throw new Error(`${lot.id} was not received`);
  lotIds.set(lot.id, [...(lotIds.get(lot.id) ?? []), id]);
  for (const waiting of play.waiting.splice(0)) {
    const { short } = pick(play, waiting.quantity, null);
    if (short > 0) play.waiting.push({ quantity: short });
  }
}

function typePurchase(shop: Shop, quantity: number): string {
  let purchaseId = '';
  shop.type((draft, { purchases }) => {
    purchaseId = draft.nextId(purchases);
    const about = { partnerId: 'PAR-000001', productId: PRODUCT, hubId: HUB, quantity };
    draft.append(purchases, { id: purchaseId, ...about, status: 'sent' });
  });
  return purchaseId;
}

function serve(play: Play, demand: CaseDemand): StepResult {
  const quantity = demand.qty ?? 0;
  const lotId = play.lotIds.get(demand.lot ?? '')?.[0] ?? '';
  switch (demand.type) {
    case 'out': {
      const result = pick(play, quantity, demand.id);
      if (result.short > 0 && play.worked.policy.shortage === 'negative') play.waiting.push({ quantity: result.short });
      return result;
    }
    case 'return-vendor':
      return step(play, (shop) =>
        shop.act(play.today, (context, meta) =>
          planReturnToSupplier(context, { lotId, quantity, reason: REASON }, meta),
        ),
      );
    case 'return-customer':
      return takeBack(play, play.lineIds.get(demand.of ?? '') ?? '', quantity);
    case 'correct-receipt': {
      const counted = (play.shop.workbook().lots.byId.get(lotId)?.onHand ?? 0) + quantity;
      return step(play, (shop) =>
        shop.act(play.today, (context, meta) => planSettleLot(context, { lotId, counted, reason: REASON }, meta)),
      );
    }
    case 'count':
      return step(play, (shop) => count(shop, play.today, demand.counted ?? null));
  }
}

/** An order of one line, reserved at the hub, then picked. */
function pick(play: Play, quantity: number, demandId: string | null): StepResult {
  const { shop, today } = play;
  let orderId = '';
  let lineId = '';
  shop.type((draft, { orders, lines }) => {
    orderId = draft.nextId(orders);
    lineId = draft.nextId(lines);
    draft.append(orders, {
      id: orderId,
      orderedAt: `${today}T09:00:00`,
      customerId: 'CLI-000001',
      status: 'confirmed',
    });
    const about = { orderId, productId: PRODUCT, quantity, hubId: HUB, promisedOn: today };
    draft.append(lines, { id: lineId, ...about, status: 'reserved', route: 'hub' });
  });
  if (demandId !== null) play.lineIds.set(demandId, lineId);
  const result = step(play, () =>
    shop.act(today, (context, meta) => planPickOrders(context, { orders: [{ orderId }] }, meta)),
  );
  const picked = result.moved.reduce((sum, { qty }) => sum + qty, 0);
  return { ...result, short: quantity - picked };
}

function takeBack(play: Play, lineId: string, quantity: number): StepResult {
  play.shop.type((draft, { lines }) => {
    const line = lines.byId.get(lineId);
    if (line !== undefined) draft.update(lines, line, { status: 'shipped', shippedQuantity: line.quantity });
  });
  const input = { lineId, quantity, isResaleable: true, reason: REASON };
  return step(play, (shop) => shop.act(play.today, (context, meta) => planReturnFromCustomer(context, input, meta)));
}

function count(shop: Shop, today: Day, counted: number | null): ActionPlan {
  shop.act(today, (context, meta) => planOpenStockTake(context, { hubId: HUB, productId: PRODUCT }, meta));
  shop.type((draft, { stockTakes }) => {
    for (const row of stockTakes.rows) draft.update(stockTakes, row, { counted });
  });
  const session = shop.workbook().stockTakes.rows[0]?.session ?? '';
  return shop.act(today, (context, meta) => planValidateStockTake(context, { session, giveUpBlank: false }, meta));
}

function step(play: Play, act: (shop: Shop) => ActionPlan): StepResult {
  const before = play.shop.workbook().movements.rows.length;
  const plan = act(play.shop);
  const movements = play.shop.workbook().movements.rows.slice(before);
  const names = new Map([...play.lotIds].flatMap(([name, ids]) => ids.map((id) => [id, name] as const)));
  return {
    moved: movements.map(({ lotId, quantity }) => ({ lot: names.get(lotId) ?? lotId, qty: Math.abs(quantity) })),
    cogs: -movements.reduce((sum, { quantity, unitCostCents }) => sum + quantity * unitCostCents, 0) / MONEY_SCALE,
    short: 0,
    codes: codesOf(plan),
  };
}

function codesOf({ refusals, problems }: ActionPlan): ReadonlySet<string> {
  return new Set([...refusals, ...problems].map(({ code }) => code));
}

function remainingOf({ shop, lotIds }: Play): StockRun['remaining'] {
  const names = new Map([...lotIds].flatMap(([name, ids]) => ids.map((id) => [id, name] as const)));
  const held = shop.workbook().lots.rows.filter(({ onHand }) => onHand !== 0);
  return {
    qty: held.reduce((sum, { onHand }) => sum + onHand, 0),
    value: held.reduce((sum, { onHand, unitCostCents }) => sum + onHand * unitCostCents, 0) / MONEY_SCALE,
    lots: held.map(({ id, onHand, receivedOn }) => ({ id: names.get(id) ?? id, qty: onHand, received: receivedOn })),
  };
}
