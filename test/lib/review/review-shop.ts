// A small shop for the weekly review, counted by hand: honey that sells two a day and is nearly out, a balm with lots near
// their date, a soap that nobody ever received. Today is Wednesday 4 March 2026; the week looked back on is 23/02 to 01/03.
import type { PlanContext } from '#lib/changes/plan-context.ts';
import type { Day } from '#lib/kernel/day.ts';
import { parseSettings } from '#lib/settings/settings.ts';
import { defaultSettings } from '#lib/tables/default-settings.ts';
import { fr } from '#lib/text/fr.ts';
import { clockAt } from '../../support/clock-at.ts';
import { type TestRows, workbookOf } from '../../support/workbook-of.ts';

export const TODAY: Day = '2026-03-04';

const hero = { model: 'hero', vatRate: 0.2, active: true, reorderPolicy: 'threshold' } as const;
const lot = { hubId: 'HUB-1', status: 'available', reserved: 0, dateKind: 'no_date' } as const;
const moved = { hubId: 'HUB-1', reversesId: null } as const;

const rows: TestRows = {
  hubs: [{ id: 'HUB-1', name: 'Atelier <Lyon>', priority: 1, active: true }],
  partners: [{ id: 'PAR-1', name: 'Ilanga', status: 'active', leadTimeDays: 10 }],
  products: [
    { id: 'MIEL', name: 'Miel & noix', priceCents: 1200, targetStock: 40, weeklyDemand: 14, reorderPoint: 20, ...hero },
    {
      id: 'BAUME',
      name: 'Baume',
      priceCents: 2400,
      seasonalMonths: '11-2',
      weeklyDemand: 0,
      ...hero,
      reorderPolicy: 'lead_time',
    },
    { id: 'SAVON', name: 'Savon', priceCents: 600, targetStock: 10, ...hero },
    { id: 'GOURDE', name: 'Gourde', priceCents: 2400, ...hero, model: 'dropship' },
  ],
  partnerProducts: [
    { id: 'OFR-1', partnerId: 'PAR-1', productId: 'MIEL', purchasePriceCents: 400, rank: 'primary' },
    { id: 'OFR-2', partnerId: 'PAR-1', productId: 'BAUME', purchasePriceCents: 500, rank: 'primary' },
    { id: 'OFR-3', partnerId: 'PAR-1', productId: 'GOURDE', purchasePriceCents: 1600, rank: 'primary' },
  ],
  lots: [
    {
      id: 'L1',
      productId: 'MIEL',
      receivedOn: '2026-01-05',
      unitCostCents: 400,
      initialQuantity: 110,
      onHand: 4,
      ...lot,
    },
    {
      ...lot,
      id: 'L2',
      productId: 'BAUME',
      receivedOn: '2026-02-23',
      unitCostCents: 500,
      initialQuantity: 9,
      onHand: 5,
      dateKind: 'ddm',
      // 10 days left.
      bestBeforeOn: '2026-03-14',
    },
    {
      ...lot,
      id: 'L3',
      productId: 'BAUME',
      receivedOn: '2026-02-23',
      unitCostCents: 500,
      initialQuantity: 3,
      onHand: 3,
      dateKind: 'ddm',
      // A month's label lasts to its end: 27 days.
      bestBeforeOn: '2026-03-01',
      datePrecision: 'month_known',
    },
    {
      ...lot,
      id: 'L4',
      productId: 'BAUME',
      receivedOn: '2026-02-23',
      unitCostCents: 500,
      initialQuantity: 2,
      onHand: 2,
      dateKind: 'ddm',
      bestBeforeOn: '2026-03-02',
    },
  ],
  movements: [
    {
      id: 'M1',
      lotId: 'L1',
      productId: 'MIEL',
      on: '2026-01-05',
      kind: 'receipt',
      quantity: 110,
      unitCostCents: 400,
      ...moved,
    },
    {
      id: 'M2',
      lotId: 'L1',
      productId: 'MIEL',
      on: '2026-02-20',
      kind: 'pick',
      quantity: -84,
      unitCostCents: 400,
      ...moved,
    },
    {
      id: 'M3',
      lotId: 'L1',
      productId: 'MIEL',
      on: '2026-02-24',
      kind: 'pick',
      quantity: -13,
      unitCostCents: 400,
      ...moved,
    },
    {
      id: 'M4',
      lotId: 'L1',
      productId: 'MIEL',
      on: '2026-03-01',
      kind: 'customer_return',
      quantity: 1,
      unitCostCents: 400,
      ...moved,
    },
    {
      id: 'M5',
      lotId: 'L1',
      productId: 'MIEL',
      on: '2026-03-02',
      kind: 'pick',
      quantity: -10,
      unitCostCents: 400,
      ...moved,
    },
    {
      id: 'M6',
      lotId: 'L2',
      productId: 'BAUME',
      on: '2026-02-23',
      kind: 'receipt',
      quantity: 9,
      unitCostCents: 500,
      ...moved,
    },
    {
      id: 'M7',
      lotId: 'L2',
      productId: 'BAUME',
      on: '2026-02-25',
      kind: 'pick',
      quantity: -4,
      unitCostCents: 500,
      ...moved,
    },
    {
      id: 'M8',
      lotId: 'L3',
      productId: 'BAUME',
      on: '2026-02-23',
      kind: 'receipt',
      quantity: 3,
      unitCostCents: 500,
      ...moved,
    },
    {
      id: 'M9',
      lotId: 'L4',
      productId: 'BAUME',
      on: '2026-02-23',
      kind: 'receipt',
      quantity: 2,
      unitCostCents: 500,
      ...moved,
    },
  ],
  purchases: [
    { id: 'ACH-1', partnerId: 'PAR-1', productId: 'BAUME', quantity: 6, status: 'sent', expectedOn: '2026-03-02' },
  ],
};

export function reviewShop(
  changes: TestRows = {},
  today: Day = TODAY,
  settings: Readonly<Record<string, string | number>> = {},
): PlanContext {
  const values = { ...defaultSettings, ...settings };
  const workbook = workbookOf({
    settings: Object.entries(values).map(([id, value]) => ({ id, value })),
    ...rows,
    ...changes,
  });
  return { workbook, clock: clockAt(today), settings: parseSettings(workbook.settings).settings, words: fr };
}

export const shopRows = rows;
