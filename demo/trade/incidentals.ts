// What happens to stock besides receipts and orders: breakage, gifts, a return to the maker, quarantine and release, transfers
// to the second hub, a mistake and its reversal, goods bought near their date. Dates count back from the last day.

import type { HeroProduct } from '#demo/catalogue/catalogue-product.ts';
import { MAIN_HUB, SECOND_HUB } from '#demo/catalogue/catalogue-rows.ts';
import { HONEY, heroes, heroOf, productOf, SOAP, SPICES } from '#demo/catalogue/products.ts';
import { addDays, type Day, daysBetween } from '#lib/kernel/day.ts';
import { momentOf } from './moments.ts';
import { placeOrder } from './place-order.ts';
import { receive, writePurchase } from './replenish.ts';
import { addLot, type Entry, freeUnits, type LotDraft, move } from './stock-room.ts';
import { TEAM, type Trade } from './trade.ts';

/** Set apart on the first day from which that can be done, half of it released two weeks later. */
const QUARANTINE_DAYS_AGO = { from: 60, to: 30 };
const RELEASE_AFTER_DAYS = 14;
/** Five jars written off by mistake on the first day from which there were five to spare. */
const MISTAKE_DAYS_AGO = { from: 90, to: 30 };
/** A works council bought every soap there was. */
const BIG_ORDER_DAYS_AGO = 8;
const TRANSFERS_DAYS_AGO: readonly number[] = [85, 22];
const BREAKAGES = ['Pot cassé à la préparation', 'Boîte écrasée', 'Étiquette illisible'] as const;

export function incidentals(trade: Trade, day: Day): void {
  if (!trade.days.isOpen(day)) return;
  const isDue = (ago: number) => trade.days.openFrom(addDays(trade.today, -ago)) === day;
  const age = daysBetween(day, trade.today);
  if (age % 19 === 4) lose(trade, day, 'waste', trade.random.pick(BREAKAGES), 0);
  if (age % 31 === 9) lose(trade, day, 'gift', 'Échantillon pour un article de presse', 1);
  if (isDue(130)) giveBackToMaker(trade, day);
  if (TRANSFERS_DAYS_AGO.some(isDue)) for (const hero of heroes) transfer(trade, hero, day);
  if (age <= MISTAKE_DAYS_AGO.from && age >= MISTAKE_DAYS_AGO.to) mistakeAndReversal(trade, day);
  if (age <= QUARANTINE_DAYS_AGO.from && age >= QUARANTINE_DAYS_AGO.to) quarantine(trade, day);
  release(trade, day);
  if (isDue(BIG_ORDER_DAYS_AGO)) sellAllSoaps(trade, day);
  if (isDue(41)) buyNearDate(trade, SPICES, SECOND_HUB, 5, day, addDays(trade.today, -4));
  if (isDue(30)) buyNearDate(trade, HONEY, SECOND_HUB, 6, day, addDays(trade.today, 12));
  if (isDue(12)) buyNearDate(trade, SPICES, MAIN_HUB, 12, day, addDays(trade.today, 41));
  if (isDue(9)) sellNearDate(trade, day);
  if (isDue(5)) receiveHalf(trade, day);
}

function lose(trade: Trade, day: Day, kind: 'waste' | 'gift', reason: string, turn: number): void {
  const hero = trade.random.pick(heroes);
  const lot = spareLot(trade, hero.sku, MAIN_HUB, 3);
  if (lot !== undefined) move(trade.room, lot, -1, entry(trade, day, kind, reason, turn));
}

function giveBackToMaker(trade: Trade, day: Day): void {
  const lot = spareLot(trade, SOAP, MAIN_HUB, 4);
  if (lot !== undefined)
    move(trade.room, lot, -3, entry(trade, day, 'supplier_return', 'Savons fendus, repris par le partenaire', 2));
}

/** A tenth of the target goes to the second hub, as a lot of its own with the dates and the cost of the first. */
function transfer(trade: Trade, hero: HeroProduct, day: Day): void {
  const quantity = Math.ceil((hero.targetStock * trade.scale) / 10);
  const lot = spareLot(trade, hero.sku, MAIN_HUB, quantity);
  if (lot === undefined) return;
  splitLot(
    trade,
    lot,
    quantity,
    { ...entry(trade, day, 'transfer', 'Réserve du relais', 3), kind: 'transfer' },
    SECOND_HUB,
  );
}

function mistakeAndReversal(trade: Trade, day: Day): void {
  const lot = spareLot(trade, HONEY, MAIN_HUB, 6);
  if (lot === undefined || trade.room.movements.some((movement) => movement.kind === 'reversal')) return;
  const mistake = move(trade.room, lot, -5, entry(trade, day, 'waste', 'Carton tombé', 6));
  const reason = 'Erreur de saisie : rien n’était cassé';
  move(trade.room, lot, 5, { ...entry(trade, day, 'reversal', reason, 7), reversesId: mistake.id });
}

/** Part of a lot is set apart: as much leaves it as enters a quarantined lot. */
function quarantine(trade: Trade, day: Day): void {
  const lot = spareLot(trade, SOAP, MAIN_HUB, 6);
  if (lot === undefined || trade.room.lots.some((other) => other.status === 'quarantined')) return;
  const apart = splitLot(
    trade,
    lot,
    6,
    entry(trade, day, 'quarantine', 'Odeur inhabituelle signalée par une cliente', 8),
    MAIN_HUB,
  );
  apart.status = 'quarantined';
  apart.note = `Mis à part du lot ${lot.id}`;
}

function release(trade: Trade, day: Day): void {
  const apart = trade.room.lots.find((lot) => lot.status === 'quarantined' && lot.onHand === lot.initialQuantity);
  if (apart === undefined) return;
  const since = trade.room.movements.find((movement) => movement.kind === 'quarantine')?.on;
  if (since === undefined || daysBetween(since, day) < RELEASE_AFTER_DAYS) return;
  const home = trade.room.lots.find((lot) => lot.supplierLot === apart.supplierLot && lot !== apart);
  if (home === undefined) return;
  const reason = 'Analyse conforme pour la moitié';
  move(trade.room, apart, -3, entry(trade, day, 'release', reason, 9));
  move(trade.room, home, 3, entry(trade, day, 'release', reason, 10));
}

/** One order a hub, since a line leaves from one. */
function sellAllSoaps(trade: Trade, day: Day): void {
  for (const hub of [MAIN_HUB, SECOND_HUB]) {
    const quantity = freeUnits(trade.room, hub, SOAP, trade.days.add(day, 1));
    const shopper = trade.shoppers[0];
    if (quantity === 0 || shopper === undefined) continue;
    placeOrder(trade, shopper, [{ product: productOf(SOAP), quantity }], day, 36_000);
  }
}

function splitLot(trade: Trade, lot: LotDraft, quantity: number, facts: Entry, hubId: string): LotDraft {
  const { id: _id, onHand: _onHand, reserved: _reserved, status: _status, ...same } = lot;
  const part = addLot(trade.room, { ...same, hubId, initialQuantity: quantity });
  move(trade.room, lot, -quantity, facts);
  move(trade.room, part, quantity, facts);
  return part;
}

function buyNearDate(trade: Trade, sku: string, hubId: string, quantity: number, day: Day, bestBeforeOn: Day): void {
  const hero = heroOf(sku) as HeroProduct;
  const purchase = writePurchase(trade, hero, quantity, day);
  purchase.hubId = hubId;
  purchase.bundle = purchase.id;
  purchase.reason = 'Date courte, prix réduit';
  purchase.unitCostCents = Math.round(hero.costCents * 0.7);
  receive(trade, purchase, quantity, day, momentOf(day, 'incidentals', 12), bestBeforeOn);
}

function sellNearDate(trade: Trade, day: Day): void {
  const lot = trade.room.lots.find(
    (candidate) =>
      candidate.hubId === SECOND_HUB &&
      candidate.productId === HONEY &&
      candidate.bestBeforeOn === addDays(trade.today, 12),
  );
  if (lot === undefined || lot.onHand < 3) return;
  move(trade.room, lot, -2, entry(trade, day, 'short_dated_sale', 'Vente à date courte au marché', 11));
}

/** Half of a purchase came, the rest is announced for later. */
function receiveHalf(trade: Trade, day: Day): void {
  const hero = heroOf(SPICES) as HeroProduct;
  const purchase = writePurchase(trade, hero, 2 * hero.pack * trade.scale, day);
  receive(trade, purchase, hero.pack * trade.scale, day, momentOf(day, 'incidentals', 13));
}

/** The oldest lot that can give the units without breaking a promise made to an order. */
function spareLot(trade: Trade, sku: string, hubId: string, units: number): LotDraft | undefined {
  const tomorrow = trade.days.add(trade.today, 1);
  if (freeUnits(trade.room, hubId, sku, tomorrow) < units) return undefined;
  return trade.room.shelves.get(`${hubId}/${sku}`)?.find((lot) => lot.status === 'available' && lot.onHand >= units);
}

function entry(trade: Trade, day: Day, kind: Entry['kind'], reason: string, turn: number): Entry {
  return { kind, on: day, at: momentOf(day, 'incidentals', turn), reason, who: trade.random.pick(TEAM) };
}
