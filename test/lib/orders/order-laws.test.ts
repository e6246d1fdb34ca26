// Laws of orders over random sequences of actions: stock is conserved and never below zero, reservations are what the lines
// hold, units of an order are neither lost nor doubled, and the last action can be undone or says why not.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { ActionPlan } from '#lib/actions/action.ts';
import { applyChanges } from '#lib/changes/apply.ts';
import { planCommit } from '#lib/changes/plan-commit.ts';
import type { PlanContext } from '#lib/changes/plan-context.ts';
import { journalEntries } from '#lib/changes/plan-journal-repair.ts';
import { planUndo } from '#lib/changes/plan-undo.ts';
import { planCancelOrder } from '#lib/orders/plan-cancel-order.ts';
import { type EnterOrderInput, planEnterOrder } from '#lib/orders/plan-enter-order.ts';
import { planReturnOrder } from '#lib/orders/plan-return-order.ts';
import { planRouteOrders } from '#lib/orders/plan-route-orders.ts';
import { planShipOrder } from '#lib/orders/plan-ship-order.ts';
import { planTrackParcels } from '#lib/orders/plan-track-parcels.ts';
import { heldByLine } from '#lib/stock/allocation-text.ts';
import { planPickOrders } from '#lib/stock/plan-pick-orders.ts';
import type { WorkbookState } from '#lib/tables/tables.ts';
import { fr } from '#lib/text/fr.ts';
import { headOf } from '../../support/write-like-a-program.ts';
import { contextAt, shopWith } from './order-shop.ts';

type Meta = { readonly actionId: string; readonly who: string };
type Step = (context: PlanContext, meta: Meta) => ActionPlan;

const pickOne = <Item>(items: readonly Item[], seed: number): Item | undefined =>
  items[seed % Math.max(1, items.length)];
const idOf = (rows: readonly { readonly id: string }[], seed: number) => pickOne(rows, seed)?.id ?? 'rien';

const line = fc.record({
  productId: fc.constantFrom('MIEL', 'SAVON', 'CONFITURE', 'HUILE'),
  quantity: fc.integer({ min: 1, max: 4 }),
  unitPriceCents: fc.constant(null),
  discountCents: fc.option(fc.integer({ min: 0, max: 500 })),
});
const enter = fc
  .record({
    lines: fc.array(line, { minLength: 1, maxLength: 3 }),
    pointsSpent: fc.option(fc.integer({ min: 0, max: 300 })),
    parcels: fc.option(fc.constantFrom('as_few_as_possible', 'two_parcels')),
  })
  .map((some) => {
    const nothing = {
      shippingPaidCents: null,
      discountCents: null,
      instructions: null,
      exceptionReason: null,
      note: null,
    };
    const nowhere = {
      shipName: null,
      shipAddress: null,
      shipPostalCode: null,
      shipCity: null,
      shipCountry: null,
      shipPhone: null,
    };
    const input = { customerId: 'CLI-000001', isPaid: true, ...nothing, ...nowhere, ...some } as EnterOrderInput;
    return ['enter', (context, meta) => planEnterOrder(context, input, meta)] as [string, Step];
  });

const named = (name: string, make: (seed: number) => Step) =>
  fc.nat(50).map((seed): [string, Step] => [name, make(seed)]);
const others = [
  named(
    'pick',
    (seed) => (context, meta) =>
      planPickOrders(context, { orders: [{ orderId: idOf(context.workbook.orders.rows, seed) }] }, meta),
  ),
  named(
    'retry',
    () => (context, meta) =>
      planRouteOrders(context, { orderId: null, parcels: null, retry: true, exceptionReason: null }, meta),
  ),
  named('ship', (seed) => (context, meta) => {
    const open = context.workbook.shipments.rows.filter(({ status }) => status === 'to_prepare');
    const parcel = { shipmentId: idOf(open, seed), carrierId: null, trackingNumber: null, costCents: null };
    return planShipOrder(context, { parcels: [parcel], shippedOn: null }, meta);
  }),
  named('deliver', (seed) => (context, meta) => {
    const parcels = [{ shipmentId: idOf(context.workbook.shipments.rows, seed) }];
    const nothing = { on: null, errorKind: null, errorNote: null, costCents: null };
    return planTrackParcels(
      context,
      { parcels, status: seed % 3 === 0 ? 'in_transit' : 'delivered', ...nothing },
      meta,
    );
  }),
  named('return', (seed) => (context, meta) => {
    const out = context.workbook.lines.rows.filter((row) => (row.shippedQuantity ?? 0) > (row.returnedQuantity ?? 0));
    const lines = [{ lineId: idOf(out, seed), quantity: 1, isResaleable: seed % 2 === 0 }];
    return planReturnOrder(context, { lines, reason: 'essai', returnedOn: null }, meta);
  }),
  named(
    'cancel',
    (seed) => (context, meta) =>
      planCancelOrder(context, { orderId: idOf(context.workbook.orders.rows, seed), reason: 'essai' }, meta),
  ),
];

/** Shipping opens the way to most of the rest. */
const weighted = [...others, ...others.filter((_, index) => index === 2 || index === 4)];

const openingStock = new Map(shopWith().lots.rows.map(({ id, onHand }) => [id, onHand]));

function expectSound(workbook: WorkbookState): void {
  const held = new Map<string, number>();
  for (const row of workbook.lines.rows) {
    for (const { lotId, quantity } of heldByLine(row)) held.set(lotId, (held.get(lotId) ?? 0) + quantity);
    if (row.status === 'reserved') expect(row.reservedQuantity, row.id).toBe(row.quantity);
  }
  for (const lot of workbook.lots.rows) {
    const moved = workbook.movements.rows.reduce((sum, row) => (row.lotId === lot.id ? sum + row.quantity : sum), 0);
    expect(lot.onHand, lot.id).toBe((openingStock.get(lot.id) ?? 0) + moved);
    expect(lot.reserved, lot.id).toBe(held.get(lot.id) ?? 0);
    expect(lot.reserved, lot.id).toBeLessThanOrEqual(lot.onHand);
    expect(lot.onHand, lot.id).toBeGreaterThanOrEqual(0);
  }
  const balance = workbook.points.rows.reduce((sum, { points }) => sum + points, 0);
  expect(workbook.customers.rows[0]?.pointsBalance).toBe(balance);
}

/** What an undo must bring back: quantities, states, balances of what is in use. */
function figures(workbook: WorkbookState) {
  const { lots, lines, orders, shipments, customers, pointLots } = workbook;
  const inUse = <Row extends { readonly status: string }>(rows: readonly Row[]) =>
    rows.filter(({ status }) => status !== 'voided').map(({ ...row }) => row);
  return {
    lots: lots.rows.map(({ id, onHand, reserved, status }) => [id, onHand, reserved, status]),
    ...{ lines: inUse(lines.rows), orders: inUse(orders.rows), shipments: inUse(shipments.rows) },
    customers: customers.rows,
    pointLots: pointLots.rows.filter(({ remaining }) => remaining > 0),
  };
}

test('over any sequence of actions', () => {
  const reached: Record<string, number> = { undone: 0, 'undo refused': 0, 'line cut': 0, waited: 0 };
  const count = (name: string) => {
    reached[name] = (reached[name] ?? 0) + 1;
  };
  const steps = fc
    .tuple(enter, fc.array(fc.oneof({ weight: 2, arbitrary: enter }, ...weighted), { minLength: 3, maxLength: 12 }))
    .map(([first, rest]) => [first, ...rest]);
  fc.assert(
    fc.property(steps, (sequence) => {
      let workbook = shopWith();
      sequence.forEach(([name, step], index) => {
        const meta = { actionId: `act-${index}`, who: 'ines@example.com' };
        const plan = step(contextAt(workbook), meta);
        expect(step(contextAt(workbook), meta)).toEqual(plan);
        if (plan.refusals.length > 0) {
          expect(plan.changes).toEqual([]);
          return;
        }
        count(name);
        const before = workbook;
        const commit = planCommit(workbook, plan.changes, { head: headOf(meta.actionId) }, fr);
        workbook = applyChanges(workbook, commit.changes, fr);
        expectSound(workbook);
        if (workbook.lines.rows.some(({ status }) => status === 'backordered')) count('waited');
        if (name === 'ship' && workbook.lines.rows.length > before.lines.rows.length) count('line cut');
        const [entry] = journalEntries(workbook.journal.rows).slice(-1);
        if (entry === undefined) throw new Error('no journal entry');
        const undo = planUndo(contextAt(workbook), { entry, later: [], actionId: `undo-${index}` });
        count(undo.problems.length > 0 ? 'undo refused' : 'undone');
        if (undo.problems.length === 0) {
          const undone = applyChanges(workbook, undo.changes, fr);
          expect(figures(undone)).toEqual(figures(before));
          expectSound(undone);
        }
      });
    }),
    { numRuns: 60 },
  );
  // biome-ignore lint/suspicious/noConsole: a generator must print how often it reached the hard cases.
  console.log(
    `sequences of orders reached: ${Object.entries(reached)
      .map(([name, times]) => `${name} ${times}`)
      .join(', ')}`,
  );
  for (const name of ['enter', 'pick', 'ship', 'deliver', 'return', 'cancel', 'undone', 'waited']) {
    expect(reached[name], name).toBeGreaterThan(0);
  }
});
