// A small shop for the tests of orders: one hub with honey and soap, an apiary that ships honey and jam, a farm that ships
// oil, a customer with points. Sunday 22 November 2026; the next open day is Monday 23.
import type { ActionPlan } from '#lib/actions/action.ts';
import { applyChanges } from '#lib/changes/apply.ts';
import type { PlanContext } from '#lib/changes/plan-context.ts';
import type { Day, Instant } from '#lib/kernel/day.ts';
import { messageOf } from '#lib/kernel/problem.ts';
import { parseSettings } from '#lib/settings/settings.ts';
import type { WorkbookState } from '#lib/tables/tables.ts';
import { fr } from '#lib/text/fr.ts';
import { clockAt } from '../../support/clock-at.ts';
import { rowsAsText } from '../../support/rows-as-text.ts';
import { type TestRows, workbookOf } from '../../support/workbook-of.ts';

const product = (id: string, priceCents: number) =>
  ({
    id,
    name: id.toLowerCase(),
    model: 'dropship',
    priceCents,
    vatRate: 0.2,
    dateKind: 'no_date',
    weightGrams: 200,
  }) as const;
const lot = (id: string, productId: string, receivedOn: Day, onHand: number) =>
  ({
    id,
    productId,
    receivedOn,
    onHand,
    initialQuantity: onHand,
    reserved: 0,
    hubId: 'HUB-000001',
    dateKind: 'no_date',
    unitCostCents: 400,
    status: 'available',
  }) as const;
const offer = (id: string, partnerId: string, productId: string) =>
  ({ id, partnerId, productId, dropship: true, rank: 'primary', inStock: true, active: true }) as const;

export const shopRows: TestRows = {
  hubs: [{ id: 'HUB-000001', name: 'Lyon', priority: 1, parcelCostCents: 390, carrierId: 'Colissimo', active: true }],
  carriers: [{ id: 'Colissimo', trackingUrl: 'https://suivi.example/{{numero}}' }, { id: 'Chariot' }],
  partners: [
    { id: 'PAR-000001', name: 'Rucher', status: 'active', commissionRate: 0.2, parcelCostCents: 600 },
    { id: 'PAR-000002', name: 'Ferme', status: 'active', carrierId: 'Chariot' },
  ],
  partnerProducts: [
    offer('OFR-000001', 'PAR-000001', 'MIEL'),
    offer('OFR-000002', 'PAR-000001', 'CONFITURE'),
    offer('OFR-000003', 'PAR-000002', 'HUILE'),
  ],
  products: [product('MIEL', 1200), product('SAVON', 600), product('CONFITURE', 900), product('HUILE', 1500)],
  lots: [
    lot('LOT-000001', 'MIEL', '2026-10-01', 3),
    lot('LOT-000002', 'MIEL', '2026-11-01', 5),
    lot('LOT-000003', 'SAVON', '2026-10-01', 2),
  ],
  customers: [
    {
      id: 'CLI-000001',
      name: 'Léa Roux',
      email: 'lea@example.com',
      pointsBalance: 500,
      ...{ address: '1 rue Haute', postalCode: '69001', city: 'Lyon', country: 'FR' },
    },
  ],
  points: [
    { id: 'PTS-000001', customerId: 'CLI-000001', on: '2026-06-01', kind: 'bonus', points: 500, lotId: 'LPT-000001' },
  ],
  pointLots: [
    {
      id: 'LPT-000001',
      customerId: 'CLI-000001',
      earnedOn: '2026-06-01',
      expiresOn: '2027-12-01',
      ...{ points: 500, remaining: 500 },
    },
  ],
};

export const meta = { actionId: 'act-1', who: 'ines@example.com' } as const;
const MONDAY_MORNING = '2026-11-23T09:00:00Z' as Instant;

export function contextAt(workbook: WorkbookState, moment: Day | Instant = MONDAY_MORNING): PlanContext {
  return { workbook, clock: clockAt(moment), settings: parseSettings(workbook.settings).settings, words: fr };
}

/** The shop with some of its tabs replaced. */
export const shopWith = (rows: TestRows = {}): WorkbookState => workbookOf({ ...shopRows, ...rows });

export interface Done {
  readonly plan: ActionPlan;
  readonly after: WorkbookState;
  readonly refusals: readonly string[];
  readonly warnings: readonly string[];
}

export function carriedOut(workbook: WorkbookState, plan: ActionPlan): Done {
  return {
    plan,
    after: applyChanges(workbook, plan.changes, fr),
    refusals: plan.refusals.map((refusal) => messageOf(refusal, fr)),
    warnings: plan.problems.map((warning) => messageOf(warning, fr)),
  };
}

export const drawOrders = (workbook: WorkbookState) =>
  rowsAsText(workbook.orders.rows, 'id', 'status', 'progress', 'parcels', 'promisedOn', 'totalCents', 'paidCents');
export const drawLines = (workbook: WorkbookState) =>
  rowsAsText(
    workbook.lines.rows,
    ...([
      'id',
      'productId',
      'quantity',
      'status',
      'hubId',
      'partnerId',
      'allocation',
      'promisedOn',
      'shipmentId',
    ] as const),
  );
export const drawShipments = (workbook: WorkbookState) =>
  rowsAsText(workbook.shipments.rows, 'id', 'orderId', 'origin', 'status', 'promisedOn', 'trackingUrl');
export const drawLots = (workbook: WorkbookState) => rowsAsText(workbook.lots.rows, 'id', 'onHand', 'reserved');
