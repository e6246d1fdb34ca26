// Laws of the figures over invented changes to the worked shop: the order of rows does not matter, rows outside the period or
// of others change nothing, figures stay within their bounds, and each is its two numbers.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays, type Day } from '#lib/kernel/day.ts';
import { computeKpis } from '#lib/kpi/compute-kpis.ts';
import { type KpiId, kpiDefinitions } from '#lib/tables/kpi-definitions.ts';
import type { TableKey } from '#lib/tables/tables.ts';
import type { TestRows } from '../../support/workbook-of.ts';
import { kpiContext, workedRows, workedShop } from './worked-shop.ts';

const figuresOf = (rows: TestRows = {}) => computeKpis(kpiContext(workedShop(rows)));
const worked = figuresOf();
const SHUFFLED = ['movements', 'orders', 'lines', 'shipments', 'tickets', 'invoices', 'facts', 'lots'] as const;

test('the order of the rows does not matter', () => {
  const shuffled = fc.tuple(
    ...SHUFFLED.map((key) => {
      const rows: readonly unknown[] = workedRows[key] ?? [];
      return fc
        .shuffledSubarray([...rows], { minLength: rows.length, maxLength: rows.length })
        .map((order): [TableKey, readonly unknown[]] => [key, order]);
    }),
  );
  fc.assert(
    fc.property(shuffled, (tabs) => {
      expect(figuresOf(Object.fromEntries(tabs) as TestRows)).toEqual(worked);
    }),
    { numRuns: 40 },
  );
});

/** Days outside the year that the longest figure looks at, and to come. */
const elsewhere = fc.oneof(
  fc.integer({ min: 0, max: 400 }).map((days) => addDays('2026-11-22', days)),
  fc.integer({ min: 0, max: 400 }).map((days) => addDays('2025-11-18', -days)),
);

test('rows of other days change nothing', () => {
  fc.assert(
    fc.property(elsewhere, fc.integer({ min: 1, max: 5 }), (on: Day, mark) => {
      const rows: TestRows = {
        tickets: [...(workedRows.tickets ?? []), ticket({ id: 'TIC-99', on, csat: mark, nps: mark })],
        shipments: [
          ...(workedRows.shipments ?? []),
          {
            id: 'EXP-99',
            orderId: 'CMD-B',
            origin: 'hub',
            status: 'delivered',
            shippedOn: on,
            deliveredOn: on,
            costCents: 999,
            errorKind: 'lost',
          },
        ],
        facts: [...(workedRows.facts ?? []), { id: 'evt_99', kind: 'portal_visit', customerId: 'CLI-2', on }],
        invoices: [...(workedRows.invoices ?? []), failedInvoice('in_99', on)],
      };
      expect(figuresOf(rows)).toEqual(worked);
    }),
    { numRuns: 60 },
  );
});

test('stock of products that are no heroes on sale changes nothing', () => {
  const rows: TestRows = {
    movements: [
      ...(workedRows.movements ?? []),
      ...(['CONFITURE', 'EPICES', 'INCONNU'] as const).map((productId, index) => ({
        id: `MVT-9${index}`,
        on: '2026-11-10' as const,
        lotId: 'LOT-9',
        productId,
        hubId: 'HUB-1',
        kind: 'receipt' as const,
        quantity: 5,
        unitCostCents: 700,
      })),
    ],
  };
  expect(figuresOf(rows)).toEqual(worked);
});

const SHARES = (Object.keys(kpiDefinitions) as KpiId[]).filter(
  (id) => kpiDefinitions[id].isShare && id !== 'hero_margin' && id !== 'fulfilment_cost',
);

test('figures are their two numbers, within their bounds, whatever the marks, errors, movements and outcomes are', () => {
  const reached = { measured: 0, unmeasured: 0 };
  fc.assert(
    fc.property(inventedRows(), (rows) => {
      for (const { id, value, numerator, denominator, sample } of figuresOf(rows)) {
        expect(sample).not.toMatch(/NaN|undefined|Infinity/);
        if (value === null || numerator === null || denominator === null) {
          reached.unmeasured += 1;
          expect([value, numerator, denominator]).toEqual([null, null, null]);
          continue;
        }
        reached.measured += 1;
        expect(denominator).toBeGreaterThan(0);
        expect(value).toBeCloseTo((numerator / denominator) * (id === 'nps' ? 100 : 1), 9);
        if (SHARES.includes(id as KpiId)) expect(value).toBeGreaterThanOrEqual(0);
        if (SHARES.includes(id as KpiId)) expect(value).toBeLessThanOrEqual(1);
        if (id === 'hero_margin') expect(value).toBeLessThanOrEqual(1);
        if (id === 'csat') expect(value >= 1 && value <= 5).toBe(true);
        if (id === 'nps') expect(value >= -100 && value <= 100).toBe(true);
      }
    }),
    { numRuns: 120 },
  );
  // Both kinds must be met often, else the law says little.
  expect(reached.measured).toBeGreaterThan(500);
  expect(reached.unmeasured).toBeGreaterThan(300);
});

const inPeriod = fc.integer({ min: 1, max: 80 }).map((days) => addDays('2026-11-22', -days));

function ticket({
  id,
  on,
  csat,
  nps,
}: {
  readonly id: string;
  readonly on: Day;
  readonly csat: number | null;
  readonly nps: number | null;
}) {
  const at = `${on}T10:00:00` as const;
  return {
    id,
    receivedAt: at,
    channel: 'chat',
    status: 'resolved',
    firstReplyAt: at,
    resolvedAt: at,
    replies: 1,
    csat,
    nps,
  } as const;
}

function failedInvoice(id: string, on: Day) {
  const amounts = { totalCents: 1800, paidCents: 1800, paidBackCents: 0, withheldCents: 0 };
  const days = { createdOn: on, paidOn: on, firstFailedOn: on };
  const states = { status: 'paid', recovery: 'recovered' } as const;
  return { id, customerId: 'CLI-4', planId: 'FOR-M', attempts: 2, ...amounts, ...days, ...states };
}

/** A shop of which any tab may be empty. */
function inventedRows(): fc.Arbitrary<TestRows> {
  const tickets = fc.array(
    fc.record({
      on: inPeriod,
      csat: fc.option(fc.integer({ min: 0, max: 9 })),
      nps: fc.option(fc.integer({ min: -2, max: 12 })),
    }),
    { maxLength: 6 },
  );
  const parcels = fc.array(
    fc.record({
      on: inPeriod,
      origin: fc.constantFrom('hub' as const, 'partner' as const),
      costCents: fc.option(fc.integer({ min: 0, max: 900 })),
      errorKind: fc.option(fc.constantFrom('lost' as const, 'late' as const)),
      productId: fc.constantFrom('MIEL', 'SAVON', 'CONFITURE'),
      quantity: fc.integer({ min: 1, max: 5 }),
      returned: fc.integer({ min: 0, max: 6 }),
      discountCents: fc.integer({ min: 0, max: 6000 }),
      pointsCents: fc.integer({ min: 0, max: 9000 }),
      backCents: fc.integer({ min: 0, max: 9000 }),
    }),
    { maxLength: 6 },
  );
  const moves = fc.array(
    fc.record({
      on: inPeriod,
      productId: fc.constantFrom('MIEL', 'SAVON'),
      lotId: fc.constantFrom('LOT-1', 'LOT-2', 'LOT-9'),
      kind: fc.constantFrom(
        'receipt' as const,
        'pick' as const,
        'waste' as const,
        'quarantine' as const,
        'reversal' as const,
      ),
      quantity: fc.integer({ min: -5, max: 8 }),
      reversesId: fc.option(fc.integer({ min: 0, max: 7 }).map((index) => `MVT-${index}`)),
    }),
    { maxLength: 8 },
  );
  const failures = fc.array(
    fc.record({
      on: inPeriod,
      recovery: fc.constantFrom('grace' as const, 'overdue' as const, 'recovered' as const, 'lost' as const),
    }),
    { maxLength: 4 },
  );
  return fc.record({ tickets, parcels, moves, failures }).map((drawn) => ({
    tickets: drawn.tickets.map((one, index) => ticket({ id: `TIC-${index}`, ...one })),
    orders: drawn.parcels.map((one, index) => ({
      ...{
        id: `CMD-${index}`,
        customerId: 'CLI-1',
        status: 'delivered' as const,
        orderedAt: `${one.on}T10:00:00` as const,
      },
      ...{ discountCents: one.discountCents, pointsValueCents: one.pointsCents, paidBackCents: one.backCents },
    })),
    lines: drawn.parcels.map((one, index) => ({
      ...{
        id: `LIG-${index}`,
        orderId: `CMD-${index}`,
        shipmentId: `EXP-${index}`,
        productId: one.productId,
        status: 'delivered' as const,
      },
      ...{
        quantity: one.quantity,
        unitPriceCents: 1200,
        vatRate: 0.055,
        returnedQuantity: one.returned,
        costCents: 300,
      },
    })),
    shipments: drawn.parcels.map(({ on, origin, costCents, errorKind }, index) => ({
      ...{
        id: `EXP-${index}`,
        orderId: `CMD-${index}`,
        origin,
        status: 'delivered' as const,
        shippedOn: on,
        deliveredOn: on,
      },
      ...{ costCents, errorKind },
    })),
    movements: drawn.moves.map((one, index) => ({ id: `MVT-${index}`, hubId: 'HUB-1', unitCostCents: 400, ...one })),
    invoices: drawn.failures.map(({ on, recovery }, index) => ({ ...failedInvoice(`in_${index}`, on), recovery })),
    facts: [],
  }));
}
