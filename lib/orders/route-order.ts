// From where each line of an order leaves: the hub when the stock is there, else the partner who ships the product, else it
// waits. A mixed order leaves as one parcel when one origin can serve all of it within its usual promise, else as several.
// Decides only: nothing is reserved or written here.
import { by } from '#lib/kernel/compare.ts';
import type { Day } from '#lib/kernel/day.ts';
import { laterDay } from '#lib/kernel/working-days.ts';
import type { AllocationPolicy, Take } from '#lib/stock/allocate.ts';
import type { DropshipOffer, HubOrigin, RoutingShop } from './routing-shop.ts';
import type { Backorder, Choice, LineToRoute, OrderToRoute, ParcelLine, PlannedParcel } from './routing-types.ts';

export interface Routing {
  /** All from one origin: `byLine` itself, else the earliest and then the cheapest; null when no origin can. */
  readonly oneParcel: Choice | null;
  /** Each line from where it is served best. */
  readonly byLine: Choice;
}

export type ParcelWish = 'as_few_as_possible' | 'one_parcel' | 'two_parcels';

export function routeOrder(shop: RoutingShop, order: OrderToRoute): Routing {
  const byLine = routeByLine(shop, order);
  const isOneParcel = byLine.parcels.length === 1 && byLine.backorders.length === 0;
  return { oneParcel: isOneParcel ? byLine : bestOneParcel(shop, order), byLine };
}

/** The shop's rule, or what the person asked for; null when one parcel was asked for and cannot be. */
export function chooseRouting({ oneParcel, byLine }: Routing, wish: ParcelWish): Choice | null {
  if (wish === 'one_parcel') return oneParcel;
  return wish === 'two_parcels' ? byLine : (oneParcel ?? byLine);
}

function bestOneParcel(shop: RoutingShop, order: OrderToRoute): Choice | null {
  const fromHubs = shop.hubs.flatMap((hub): PlannedParcel[] => {
    const lines = linesServed(shop, hub, order, order.lines, 'whole-order', []);
    return lines.length === order.lines.length ? [parcelOf(hub, order, lines)] : [];
  });
  const choices = [...fromHubs, ...partnersForAll(shop, order)].map((parcel) => choiceOf([parcel], []));
  return (
    choices.sort(
      by(
        (choice) => choice.promisedOn,
        (choice) => choice.costCents,
      ),
    )[0] ?? null
  );
}

function partnersForAll(shop: RoutingShop, order: OrderToRoute): PlannedParcel[] {
  const [first, ...others] = order.lines;
  if (first === undefined) return [];
  return shop.offersOf(first.productId).flatMap((offer): PlannedParcel[] => {
    const partnerId = offer.origin.id;
    const offers = [
      offer,
      ...others.map((line) => shop.offersOf(line.productId).find(({ origin }) => origin.id === partnerId)),
    ];
    const lines = order.lines.flatMap((line, index): ParcelLine[] => {
      const own = offers[index];
      return own?.promiseFor(order.from).isUsual === true ? [partnerLine(line, line.quantity, own)] : [];
    });
    return lines.length === order.lines.length ? [partnerParcel(order, lines, offers as DropshipOffer[])] : [];
  });
}

function routeByLine(shop: RoutingShop, order: OrderToRoute): Choice {
  const parcels: PlannedParcel[] = [];
  const taken: Take[] = [];
  let open = order.lines;
  for (let hub = nextHub(shop, order, open, taken); hub !== null; hub = nextHub(shop, order, open, taken)) {
    parcels.push(parcelOf(hub.hub, order, hub.lines));
    taken.push(...hub.lines.flatMap(({ takes }) => takes));
    const served = new Set(hub.lines.map(({ line }) => line.id));
    open = open.filter((line) => !served.has(line.id));
  }
  const byPartner = new Map<string, { line: ParcelLine; offer: DropshipOffer }[]>();
  const backorders: Backorder[] = [];
  for (const line of open) {
    const offer = bestOffer(shop, order, line);
    if (offer === null) backorders.push(...waitFor(shop, order, line, parcels, taken));
    else {
      const own = byPartner.get(offer.origin.id) ?? [];
      byPartner.set(offer.origin.id, own);
      own.push({ line: partnerLine(line, line.quantity, offer), offer });
    }
  }
  for (const own of byPartner.values()) {
    parcels.push(
      partnerParcel(
        order,
        own.map(({ line }) => line),
        own.map(({ offer }) => offer),
      ),
    );
  }
  if (shop.policy.shortage !== 'whole-order' || backorders.length === 0) return choiceOf(parcels, backorders);
  return waitTogether(order, backorders);
}

/** The shop wants nothing to leave before all can: the lines that could leave wait for the last one. */
function waitTogether(order: OrderToRoute, backorders: readonly Backorder[]): Choice {
  const last = [...backorders].sort(by((one) => one.promisedOn)).pop() as Backorder;
  const { availableOn, promisedOn } = last;
  return choiceOf(
    [],
    order.lines.map((line) => ({ line, quantity: line.quantity, availableOn, promisedOn })),
  );
}

/** The hub that can serve most of the lines whole, in order of priority; null when none can serve any. */
function nextHub(shop: RoutingShop, order: OrderToRoute, open: readonly LineToRoute[], taken: readonly Take[]) {
  let best: { readonly hub: HubOrigin; readonly lines: readonly ParcelLine[] } | null = null;
  for (const hub of open.length === 0 ? [] : shop.hubs) {
    const lines = linesServed(shop, hub, order, open, 'whole-line', taken);
    if (lines.length > (best?.lines.length ?? 0)) best = { hub, lines };
  }
  return best;
}

/** The lines that the hub's lots can serve, under the shortage policy; `taken` was given to other lines of the order. */
function linesServed(
  shop: RoutingShop,
  { origin, promiseFor }: HubOrigin,
  order: OrderToRoute,
  lines: readonly LineToRoute[],
  shortage: AllocationPolicy['shortage'],
  taken: readonly Take[],
): ParcelLine[] {
  const { promisedOn } = promiseFor(order.from);
  // A promise already missed does not make a lot younger: shelf life counts from the day it can still arrive.
  const deliverOn = laterDay(promisedOn, shop.today);
  const exception = order.exceptionReason === null ? {} : { exception: { lotId: null } };
  const demands = lines.map(({ id, productId, quantity }) => {
    return { id, orderId: order.id, productId, hubIds: [origin.id], quantity, deliverOn, ...exception };
  });
  const tried = shop.stock.tryFor(demands, shortage, taken);
  return lines.flatMap((line): ParcelLine[] => {
    const takes = tried
      .filter(({ demandId }) => demandId === line.id)
      .map(({ lotId, quantity }) => ({ lotId, quantity }));
    const quantity = takes.reduce((sum, take) => sum + take.quantity, 0);
    return quantity === 0 ? [] : [{ line, quantity, takes, commissionRate: null }];
  });
}

/** A line that nobody can serve whole: what there is leaves now when the shop allows it, the rest waits. */
function waitFor(
  shop: RoutingShop,
  order: OrderToRoute,
  line: LineToRoute,
  parcels: PlannedParcel[],
  taken: Take[],
): Backorder[] {
  let left = line.quantity;
  for (const hub of shop.policy.shortage === 'partial' ? shop.hubs : []) {
    const [part] = linesServed(shop, hub, order, [line], 'partial', taken);
    if (part === undefined) continue;
    const place = parcels.findIndex(({ origin }) => origin.id === hub.origin.id);
    const parcel = parcels[place];
    if (parcel === undefined) parcels.push(parcelOf(hub, order, [part]));
    else parcels[place] = { ...parcel, lines: [...parcel.lines, part] };
    taken.push(...part.takes);
    left -= part.quantity;
    break;
  }
  const availableOn = shop.incoming.claim(line.productId, left);
  const promisedOn = shop.hubs[0]?.promiseFor(`${availableOn}T00:00:00`).promisedOn ?? shop.days.add(availableOn, 1);
  return [{ line, quantity: left, availableOn, promisedOn }];
}

/** The preferred offer that keeps its usual delay; when all are closed, the one that is back first. */
function bestOffer(shop: RoutingShop, order: OrderToRoute, line: LineToRoute): DropshipOffer | null {
  const offers = shop.offersOf(line.productId);
  const usual = offers.find((offer) => offer.promiseFor(order.from).isUsual);
  return usual ?? [...offers].sort(by((offer) => offer.promiseFor(order.from).promisedOn))[0] ?? null;
}

function partnerLine(line: LineToRoute, quantity: number, { commissionRate }: DropshipOffer): ParcelLine {
  return { line, quantity, takes: [], commissionRate };
}

/** The parcel is complete when its slowest line is ready. */
function partnerParcel(order: OrderToRoute, lines: readonly ParcelLine[], offers: readonly DropshipOffer[]) {
  const promises = offers.map((offer) => offer.promiseFor(order.from));
  const slowest = [...promises].sort(by((promise) => promise.promisedOn)).pop();
  const [offer] = offers;
  if (offer === undefined || slowest === undefined) throw new Error('Bug: a parcel without lines');
  return { origin: offer.origin, promise: slowest, lines };
}

function parcelOf({ origin, promiseFor }: HubOrigin, order: OrderToRoute, lines: readonly ParcelLine[]): PlannedParcel {
  return { origin, promise: promiseFor(order.from), lines };
}

function choiceOf(parcels: readonly PlannedParcel[], backorders: readonly Backorder[]): Choice {
  const days = [...parcels.map(({ promise }) => promise.promisedOn), ...backorders.map((one) => one.promisedOn)].sort();
  return {
    parcels,
    backorders,
    costCents: parcels.reduce((sum, { origin }) => sum + (origin.parcelCostCents ?? 0), 0),
    promisedOn: days[days.length - 1] as Day,
  };
}
