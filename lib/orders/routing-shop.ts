// What routing must know of the shop, read once from the workbook for a whole batch of orders: hubs, who ships what, lots as
// the stock book has them, what is on its way. Nothing is written here.
import type { PlanContext } from '#lib/changes/plan-context.ts';
import { by } from '#lib/kernel/compare.ts';
import type { Day, WallTime } from '#lib/kernel/day.ts';
import { type Closure, orderCountsFrom, type WorkingDays, workingDaysOf } from '#lib/kernel/working-days.ts';
import type { AllocationPolicy } from '#lib/stock/allocate.ts';
import { allocationPolicy } from '#lib/stock/allocation-policy.ts';
import type { StockBook } from '#lib/stock/stock-book.ts';
import { createTrialStock, type TrialStock } from '#lib/stock/trial-stock.ts';
import type { RowOf } from '#lib/tables/tables.ts';
import { createIncoming, type Incoming } from './incoming.ts';
import type { DeliveryPromise, Origin } from './routing-types.ts';

export interface DropshipOffer {
  readonly origin: Origin;
  readonly commissionRate: number;
  readonly isPrimary: boolean;
  readonly promiseFor: (from: WallTime) => DeliveryPromise;
}

export interface HubOrigin {
  readonly origin: Origin;
  readonly promiseFor: (from: WallTime) => DeliveryPromise;
}

export interface RoutingShop {
  readonly today: Day;
  readonly days: WorkingDays;
  /** Hubs in use, the preferred one first. */
  readonly hubs: readonly HubOrigin[];
  readonly offersOf: (productId: string) => readonly DropshipOffer[];
  /** Where an order's lines are tried; what a routing gives an order is reserved there too. */
  readonly stock: TrialStock;
  readonly policy: AllocationPolicy;
  readonly incoming: Incoming;
}

export function readRoutingShop(context: PlanContext, book: StockBook): RoutingShop {
  const { workbook, clock } = context;
  const closedDays = workbook.closedDays.rows.map((row) => row.on);
  const days = workingDaysOf(closedDays);
  const policy = allocationPolicy(context);
  const offers = dropshipOffers(context, closedDays);
  return {
    today: clock.today,
    days,
    hubs: hubsOf(context, days),
    offersOf: (productId) => offers.get(productId) ?? [],
    stock: createTrialStock(book.lots(), policy, clock.today),
    policy,
    incoming: createIncoming(context, days),
  };
}

function hubsOf({ workbook, settings }: PlanContext, days: WorkingDays): HubOrigin[] {
  const order = by<RowOf<'hubs'>>(
    (hub) => hub.priority,
    (hub) => hub.id,
  );
  return workbook.hubs.rows
    .filter((hub) => hub.active !== false)
    .sort(order)
    .map((hub) => ({
      origin: {
        kind: 'hub',
        id: hub.id,
        name: hub.name,
        carrierId: hub.carrierId,
        parcelCostCents: hub.parcelCostCents,
      },
      promiseFor(from) {
        const shipOn = orderCountsFrom(from, hub.cutOffHour ?? settings['orders.cutOffHour'], days);
        const promisedOn = days.add(shipOn, hub.shipDays ?? settings['orders.hubDays']);
        return { shipOn, earliestOn: promisedOn, promisedOn, isUsual: true };
      },
    }));
}

/** Who ships a product to customers now: active, not suspended, in stock; the preferred first. */
function dropshipOffers({ workbook, settings }: PlanContext, closedDays: readonly Day[]) {
  const usualDays = workingDaysOf(closedDays);
  const rank = by<RowOf<'partnerProducts'>>(
    (offer) => (offer.rank === 'primary' ? 0 : 1),
    (offer) => offer.id,
  );
  const usable = workbook.partnerProducts.rows
    .filter((offer) => offer.dropship === true && offer.active !== false && offer.inStock !== false)
    .sort(rank)
    .flatMap((offer): (readonly [string, DropshipOffer])[] => {
      const partner = workbook.partners.byId.get(offer.partnerId);
      if (partner?.status !== 'active' || isClosedForEver(partner)) return [];
      const days = workingDaysOf(closedDays, closureOf(partner));
      const shortest = offer.shipDaysMin ?? partner.shipDaysMin ?? settings['orders.dropshipMinDays'];
      const longest = offer.shipDaysMax ?? partner.shipDaysMax ?? settings['orders.dropshipMaxDays'];
      const cutOffHour = settings['orders.cutOffHour'];
      const { id, name, carrierId, parcelCostCents } = partner;
      return [
        [
          offer.productId,
          {
            origin: { kind: 'partner', id, name, carrierId, parcelCostCents },
            commissionRate: offer.commissionRate ?? partner.commissionRate ?? settings['orders.commission'],
            isPrimary: offer.rank === 'primary',
            promiseFor(from) {
              const shipOn = orderCountsFrom(from, cutOffHour, days);
              const promisedOn = days.add(shipOn, Math.max(shortest, longest));
              const usual = usualDays.add(orderCountsFrom(from, cutOffHour, usualDays), Math.max(shortest, longest));
              return { shipOn, earliestOn: days.add(shipOn, shortest), promisedOn, isUsual: promisedOn <= usual };
            },
          },
        ],
      ];
    });
  return groupBy(
    usable,
    ([productId]) => productId,
    ([, offer]) => offer,
  );
}

/** Closed from a day on without an end. */
function isClosedForEver({ closedFrom, closedUntil }: RowOf<'partners'>): boolean {
  return closedFrom !== null && closedUntil === null;
}

function closureOf({ closedFrom, closedUntil }: RowOf<'partners'>): Closure[] {
  return closedUntil === null ? [] : [{ from: closedFrom ?? ('1900-01-01' as Day), until: closedUntil }];
}

function groupBy<Item, Value>(
  items: readonly Item[],
  toKey: (item: Item) => string,
  toValue: (item: Item) => Value,
): Map<string, Value[]> {
  const groups = new Map<string, Value[]>();
  for (const item of items) {
    const key = toKey(item);
    const own = groups.get(key);
    if (own === undefined) groups.set(key, [toValue(item)]);
    else own.push(toValue(item));
  }
  return groups;
}
