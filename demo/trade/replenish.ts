// Purchases of the demo shop: what is ordered from a partner when stock runs low, when it arrives, the lots it makes.

import type { HeroProduct } from '#demo/catalogue/catalogue-product.ts';
import { MAIN_HUB } from '#demo/catalogue/catalogue-rows.ts';
import { makerOf } from '#demo/catalogue/partners.ts';
import { HONEY, heroes, productOf, SOAP } from '#demo/catalogue/products.ts';
import { addDays, addMonths, type Day, daysBetween, type Instant, weekdayOf } from '#lib/kernel/day.ts';
import { formatId } from '#lib/kernel/ids.ts';
import { momentOf } from './moments.ts';
import { addParcel } from './parcels.ts';
import { addLot, freeUnits, move, promise } from './stock-room.ts';
import { type LineDraft, type PurchaseDraft, pushTo, TEAM, type Trade } from './trade.ts';

const SALES_WINDOW_DAYS = 28;
/** Cover wanted when an order is placed: lead time and a buffer, in days. */
const REORDER_COVER_DAYS = 24;
const UP_TO_COVER_DAYS = 45;
/** Of the target stock, on the first day. */
const OPENING_SHARE = 0.8;
/** Deliveries that came much too late, by the age in days of the purchase: honey in early summer, soaps right now. */
const LATE = [
  { sku: HONEY, from: 175, to: 150, workingDaysLate: 18, note: 'Retard annoncé : récolte filtrée une seconde fois' },
  { sku: SOAP, from: 38, to: 0, workingDaysLate: 16, note: 'Retard annoncé : cure des savons prolongée' },
] as const;

/** What the shop opened with. */
export function openingStock(trade: Trade): void {
  const day = trade.days.openFrom(addDays(trade.firstDay, -4));
  for (const hero of heroes) {
    const packs = Math.ceil((hero.targetStock * trade.scale * OPENING_SHARE) / hero.pack);
    const purchase = writePurchase(trade, hero, packs * hero.pack, day);
    purchase.reason = 'Stock de départ';
    receive(trade, purchase, purchase.quantity, day, momentOf(day, 'receipts', 0));
  }
}

/** Mondays and Thursdays: what is low is ordered. */
export function replenish(trade: Trade, day: Day): void {
  if (!trade.days.isOpen(day) || ![1, 4].includes(weekdayOf(day))) return;
  for (const hero of heroes) {
    const dailySales = recentDailySales(trade, hero.sku, day);
    const position = positionOf(trade, hero.sku, day);
    const reorderPoint = Math.max(hero.targetStock * trade.scale * 0.3, dailySales * REORDER_COVER_DAYS);
    if (position > reorderPoint) continue;
    const upTo = Math.max(hero.targetStock * trade.scale, dailySales * UP_TO_COVER_DAYS);
    const quantity = Math.ceil((upTo - position) / hero.pack) * hero.pack;
    const purchase = writePurchase(trade, hero, quantity, day);
    purchase.reason = `Disponible et attendu ${Math.round(position)}, seuil ${Math.round(reorderPoint)}`;
    scheduleArrival(trade, purchase, day);
  }
}

export function writePurchase(trade: Trade, hero: HeroProduct, quantity: number, day: Day): PurchaseDraft {
  const id = formatId('ACH', trade.purchases.length + 1);
  const last = trade.purchases[trade.purchases.length - 1];
  const joins = last?.createdOn === day && last.partnerId === hero.partnerId;
  const purchase: PurchaseDraft = {
    id,
    bundle: joins ? (last.bundle ?? id) : id,
    partnerId: hero.partnerId,
    productId: hero.sku,
    hubId: MAIN_HUB,
    status: 'sent',
    urgent: false,
    quantity,
    receivedQuantity: 0,
    unitCostCents: Math.round(hero.costCents * (1 + (trade.random.fraction() - 0.5) * 0.06)),
    createdOn: day,
    createdBy: trade.random.pick(TEAM),
    sentOn: day,
    expectedOn: trade.days.add(day, makerOf(hero.partnerId).lead),
  };
  trade.purchases.push(purchase);
  return purchase;
}

function scheduleArrival(trade: Trade, purchase: PurchaseDraft, day: Day): void {
  const age = daysBetween(day, trade.today);
  const late = LATE.find(({ sku, from, to }) => sku === purchase.productId && age <= from && age >= to);
  const delay = late?.workingDaysLate ?? trade.random.integer(0, 3) - 1;
  if (late !== undefined) purchase.note = late.note;
  const lead = makerOf(purchase.partnerId).lead + delay;
  const usual = trade.days.add(day, lead);
  // What is missing right now must still be missing on the last evening.
  const soonest = trade.days.add(trade.today, 3);
  const arrival = late?.sku === SOAP && usual < soonest ? soonest : usual;
  const first = trade.random.chance(0.12) ? Math.ceil(purchase.quantity * 0.7) : purchase.quantity;
  pushTo(trade.arriving, arrival, { purchase, quantity: first });
  const rest = purchase.quantity - first;
  if (rest > 0) pushTo(trade.arriving, trade.days.add(arrival, 5), { purchase, quantity: rest });
}

export function receiveArrivals(trade: Trade, day: Day): void {
  const arrivals = trade.arriving.get(day) ?? [];
  trade.arriving.delete(day);
  for (const [turn, { purchase, quantity }] of arrivals.entries()) {
    receive(trade, purchase, quantity, day, momentOf(day, 'receipts', turn));
  }
  for (const { purchase } of arrivals) serveWaiting(trade, purchase.productId, day);
}

/** @param bestBeforeOn of goods bought near their date; otherwise by the product's shelf life. */
export function receive(
  trade: Trade,
  purchase: PurchaseDraft,
  quantity: number,
  day: Day,
  at: Instant,
  bestBeforeOn?: Day,
): void {
  const hero = heroes.find((candidate) => candidate.sku === purchase.productId) as HeroProduct;
  const lot = addLot(trade.room, {
    productId: hero.sku,
    hubId: purchase.hubId ?? MAIN_HUB,
    receivedOn: day,
    dateKind: hero.dateKind,
    ...dateOf(trade, hero, day, bestBeforeOn),
    unitCostCents: purchase.unitCostCents ?? hero.costCents,
    purchaseId: purchase.id,
    partnerId: hero.partnerId,
    supplierLot: `${hero.sku.slice(0, 3)}${day.slice(2, 4)}${day.slice(5, 7)}-${trade.random.integer(100, 999)}`,
    initialQuantity: quantity,
    location: `Étagère ${trade.random.pick(['A', 'B', 'C'])}${trade.random.integer(1, 6)}`,
  });
  const who = trade.random.pick(TEAM);
  move(trade.room, lot, quantity, { kind: 'receipt', on: day, at, purchaseId: purchase.id, who });
  purchase.receivedQuantity = (purchase.receivedQuantity ?? 0) + quantity;
  purchase.receivedOn = day;
  purchase.status = purchase.receivedQuantity < purchase.quantity ? 'partly_received' : 'received';
}

/** Honey carries a month, printed as such; spices a day; soaps none. */
function dateOf(trade: Trade, hero: HeroProduct, day: Day, bestBeforeOn: Day | undefined) {
  if (hero.dateKind === 'no_date') return {};
  if (bestBeforeOn !== undefined) return { bestBeforeOn, datePrecision: 'day_known' as const };
  const dated = addDays(day, Math.round(hero.shelfLifeDays * (0.75 + 0.2 * trade.random.fraction())));
  if (hero.sku !== HONEY) return { bestBeforeOn: dated, datePrecision: 'day_known' as const };
  const monthEnd = addDays(addMonths(`${dated.slice(0, 8)}01` as Day, 1), -1);
  return { bestBeforeOn: monthEnd, datePrecision: 'month_known' as const };
}

/** Orders that waited are served first, oldest first, as far as the shelf goes. */
function serveWaiting(trade: Trade, sku: string, day: Day): void {
  const queue = trade.waiting.get(sku) ?? [];
  for (let line = queue[0]; line !== undefined; line = queue[0]) {
    if (freeUnits(trade.room, MAIN_HUB, sku, trade.days.add(day, 1)) < line.quantity) return;
    queue.shift();
    sendWaiting(trade, line, day);
  }
}

function sendWaiting(trade: Trade, line: LineDraft, day: Day): void {
  const order = trade.orders[Number(line.orderId.slice(4)) - 1];
  if (order === undefined || order.status === 'voided') return;
  promise(trade.room, MAIN_HUB, line.productId, line.quantity);
  line.route = 'hub';
  line.hubId = MAIN_HUB;
  line.status = 'reserved';
  line.availableOn = day;
  addParcel(trade, order, [line], MAIN_HUB, day);
}

function recentDailySales(trade: Trade, sku: string, day: Day): number {
  const until = daysBetween(trade.firstDay, day);
  const from = Math.max(0, until - SALES_WINDOW_DAYS);
  const sold = (trade.soldBySku.get(sku) ?? []).slice(from, until).reduce((sum, units) => sum + (units ?? 0), 0);
  return sold / Math.max(7, until - from);
}

/** Free on the shelves, and on its way. Goods bound for waiting orders are not free. */
function positionOf(trade: Trade, sku: string, day: Day): number {
  const free = freeUnits(trade.room, MAIN_HUB, sku, trade.days.add(day, 1));
  const waiting = (trade.waiting.get(sku) ?? []).reduce((sum, line) => sum + line.quantity, 0);
  let incoming = 0;
  for (const arrivals of trade.arriving.values()) {
    for (const { purchase, quantity } of arrivals) if (purchase.productId === sku) incoming += quantity;
  }
  return free + incoming - waiting;
}

/** What else stands in Achats at the end: a draft nobody sent and an order the partner could not take. */
export function looseEnds(trade: Trade): void {
  const day = trade.days.openFrom(addDays(trade.today, -4));
  const drafted = writePurchase(
    trade,
    productOf(heroes[1]?.sku ?? '') as HeroProduct,
    24 * trade.scale,
    addDays(day, -1),
  );
  drafted.status = 'draft';
  drafted.sentOn = null;
  drafted.expectedOn = null;
  const refused = writePurchase(trade, heroes[0] as HeroProduct, 12 * trade.scale, addDays(trade.today, -40));
  refused.status = 'voided';
  refused.note = 'Annulé : quantité sous le minimum de commande';
}
