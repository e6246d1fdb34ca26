// The pass over the figures at the size of the promise (50,000 movements, 20,000 order lines, and the parcels, tickets and
// invoices of such a shop) and at ten times that: the best of some runs. The rows are decoded already: what is measured is
// the arithmetic, zone look-ups included.
import type { PlanContext } from '#lib/changes/plan-context.ts';
import { addDays, type Day } from '#lib/kernel/day.ts';
import { formatId } from '#lib/kernel/ids.ts';
import { computeKpis } from '#lib/kpi/compute-kpis.ts';
import { parseSettings } from '#lib/settings/settings.ts';
import { fr } from '#lib/text/fr.ts';
import { clockAt } from '#test/support/clock-at.ts';
import { manyRows } from '#test/support/live-workbook.ts';
import { type TestRows, workbookOf } from '#test/support/workbook-of.ts';

export interface KpiBench {
  readonly movements: number;
  readonly lines: number;
  readonly milliseconds: number;
  /** With a value, details included. */
  readonly figures: number;
}

const TODAY: Day = '2026-11-22';
const RUNS = 5;
const HEROES = 5;
const YEAR = 365;

export function benchKpi(movements: number, lines: number): KpiBench {
  const workbook = workbookOf(rowsOf(movements, lines));
  const context: PlanContext = {
    ...{ workbook, words: fr, clock: clockAt(TODAY) },
    settings: parseSettings(workbook.settings).settings,
  };
  let milliseconds = Number.POSITIVE_INFINITY;
  let figures = 0;
  for (let run = 0; run < RUNS; run += 1) {
    const start = performance.now();
    figures = computeKpis(context).filter(({ value }) => value !== null).length;
    milliseconds = Math.min(milliseconds, performance.now() - start);
  }
  return { movements, lines, milliseconds, figures };
}

/** A year in which every row has its day, two lines an order, one parcel an order, half as many tickets as orders. */
function rowsOf(movements: number, lineCount: number): TestRows {
  const orders = lineCount / 2;
  const dayOf = (index: number, count: number) => addDays(TODAY, -1 - Math.floor(((count - 1 - index) * YEAR) / count));
  const sku = (index: number) => `SKU-${index % HEROES}`;
  return {
    products: Array.from({ length: HEROES }, (_, index) => ({
      ...{ id: sku(index), name: sku(index), model: 'hero' as const, priceCents: 1200, vatRate: 0.2, active: true },
    })),
    plans: [{ id: 'FOR-1', name: 'Mois', priceCents: 1800, interval: 'month', points: 100 }],
    movements: manyRows('movements', movements, (index) => ({
      ...{ on: dayOf(index, movements), at: `${dayOf(index, movements)}T${10 + (index % 8)}:00:00Z` as const },
      ...{ lotId: `LOT-${index % 500}`, productId: sku(index), hubId: 'HUB-1', unitCostCents: 400 },
      ...(index % 3 === 0
        ? { kind: 'receipt' as const, quantity: 4 }
        : { kind: 'pick' as const, quantity: -2, lineId: formatId('LIG', (index % lineCount) + 1) }),
    })),
    orders: manyRows('orders', orders, (index) => ({
      ...{ customerId: `CLI-${index % 400}`, status: 'delivered' as const, totalCents: 2400 },
      orderedAt: `${dayOf(index, orders)}T1${index % 9}:00:00` as const,
    })),
    lines: manyRows('lines', lineCount, (index) => ({
      ...{
        orderId: formatId('CMD', Math.floor(index / 2) + 1),
        shipmentId: formatId('EXP', Math.floor(index / 2) + 1),
      },
      ...{ productId: sku(index), quantity: 1, unitPriceCents: 1200, vatRate: 0.2, status: 'delivered' as const },
      ...{ shippedQuantity: 1, costCents: 400 },
    })),
    shipments: manyRows('shipments', orders, (index) => ({
      ...{ orderId: formatId('CMD', index + 1), origin: index % 3 === 0 ? ('partner' as const) : ('hub' as const) },
      ...{ status: 'delivered' as const, shippedOn: dayOf(index, orders), costCents: 400 },
      deliveredOn: addDays(dayOf(index, orders), 1 + (index % 5)),
    })),
    tickets: manyRows('tickets', orders / 2, (index) => ({
      ...{ channel: index % 2 === 0 ? ('chat' as const) : ('email' as const), status: 'resolved' as const, replies: 1 },
      receivedAt: `${dayOf(index, orders / 2)}T10:00:00` as const,
      firstReplyAt: `${addDays(dayOf(index, orders / 2), 1)}T11:00:00` as const,
      resolvedAt: `${addDays(dayOf(index, orders / 2), 1)}T12:00:00` as const,
      ...{ csat: 1 + (index % 5), nps: index % 11 },
    })),
    invoices: manyRows('invoices', orders, (index) => ({
      ...{
        customerId: `CLI-${index % 400}`,
        planId: 'FOR-1',
        status: 'paid' as const,
        totalCents: 1800,
        paidCents: 1800,
      },
      ...{ paidBackCents: 0, withheldCents: 0, attempts: 1, createdOn: dayOf(index, orders) },
      ...{ paidOn: dayOf(index, orders) },
      ...(index % 20 === 0 ? { firstFailedOn: dayOf(index, orders), recovery: 'recovered' as const } : {}),
    })),
  };
}
