// The demo shop as a decoded workbook: its rows, what the template brings (carriers, reply templates, settings) and the
// subscriptions that the first night will mirror.
import { buildDemoShop, type DemoShop } from '#demo/build-demo-shop.ts';
import type { UglyRow } from '#demo/ugly-rows.ts';
import type { Day } from '#lib/kernel/day.ts';
import type { TableKey, WorkbookState } from '#lib/tables/tables.ts';
import { fr } from '#lib/text/fr.ts';
import { starterRows } from '#templates/starter-rows.ts';
import { raw, type TestRows, workbookOf } from '../support/workbook-of.ts';

export const LAST_DAY: Day = '2026-11-22';

export function demoShop(today: Day = LAST_DAY, scale = 1, seed = 1): DemoShop {
  return buildDemoShop({ seed, today, scale });
}

/** @param ugly rows typed over others or added at the end of their table. */
export function demoWorkbook(shop: DemoShop, ugly: readonly UglyRow[] = []): WorkbookState {
  const rows = new Map<string, Record<string, unknown>[]>(
    Object.entries(shop.rows).map(([key, list]) => [key, list.map((row) => ({ ...row }))]),
  );
  for (const [key, list] of Object.entries(starterRows(fr, {}))) {
    rows.set(key, [...list.map(({ cells }) => ({ ...cells })), ...(rows.get(key) ?? [])]);
  }
  rows.set('subscriptions', mirrored(shop));
  for (const { table, over, cells } of [...shop.typedSettings, ...ugly]) {
    const rawCells = Object.fromEntries(Object.entries(cells).map(([name, value]) => [name, raw(value)]));
    const list = rows.get(table) ?? [];
    const target = over === undefined ? undefined : list.find((row) => row.id === over);
    if (target === undefined) rows.set(table, [...list, rawCells]);
    else Object.assign(target, rawCells);
  }
  return workbookOf(Object.fromEntries(rows) as TestRows);
}

function mirrored(shop: DemoShop): Record<string, unknown>[] {
  const customers = new Map(shop.rows.customers.map((row) => [row.email?.toLowerCase(), row.id]));
  return shop.stripeMembers.flatMap(({ subscriptions, person }) => {
    const customerId = customers.get(person.email);
    return subscriptions.map((id) => ({
      id,
      customerId: customerId ?? 'CLI-000001',
      status: 'active',
      startedOn: LAST_DAY,
    }));
  });
}

/** Every table of the shop by name, for tests that go over all of them. */
export function tablesOf(
  shop: DemoShop,
): readonly (readonly [TableKey, readonly Readonly<Record<string, unknown>>[]])[] {
  return Object.entries(shop.rows) as [TableKey, readonly Readonly<Record<string, unknown>>[]][];
}
