// One order of the demo shop: its lines routed to the hub, the partner or the waiting list, its amounts, its parcels. Stock is
// only promised here; lots are chosen on the day the parcel is packed.

import { wallTime } from '#demo/calendar/paris-time.ts';
import type { CatalogueProduct } from '#demo/catalogue/catalogue-product.ts';
import { MAIN_HUB, SECOND_HUB } from '#demo/catalogue/catalogue-rows.ts';
import { makerOf } from '#demo/catalogue/partners.ts';
import { heroOf, priceBeforeTaxCents, productOf, SOAP } from '#demo/catalogue/products.ts';
import { addDays, type Day, daysBetween } from '#lib/kernel/day.ts';
import { formatId } from '#lib/kernel/ids.ts';
import { defaultSettings } from '#lib/tables/default-settings.ts';
import type { Choice } from './choose-lines.ts';
import { addParcel } from './parcels.ts';
import { spendable, spendPoints } from './points-book.ts';
import { freeUnits, promise } from './stock-room.ts';
import { type LineDraft, type OrderDraft, pushTo, type Shopper, type Trade } from './trade.ts';

const SHIPPING_CENTS = 490;
const FREE_SHIPPING_FROM_CENTS = 4500;
/** Points are spent in steps that people find round. */
const POINTS_STEP = 100;

export function placeOrder(trade: Trade, shopper: Shopper, choices: readonly Choice[], day: Day, second: number): void {
  const order = writeOrder(trade, shopper, day, second);
  const lines = choices.map((choice) => writeLine(trade, order, choice));
  trade.linesByOrder.set(order.id, lines);
  addUp(trade, order, lines, shopper);
  if (trade.random.chance(0.012)) {
    voidOrder(order, lines);
    return;
  }
  pay(trade, order, day);
  route(trade, order, lines, countsFrom(trade, day, second));
}

/** The working day from which delays count: the next one after the cut-off hour. */
function countsFrom(trade: Trade, day: Day, second: number): Day {
  const inTime = second < defaultSettings['orders.cutOffHour'] * 3600;
  return trade.days.openFrom(inTime ? day : addDays(day, 1));
}

export function writeOrder(trade: Trade, { customerId, person }: Shopper, day: Day, second: number): OrderDraft {
  const number = trade.orders.length + 1;
  const source = trade.random.weighted([
    ['typed', 60],
    ['csv_import', 25],
    ['pasted', 15],
  ] as const);
  const order: OrderDraft = {
    id: formatId('CMD', number),
    orderedAt: wallTime(day, second),
    customerId,
    source,
    ...(source === 'csv_import' ? { sourceId: `SITE-${String(20_000 + number)}` } : {}),
    status: 'confirmed',
    shipName: person.name,
    shipAddress: person.address,
    shipPostalCode: person.postalCode,
    shipCity: person.city,
    shipCountry: 'FR',
    ...(trade.random.chance(0.05) ? { instructions: trade.random.pick(INSTRUCTIONS) } : {}),
  };
  trade.orders.push(order);
  return order;
}

const INSTRUCTIONS = [
  'Laisser chez le gardien',
  'Digicode 41B7',
  'Sonner deux fois',
  'Déposer à l’atelier, au fond de la cour',
];

export function writeLine(trade: Trade, order: OrderDraft, { product, quantity }: Choice): LineDraft {
  const line: LineDraft = {
    id: formatId('LIG', trade.lines.length + 1),
    orderId: order.id,
    productId: product.sku,
    quantity,
    unitPriceCents: product.priceCents,
    discountCents: trade.random.chance(0.06) ? Math.round(product.priceCents * quantity * 0.1) : 0,
    vatRate: product.vatRate,
    status: 'to_route',
  };
  trade.lines.push(line);
  return line;
}

/** Total = Σ (quantity × price − line discount) + shipping − order discount. */
export function addUp(trade: Trade, order: OrderDraft, lines: readonly LineDraft[], shopper: Shopper): void {
  const goods = lines.reduce(
    (sum, line) => sum + line.quantity * (line.unitPriceCents ?? 0) - (line.discountCents ?? 0),
    0,
  );
  order.shippingPaidCents = shopper.isSubscriber || goods >= FREE_SHIPPING_FROM_CENTS ? 0 : SHIPPING_CENTS;
  order.discountCents = trade.random.chance(0.03) ? 300 : 0;
  order.totalCents = goods + order.shippingPaidCents - order.discountCents;
}

/** Points first, if the customer has some and feels like it; euros pay the rest. */
function pay(trade: Trade, order: OrderDraft, day: Day): void {
  const total = order.totalCents ?? 0;
  const perEuro = defaultSettings['points.perEuro'];
  const worth = Math.floor((total * perEuro) / 100);
  const affordable = Math.min(spendable(trade.points, order.customerId, day), worth);
  const points = trade.random.chance(0.22) ? affordable - (affordable % POINTS_STEP) : 0;
  if (points > 0) spendPoints(trade.points, order.customerId, points, order.id, day);
  order.pointsSpent = points;
  order.pointsValueCents = Math.round((points * 100) / perEuro);
  order.paidCents = total - order.pointsValueCents;
  order.paidOn = day;
}

/** Cancelled by phone before it was paid or packed. */
function voidOrder(order: OrderDraft, lines: readonly LineDraft[]): void {
  order.status = 'voided';
  order.note = 'Annulée au téléphone avant préparation';
  for (const line of lines) line.status = 'voided';
}

function route(trade: Trade, order: OrderDraft, lines: readonly LineDraft[], from: Day): void {
  const hubPromise = trade.days.add(from, defaultSettings['orders.hubDays']);
  const byOrigin = new Map<string, LineDraft[]>();
  const partner = onlyPartner(lines);
  for (const line of lines) {
    const product = productOf(line.productId);
    const isHero = heroOf(product.sku) !== undefined;
    const hub = isHero && partner === null ? hubFor(trade, line, hubPromise) : null;
    if (isHero) countSale(trade, line, from);
    if (hub !== null) {
      sendFromHub(trade, line, hub);
      pushTo(byOrigin, hub, line);
    } else if (product.sku === SOAP) waitForStock(trade, line, from);
    else {
      sendFromPartner(line, product);
      pushTo(byOrigin, product.partnerId, line);
    }
  }
  order.parcels = byOrigin.size > 1 ? 'two_parcels' : 'one_parcel';
  for (const [origin, sent] of byOrigin) addParcel(trade, order, sent, origin, from);
}

/** The partner that can send the whole order in one parcel although a part of it lies in the hub; null when none can. */
function onlyPartner(lines: readonly LineDraft[]): string | null {
  const products = lines.map((line) => productOf(line.productId));
  const [first] = products;
  const isMixed = products.some((product) => heroOf(product.sku)) && products.some((product) => !heroOf(product.sku));
  const oneMaker = products.every((product) => product.partnerId === first?.partnerId && product.sku !== SOAP);
  return isMixed && oneMaker ? (first?.partnerId ?? null) : null;
}

function hubFor(trade: Trade, line: LineDraft, deliverOn: Day): string | null {
  const enough = (hub: string) => freeUnits(trade.room, hub, line.productId, deliverOn) >= line.quantity;
  return [MAIN_HUB, SECOND_HUB].find(enough) ?? null;
}

function sendFromHub(trade: Trade, line: LineDraft, hub: string): void {
  promise(trade.room, hub, line.productId, line.quantity);
  line.route = 'hub';
  line.hubId = hub;
  line.status = 'reserved';
}

function sendFromPartner(line: LineDraft, product: CatalogueProduct): void {
  line.route = 'partner';
  line.partnerId = product.partnerId;
  line.status = 'at_partner';
  const beforeTax = priceBeforeTaxCents(product) * line.quantity;
  line.commissionCents = Math.round(beforeTax * makerOf(product.partnerId).commission);
  line.costCents = beforeTax - line.commissionCents;
}

function waitForStock(trade: Trade, line: LineDraft, from: Day): void {
  line.route = 'backorder';
  line.status = 'backordered';
  line.availableOn = trade.days.add(from, 8);
  line.promisedOn = trade.days.add(line.availableOn, 1);
  pushTo(trade.waiting, line.productId, line);
}

function countSale(trade: Trade, line: LineDraft, from: Day): void {
  const sold = trade.soldBySku.get(line.productId);
  const index = daysBetween(trade.firstDay, from);
  if (sold !== undefined) sold[index] = (sold[index] ?? 0) + line.quantity;
}
