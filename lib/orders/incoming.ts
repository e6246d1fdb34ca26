// When a product that is not there will be: from purchases on their way, first come first served, else from the partner's
// word, else from a lead time. Each answer claims its units, so two waiting lines are not promised the same box.
import type { PlanContext } from '#lib/changes/plan-context.ts';
import { by } from '#lib/kernel/compare.ts';
import type { Day } from '#lib/kernel/day.ts';
import { laterDay, type WorkingDays } from '#lib/kernel/working-days.ts';
import type { RowOf } from '#lib/tables/tables.ts';

export interface Incoming {
  /** The working day on which that many more units of the product are there; the units are claimed. */
  readonly claim: (productId: string, quantity: number) => Day;
}

interface Arrival {
  readonly on: Day;
  left: number;
}

/** Lines that wait already have their claims first, in the order of the sheet. */
export function createIncoming(context: PlanContext, days: WorkingDays): Incoming {
  const { workbook, clock } = context;
  const arrivals = new Map<string, Arrival[]>();
  const order = by<RowOf<'purchases'>>(
    (row) => row.expectedOn,
    (row) => row.id,
  );
  for (const row of [...workbook.purchases.rows].sort(order)) {
    const left = row.quantity - (row.receivedQuantity ?? 0);
    if (!isOnItsWay(row) || row.expectedOn === null || left <= 0) continue;
    const arrival = { on: laterDay(row.expectedOn, clock.today), left };
    const own = arrivals.get(row.productId);
    if (own === undefined) arrivals.set(row.productId, [arrival]);
    else own.push(arrival);
  }
  const claim = (productId: string, quantity: number): Day | null => {
    let missing = quantity;
    for (const arrival of arrivals.get(productId) ?? []) {
      const taken = Math.min(arrival.left, missing);
      arrival.left -= taken;
      missing -= taken;
      if (missing === 0) return arrival.on;
    }
    return null;
  };
  for (const line of workbook.lines.rows) {
    if (line.status === 'backordered') claim(line.productId, line.quantity - (line.shippedQuantity ?? 0));
  }
  return {
    claim: (productId, quantity) =>
      days.openFrom(
        claim(productId, quantity) ?? partnersWord(context, productId) ?? afterLeadTime(context, days, productId),
      ),
  };
}

function isOnItsWay({ status }: RowOf<'purchases'>): boolean {
  return status === 'sent' || status === 'partly_received';
}

/** The earliest day on which a partner says to have it back. */
function partnersWord({ workbook, clock }: PlanContext, productId: string): Day | null {
  const days = workbook.partnerProducts.rows.flatMap((offer) =>
    offer.productId === productId && offer.active !== false && offer.backOn !== null && offer.backOn >= clock.today
      ? [offer.backOn]
      : [],
  );
  return days.sort()[0] ?? null;
}

function afterLeadTime({ workbook, clock, settings }: PlanContext, days: WorkingDays, productId: string): Day {
  const offers = workbook.partnerProducts.rows.filter(
    (offer) => offer.productId === productId && offer.active !== false,
  );
  const leadTimes = offers.flatMap((offer) => {
    const partner = workbook.partners.byId.get(offer.partnerId);
    if (partner?.status !== 'active') return [];
    return [offer.leadTimeDays ?? partner.leadTimeDays ?? settings['stock.leadTimeDays']];
  });
  return days.add(clock.today, leadTimes.length === 0 ? settings['stock.leadTimeDays'] : Math.min(...leadTimes));
}
